/** The outside system as the bot of *Conversations*: it answers until a person has the conversation, whatever the channel. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { openBrowser } from '../e2e/browser.ts';
import { type Call, type Reply, startOutsideSystem } from '../e2e/outside.ts';
import { ConversationsPage } from './conversations-page.ts';
import { readTemplate } from './files.ts';
import { credentialChooser, TemplateLab } from './lab.ts';
import { NodeTypes } from './node-types.ts';

const Connections = z.record(z.unknown());
const RECORD = 'record.workflow.json';
const KEY = { name: 'X-Messaging-Key', value: 'a-long-random-key-of-this-test' };
const CREDENTIALS = { httpHeaderAuth: KEY };

let reply: (call: Call) => Reply;
const service = await startOutsideSystem((call) => reply(call));

const bot = (await readTemplate('external-service-bridge')).get('bot.workflow.json');
assert(bot);

/** What the bot's note tells a person to do. */
const betweenBotAndAnswer = (workflow: Workflow, file: string): Workflow =>
	file === RECORD
		? {
				...workflow,
				nodes: [
					...workflow.nodes,
					{
						id: 'ask-bot',
						name: 'Ask Bot',
						type: 'n8n-nodes-base.executeWorkflow',
						typeVersion: 1.3,
						position: [1040, 960],
						parameters: {
							workflowId: { __rl: true, mode: 'id', value: bot.id },
							workflowInputs: { mappingMode: 'defineBelow', value: {} },
							mode: 'each',
							options: {},
						},
					},
				],
				connections: {
					...Connections.parse(workflow.connections),
					'With the Bot': { main: [[{ node: 'Ask Bot', type: 'main', index: 0 }]] },
					'Ask Bot': { main: [[{ node: 'Answer', type: 'main', index: 0 }]] },
				},
			}
		: workflow;

const lab = await TemplateLab.start('conversations', {
	credentials: CREDENTIALS,
	change: betweenBotAndAnswer,
	publish: false,
});
const choose = await credentialChooser(lab, await NodeTypes.of(lab.api), CREDENTIALS);
const chosen = choose(bot);
await lab.api.publish(
	await lab.api.createWorkflow({
		...chosen,
		nodes: chosen.nodes.map((node) =>
			node.name === 'Ask Service'
				? { ...node, parameters: { ...node.parameters, url: `${service.url}/messages` } }
				: node,
		),
	}),
);
await lab.publish();
const browser = await openBrowser();
const [ana, , chloe] = lab.customers;
assert(ana && chloe);

const CHANNELS = [
	{ provider: 'whatsAppCloud', channel: 'whatsapp', over: undefined },
	{ provider: 'infobip', channel: 'sms', over: 'SMS · +15550100011' },
] as const;

const echo = ({ body }: Call): Reply => ({ body: { text: `You wrote: ${String(body.text)}` } });
const asked = (text: string) => service.calls.filter(({ body }) => body.text === text);

const conversationsOf = async (person: string) =>
	(await lab.table('messaging_conversations')).filter(({ name }) => name === person);
/** What the page shows of a hand-over may be that of one before. */
const untilWith = (side: 'service' | 'person', person: string) =>
	lab.eventually(
		async () => (await conversationsOf(person)).every(({ handled_by }) => handled_by === side) || undefined,
		`${person} with the ${side}`,
	);

beforeEach(() => {
	reply = echo;
});

for (const { provider, channel, over } of CHANNELS) {
	test(`bot, person, bot over ${channel}: each message is answered once, by whose turn it is`, async () => {
		const texts = async () => (await lab.phone(0, provider)).map(({ text }) => text);
		const writes = async (text: string) => {
			await lab.customerWrites(text, { provider, channel });
			await lab.idle(RECORD);
		};
		await writes(`When do you open? ${channel}`);
		assert.deepEqual(await texts(), [`You wrote: When do you open? ${channel}`]);

		const page = await ConversationsPage.open(browser, lab.webhookUrl('Open Page'), KEY.value);
		await page.openPerson(ana.name);
		await page.entries('out').getByText(`You wrote: When do you open? ${channel}`).waitFor();
		await page.page.getByRole('button', { name: 'Take over' }).click();
		await page.entries('event').getByText('took over').last().waitFor();
		await untilWith('person', ana.name);
		await writes(`My beans taste odd ${channel}`);
		assert.equal(asked(`My beans taste odd ${channel}`).length, 0);
		if (over !== undefined) await page.page.getByLabel('Over').selectOption({ label: over });
		await page.write(`Which beans are they? ${channel}`);
		await page.entries('out').getByText(`Which beans are they? ${channel}`).waitFor();

		await page.page.getByRole('button', { name: 'Give back to the bot' }).click();
		await page.entries('event').getByText('gave the conversation back to the bot').last().waitFor();
		await untilWith('service', ana.name);
		await writes(`Thanks ${channel}`);
		assert.deepEqual(await texts(), [
			`You wrote: When do you open? ${channel}`,
			`Which beans are they? ${channel}`,
			`You wrote: Thanks ${channel}`,
		]);
		const entries = (await lab.table('messaging_timeline')).filter(
			(row) => row.channel === channel && row.kind === 'message',
		);
		assert.deepEqual(entries.map(({ text }) => text).toSorted(), [
			`My beans taste odd ${channel}`,
			`Thanks ${channel}`,
			`When do you open? ${channel}`,
			`Which beans are they? ${channel}`,
			`You wrote: Thanks ${channel}`,
			`You wrote: When do you open? ${channel}`,
		]);
		await page.close();
	});
}

test('the system gets who writes, and what it learned before', async () => {
	reply = () => ({ body: { text: 'At 8.', attributes: { topic: 'hours' } } });
	await lab.customerWrites('Hours?');
	await lab.idle(RECORD);
	reply = () => ({ body: { attributes: { language: 'en' } } });
	await lab.customerWrites('Sundays?');
	await lab.idle(RECORD);
	const { phoneNumber, name, handledBy, type, attributes } = asked('Sundays?')[0]?.body ?? {};
	assert.deepEqual(
		{ phoneNumber, name, handledBy, type, attributes },
		{
			phoneNumber: ana.phoneNumber,
			name: ana.name,
			handledBy: 'service',
			type: 'text',
			attributes: { topic: 'hours' },
		},
	);
	const row = (await conversationsOf(ana.name)).find(({ channel }) => channel === 'whatsapp');
	assert.deepEqual(JSON.parse(String(row?.attributes)), { topic: 'hours', language: 'en' });
	assert.equal((await lab.phone()).at(-1)?.text, 'At 8.', 'an answer without a text sends nothing');
});

const HANDED_OVER: [string, Reply, string][] = [
	['it cannot answer', { status: 500, body: {} }, 'Thank you for your message. A person answers it soon.'],
	['it says so', { body: { handOver: true } }, 'Thank you for your message. A person answers it soon.'],
	['it says so with a text', { body: { handOver: true, text: 'Mia helps you.' } }, 'Mia helps you.'],
];

for (const [when, answer, told] of HANDED_OVER) {
	test(`a person has the conversation when ${when}, and the page says so`, async () => {
		const before = (await lab.phone(2)).length;
		reply = () => answer;
		await lab.customerWrites('Where is my parcel?', { customer: 2 });
		await lab.idle(RECORD);
		assert.deepEqual(
			(await lab.phone(2)).slice(before).map(({ text }) => text),
			[told],
		);
		reply = echo;
		await lab.customerWrites('Hello?', { customer: 2 });
		await lab.idle(RECORD);
		assert.equal((await lab.phone(2)).length, before + 1);
		const page = await ConversationsPage.open(browser, lab.webhookUrl('Open Page'), KEY.value);
		await page.person(chloe.name).getByText('Waits').waitFor();
		await page.openPerson(chloe.name);
		await page.entries('event').getByText('The bot asked for a person').last().waitFor();
		await page.page.getByRole('button', { name: 'Give back to the bot' }).click();
		await untilWith('service', chloe.name);
		await page.close();
	});
}

test('STOP is answered here and never reaches the system', async () => {
	const before = service.calls.length;
	await lab.customerWrites('STOP', { customer: 2 });
	await lab.idle(RECORD);
	assert.equal(service.calls.length, before);
	assert.match((await lab.phone(2)).at(-1)?.text ?? '', /^You are unsubscribed/);
});
