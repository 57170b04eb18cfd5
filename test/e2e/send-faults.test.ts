/**
 * A long list over a provider that throttles, fails, breaks connections and hangs. `SEND_FAULTS` is the number of messages.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../sandbox/whatsapp-cloud/faults.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { Lab } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { SendFlow, type Sent } from './send-flow.ts';

const COUNT = Number(process.env.SEND_FAULTS ?? 1_500);
const EVERY_INVALID = 100;
const EVERY_OPTED_OUT = 50;
/** In percent of the calls. */
const SHARES = new Map<Fault, number>([
	['rateLimited', 5],
	['serverError', 2],
	['reset', 1],
	['resetAfterAccepting', 1],
	['hang', 1],
]);
/** After these nobody on our side can know whether the message was taken. */
const DOUBTFUL: readonly string[] = ['reset', 'resetAfterAccepting', 'hang'] satisfies Fault[];

const lab = await Lab.start('send-faults');
const { faults, ledger, rules } = lab.sandbox.whatsAppCloud;
const numbers = WORLD.numbers.map(({ id }) => id);
// The statuses of the messages are not what is looked at here.
await lab.api.unpublish(lab.workflow);
await lab.sandbox.whatsAppCloud.setWebhook(undefined);

const flow = await SendFlow.publish(lab, {
	provider: 'whatsAppCloud',
	parameters: {
		operation: 'sendResponse',
		sender: { __rl: true, mode: 'id', value: '={{ $json.number }}' },
		recipientFrom: 'fields',
		recipientFields: 'phone',
		text: '=Order {{ $json.order }} is on its way.',
		permission: { consentState: '={{ $json.consent }}' },
		options: { callbackData: '={{ $json.order }}' },
		// Each throttling slows a number down, so that the rate has to be high for the test to be short.
		delivery: { perSecond: 10_000, concurrency: 100 },
	},
});

function rowsOf(count: number) {
	return Array.from({ length: count }, (_, index) => ({
		order: `order-${index}`,
		number: numbers[index % numbers.length] ?? '',
		phone: index % EVERY_INVALID === 7 ? 'unknown' : `+49151${String(10_000_000 + index)}`,
		consent: index % EVERY_OPTED_OUT === 3 ? 'optedOut' : 'optedIn',
	}));
}

/** Every order with the outcomes that the node gave it. */
function outcomesOf({ accepted, suppressed, failed }: Sent): Map<string, string[]> {
	const outcomes = new Map<string, string[]>();
	const add = (order: unknown, outcome: string) => {
		const key = String(order);
		outcomes.set(key, [...(outcomes.get(key) ?? []), outcome]);
	};
	for (const { callbackData, outcome } of accepted) add(callbackData, String(outcome));
	for (const { order } of suppressed) add(order, 'suppressed');
	for (const { order, error } of failed) {
		const isUnsent = JSON.stringify(error).includes('"unsent"');
		add(order, isUnsent ? 'unsent' : 'failed');
	}
	return outcomes;
}

function countsOf(values: Iterable<string | undefined>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

function prepare(): void {
	lab.sandbox.reset();
	rules.change({ messagesPerSecond: 100_000, strangersReachable: true, ignoresWindow: true });
}

test(`${COUNT} messages over a faulty connection: none twice, and each accounted for`, async (context) => {
	prepare();
	faults.share(SHARES, 7);
	const rows = rowsOf(COUNT);
	const startedAt = performance.now();

	const sent = await flow.send(rows);

	const seconds = (performance.now() - startedAt) / 1000;
	faults.clear();
	assert.equal(sent.error, undefined);
	const outcomes = outcomesOf(sent);
	const counts = countsOf([...outcomes.values()].flat());
	const hits = countsOf(ledger.calls.map(({ fault }) => fault));
	const figures = {
		seconds: Math.round(seconds),
		items: rows.length,
		...counts,
		taken: ledger.counts.accepted,
	};
	context.diagnostic(JSON.stringify(figures));
	context.diagnostic(`faults ${JSON.stringify(hits)}`);

	const twice = [...ledger.taken.entries()].filter(({ count }) => count > 1);
	assert.deepEqual(twice, [], 'messages that the provider took more than once');
	assert.deepEqual(
		rows.filter(({ order }) => outcomes.get(order)?.length !== 1),
		[],
		'rows without an outcome, or with more than one',
	);
	const invalid = rows.filter(({ phone }) => phone === 'unknown').length;
	const optedOut = rows.filter(({ phone, consent }) => phone !== 'unknown' && consent === 'optedOut').length;
	assert.equal(counts.suppressed, optedOut);
	assert.ok((counts.failed ?? 0) >= invalid);
	const doubtful = ledger.calls.filter(({ fault }) => DOUBTFUL.includes(fault ?? '')).length;
	assert.equal(
		counts.unknown,
		doubtful,
		'unknown is what a broken or silent connection leaves, and nothing else',
	);
	const taken = new Set(ledger.accepted.map(({ callbackData }) => callbackData));
	for (const [order, [outcome]] of outcomes) {
		if (outcome === 'accepted') assert.ok(taken.has(order), `${order} is said to be accepted and was not`);
		else if (outcome !== 'unknown') assert.ok(!taken.has(order), `${order} is ${outcome} and was taken`);
	}
	assert.equal(ledger.counts.accepted, (counts.accepted ?? 0) + (hits.resetAfterAccepting ?? 0));
});

test('a token that runs out ends the sending: the rest is unsent, and what was sent is known', async (context) => {
	prepare();
	faults.latencyMs = 20;
	const rows = rowsOf(400);
	const ends = eventually(() => ledger.counts.accepted >= 100, 'the first hundred', 60_000).then(() => {
		faults.set('tokenExpired', 'always');
	});

	const sent = await flow.send(rows);

	await ends;
	faults.clear();
	const outcomes = outcomesOf(sent);
	const counts = countsOf([...outcomes.values()].flat());
	context.diagnostic(JSON.stringify({ ...counts, taken: ledger.counts.accepted }));
	assert.equal(outcomes.size, rows.length);
	assert.equal(counts.accepted, ledger.counts.accepted);
	assert.equal(counts.unknown, undefined);
	assert.ok((counts.unsent ?? 0) > 100, 'most of the list');
	const refused = ledger.calls.filter(({ code }) => code === 190).length;
	assert.ok(refused <= 100, `${refused} calls were made with the token that ran out`);
});
