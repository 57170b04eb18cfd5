/** An AI agent with the package's nodes as tools, on a stand-in for the model that calls them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { TemplateLab } from './lab.ts';
import { type ModelRequest, startModel, type Turn } from '../e2e/model.ts';
import type { Reply } from '../e2e/outside.ts';

const ORDER = {
	header_text_1: 'A-1001',
	body_1: 'Ana',
	body_2: 'on its way',
	body_3: 'Friday',
	button_0_url: 'A-1001',
};
const Templates = z.array(
	z.object({ name: z.string(), language: z.string(), sendable: z.boolean() }).passthrough(),
);

/** A model that looks for the order template, sends it, and says so. It also tries to write to somebody else. */
function sendsOrderUpdate({ messages }: ModelRequest): Turn {
	const last = messages.at(-1);
	if (last?.role !== 'tool') return { tool: 'List_Templates', input: {} };
	const tool = messages.at(-2)?.tool_calls?.[0]?.function.name;
	if (tool !== 'List_Templates') return 'I have sent you the state of your order.';
	const listed = Templates.parse(z.array(z.unknown()).parse(JSON.parse(last.content)).flat());
	const { name, language } = listed.find((each) => each.sendable && each.name.startsWith('order')) ?? {};
	const others = { to: '+15550123002', from: '+15550123002', channelId: '0', conversationKey: 'x' };
	return { tool: 'Send_Template', input: { ...others, template: `${name}|${language}`, values: ORDER } };
}

let model: (request: ModelRequest) => Turn | Reply = sendsOrderUpdate;
const provider = await startModel((request) => model(request));
const { requests } = provider;

const lab = await TemplateLab.start('ai-agent', {
	credentials: { openAiApi: { apiKey: 'key-of-the-stand-in', url: provider.url } },
});

/** A customer writes; gives what came to their phone once all is done. */
async function writes(text: string, customer = 0) {
	const before = (await lab.phone(customer)).length;
	await lab.customerWrites(text, { customer });
	await lab.idle();
	return (await lab.phone(customer)).slice(before);
}

/** What the model saw of the conversation. */
const seen = (request?: ModelRequest) => (request?.messages ?? []).map(({ content }) => content);

test('the agent looks a template up and sends it with the tools', async () => {
	const [sent, answer, ...more] = await writes('Where is my order A-1001?');
	assert.equal(sent?.template, 'order_update');
	assert.match(sent.text, /Hi Ana, your order is on its way\. It will be with you by Friday/);
	assert.equal(answer?.text, 'I have sent you the state of your order.');
	assert.deepEqual(more, []);
	const [first] = requests;
	assert.deepEqual(first?.tools.map(({ function: { name } }) => name).toSorted(), [
		'List_Templates',
		'Send_Template',
	]);
	assert.equal(provider.calls[0]?.path, '/v1/chat/completions');
	assert.equal(provider.calls[0].headers.authorization, 'Bearer key-of-the-stand-in');
	assert.match(
		requests.at(-1)?.messages.at(-1)?.content ?? '',
		/accepted/,
		'the model reads what became of it',
	);
});

test('the model cannot choose the recipient', async () => {
	assert.deepEqual(await lab.phone(1), []);
	const tool = requests[0]?.tools.find(({ function: { name } }) => name === 'Send_Template');
	assert.deepEqual(
		Object.keys(z.record(z.unknown()).parse(tool?.function.parameters.properties)).toSorted(),
		['template', 'values'],
	);
});

test('a conversation is remembered, and everybody has their own', async () => {
	model = ({ messages }) => `You wrote: ${messages.at(-1)?.content ?? ''}`;
	const [answer] = await writes('And my name?');
	assert.equal(answer?.text, 'You wrote: And my name?');
	assert.ok(seen(requests.at(-1)).includes('Where is my order A-1001?'));
	await writes('Good morning', 2);
	assert.ok(!seen(requests.at(-1)).includes('Where is my order A-1001?'));
});

test('messages that arrive at the same moment are answered each for itself', async () => {
	const before = await Promise.all([0, 1, 2].map(async (customer) => (await lab.phone(customer)).length));
	const questions = ['One?', 'Two?', 'Three?'];
	await Promise.all(questions.map((text, customer) => lab.customerWrites(text, { customer })));
	await lab.idle();
	for (const [customer, question] of questions.entries()) {
		const news = (await lab.phone(customer)).slice(before[customer]);
		assert.deepEqual(
			news.map(({ text }) => text),
			[`You wrote: ${question}`],
		);
	}
});

test('a template that cannot be sent comes back to the model', async () => {
	model = ({ messages }) =>
		messages.at(-1)?.role === 'tool'
			? 'That did not work.'
			: { tool: 'Send_Template', input: { template: 'no_such_template|en_US', values: {} } };
	const news = await writes('Surprise me');
	assert.deepEqual(
		news.map(({ text }) => text),
		['That did not work.'],
	);
	assert.match(requests.at(-1)?.messages.at(-1)?.content ?? '', /no_such_template|template/i);
});

test('when the model fails the customer is told', async () => {
	model = () => ({
		status: 400,
		body: { error: { message: 'out of order', type: 'invalid_request_error' } },
	});
	const [answer] = await writes('Hello?');
	assert.match(answer?.text ?? '', /cannot answer just now/);
	const [run] = await lab.runs();
	assert.equal(run?.status, 'error', 'and the operator reads it in the list of executions');
});

test('STOP and HELP never reach the model', async () => {
	const asked = requests.length;
	assert.match((await writes('Stop!'))[0]?.text ?? '', /unsubscribed/);
	assert.match((await writes('help', 2))[0]?.text ?? '', /assistant/);
	assert.equal(requests.length, asked);
	for (const table of ['messaging_contacts', 'messaging_audit']) {
		assert.equal((await lab.table(table))[0]?.status, 'optedOut', table);
	}
});
