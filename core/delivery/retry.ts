import type { DeliveryError } from '../events';

export interface RetryLimits {
	/** Calls for one message, the first included. Answers that only slow a sender down are not counted. */
	maxAttempts: number;
	/** From the first call of a message to its last. */
	maxTotalMs: number;
	/** Longest wait before the second call; each further one may be twice as long. */
	baseMs: number;
	/** Longest wait of all, unless the provider names a longer one. */
	maxWaitMs: number;
}

export const DEFAULT_RETRY: RetryLimits = {
	maxAttempts: 5,
	maxTotalMs: 10 * 60_000,
	baseMs: 1000,
	maxWaitMs: 60_000,
};

/**
 * The wait before another call: any time up to a bound that doubles, so that messages that failed together do not come back
 * together (full jitter), on top of what the provider asks for.
 *
 * @param failures how many calls have failed so far, at least 1
 */
export function waitMs(
	failures: number,
	error: DeliveryError | undefined,
	{ baseMs, maxWaitMs }: RetryLimits,
	random: () => number,
): number {
	const bound = Math.min(maxWaitMs, baseMs * 2 ** (failures - 1));
	return (error?.retryAfterMs ?? 0) + random() * bound;
}
