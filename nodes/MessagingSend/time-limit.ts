import type { JobResult } from '../../core';
import { readNumber } from '../shared/settings';
import type { Accepted } from './attempt';
import type { Why } from './draft';

const MINUTE_MS = 60_000;
const DEFAULT_MINUTES = 240;
/** What a timer of Node.js can wait for, 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Above nothing, and fine enough for a message every few minutes. */
export const POSITIVE = { least: 0.001, isWhole: false };

/** Ends a run, and says of what it leaves unsent that the time was over. */
export class TimeLimit {
	readonly ms: number;

	readonly signal: AbortSignal;

	private readonly minutes: number;

	/** @param settings of *Delivery* */
	constructor({ minutes }: Record<string, unknown>) {
		this.minutes = readNumber(minutes, 'Time Limit', POSITIVE) ?? DEFAULT_MINUTES;
		this.ms = Math.min(Math.ceil(this.minutes * MINUTE_MS), LONGEST_TIMER_MS);
		this.signal = AbortSignal.timeout(this.ms);
	}

	explain(result: JobResult<Accepted, Why>, stop: AbortSignal): JobResult<Accepted, Why> {
		if (result.outcome !== 'unsent' || !stop.aborted || stop.reason !== this.signal.reason) return result;
		return { ...result, reason: `The time limit of ${this.minutes} minutes was over before its turn.` };
	}
}
