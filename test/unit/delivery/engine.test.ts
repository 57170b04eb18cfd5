import type { Progress } from '../../../core/delivery/progress';
import { SenderPace } from '../../../core/delivery/sender-pace';
import {
	BAD_TOKEN,
	DOWN,
	errorOf,
	MAINTENANCE,
	PAIR_LIMIT,
	SimulatedProvider,
	THROTTLED,
	UNREACHABLE,
	UNREGISTERED,
	type Behaviour,
} from './provider';
import { plain, runDelivery } from './run-delivery';
import { seededRandom, VirtualTime } from './virtual-time';

const midway = () => 0.5;

function setUp(behave?: (message: string, attempt: number) => Behaviour, latency = 100) {
	const time = new VirtualTime(0, midway);
	return { time, provider: new SimulatedProvider(time, { behave, latencyMs: () => latency }) };
}

describe('one message', () => {
	test.each<[string, (Behaviour | 'taken')[], boolean, object]>([
		['accepted', ['taken'], false, { outcome: 'accepted', receipt: 'id of 0', attempts: 1 }],
		['rejected for good', [UNREACHABLE], false, { outcome: 'rejected', error: UNREACHABLE, attempts: 1 }],
		['accepted later', [DOWN, DOWN, 'taken'], false, { outcome: 'accepted', attempts: 3 }],
		['never reached', ['refused', 'refused', 'taken'], false, { outcome: 'accepted', attempts: 3 }],
		['down for too long', Array<Behaviour>(9).fill(DOWN), false, { outcome: 'rejected', attempts: 5 }],
		[
			'no connection at all',
			Array<Behaviour>(9).fill('refused'),
			false,
			{ outcome: 'refused', reason: 'No connection', attempts: 5 },
		],
		['lost answer', ['lost', 'taken'], false, { outcome: 'unknown', reason: 'Timed out', attempts: 1 }],
		['lost answer, repeatable', ['vanished', 'taken'], true, { outcome: 'accepted', attempts: 2 }],
		[
			'in doubt, then refused: still in doubt',
			['lost', UNREACHABLE],
			true,
			{ outcome: 'unknown', reason: 'Timed out', attempts: 2 },
		],
		[
			'throttling does not use up attempts',
			[...Array<Behaviour>(8).fill(THROTTLED), 'taken'],
			false,
			{ outcome: 'accepted', attempts: 9 },
		],
		[
			'a wait longer than allowed',
			[errorOf('busy', { retryable: true, retryAfterMs: 3_600_000 }), 'taken'],
			false,
			{ outcome: 'rejected', attempts: 1 },
		],
	])('%s', async (_name, script, repeatable, expected) => {
		const { time, provider } = setUp((_message, attempt) => {
			const step = script[attempt - 1];
			return step === 'taken' ? undefined : step;
		});
		const { results } = await runDelivery(time, provider, {
			total: 1,
			prepare: (index) => ({ ...plain(index), ...{ repeatable } }),
		});
		expect(results.get(0)).toMatchObject(expected);
	});

	test('waits longer every time, and as long as the provider asks for', async () => {
		const { time, provider } = setUp((_message, attempt) =>
			attempt < 4 ? DOWN : attempt === 4 ? { ...DOWN, retryAfterMs: 30_000 } : undefined,
		);
		await runDelivery(time, provider, { total: 1 });
		const waits = provider.calls.slice(1).map(({ at }, index) => at - (provider.calls[index]?.at ?? 0) - 100);
		expect(waits).toEqual([500, 1000, 2000, 34_000]);
	});

	test.each([
		['throws', () => Promise.reject(new Error('socket hang up')), 'socket hang up'],
		['says nothing', () => Promise.resolve([]), 'The call ended without an answer for this message.'],
	])('a call that %s leaves it unknown', async (_name, attempt, reason) => {
		const { results } = await runDelivery(new VirtualTime(), { attempt }, { total: 1 });
		expect(results.get(0)).toEqual({ outcome: 'unknown', reason, attempts: 1 });
	});
});

describe('what is held back', () => {
	test('costs no call and is counted', async () => {
		const { time, provider } = setUp();
		const { results, counts } = await runDelivery(time, provider, {
			total: 3,
			prepare: (index) =>
				index === 0
					? { outcome: 'suppressed', why: 'opted out' }
					: index === 1
						? { outcome: 'invalid', why: 'no number' }
						: plain(index),
		});
		expect(results.get(0)).toEqual({ outcome: 'suppressed', why: 'opted out' });
		expect(results.get(1)).toEqual({ outcome: 'invalid', why: 'no number' });
		expect(counts).toEqual({
			...{ sent: 1, throttled: 0, failed: 1, suppressed: 1, unsent: 0, unknown: 0, remaining: 0 },
		});
		expect(provider.calls).toHaveLength(1);
	});
});

describe('one recipient', () => {
	test('gets messages one after the other, also over a retry', async () => {
		const { time, provider } = setUp((message, attempt) =>
			message === '1' && attempt < 3 ? DOWN : undefined,
		);
		await runDelivery(time, provider, { total: 4, prepare: () => ({ sender: 'us', recipient: 'Ana' }) });
		expect(provider.accepted).toEqual(['0', '1', '2', '3']);
		expect(provider.mostAtOnce).toBe(1);
	});

	test('is paced by the pair rate: a burst, then one in six seconds', async () => {
		const time = new VirtualTime();
		const provider = new SimulatedProvider(time, { pair: { everyMs: 6000, burst: 45 } });
		const { tookMs } = await runDelivery(time, provider, {
			total: 50,
			prepare: () => ({ sender: 'us', recipient: 'Ana' }),
			limits: { paceOf: () => new SenderPace({ pair: { messages: 1, perMs: 6000, burst: 45 } }) },
		});
		expect(provider.throttled).toEqual([]);
		expect(tookMs).toBe(30_000);
	});

	test('a pair limit holds back nobody else', async () => {
		const { time, provider } = setUp((message, attempt) =>
			message === '0' && attempt === 1 ? PAIR_LIMIT : undefined,
		);
		await runDelivery(time, provider, {
			total: 40,
			prepare: (index) => ({ sender: 'us', recipient: index < 2 ? 'Ana' : `person ${index}` }),
		});
		expect(provider.accepted.slice(-2)).toEqual(['0', '1']);
		expect(provider.calls.filter(({ at }) => at < 6000)).toHaveLength(39);
	});
});

describe('a fault that hits everything', () => {
	test('of the sender: ends its messages, not those of others', async () => {
		const { time, provider } = setUp((message) => (message === '10' ? UNREGISTERED : undefined));
		const { results, counts } = await runDelivery(time, provider, {
			total: 1000,
			prepare: (index) => ({ sender: index % 2 === 0 ? 'bad' : 'good', recipient: `person ${index}` }),
			limits: { concurrency: 10 },
		});
		expect(counts).toMatchObject({ failed: 1, remaining: 0 });
		expect(results.get(10)).toMatchObject({ outcome: 'rejected' });
		expect(results.get(998)).toEqual({
			outcome: 'unsent',
			reason: 'Sending from this sender was stopped: Error unregistered. Do something.',
			error: UNREGISTERED,
		});
		expect(results.get(999)).toMatchObject({ outcome: 'accepted' });
		expect(counts.sent + counts.unsent).toBe(999);
		expect(counts.sent).toBeLessThan(520);
	});

	test('of the account: ends all, prepares no more, and lets calls under way come to their end', async () => {
		const { time, provider } = setUp((message) => (message === '3' ? BAD_TOKEN : undefined));
		const prepared: number[] = [];
		const { results, counts } = await runDelivery(time, provider, {
			total: 5000,
			prepare: (index) => {
				prepared.push(index);
				return plain(index);
			},
			limits: { concurrency: 8, maxPending: 20 },
		});
		expect(counts).toMatchObject({ failed: 1, remaining: 0, sent: provider.accepted.length });
		expect(counts.sent).toBeLessThan(20);
		expect(prepared.length).toBeLessThan(30);
		expect(results.get(4999)).toMatchObject({ outcome: 'unsent', error: BAD_TOKEN });
	});

	test('that passes: the sender pauses as long as the provider asks for', async () => {
		const { time, provider } = setUp((message, attempt) =>
			message === '0' && attempt === 1 ? MAINTENANCE : undefined,
		);
		const { counts } = await runDelivery(time, provider, { total: 300, limits: { concurrency: 10 } });
		expect(counts).toMatchObject({ sent: 300 });
		const pause = provider.calls.filter(({ at }) => at > 100 && at < 60_100);
		expect(pause).toEqual([]);
	});

	test('that passes too late: the sender is stopped', async () => {
		const { time, provider } = setUp(() => ({ ...MAINTENANCE, retryAfterMs: 3_600_000 }));
		const { counts } = await runDelivery(time, provider, { total: 300, limits: { concurrency: 10 } });
		expect(counts).toMatchObject({ failed: 10, unsent: 290 });
	});
});

test('cancelling leaves the rest unsent and waits for calls under way', async () => {
	const { time, provider } = setUp((message) => (message === '9' ? DOWN : undefined), 1000);
	const cancel = new AbortController();
	void time.sleep(1500).then(() => {
		cancel.abort();
	});
	const { results, counts, tookMs } = await runDelivery(time, provider, {
		total: 500,
		signal: cancel.signal,
		limits: { concurrency: 10 },
	});
	expect(counts).toMatchObject({ sent: provider.accepted.length, remaining: 0 });
	expect(counts.sent + counts.failed + counts.unsent).toBe(500);
	expect(results.get(499)).toMatchObject({ outcome: 'unsent', reason: expect.stringMatching(/cancelled/) });
	expect(tookMs).toBe(2000);
});

describe('rate', () => {
	const RATE = { messages: 80, perMs: 1000 };

	test.each([
		['at once', 0, 0],
		['over a slow line and late timers', 300, 6],
	])(
		'2,000 messages at 80 a second, %s: 95 % of the rate, never above it',
		async (_name, latency, lateness) => {
			const time = new VirtualTime(0, seededRandom(1), lateness);
			const provider = new SimulatedProvider(time, { perSecond: 80, latencyMs: () => latency });
			const { counts } = await runDelivery(time, provider, {
				total: 2000,
				limits: { paceOf: () => new SenderPace({ rate: RATE }) },
			});
			expect(provider.throttled).toEqual([]);
			expect(counts).toMatchObject({ sent: 2000, throttled: 0 });
			const lastAt = provider.calls.at(-1)?.at ?? 0;
			expect(2000 / (lastAt / 1000)).toBeGreaterThanOrEqual(80 * 0.95);
		},
	);

	test('is counted for every sender by itself', async () => {
		const time = new VirtualTime();
		const provider = new SimulatedProvider(time, { perSecond: 10 });
		const { tookMs } = await runDelivery(time, provider, {
			total: 400,
			prepare: (index) => ({ sender: `us ${index % 4}`, recipient: `person ${index}` }),
			limits: { paceOf: () => new SenderPace({ rate: { messages: 10, perMs: 1000 } }) },
		});
		expect(provider.throttled).toEqual([]);
		expect(tookMs).toBeLessThan(10_500);
	});

	test('a provider that takes less than it says: slower, and back again', async () => {
		const time = new VirtualTime(0, seededRandom(2));
		const provider = new SimulatedProvider(time, { perSecond: 20, latencyMs: () => 50 });
		const { counts, tookMs } = await runDelivery(time, provider, {
			total: 2000,
			limits: { paceOf: () => new SenderPace({ rate: RATE }) },
		});
		expect(counts).toMatchObject({ sent: 2000, throttled: provider.throttled.length });
		expect(provider.throttled.length).toBeLessThan(2000 / 8);
		expect(2000 / (tookMs / 1000)).toBeGreaterThan(8);
	});
});

describe('calls of several messages', () => {
	const RATE = { messages: 40, perMs: 1000 };

	test('are filled, hold a person once, and count as many as they hold', async () => {
		const time = new VirtualTime();
		const provider = new SimulatedProvider(time, { perSecond: 40, latencyMs: () => 20 });
		const { counts, tookMs } = await runDelivery(time, provider, {
			total: 1000,
			prepare: (index) => ({ sender: 'us', recipient: `person ${Math.floor(index / 2)}`, batchKey: 'text' }),
			limits: { batchSize: 10, paceOf: () => new SenderPace({ rate: RATE }) },
		});
		expect(counts).toMatchObject({ sent: 1000, throttled: 0 });
		expect(tookMs).toBeLessThan(27_500);
		expect(provider.calls.length).toBeLessThan(110);
		for (let person = 0; person < 500; person += 1) {
			const [first, second] = [person * 2, person * 2 + 1].map((index) =>
				provider.accepted.indexOf(String(index)),
			);
			expect(second).toBeGreaterThan(first ?? Infinity);
		}
	});

	test('go out not full when no more of the kind come', async () => {
		const { time, provider } = setUp();
		await runDelivery(time, provider, {
			total: 7,
			prepare: (index) => ({
				...plain(index),
				sender: 'us',
				recipient: `p${index}`,
				batchKey: `text ${index % 2}`,
			}),
			limits: { batchSize: 100 },
		});
		expect(provider.calls.map(({ size }) => size)).toEqual([4, 3]);
	});

	test('a rare kind is not left behind by a frequent one', async () => {
		const { time, provider } = setUp(undefined, 1000);
		await runDelivery(time, provider, {
			total: 2000,
			prepare: (index) => ({
				sender: 'us',
				recipient: `p${index}`,
				batchKey: index === 5 ? 'rare' : 'often',
			}),
			limits: { batchSize: 10, maxPending: 50, concurrency: 2 },
		});
		expect(provider.accepted.indexOf('5')).toBeLessThan(100);
	});

	test('parts of a call are judged one by one', async () => {
		const { time, provider } = setUp((message, attempt) =>
			message === '1' ? UNREACHABLE : message === '2' && attempt === 1 ? DOWN : undefined,
		);
		const { counts } = await runDelivery(time, provider, {
			total: 4,
			prepare: (index) => ({ sender: 'us', recipient: `p${index}`, batchKey: 'text' }),
			limits: { batchSize: 4 },
		});
		expect(provider.accepted).toEqual(['0', '3', '2']);
		expect(counts).toMatchObject({ sent: 3, failed: 1 });
	});
});

test('makes room for others: no stretch of work without a pause is long', async () => {
	const time = new VirtualTime();
	let longest = 0;
	let yieldedAt = 0;
	const effects = {
		...time.effects,
		yieldThread: () => {
			longest = Math.max(longest, time.now() - yieldedAt);
			yieldedAt = time.now();
			return Promise.resolve();
		},
	};
	const provider = { attempt: () => Promise.resolve([{ outcome: 'accepted', receipt: '' } as const]) };
	await runDelivery(time, provider, {
		total: 2000,
		effects,
		prepare: (index) => {
			time.spend(1);
			return plain(index);
		},
	});
	expect(longest).toBeGreaterThan(0);
	expect(longest).toBeLessThanOrEqual(17);
});

test('reports progress once a second with an end in sight', async () => {
	const { time, provider } = setUp(undefined, 1000);
	const reports: { at: number; progress: Progress }[] = [];
	await runDelivery(time, provider, {
		total: 100,
		limits: { concurrency: 10 },
		onProgress: (progress) => reports.push({ at: time.now(), progress }),
	});
	expect(reports.length).toBeGreaterThanOrEqual(8);
	for (const [place, { at }] of reports.entries()) {
		expect(at - (reports[place - 1]?.at ?? 0)).toBeGreaterThanOrEqual(1000);
	}
	const half = reports.find(({ progress }) => progress.sent >= 40)?.progress;
	expect(Date.parse(half?.estimatedEnd ?? '') / 10_000).toBeCloseTo(1, 0);
	expect(half).toMatchObject({ remaining: 100 - (half?.sent ?? 0), throttled: 0, unknown: 0 });
});

test('100,000 messages: little is prepared ahead, nothing is kept', async () => {
	const time = new VirtualTime();
	let open = 0;
	let mostOpen = 0;
	const settled = new Uint8Array(100_000);
	const provider = { attempt: () => Promise.resolve([{ outcome: 'accepted', receipt: '' } as const]) };
	const startedAt = performance.now();
	await runDelivery(time, provider, {
		total: settled.length,
		prepare: (index) => {
			open += 1;
			mostOpen = Math.max(mostOpen, open);
			return plain(index);
		},
		settle: (index) => {
			open -= 1;
			settled[index] = (settled[index] ?? 0) + 1;
		},
	});
	expect(settled.every((times) => times === 1)).toBe(true);
	expect(mostOpen).toBeLessThanOrEqual(256);
	expect(performance.now() - startedAt).toBeLessThan(30_000);
}, 60_000);
