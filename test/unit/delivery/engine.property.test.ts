import fc from 'fast-check';
import type { Job } from '../../../core/delivery/job';
import { SenderPace } from '../../../core/delivery/sender-pace';
import {
	BAD_TOKEN,
	DOWN,
	MAINTENANCE,
	SimulatedProvider,
	THROTTLED,
	UNREACHABLE,
	UNREGISTERED,
	type Behaviour,
} from './provider';
import { runDelivery } from './run-delivery';
import { seededRandom, VirtualTime } from './virtual-time';

const PASSING: Behaviour[] = [DOWN, THROTTLED, MAINTENANCE, UNREACHABLE, 'refused', 'lost', 'vanished'];
const FATAL: Behaviour[] = [UNREGISTERED, BAD_TOKEN];

const scenario = fc.record({
	seed: fc.nat(1_000_000),
	total: fc.integer({ min: 0, max: 150 }),
	people: fc.integer({ min: 1, max: 100 }),
	senders: fc.integer({ min: 1, max: 3 }),
	kinds: fc.integer({ min: 0, max: 3 }),
	batchSize: fc.integer({ min: 1, max: 12 }),
	concurrency: fc.integer({ min: 1, max: 20 }),
	maxPending: fc.integer({ min: 24, max: 100 }),
	perSecond: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
	burst: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
	faults: fc.double({ min: 0, max: 0.5, noNaN: true }),
	fatal: fc.double({ min: 0, max: 0.005, noNaN: true }),
	held: fc.double({ min: 0, max: 0.2, noNaN: true }),
	repeatable: fc.boolean(),
	latencyMs: fc.integer({ min: 0, max: 500 }),
	latenessMs: fc.integer({ min: 0, max: 20 }),
	cancelAt: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

function pick<Value>(values: readonly Value[], random: () => number): Value | undefined {
	return values[Math.floor(random() * values.length)];
}

async function play(given: Scenario) {
	const random = seededRandom(given.seed);
	const time = new VirtualTime(0, random, given.latenessMs);
	const pair = given.burst === undefined ? undefined : { everyMs: 2000, burst: given.burst };
	const attempted = new Map<string, Job<string>>();
	const provider = new SimulatedProvider(time, {
		...(given.perSecond === undefined ? {} : { perSecond: given.perSecond }),
		...(pair ? { pair } : {}),
		latencyMs: () => Math.floor(random() * given.latencyMs),
		behave: (message, _attempt, job) => {
			attempted.set(message, job);
			if (random() < given.fatal) return pick(FATAL, random);
			return random() < given.faults ? pick(PASSING, random) : undefined;
		},
	});
	const cancel = new AbortController();
	if (given.cancelAt !== undefined) {
		void time.sleep(given.cancelAt).then(() => {
			cancel.abort();
		});
	}
	const run = await runDelivery(time, provider, {
		total: given.total,
		signal: cancel.signal,
		prepare: () => {
			if (random() < given.held) return { outcome: 'suppressed', why: 'a rule' };
			const kind = Math.floor(random() * (given.kinds + 1));
			return {
				sender: `us ${Math.floor(random() * given.senders)}`,
				recipient: `person ${Math.floor(random() * given.people)}`,
				repeatable: given.repeatable,
				...(kind === 0 ? {} : { batchKey: `kind ${kind}` }),
			};
		},
		limits: {
			concurrency: given.concurrency,
			batchSize: given.batchSize,
			maxPending: given.maxPending,
			paceOf: () =>
				new SenderPace({
					...(given.perSecond === undefined ? {} : { rate: { messages: given.perSecond, perMs: 1000 } }),
					...(pair ? { pair: { messages: 1, perMs: pair.everyMs, burst: pair.burst } } : {}),
				}),
		},
	});
	return { ...run, provider, attempted };
}

type Played = Awaited<ReturnType<typeof play>>;

const LAWS: Record<string, (played: Played, given: Scenario) => void> = {
	'every item is settled, and once': ({ results, settledTwice, counts }, { total }) => {
		expect(results.size).toBe(total);
		expect(settledTwice).toEqual([]);
		const { sent, failed, suppressed, unsent, unknown, remaining } = counts;
		expect(sent + failed + suppressed + unsent + unknown).toBe(total);
		expect(remaining).toBe(0);
	},
	'nothing that was accepted goes out again, unless the provider knows a repeat': (
		{ provider },
		{ repeatable },
	) => {
		if (!repeatable) expect(new Set(provider.accepted).size).toBe(provider.accepted.length);
	},
	'the result tells the truth': ({ results, provider }) => {
		const accepted = new Set(provider.accepted);
		for (const [index, result] of results) {
			if (result.outcome === 'accepted') expect(accepted).toContain(String(index));
			else if (result.outcome !== 'unknown') expect(accepted).not.toContain(String(index));
		}
	},
	'what was never called is unsent or held back': ({ results, attempted }) => {
		for (const [index, result] of results) {
			if (!attempted.has(String(index))) expect(['unsent', 'suppressed']).toContain(result.outcome);
		}
	},
	'a person gets messages in order': ({ provider, attempted }, { repeatable }) => {
		if (repeatable) return;
		const last = new Map<string, number>();
		for (const message of provider.accepted) {
			const recipient = attempted.get(message)?.recipient ?? '';
			expect(Number(message)).toBeGreaterThan(last.get(recipient) ?? -1);
			last.set(recipient, Number(message));
		}
	},
	'no limit is ever exceeded': ({ provider }, { concurrency }) => {
		expect(provider.throttled).toEqual([]);
		expect(provider.mostAtOnce).toBeLessThanOrEqual(concurrency);
	},
};

test.each(Object.entries(LAWS))(
	'%s',
	async (_name, law) => {
		await fc.assert(
			fc.asyncProperty(scenario, async (given) => {
				law(await play(given), given);
			}),
			{ numRuns: 150 },
		);
	},
	60_000,
);
