/** The outbox: everybody once, through a kill and a retry, and two executions with answers beside them within the number's rate. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { z } from 'zod';
import { isOver, type Workflow } from '../../sandbox/n8n/api.ts';
import type { N8nInstance } from '../../sandbox/n8n/instance.ts';
import { post, restart } from '../e2e/lab.ts';
import { PACKAGE, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import { readTemplate } from './files.ts';
import { credentialChooser, TemplateLab } from './lab.ts';
import { NodeTypes } from './node-types.ts';
import { postgresCredential, startDatabase } from './postgres.ts';

const START = 'Start or Resume';
const RATE = 80;
const postgres = await startDatabase();
const credentials = postgresCredential(postgres);
/** n8n keeps what an execution had done when it was killed, so that a person can retry it. */
const change = (workflow: Workflow): Workflow => ({
	...workflow,
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
	await add(201, 600);
	const executionId = await lab.api.run(lab.workflow().id, START);
	await lab.eventually(() => accepted() > before + 100, 'the first hundred');
	({ again } = await restart(lab));
	await lab.eventually(
		async () => (await lab.api.execution(executionId)).status === 'crashed' || undefined,
		'the crashed execution',
	);
	const doubtful = (await states()).claimed ?? 0;
	assert.ok(doubtful > 0, 'It was not in the middle of a portion');
	await lab.api.retry(executionId);
	// The dead one's share is free after 75 seconds.
	await postgres.execute(`delete from messaging.rate_lease where execution = '${executionId}'`);
	await lab.runManually(undefined, START);
	await lab.eventually(isSent, 'the end of all executions that send', 60_000);
	// Statuses that the provider could not bring while n8n was away come again.
	await lab.eventually(() => !whatsAppCloud.ledger.isWaiting || undefined, 'the last status', 60_000);
	await postgres.execute("update messaging.outbox set claimed_at = now() - interval '16 minutes'");
	await lab.runManually(undefined, START);
	await allDelivered(deliveredBefore + 600);
	assert.deepEqual(twice(), []);
	assert.equal(accepted(), before + 600);
});

/** Leaves statuses to others, as a cluster leaves them to its webhook processes: n8n is on this machine's two cores alone. */
async function withoutStatuses(url: string): Promise<void> {
	const app = express();
	app.use(express.text({ type: () => true }));
	app.get('/', ({ query }, response) => {
		response.send(z.string().parse(query['hub.challenge']));
	});
	app.post('/', async (request, response) => {
		const body = z.string().parse(request.body);
		const isMessage = body.includes('"messages":[');
		response.sendStatus(isMessage ? (await post(url, body)).status : 200);
	});
	const server = app.listen(0, '127.0.0.1');
	await once(server, 'listening');
	after(() => server.close());
	const { port } = z.object({ port: z.number() }).parse(server.address());
	await whatsAppCloud.setWebhook(`http://127.0.0.1:${port}/`);
}

const registeredByHand = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.type === `${PACKAGE}.messagingTrigger`
			? { ...node, parameters: { ...node.parameters, registration: 'manual' } }
			: node,
	),
});

/** The most in any second, wherever it begins; messages a second in between the first and the last. */
function pace(times: readonly number[]): { most: number; mean: number } {
	const inOrder = times.toSorted((a, b) => a - b);
	const most = Math.max(
		...inOrder.map((start) => inOrder.filter((time) => time >= start && time < start + 1_000).length),
	);
	const span = (inOrder.at(-1) ?? 0) - (inOrder[0] ?? 0);
	return { most, mean: (inOrder.length * 1_000) / span };
}

const byHand = process.env.RATES === undefined && 'by hand, with RATES, on a machine that does nothing else';

test('two executions and a stream of answers keep to the rate', { skip: byHand }, async (context) => {
	const choose = await credentialChooser(lab, await NodeTypes.of(lab.api), credentials);
	for (const workflow of (await readTemplate('receive-once')).values()) {
		const stored = await lab.api.createWorkflow(choose(registeredByHand(workflow)));
		const setUp = await lab.api.run(stored.id, 'Set Up');
		await lab.eventually(
			async () => (await lab.api.execution(setUp)).status === 'success' || undefined,
			'tables',
		);
		await lab.api.publish(stored);
		await lab.api.unpublish(lab.workflow());
		await withoutStatuses(triggerUrl(lab.api, stored));
	}
	await add(2_001, 2_400);
	const before = accepted();
	const callsBefore = whatsAppCloud.ledger.calls.length;
	const runs = [await lab.api.run(lab.workflow().id, START)];
	await lab.eventually(() => accepted() > before + 50, 'the first portion');
	runs.push(await lab.api.run(lab.workflow().id, START));
	const delays: number[] = [];
	const ends = async () => {
		const found = await Promise.all(runs.map((id) => lab.api.execution(id)));
		return found.every(isOver);
	};
	for (let customer = 0; !(await ends()); customer = (customer + 1) % 3) {
		const began = Date.now();
		const there = (await lab.phone(customer)).length;
		await lab.customerWrites('Hello', { customer });
		await lab.eventually(async () => (await lab.phone(customer)).length > there || undefined, 'the answer');
		delays.push(Date.now() - began);
		await sleep(250);
	}
	const messages = whatsAppCloud.ledger.accepted.slice(before);
	const { most, mean } = pace(messages.map(({ at }) => Date.parse(at)));
	const throttled = whatsAppCloud.ledger.calls
		.slice(callsBefore)
		.filter(({ code }) => code === 130_429).length;
	context.diagnostic(
		`${messages.length} messages, ${delays.length} of them answers: at most ${most} in a second, ${mean.toFixed(1)} on average, ${throttled} throttled; slowest answer ${Math.max(...delays)} ms`,
	);
	assert.deepEqual(twice(), []);
	// Where one n8n is held up, what it had begun goes out at once; such a message is sent again.
	assert.ok(throttled <= messages.length / 20, `${throttled} throttled`);
	assert.ok(most <= RATE, `${most} in a second`);
});
