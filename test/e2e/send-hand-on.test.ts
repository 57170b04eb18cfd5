/** A list whose rows are marked while it is being sent, by the workflow that sends it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { addWorkflow, credentialOf, PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { startSurroundings } from './lab.ts';
import { startOutsideSystem } from './outside.ts';
import { nodesOf } from './send-flow.ts';

const COUNT = 300;
const PER_SECOND = 30;
const LONGEST_MS = 5000;

const Marks = z.array(z.object({ row: z.string(), outcome: z.string() }));

const lab = await startSurroundings('send-hand-on');
const { ledger, rules } = lab.sandbox.whatsAppCloud;
const [number] = WORLD.numbers;
assert(number);
rules.change({ strangersReachable: true, ignoresWindow: true, messagesPerSecond: 1000 });

/** The table of rows, which takes what is written under an execution's path. */
const marked = new Map<string, { outcome: string; at: number }>();
const markedTwice: string[] = [];
const { url: tableUrl } = await startOutsideSystem(({ body }) => {
	const at = Date.now();
	for (const { row, outcome } of Marks.parse(body.marks)) {
		if (marked.has(row)) markedTwice.push(row);
		marked.set(row, { outcome, at });
	}
	return { body: {} };
});

/** Sends the rows of a call, and writes into the table what it hands on to itself. */
function workflowOf(settings: Record<string, unknown> = {}): Workflow {
	const id = randomUUID();
	const node = nodesOf(id);
	const next = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		id,
		name: 'Marks while it sends',
		nodes: [
			node('Call', {
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: id,
				parameters: { httpMethod: 'POST', path: id },
			}),
			node('Rows', { type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'body.rows' } }),
			node('Messaging Send', {
				type: `${PACKAGE}.messagingSend`,
				parameters: {
					provider: 'whatsAppCloud',
					operation: 'sendResponse',
					sender: { __rl: true, mode: 'id', value: number?.id },
					recipientFrom: 'fields',
					recipientFields: 'phone',
					text: 'Your order is on its way.',
					options: { callbackData: '={{ $json.row }}' },
					delivery: {
						perSecond: PER_SECOND,
						handOnTo: { __rl: true, mode: 'id', value: '={{ $workflow.id }}' },
					},
				},
				credentials: credentialOf('whatsAppCloud', lab.credentialIds),
				onError: 'continueErrorOutput',
			}),
			node('Results', {
				type: 'n8n-nodes-base.executeWorkflowTrigger',
				typeVersion: 1.1,
				parameters: { inputSource: 'passthrough' },
			}),
			node('Table', {
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				executeOnce: true,
				parameters: {
					method: 'POST',
					url: tableUrl,
					sendBody: true,
					specifyBody: 'json',
					jsonBody:
						'={{ JSON.stringify({ marks: $input.all().map(({ json }) => ({ row: json.row, outcome: json.error ? json.error.code : json.outcome })) }) }}',
				},
			}),
		],
		connections: { Call: next('Rows'), Rows: next('Messaging Send'), Results: next('Table') },
		settings,
	};
}

/** Begins a run over the rows; its execution's id is that of the newest one that is not a portion's. */
async function begin(settings?: Record<string, unknown>): Promise<string> {
	const name = randomUUID().slice(0, 8);
	lab.sandbox.reset();
	rules.change({ strangersReachable: true, ignoresWindow: true, messagesPerSecond: 1000 });
	marked.clear();
	const rows = Array.from({ length: COUNT }, (_, index) => ({
		row: `${name}-${index}`,
		phone: `+49151${String(20_000_000 + index)}`,
	}));
	const { id } = await addWorkflow(lab.api, workflowOf(settings));
	const { status } = await axios.post(`${lab.n8n.url}/webhook/${id}`, { rows }, { proxy: false });
	assert.equal(status, 200);
	return id;
}

afterEach(() => {
	assert.deepEqual(markedTwice, []);
});

const outcomes = (outcome: string) => [...marked.values()].filter((one) => one.outcome === outcome).length;

/** Every message that the provider took, with how long it was until its row was marked, in ms. */
function delays(): number[] {
	return ledger.accepted.map(({ callbackData = '', at }) => {
		const mark = marked.get(callbackData);
		assert(mark, `${callbackData} went out and was never marked`);
		return mark.at - Date.parse(at);
	});
}

test(`each of ${COUNT} rows is marked within five seconds of its send`, async (context) => {
	await begin();

	await eventually(() => marked.size === COUNT, 'all marks', 60_000);

	const longest = Math.max(...delays());
	context.diagnostic(`longest ${longest} ms`);
	assert.equal(outcomes('accepted'), COUNT);
	assert.ok(longest < LONGEST_MS, `a row was marked ${longest} ms after its send`);
});

test('Stop in the middle leaves what went out marked, and the rest as unsent', async (context) => {
	const id = await begin();
	await eventually(() => ledger.counts.accepted > COUNT / 3, 'a third', 30_000);
	const sending = (await lab.api.executions(id)).find(({ status }) => status === 'running');
	assert(sending);

	await lab.api.stop(sending.id);

	await eventually(() => marked.size === COUNT, 'all marks', 30_000);
	const longest = Math.max(...delays());
	const sent = outcomes('accepted') + outcomes('unknown');
	context.diagnostic(`${ledger.counts.accepted} taken, ${sent} marked as sent, longest ${longest} ms`);
	assert.ok(sent >= ledger.counts.accepted && sent < COUNT);
	assert.equal(outcomes('unsent'), COUNT - sent);
	assert.ok(longest < LONGEST_MS);
});

test("n8n's own limit of time leaves it marked as well", async (context) => {
	await begin({ executionTimeout: 5 });

	await eventually(() => marked.size === COUNT, 'all marks', 30_000);

	const sent = outcomes('accepted') + outcomes('unknown');
	context.diagnostic(`${ledger.counts.accepted} taken, ${sent} marked as sent`);
	assert.ok(delays().length > 0 && sent < COUNT);
	assert.equal(outcomes('unsent'), COUNT - sent);
});
