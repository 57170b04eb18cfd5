/** What a cluster of n8n needs for a load, from what one call costs each kind of process. Pure. */

/** What one call, or one message, costs. */
export interface Cost {
	/** CPU milliseconds. */
	webhook: number;
	worker: number;
	main: number;
	postgres: number;
	redis: number;
	/** Transactions in which PostgreSQL writes. */
	writes: number;
	/** Kilobytes of its write-ahead log. */
	walKb: number;
}

export type Role = 'webhook' | 'worker' | 'main' | 'postgres' | 'redis';

export const ROLES: readonly Role[] = ['webhook', 'worker', 'main', 'postgres', 'redis'];

/** A kind of call or message, how many of them there are in a second, and what one costs. */
export interface Demand {
	perSecond: number;
	cost: Cost;
}

export interface Need {
	/** Cores that are busy, by role. */
	busy: Record<Role, number>;
	/** Processes of one core each that keep a part of it free. */
	webhookProcessors: number;
	workers: number;
	writesPerSecond: number;
	walMbPerSecond: number;
}

/**
 * A process of n8n works with one core, so that a load is divided by what one core does.
 *
 * @param utilisation the share of its core that a process may be busy
 */
export function needOf(demands: readonly Demand[], utilisation: number): Need {
	const sum = (of: keyof Cost) => demands.reduce((all, { perSecond, cost }) => all + perSecond * cost[of], 0);
	const cores = (role: Role) => sum(role) / 1_000;
	const processes = (role: Role) => Math.ceil(Number((cores(role) / utilisation).toFixed(6)));
	return {
		busy: {
			webhook: cores('webhook'),
			worker: cores('worker'),
			main: cores('main'),
			postgres: cores('postgres'),
			redis: cores('redis'),
		},
		webhookProcessors: processes('webhook'),
		workers: processes('worker'),
		writesPerSecond: sum('writes'),
		walMbPerSecond: sum('walKb') / 1_000,
	};
}

/** A measured cost at a rate of calls. */
export interface Point {
	perSecond: number;
	cost: Cost;
}

/** The cost at a rate between measured ones, in a straight line; beyond them that of the nearest. Undefined without any point. */
export function costAt(points: readonly Point[], perSecond: number): Cost | undefined {
	const sorted = points.toSorted((one, other) => one.perSecond - other.perSecond);
	const after = sorted.findIndex((point) => point.perSecond >= perSecond);
	const high = sorted[after] ?? sorted.at(-1);
	const low = after > 0 ? sorted[after - 1] : high;
	if (!high || !low) return undefined;
	const width = high.perSecond - low.perSecond;
	const share = width === 0 ? 0 : Math.min(1, (perSecond - low.perSecond) / width);
	const between = (of: keyof Cost) => low.cost[of] + (high.cost[of] - low.cost[of]) * share;
	return {
		webhook: between('webhook'),
		worker: between('worker'),
		main: between('main'),
		postgres: between('postgres'),
		redis: between('redis'),
		writes: between('writes'),
		walKb: between('walKb'),
	};
}

export interface Prediction {
	perSecond: number;
	predicted: Cost;
	measured: Cost;
}

/**
 * Several processors that share a load ought to cost as much a call as one of them does at its share. Compares that with what was
 * measured.
 */
export function predict(one: readonly Point[], several: readonly Point[], processors: number): Prediction[] {
	const lowest = Math.min(...one.map(({ perSecond }) => perSecond));
	return several.flatMap(({ perSecond, cost: measured }) => {
		const predicted = costAt(one, perSecond / processors);
		return predicted && perSecond / processors >= lowest ? [{ perSecond, predicted, measured }] : [];
	});
}
