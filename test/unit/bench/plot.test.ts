import { svgOf, tickStep } from '../../bench/scale/plot';

test.each([
	[1, 0.2],
	[7, 2],
	[40, 10],
	[100, 20],
	[2_300, 500],
])('ticks up to %p are %p apart', (highest, step) => {
	expect(tickStep(highest)).toBeCloseTo(step);
});

describe('a plot', () => {
	const svg = svgOf({
		title: 'Answers & "calls"',
		x: 'calls a second',
		y: 'ms',
		yMax: 100,
		series: [
			{
				name: 'ours',
				points: [
					{ x: 0, y: 0 },
					{ x: 10, y: 50 },
				],
			},
			{ name: 'above', points: [{ x: 10, y: 500 }] },
			{
				name: 'bound',
				isReference: true,
				points: [
					{ x: 0, y: 100 },
					{ x: 10, y: 100 },
				],
			},
			{ name: 'nobody', points: [] },
		],
	});

	test('names title, axes and series, with nothing that ends an element', () => {
		for (const text of ['Answers &amp; &quot;calls&quot;', '>calls a second<', '>ms<', '>ours<', '>bound<'])
			expect(svg).toContain(text);
		expect(svg).not.toContain('nobody');
	});

	test('has a line from the corner to the middle of the height, and keeps what is too high at the edge', () => {
		expect(svg).toContain('d="M62 328L520 186M530');
		expect(svg).toContain('<rect x="516" y="40"');
		expect(svg).not.toMatch(/NaN|Infinity|="-/);
	});

	test('has colours for dark pages', () => {
		expect(svg).toContain('prefers-color-scheme: dark');
	});
});
