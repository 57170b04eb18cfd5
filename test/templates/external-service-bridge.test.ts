/** Questions go to an outside system and its answers come back, inside the window and outside it, with a person in between. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { TemplateLab } from './lab.ts';
import { startOutsideSystem, type Reply } from '../e2e/outside.ts';

const KEY = { name: 'X-Service-Key', value: 'a-long-random-key-of-this-test' };
const TWO_DAYS_AGO = new Date(Date.now() - 48 * 60 * 60 * 1_000).toISOString();

let reply: Reply | ((question: unknown) => Reply) = { body: {} };
const service = await startOutsideSystem(({ body }) =>
	typeof reply === 'function' ? reply(body.text) : reply,
);

/** The one thing besides credentials that a person enters. */
const atOurService = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.name === 'Ask Service'
			? { ...node, parameters: { ...node.parameters, url: `${service.url}/messages` } }
			: node,
	),
});

const lab = await TemplateLab.start('external-service-bridge', {
	change: atOurService,
	credentials: { httpHeaderAuth: KEY },
});
const [ana, ben, chloe] = lab.customers;
const [number] = WORLD.numbers;
assert(ana && ben && chloe && number);

const texts = async (customer = 0) => (await lab.phone(customer)).map(({ text }) => text);

/** A customer writes; gives what came to their phone once all is done. */
async function writes(text: string, customer = 0): Promise<string[]> {
	const before = (await lab.phone(customer)).length;
	await lab.customerWrites(text, { customer });
	await lab.idle();
	return (await texts(customer)).slice(before);
}

async function conversation(phoneNumber = ana?.phoneNumber) {
	const rows = await lab.table('messaging_conversations');
	const [row, ...more] = rows.filter((each) => each.phone_number === phoneNumber);
	assert.deepEqual(more, [], 'one row for each conversation');
	const attributes = z.string().nullish().parse(row?.attributes) || '{}';
	return { handledBy: row?.handled_by, attributes: z.record(z.unknown()).parse(JSON.parse(attributes)) };
}

function serviceWrites(body: object, headers: Record<string, string> = { [KEY.name]: KEY.value }) {
	return axios.post<Record<string, unknown>>(
		lab.webhookUrl('Service Writes', 'service.workflow.json'),
		body,
		{
			headers,
			validateStatus: () => true,
			proxy: false,
		},
	);
}

beforeEach(() => {
	reply = { body: {} };
});

test('the service gets the question, and its answer comes back', async () => {
	reply = { body: { text: 'We open at 8.', attributes: { topic: 'hours' } } };
	assert.deepEqual(await writes('When do you open?'), ['We open at 8.']);
	const [call] = service.calls;
	assert.equal(call?.path, '/messages');
	assert.equal(call.headers[KEY.name.toLowerCase()], KEY.value);
	const { phoneNumber, userId, name, text, type, handledBy, attributes } = call.body;
	assert.deepEqual(
		{ phoneNumber, userId, name, text, type, handledBy, attributes },
		{
			phoneNumber: ana.phoneNumber,
			userId: ana.userId,
			name: ana.name,
			text: 'When do you open?',
			type: 'text',
			handledBy: 'service',
			attributes: {},
		},
	);
	assert.deepEqual((await conversation()).attributes, { topic: 'hours' });
});

test('attributes are kept, added to and handed in again', async () => {
	reply = { body: { attributes: { language: 'en' } } };
	assert.deepEqual(await writes('And on Sundays?'), [], 'an answer without a text sends nothing');
	assert.deepEqual(service.calls.at(-1)?.body.attributes, { topic: 'hours' });
	assert.deepEqual((await conversation()).attributes, { topic: 'hours', language: 'en' });
});

test('the customer is handed over to a person and back', async () => {
	assert.deepEqual(await writes('agent'), ['One moment, a person takes over.']);
	reply = { body: { text: 'I am the assistant.' } };
	assert.deepEqual(await writes('My beans taste odd'), [], 'the assistant keeps quiet');
	assert.equal(service.calls.at(-1)?.body.handledBy, 'person');

	const { status, data } = await serviceWrites({
		phoneNumber: ana.phoneNumber,
		text: 'Mia here. What can I do?',
	});
	assert.equal(status, 200, JSON.stringify(data));
	assert.equal((await texts()).at(-1), 'Mia here. What can I do?');
	assert.equal((await conversation()).handledBy, 'person');

	const back = await serviceWrites({
		phoneNumber: ana.phoneNumber,
		handledBy: 'service',
		attributes: { agent: 'Mia' },
	});
	assert.deepEqual([back.status, back.data], [200, { handledBy: 'service' }]);
	assert.deepEqual(await writes('Are you there?'), ['I am the assistant.']);
	assert.deepEqual((await conversation()).attributes, { topic: 'hours', language: 'en', agent: 'Mia' });
});

test('the service hands over, and the customer goes back', async () => {
	reply = { body: { text: 'A person will help you.', handOver: true } };
	assert.deepEqual(await writes('I want my money back'), ['A person will help you.']);
	assert.equal((await conversation()).handledBy, 'person');
	reply = { body: { text: 'Here I am again.' } };
	assert.deepEqual((await writes('ASSISTANT')).toSorted(), [
		'Here I am again.',
		'You are talking to our assistant again.',
	]);
	assert.equal((await conversation()).handledBy, 'service');
});

test('where the service fails, a person takes over', async () => {
	reply = { status: 500, body: { message: 'out of order' } };
	assert.deepEqual(await writes('Hello?'), ['Thank you for your message. A person answers it soon.']);
	assert.equal((await conversation()).handledBy, 'person');
	assert.deepEqual(await writes('Hello??'), [], 'said once');
	reply = { body: { text: 'Back in order.' } };
	await serviceWrites({ phoneNumber: ana.phoneNumber, handledBy: 'service' });
	assert.deepEqual(await writes('Hello???'), ['Back in order.']);
});

test('outside the window the template goes out', async () => {
	await lab.addRows('messaging_conversations', [
		{
			conversation_key: `whatsAppCloud:${number.id}:${ben.phoneNumber}`,
			channel_id: number.id,
			phone_number: ben.phoneNumber,
			last_message_at: TWO_DAYS_AGO,
		},
	]);
	const text = 'Your beans are roasted.';
	const without = await serviceWrites({ phoneNumber: ben.phoneNumber, text });
	assert.equal(without.status, 409);
	assert.match(String(without.data.message), /window is closed/);
	assert.deepEqual(await texts(1), []);

	const values = {
		header_text_1: 'B-2002',
		body_1: 'Ben',
		body_2: 'roasted',
		body_3: 'Monday',
		button_0_url: 'B-2002',
	};
	const template = { name: 'order_update', language: 'en_US', values };
	const { status, data } = await serviceWrites({ phoneNumber: ben.phoneNumber, text, template });
	assert.deepEqual([status, data.type], [200, 'template']);
	const [message] = await lab.phone(1);
	assert.equal(message?.template, 'order_update');
	assert.match(message.text, /Hi Ben, your order is roasted/);
	assert.equal(message.id, data.messageId);
});

test('inside the window the text goes out, although there is a template', async () => {
	const template = { name: 'welcome', language: 'en_US' };
	const { data } = await serviceWrites({ phoneNumber: ana.phoneNumber, text: 'Anything else?', template });
	assert.equal(data.type, 'text');
	assert.equal((await texts()).at(-1), 'Anything else?');
});

test('only who has the key writes, and only to people who wrote', async () => {
	const before = await texts();
	for (const headers of [{}, { [KEY.name]: 'wrong' }]) {
		assert.equal((await serviceWrites({ phoneNumber: ana.phoneNumber, text: 'Psst' }, headers)).status, 403);
	}
	for (const whom of [{ phoneNumber: chloe.phoneNumber }, {}, { phoneNumber: '' }, { userId: { $ne: '' } }]) {
		assert.equal((await serviceWrites({ ...whom, text: 'Psst' })).status, 404, JSON.stringify(whom));
	}
	assert.deepEqual(await texts(), before);
});

test('messages that arrive at the same moment are answered each for itself', async () => {
	reply = (question) => ({ body: { text: `You asked: ${String(question)}`, attributes: { question } } });
	const before = await Promise.all([0, 1, 2].map(async (customer) => (await texts(customer)).length));
	const questions = ['One?', 'Two?', 'Three?'];
	await Promise.all(questions.map((text, customer) => lab.customerWrites(text, { customer })));
	await lab.idle();
	for (const [customer, question] of questions.entries()) {
		assert.deepEqual((await texts(customer)).slice(before[customer]), [`You asked: ${question}`]);
		const { attributes } = await conversation(lab.customers[customer]?.phoneNumber);
		assert.equal(attributes.question, question);
	}
});

test('who wrote STOP is left alone', async () => {
	const calls = service.calls.length;
	const [confirmation] = await writes('STOP');
	assert.match(confirmation ?? '', /unsubscribed/);
	assert.equal(service.calls.length, calls, 'the service is not asked');
	for (const table of ['messaging_contacts', 'messaging_audit']) {
		assert.equal((await lab.table(table))[0]?.status, 'optedOut', table);
	}
	const { status, data } = await serviceWrites({ phoneNumber: ana.phoneNumber, text: 'One more thing' });
	assert.equal(status, 409);
	assert.match(String(data.message), /opted out/);
});
