import { isClose, isHeld, kneeOf, median, rateOf } from '../../bench/scale/knee';

const load = (offered: number, answered: number, p95 = 300) => ({
	offered,
	answered,
	p50: 100,
	p95,
	p99: p95,
});

test.each([
	['all answered in time', load(10, 10), true],
	['just at the bounds', load(10, 9.5, 2_000), true],
	['too few answered', load(10, 9.4), false],
	['answered too late', load(10, 10, 2_001), false],
	['nothing answered', { offered: 10, answered: 0, p50: NaN, p95: NaN, p99: NaN }, false],
])('%s', (_name, step, expected) => {
	expect(isHeld(step)).toBe(expected);
});

test.each([
	['a little too few', load(10, 9), true],
	['far too few', load(10, 7), false],
	['far too late', load(10, 10, 4_001), false],
])('%s: worth another try is %p', (_name, step, expected) => {
	expect(isClose(step)).toBe(expected);
});

describe('the knee', () => {
	const [low, middle, high] = [load(5, 5), load(10, 10), load(20, 12)];

	test.each([
		['lies between what was held and what was not', [low, middle, high], { held: middle, failed: high }],
		['is not reached', [low, middle], { held: middle, failed: undefined }],
		['lies below the first', [high], { held: undefined, failed: high }],
		['is asked of the last try', [low, load(10, 9), middle, high], { held: middle, failed: high }],
		[
			'is the first that was not held, though a higher one was',
			[low, load(10, 8), load(20, 20)],
			{
				held: low,
				failed: load(10, 8),
			},
		],
		['of nothing', [], { held: undefined, failed: undefined }],
	])('%s', (_name, steps, expected) => {
		expect(kneeOf(steps)).toEqual(expected);
	});
});

describe('the rate of answers', () => {
	const every = (ms: number, count: number, from = 0) =>
		Array.from({ length: count }, (_, index) => from + index * ms);

	test.each([
		['of a steady stream', every(100, 100), 10],
		['does not know the first answer’s delay', every(100, 100, 5_000), 10],
		['does not know a straggler', [...every(100, 99), 60_000], 10],
		['is sorted first', every(100, 100).reverse(), 10],
		['of one answer is nothing', [5], 0],
		['of no answer', [], 0],
	])('%s', (_name, times, expected) => {
		expect(rateOf(times)).toBeCloseTo(expected, 0);
	});
});

test.each([
	[[3, 1, 2], 2],
	[[4, 1, 2, 3], 2.5],
	[[], NaN],
])('the median of %p is %p', (values, expected) => {
	expect(median(values)).toBe(expected);
});
