import { paceIn, type PaceBook } from '../../../core/delivery/pace-book';
import { SenderPace } from '../../../core/delivery/sender-pace';
import { SimulatedProvider, THROTTLED } from './provider';
import { plain, runDelivery } from './run-delivery';
import { seededRandom, VirtualTime } from './virtual-time';

const RATES = { rate: { messages: 80, perMs: 1000 }, pair: { messages: 1, perMs: 6000, burst: 44 } };

function setUp(behave?: () => typeof THROTTLED | undefined) {
	const time = new VirtualTime(0, seededRandom(3));
	const book: PaceBook = new Map();
	const provider = new SimulatedProvider(time, { latencyMs: () => 20, behave });
	const send = async (total: number, more: Partial<Parameters<typeof runDelivery>[2]> = {}) =>
		await runDelivery(time, provider, {
			total,
			...more,
			limits: { ...more.limits, paceOf: (sender) => paceIn(book, [sender], RATES, time.now()) },
		});
	return { time, book, provider, send };
}

/** The most messages in any second, ends included. */
function mostInASecond({ calls }: SimulatedProvider): number {
	const times = calls.flatMap(({ at, size }) => Array<number>(size).fill(at));
	return Math.max(...times.map((from) => times.filter((at) => at >= from && at <= from + 1000).length));
}

/** Messages a second until the last one left. */
function speed({ calls }: SimulatedProvider): number {
	const count = calls.reduce((sum, { size }) => sum + size, 0);
	return count / ((calls.at(-1)?.at ?? 0) / 1000);
}

test('runs in a row keep to the rate together, and use it', async () => {
	const { provider, send } = setUp();
	for (let round = 0; round < 20; round += 1) await send(50);
	expect(provider.calls).toHaveLength(1000);
	expect(mostInASecond(provider)).toBeLessThanOrEqual(80);
	expect(speed(provider)).toBeGreaterThanOrEqual(80 * 0.9);
});

test.each([2, 3])('%i runs at once keep to the rate together, use it, and share it evenly', async (runs) => {
	const { time, provider, send } = setUp();
	const names = Array.from({ length: runs }, (_, run) => `run ${run}`);
	const firstEnd = { at: Infinity };
	await time.pass(
		Promise.all(
			names.map(async (name) => {
				await send(1000, { prepare: (index) => ({ sender: 'us', recipient: `${name} ${index}` }) });
				firstEnd.at = Math.min(firstEnd.at, time.now());
			}),
		),
	);
	expect(provider.calls).toHaveLength(1000 * runs);
	expect(mostInASecond(provider)).toBeLessThanOrEqual(80);
	expect(speed(provider)).toBeGreaterThanOrEqual(80 * 0.9);
	expect(firstEnd.at).toBeGreaterThan((1000 * runs * 0.95 * 1000) / 80);
});

test.each([
	['a message', 1, 1],
	['calls of forty messages', 200, 40],
])('%s need not wait until a long run has ended', async (_name, total, batchSize) => {
	const { time, provider, send } = setUp();
	const others = send(4000);
	await time.pass(time.sleep(3000));
	const prepare = (index: number) => ({ ...plain(index), recipient: `other ${index}`, batchKey: 'text' });
	const { tookMs } = await send(total, { prepare, limits: { batchSize } });
	expect(tookMs).toBeLessThan((total / 80) * 2000 + 3000);
	await time.pass(others);
	expect(mostInASecond(provider)).toBeLessThanOrEqual(80);
	expect(speed(provider)).toBeGreaterThanOrEqual(80 * 0.75);
});

test('a run that is cancelled is not waited for', async () => {
	const { time, provider, send } = setUp();
	const cancel = new AbortController();
	const cancelled = send(1000, { signal: cancel.signal });
	await time.pass(time.sleep(1000));
	cancel.abort();
	await time.pass(cancelled);
	const before = provider.calls.length;
	const { tookMs } = await send(400);
	expect(provider.calls.length - before).toBe(400);
	expect(tookMs).toBeLessThan((400 / 80) * 1000 * 1.1);
});

test('throttles slow down the run that met them, not the next one', async () => {
	const throttling = { until: 10_000 };
	const { time, provider, send } = setUp(() => (time.now() < throttling.until ? THROTTLED : undefined));
	await send(10);
	expect(time.now()).toBeGreaterThan(throttling.until);
	const before = provider.calls.length;
	const { tookMs } = await send(400);
	expect(provider.calls.length - before).toBe(400);
	expect(tookMs).toBeLessThan((400 / 80) * 1000 * 1.1);
});

test('a person gets no burst anew with each run', async () => {
	const { time, provider, send } = setUp();
	const prepare = () => ({ sender: 'us', recipient: 'Ana' });
	await send(44, { prepare });
	const { tookMs } = await send(2, { prepare });
	expect(tookMs).toBeGreaterThan(6000);
	expect(provider.calls).toHaveLength(46);
	expect(time.now()).toBeLessThan(20_000);
});

test('whom rates hold for, and which they are, tells paces apart; what nobody used for ten minutes is dropped', () => {
	const book: PaceBook = new Map();
	const other = { rate: { messages: 40, perMs: 1000 } };
	const first = paceIn(book, ['a', 'us'], RATES, 0);
	expect(paceIn(book, ['a', 'us'], { ...RATES }, 1000)).toBe(first);
	const others: SenderPace[] = [
		paceIn(book, ['b', 'us'], RATES, 1000),
		paceIn(book, ['a', 'them'], RATES, 1000),
		paceIn(book, ['a', 'us'], other, 1000),
	];
	expect(new Set([first, ...others]).size).toBe(4);
	first.take(['Ana'], book, 500_000);
	expect(paceIn(book, ['a', 'us'], RATES, 700_000)).toBe(first);
	expect(book.size).toBe(1);
	expect(paceIn(book, ['a', 'us'], RATES, 1_400_000)).not.toBe(first);
});

test.each([80, 37])(
	'a process that is woken late, again and again, still uses most of %i a second',
	(messages) => {
		const random = seededRandom(5);
		const pace = new SenderPace({ rate: { messages, perMs: 1000 } });
		const run = {};
		const times: number[] = [];
		for (let now = 0; now < 60_000; now = Math.max(now, pace.readyAt(1, run, false)) + 20 + random() * 180) {
			while (pace.readyAt(1, run, false) <= now) {
				pace.take(['somebody'], run, now);
				times.push(now);
			}
		}
		const most = Math.max(
			...times.map((from) => times.filter((at) => at >= from && at <= from + 1000).length),
		);
		expect(most).toBeLessThanOrEqual(messages);
		expect(times.length / 60).toBeGreaterThan(messages * 0.8);
	},
);
