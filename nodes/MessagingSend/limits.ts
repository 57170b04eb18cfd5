import {
	DEFAULT_RETRY,
	paceIn,
	type Effects,
	type JobResult,
	type Limits,
	type OutgoingMessage,
	type PaceBook,
} from '../../core';
import { readNumber, readSwitch } from '../shared/settings';
import type { Accepted } from './attempt';
import type { Why } from './draft';
import type { SendRun } from './run';
import { throughputOf } from './throughput';

const MINUTE_MS = 60_000;
const DEFAULT_MINUTES = 240;
/** What a timer of Node.js can wait for, 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Above nothing, and fine enough for a message every few minutes. */
const POSITIVE = { least: 0.001, isWhole: false };

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

/** Of all runs in this process: other rounds of a loop and other executions send from the same numbers. */
const paces: PaceBook = new Map();

const DEFAULT_CONCURRENCY = 40;
/** What is prepared ahead of its turn: enough for the calls under way and the next ones. */
const PENDING_PER_CALL = 4;

/**
 * How fast, in what calls and how often the messages of a run are sent.
 *
 * @param settings of *Delivery*
 * @param first message of the run, whose sender and channel stand for all
 * @param effects of the delivery, by whose clock the senders are paced
 */
export async function limitsOf(
	run: SendRun,
	settings: Record<string, unknown>,
	first: OutgoingMessage | undefined,
	timeLimitMs: number,
	effects: Effects,
): Promise<Limits> {
	const concurrency = readNumber(settings.concurrency, 'Open Calls', { least: 1 }) ?? DEFAULT_CONCURRENCY;
	const sharesCalls = readSwitch(settings.shareCalls, 'Share Calls') ?? true;
	const batchSize = sharesCalls ? (run.outbound.batchSize ?? 1) : 1;
	const messagesPerSecond = readNumber(settings.perSecond, 'Messages Per Second', POSITIVE);
	const maxAttempts = readNumber(settings.attempts, 'Attempts', { least: 1 });
	const rates = run.outbound.rates({
		channel: first?.channel ?? '',
		...(messagesPerSecond === undefined ? await throughputOf(run, first?.sender) : { messagesPerSecond }),
	});
	const { context, provider, credential } = run;
	const account = credential.credentialsDecrypted?.id ?? '';
	// A rate that the user set may be the share of one execution; any other is that of the number.
	const execution = messagesPerSecond === undefined ? '' : context.getExecutionId();
	return {
		concurrency,
		batchSize,
		maxPending: Math.max(concurrency * PENDING_PER_CALL, batchSize * 2),
		retry: {
			...DEFAULT_RETRY,
			maxAttempts: maxAttempts ?? DEFAULT_RETRY.maxAttempts,
			maxTotalMs: Math.min(DEFAULT_RETRY.maxTotalMs, timeLimitMs),
		},
		paceOf: (sender) => paceIn(paces, [provider, account, sender, execution], rates, effects.now()),
	};
}
