/** What one step of a ladder says: whether the load was held, and where the knee is. Pure. */

/** One load, held for some seconds. Times are in milliseconds. */
export interface Load {
	/** Calls a second that were made. */
	offered: number;
	/** Calls a second that were answered 200. */
	answered: number;
	p50: number;
	p95: number;
	p99: number;
}

export interface Bounds {
	/** How far the answered rate may stay below the offered one, as a share. */
	shortfall: number;
	/** Of the 95th percentile. */
	p95Ms: number;
}

export const BOUNDS: Bounds = { shortfall: 0.05, p95Ms: 2_000 };

/** Below this share of the offered rate, or above this many times the bound, another try would say the same. */
const FAR = { answered: 0.8, p95: 2 };

export function isHeld({ offered, answered, p95 }: Load, bounds: Bounds = BOUNDS): boolean {
	return answered >= offered * (1 - bounds.shortfall) && p95 <= bounds.p95Ms;
}

/** Whether a load that was not held failed by so little that a hiccup of the machine may be why. */
export function isClose({ offered, answered, p95 }: Load, bounds: Bounds = BOUNDS): boolean {
	return answered >= offered * FAR.answered && p95 <= bounds.p95Ms * FAR.p95;
}

export interface Knee<L extends Load> {
	/** The highest load that was held; undefined where not even the first was. */
	held: L | undefined;
	/** The load that was not held; undefined where the ladder ended before. */
	failed: L | undefined;
}

/** The steps by their load. One that was made again counts by its last try. */
export function ladderOf<L extends Load>(steps: readonly L[]): L[] {
	const lastTries = new Map(steps.map((step) => [step.offered, step]));
	return [...lastTries.values()].toSorted((one, other) => one.offered - other.offered);
}

/** @param steps in the order in which they were made */
export function kneeOf<L extends Load>(steps: readonly L[], bounds: Bounds = BOUNDS): Knee<L> {
	const ladder = ladderOf(steps);
	const failedAt = ladder.findIndex((step) => !isHeld(step, bounds));
	if (failedAt < 0) return { held: ladder.at(-1), failed: undefined };
	return { held: ladder[failedAt - 1], failed: ladder[failedAt] };
}

/**
 * Answers a second from their times in milliseconds, between the 5th and the 95th percentile: neither the first answer's delay nor a
 * straggler counts, and of a queue that grows it is the rate at which it is worked off.
 */
export function rateOf(answeredAt: readonly number[]): number {
	const times = answeredAt.toSorted((one, other) => one - other);
	const from = Math.floor(times.length * 0.05);
	const to = Math.ceil(times.length * 0.95) - 1;
	const [first, last] = [times[from], times[to]];
	if (first === undefined || last === undefined || last <= first) return 0;
	return ((to - from) / (last - first)) * 1_000;
}

/** Of an even number of values, the middle between the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((one, other) => one - other);
	const [low = NaN, high = NaN] = [
		sorted[Math.ceil(sorted.length / 2) - 1],
		sorted[Math.floor(sorted.length / 2)],
	];
	return (low + high) / 2;
}
