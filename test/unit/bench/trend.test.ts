import { hasGrown, quarterFigures, type Sample, slopePerHour } from '../../bench/scale/trend';

/** Each ten seconds over half an hour. */
const sampled = (value: (seconds: number) => number): Sample[] =>
	Array.from({ length: 181 }, (_, index) => ({ seconds: index * 10, value: value(index * 10) }));

test('each quarter has its median, or its lowest', () => {
	const saw = sampled((seconds) => 100 + (seconds % 50));
	expect(quarterFigures(saw, 'median')).toEqual([120, 120, 120, 120]);
	expect(quarterFigures(saw, 'lowest')).toEqual([100, 100, 100, 100]);
});

test('the slope is that of an hour, and leaves the first quarter out', () => {
	const warm = sampled((seconds) => (seconds < 450 ? 0 : 100 + seconds / 60));
	expect(slopePerHour(warm)).toBeCloseTo(60);
	expect(slopePerHour(sampled(() => 5))).toBe(0);
	expect(slopePerHour([{ seconds: 0, value: 1 }])).toBe(0);
});

test.each([
	['within the share', [50, 100, 110, 114], false],
	['above it', [50, 100, 110, 126], true],
	['above it, but not by the floor', [5, 10, 15, 25], false],
	['the first quarter does not count', [10, 100, 100, 100], false],
	['less', [10, 100, 90, 80], false],
])('%s', (_name, figures, expected) => {
	expect(hasGrown(figures, { share: 0.25, floor: 20 })).toBe(expected);
});
