import { DEFAULT_RETRY, type Limits, type OutgoingMessage } from '../../core';
import { readNumber, readSwitch } from '../shared/settings';
import type { SendRun } from './run';
import { throughputOf } from './throughput';
import { POSITIVE } from './time-limit';

const DEFAULT_CONCURRENCY = 40;
/** What is prepared ahead of its turn: enough for the calls under way and the next ones. */
const PENDING_PER_CALL = 4;

/**
 * How fast, in what calls and how often the messages of a run are sent.
 *
 * @param settings of *Delivery*
 * @param first message of the run, whose sender and channel stand for all
 */
export async function limitsOf(
	run: SendRun,
	settings: Record<string, unknown>,
	first: OutgoingMessage | undefined,
	timeLimitMs: number,
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
	return {
		concurrency,
		batchSize,
		maxPending: Math.max(concurrency * PENDING_PER_CALL, batchSize * 2),
		retry: {
			...DEFAULT_RETRY,
			maxAttempts: maxAttempts ?? DEFAULT_RETRY.maxAttempts,
			maxTotalMs: Math.min(DEFAULT_RETRY.maxTotalMs, timeLimitMs),
		},
		ratesOf: () => rates,
	};
}
