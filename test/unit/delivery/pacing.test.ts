import fc from 'fast-check';
import { DueList } from '../../../core/delivery/due-list';
import { RecipientPace, SlidingWindow, TokenBucket } from '../../../core/delivery/pacing';

/** Sends calls of these sizes as early as allowed and gives the times of all messages. */
function sendAll(
	pace: { readyAt(count: number): number; take(count: number, now: number): void },
	sizes: number[],
) {
	let now = 0;
	return sizes.flatMap((size) => {
		now = Math.max(now, Math.ceil(pace.readyAt(size)));
		pace.take(size, now);
		return Array<number>(size).fill(now);
	});
}

test('no window of any beginning holds more than is allowed', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 50 }),
			fc.integer({ min: 1, max: 5000 }),
			fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 200 }),
			(messages, perMs, sizes) => {
				const fitting = sizes.map((size) => Math.min(size, messages));
				const times = sendAll(new SlidingWindow({ messages, perMs }), fitting);
				for (const [place, at] of times.entries()) {
					const next = times[place + messages];
					if (next !== undefined) expect(next - at).toBeGreaterThan(perMs);
				}
			},
		),
	);
});

test('a window does not grow with what went through', () => {
	const window = new SlidingWindow({ messages: 80, perMs: 1000 });
	const times = sendAll(window, Array<number>(20_000).fill(1));
	expect(times.at(-1)).toBe((20_000 / 80 - 1) * 1001);
	expect(JSON.stringify(window).length).toBeLessThan(100_000);
});

test.each([
	['a burst, then the pace', 3, [1, 1, 1, 1, 1], [0, 0, 0, 10, 20]],
	['a call larger than the bucket leaves a debt', 2, [4, 1, 1], [0, 0, 0, 0, 30, 40]],
])('%s', (_name, size, calls, times) => {
	expect(sendAll(new TokenBucket(10, size), calls)).toEqual(times);
});

test('recipients have buckets of their own, which are forgotten when full', () => {
	const pace = new RecipientPace({ messages: 1, perMs: 6000, burst: 2 });
	pace.take('Ana', 0);
	expect(pace.readyAt('Ana')).toBe(0);
	pace.take('Ana', 0);
	expect(pace.readyAt('Ana')).toBe(6000);
	expect(pace.readyAt('Ben')).toBe(-Infinity);
	for (let person = 0; person < 5000; person += 1) pace.take(String(person), 10_000 + person * 10);
	expect(pace.readyAt('Ana')).toBe(-Infinity);
	expect(pace.readyAt('4999')).toBeGreaterThan(0);
});

test('the list gives back everything in order', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(1000)), (times) => {
			const list = new DueList<number>();
			for (const at of times) list.add(at, at);
			const taken: number[] = [];
			for (let at = list.takeDue(500); at !== undefined; at = list.takeDue(500)) taken.push(at);
			const sorted = times.toSorted((one, other) => one - other);
			expect(taken).toEqual(sorted.filter((at) => at <= 500));
			expect(list.nextAt).toBe(sorted.find((at) => at > 500) ?? Infinity);
		}),
	);
});
