/** A broadcast: who gets it, that nobody gets it twice, and what makes it stop. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import type { N8nInstance } from '../../sandbox/n8n/instance.ts';
import { restart } from '../e2e/lab.ts';
import { TemplateLab } from './lab.ts';
import { readPhone } from './phone.ts';

const CAMPAIGN = 'First broadcast';
const MANUAL = 'Start or Resume';
/** Digits alone, as some lists have them. */
const PEOPLE = [
	...Array.from({ length: 12 }, (_, index) => String(15_550_123_100 + index)),
	// Known to the record as +525512345678.
	'5215512345678',
];
const phoneOf = (person: number) => `+${(PEOPLE[person] ?? '').replace(/^521/, '52')}`;
const OPTED_OUT = 10;
const NEVER_ASKED = 11;
const OPTED_OUT_IN_MEXICO = 12;
const WILLING = PEOPLE.map((_, person) => person).filter((person) => person < OPTED_OUT);

const Parameters = z.record(z.unknown());

/** Small batches, and a template with blanks. */
const change = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) => {
		const text = JSON.stringify(node.parameters).replace('welcome|en_US', 'order_update|en_US');
		const parameters = Parameters.parse(JSON.parse(text.replace('"value":50', '"value":2')));
		return { ...node, parameters };
	}),
});

const lab = await TemplateLab.start('broadcast', { change });
const { whatsAppCloud } = lab.sandbox;
const accepted = () => whatsAppCloud.ledger.accepted;
const countOf = (person: number) =>
	accepted().filter(({ to }) => to.replace('+', '') === PEOPLE[person]).length;
const sends = async () =>
	new Map((await lab.table('messaging_sends')).map((row) => [String(row.recipient), row]));
const errorOf = (run: Awaited<ReturnType<typeof lab.runManually>>) => run.error?.message ?? '';

let again: N8nInstance | undefined;
after(() => again?.stop());

const first = await lab.runManually();

for (const [person] of PEOPLE.entries()) {
	const body = { phoneNumber: phoneOf(person), name: `Person ${person}` };
	await axios.post(`${lab.sandbox.url}/sandbox/customers`, body, { proxy: false });
}

async function addPeople(people: readonly number[], name: (person: number) => string): Promise<void> {
	const rows = people.map((person) => ({
		segment: 'everyone',
		recipient: PEOPLE[person] ?? '',
		properties: JSON.stringify({
			header_text_1: 'A-1',
			body_1: name(person),
			body_2: 'ready',
			body_3: 'Friday',
			button_0_url: 'A-1',
		}),
	}));
	await lab.addRows('messaging_segment', rows);
}

/** Runs it and does something once so many more messages are out. */
async function whileRunning(messages: number, act: () => Promise<void> | void): Promise<string> {
	const until = accepted().length + messages;
	const executionId = await lab.api.run(lab.workflow().id, MANUAL);
	await lab.eventually(() => accepted().length >= until, `${messages} messages`, 30_000);
	await act();
	return executionId;
}

const ended = (executionId: string) =>
	lab.eventually(
		async () => !['new', 'running'].includes((await lab.api.execution(executionId)).status),
		'the end of the broadcast',
		30_000,
	);

test('the first run makes the tables and sends nothing', async () => {
	assert.equal(errorOf(first), '');
	for (const name of ['messaging_contacts', 'messaging_segment', 'messaging_sends']) {
		assert.deepEqual(await lab.table(name), []);
	}
	assert.equal(accepted().length, 0);
});

test('it stops when the quality of the number drops, and says so', async () => {
	await addPeople([...PEOPLE.keys()], (person) => `Person ${person}`);
	const row = (person: number, status: string, timestamp: string, channel = 'whatsapp') => ({
		key: `${channel}|${timestamp}|${person}`,
		address: phoneOf(person),
		channel,
		scope: 'all',
		status,
		timestamp,
	});
	await lab.addRows('messaging_contacts', [
		...WILLING.map((person) => row(person, 'optedIn', '2026-01-02T08:00:00.000Z')),
		row(0, 'optedOut', '2025-12-24T08:00:00.000Z'),
		row(OPTED_OUT, 'optedIn', '2026-01-02T08:00:00.000Z'),
		row(OPTED_OUT, 'optedOut', '2026-02-02T08:00:00.000Z', 'sms'),
		row(OPTED_OUT_IN_MEXICO, 'optedOut', '2026-02-02T08:00:00.000Z'),
	]);
	whatsAppCloud.faults.latencyMs = 150;
	const executionId = await whileRunning(2, () => {
		whatsAppCloud.rules.change({ break: ['qualityMedium'] });
	});
	await ended(executionId);
	const { error } = await lab.api.runData(executionId);
	assert.match(
		error?.message ?? '',
		/^The broadcast stopped: the number is CONNECTED with the quality YELLOW\./,
	);
	const out = accepted().length;
	assert(out >= 2 && out < WILLING.length, `${out} messages`);
	whatsAppCloud.rules.change({ repair: ['qualityMedium'] });
});

test('killed in the middle, it goes on where it stopped and sends to nobody twice', async () => {
	await whileRunning(1, async () => {
		({ again } = await restart(lab));
	});
	whatsAppCloud.faults.latencyMs = 0;
	assert.equal(errorOf(await lab.runManually()), '');
	const rows = await sends();
	const cutOff = WILLING.filter((person) => rows.get(phoneOf(person))?.status === 'sending');
	assert(cutOff.length <= 2, 'one batch at most was on its way');
	for (const person of WILLING) {
		const count = countOf(person);
		assert(count === 1 || (count === 0 && cutOff.includes(person)), `${person} got ${count}`);
	}
});

test('who did not opt in gets nothing, with the reason', async () => {
	const rows = await sends();
	for (const [person, rule] of [
		[OPTED_OUT, 'optedOut'],
		[OPTED_OUT_IN_MEXICO, 'optedOut'],
		[NEVER_ASKED, 'noConsent'],
	] as const) {
		const row = rows.get(phoneOf(person));
		assert.deepEqual([row?.status, row?.sentAt], ['suppressed', '']);
		assert.match(String(row?.error), new RegExp(`^${rule}: `));
		assert.equal(countOf(person), 0);
	}
});

test('each message is the person’s own, and its row says what became of it', async () => {
	const person = WILLING.find((each) => countOf(each) === 1);
	assert(person !== undefined);
	const [message, ...more] = await readPhone(lab.sandbox, phoneOf(person));
	assert.deepEqual(more, []);
	assert.equal(message?.template, 'order_update');
	assert.match(message.text, new RegExp(`Hi Person ${person}, your order is ready`));
	const row = await lab.eventually(async () => {
		const found = (await sends()).get(phoneOf(person));
		return found?.status === 'delivered' && found;
	}, 'the status in the table');
	assert.equal(row.key, `${CAMPAIGN}|${phoneOf(person)}`);
	assert.equal(message.callbackData, row.key);
	assert.deepEqual(
		[row.campaign, row.progress, row.messageId, row.provider, row.channel],
		[CAMPAIGN, 4, message.id, 'whatsAppCloud', 'whatsapp'],
	);
});

test('executed again, it sends nothing', async () => {
	const before = accepted().length;
	assert.equal(errorOf(await lab.runManually()), '');
	assert.equal(accepted().length, before);
});

test('whoever opts in later is sent to by the next run', async () => {
	await lab.addRows('messaging_contacts', [
		{
			key: 'late',
			address: phoneOf(NEVER_ASKED),
			scope: 'all',
			status: 'optedIn',
			timestamp: '2026-03-01T08:00:00.000Z',
		},
	]);
	await lab.runManually();
	assert.equal(countOf(NEVER_ASKED), 1);
});

test('two runs at once send to nobody twice, and what was not taken is sent by the next run', async () => {
	const others = Array.from({ length: 6 }, (_, index) => String(15_550_123_200 + index));
	const from = PEOPLE.push(...others) - others.length;
	const people = others.map((_, index) => from + index);
	await addPeople(people, () => 'you');
	const timestamp = '2026-01-02T08:00:00.000Z';
	await lab.addRows(
		'messaging_contacts',
		people.map((person) => ({
			key: `k${person}`,
			address: phoneOf(person),
			scope: 'all',
			status: 'optedIn',
			timestamp,
		})),
	);
	whatsAppCloud.rules.change({ strangersReachable: true });
	whatsAppCloud.rules.change({ templates: { order_update: 'PAUSED' } });
	await lab.runManually();
	assert.deepEqual(
		people.map(countOf),
		people.map(() => 0),
	);
	const paused = await sends();
	for (const person of people) assert.equal(paused.get(phoneOf(person))?.status, 'unsent');

	whatsAppCloud.rules.change({ templates: { order_update: 'APPROVED' } });
	whatsAppCloud.faults.latencyMs = 50;
	const runs = await Promise.all([1, 2].map(() => lab.api.run(lab.workflow().id, MANUAL)));
	for (const executionId of runs) await ended(executionId);
	assert.deepEqual(
		people.map(countOf),
		people.map(() => 1),
	);
});
