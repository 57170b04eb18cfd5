/** The outbox: everybody once, through a kill and a retry, and with two executions at once. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import { isOver, type Workflow } from '../../sandbox/n8n/api.ts';
import type { N8nInstance } from '../../sandbox/n8n/instance.ts';
import { restart } from '../e2e/lab.ts';
import { TemplateLab } from './lab.ts';
import { postgresCredential, startDatabase } from './postgres.ts';

const START = 'Start or Resume';
const THROTTLED = 130_429;
/** Short ones, so that two executions share a list that a test has time for. */
const PORTION_SECONDS = 2;
const postgres = await startDatabase();
const credentials = postgresCredential(postgres);
const Assignments = z.object({ assignments: z.object({ assignments: z.array(z.record(z.unknown())) }) });
function withShortPortions(node: Workflow['nodes'][number]): Workflow['nodes'][number] {
	const { assignments } = Assignments.parse(node.parameters).assignments;
	const shortened = assignments.map((one) =>
		one.name === 'portionSeconds' ? { ...one, value: PORTION_SECONDS } : one,
	);
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: shortened } } };
}
/** n8n keeps what an execution had done when it was killed, so that a person can retry it. */
const change = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) => (node.name === 'List' ? withShortPortions(node) : node)),
	settings: { executionOrder: 'v1', saveExecutionProgress: true },
});
const lab = await TemplateLab.start('outbox', { credentials, change, publish: false });
const { whatsAppCloud } = lab.sandbox;
whatsAppCloud.rules.change({ strangersReachable: true });

let again: N8nInstance | undefined;
after(() => again?.stop());

const first = await lab.runManually(undefined, START);
await lab.publish();

/** Puts people with an opt-in onto the list. */
const add = (from: number, count: number) =>
	postgres.execute(`
		insert into messaging.outbox (reference, list, recipient)
		select 'r' || n, 'First list', '+1555' || (1000000 + n) from generate_series(${from}, ${from + count - 1}) as n;
		insert into messaging.consent (key, address, channel, sender, scope, status, source, keyword, tier, message_id, timestamp, evidence)
		select recipient, recipient, 'whatsapp', '', 'all', 'optedIn', 'import', '', '', '', '2026-01-02', '' from messaging.outbox
		on conflict do nothing`);
const Counts = z.record(z.number());
/** How many messages there are in each state: `{ delivered: 29, suppressed: 1 }`. */
async function states() {
	const [{ counts } = {}] = await postgres.rows(`
		select json_object_agg(state, messages) as counts
		from (select state, count(*)::int as messages from messaging.outbox group by state) as counted`);
	return Counts.parse(counts);
}
/** How often each reference was accepted, beside once. */
function twice(): string[] {
	const counts = new Map<string, number>();
	for (const { callbackData = '' } of whatsAppCloud.ledger.accepted) {
		counts.set(callbackData, (counts.get(callbackData) ?? 0) + 1);
	}
	return [...counts].filter(([, count]) => count > 1).map(([reference]) => reference);
}
const accepted = () => whatsAppCloud.ledger.accepted.length;
/** No row is open, and nobody has a share of the rate. */
async function isSent(): Promise<true | undefined> {
	const busy = await postgres.rows(`
		select 'row' as what from messaging.outbox where state = 'open'
		union all select 'share' from messaging.rate_lease where until > now()`);
	return busy.length === 0 || undefined;
}
const allDelivered = (messages: number) =>
	lab.eventually(
		async () => (await states()).delivered === messages || undefined,
		`${messages} delivered messages`,
	);

test('the first run makes the tables and ends', () => {
	assert.equal(first.error, undefined);
	assert.equal(accepted(), 0);
});

test('everybody who opted in gets it once, and the rows tell what became of it', async () => {
	await add(1, 30);
	await postgres.execute("update messaging.consent set status = 'optedOut' where address = '+15551000007'");
	assert.equal((await lab.runManually(undefined, START)).error, undefined);
	await allDelivered(29);
	assert.deepEqual(await states(), { delivered: 29, suppressed: 1 });
	assert.deepEqual(twice(), []);
	assert.equal((await lab.runManually(undefined, START)).error, undefined);
	assert.equal(accepted(), 29);
	assert.deepEqual(
		await postgres.rows('select count(*)::int as live from messaging.rate_lease where until > now()'),
		[{ live: 0 }],
	);
});

test('what is not taken is open again, and the run says so', async () => {
	await add(101, 5);
	whatsAppCloud.rules.change({ templates: { welcome: 'PAUSED' } });
	const { error } = await lab.runManually(undefined, START);
	assert.match(error?.message ?? '', /^5 messages were not taken and are open again\./);
	whatsAppCloud.rules.change({ templates: { welcome: 'APPROVED' } });
	await lab.runManually(undefined, START);
	await allDelivered(34);
});

test('killed in the middle, retried by a person and started anew, it sends to everybody once', async () => {
	const before = accepted();
	const { delivered: deliveredBefore = 0 } = await states();
	await add(201, 300);
	const executionId = await lab.api.run(lab.workflow().id, START);
	await lab.eventually(() => accepted() > before + 100, 'the first hundred');
	({ again } = await restart(lab));
	await lab.eventually(
		async () => (await lab.api.execution(executionId)).status === 'crashed' || undefined,
		'the crashed execution',
	);
	const doubtful = (await states()).claimed ?? 0;
	assert.ok(doubtful > 0, 'It was not in the middle of a portion');
	// The dead one's share is free after 75 seconds, for which the retry would wait.
	await postgres.execute(`delete from messaging.rate_lease where execution = '${executionId}'`);
	await lab.api.retry(executionId);
	await lab.runManually(undefined, START);
	await lab.eventually(isSent, 'the end of all executions that send', 120_000);
	// Statuses that the provider could not bring while n8n was away come again.
	await lab.eventually(() => !whatsAppCloud.ledger.isWaiting || undefined, 'the last status', 120_000);
	await postgres.execute("update messaging.outbox set claimed_at = now() - interval '16 minutes'");
	await lab.runManually(undefined, START);
	await allDelivered(deliveredBefore + 300);
	assert.deepEqual(twice(), []);
	assert.equal(accepted(), before + 300);
});

test('two executions at once get everybody once, and are hardly ever too fast', async (context) => {
	await add(2_001, 300);
	const began = Date.now();
	const before = accepted();
	const runs = [await lab.api.run(lab.workflow().id, START)];
	await lab.eventually(() => accepted() > before + 50, 'the first portion');
	runs.push(await lab.api.run(lab.workflow().id, START));
	await lab.eventually(
		async () => (await Promise.all(runs.map((id) => lab.api.execution(id)))).every(isOver),
		'the end of both',
		300_000,
	);
	const senders = await postgres.rows(
		"select distinct claimed_by from messaging.outbox where reference >= 'r2001' and reference <= 'r2300'",
	);
	// Every five seconds the schedule may add one.
	assert.ok(senders.length >= 2, `${senders.length} executions have sent`);
	const calls = whatsAppCloud.ledger.calls.filter(({ at }) => Date.parse(at) >= began);
	const throttled = calls.filter(({ code }) => code === THROTTLED).length;
	context.diagnostic(`${throttled} of 300 refused as too many, and sent again`);
	assert.deepEqual(twice(), []);
	assert.equal(accepted(), before + 300);
	// Where n8n is held up, what it had begun goes out at once.
	assert.ok(throttled <= 30, `${throttled} throttled`);
});
