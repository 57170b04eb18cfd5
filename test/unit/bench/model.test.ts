import { type Cost, costAt, needOf, predict } from '../../bench/scale/model';

const NOTHING: Cost = { webhook: 0, worker: 0, main: 0, postgres: 0, redis: 0, writes: 0, walKb: 0 };

test('a load is divided by what a process does with the share of its core', () => {
	const message: Cost = { webhook: 60, worker: 9, main: 1, postgres: 6, redis: 1, writes: 2.5, walKb: 20 };
	const sent: Cost = { ...NOTHING, worker: 3 };
	const need = needOf(
		[
			{ perSecond: 1_000, cost: message },
			{ perSecond: 1_000, cost: sent },
		],
		0.6,
	);
	expect(need).toEqual({
		busy: { webhook: 60, worker: 12, main: 1, postgres: 6, redis: 1 },
		webhookProcessors: 100,
		workers: 20,
		writesPerSecond: 2_500,
		walMbPerSecond: 20,
	});
});

test('a part of a process is a whole one', () => {
	const { webhookProcessors, workers } = needOf([{ perSecond: 1, cost: { ...NOTHING, webhook: 1 } }], 0.6);
	expect([webhookProcessors, workers]).toEqual([1, 0]);
});

describe('the cost at a rate', () => {
	const points = [
		{ perSecond: 10, cost: { ...NOTHING, webhook: 60 } },
		{ perSecond: 2, cost: { ...NOTHING, webhook: 100 } },
	];

	test.each([
		['a measured one', 10, 60],
		['between two', 6, 80],
		['below all', 1, 100],
		['above all', 50, 60],
	])('%s', (_name, rate, webhook) => {
		expect(costAt(points, rate)?.webhook).toBeCloseTo(webhook);
	});

	test('of nothing is not known', () => {
		expect(costAt([], 5)).toBeUndefined();
	});

	test('two processors are told from one at half the rate, where that was measured', () => {
		const two = [2, 12, 30].map((perSecond) => ({ perSecond, cost: { ...NOTHING, webhook: 82 } }));
		const told = predict(points, two, 2).map(({ perSecond, predicted, measured }) => [
			perSecond,
			predicted.webhook,
			measured.webhook,
		]);
		expect(told).toEqual([
			[12, 80, 82],
			[30, 60, 82],
		]);
	});
});
