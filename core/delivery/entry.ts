import type { DeliveryError } from '../events';
import type { Job } from './job';

/** A job that is prepared and not settled. */
export interface Entry<Payload> {
	readonly job: Job<Payload>;
	/** Calls so far. */
	calls: number;
	/** Calls so far that count against the limit of attempts. */
	failures: number;
	/** When the first call went out. */
	firstAt?: number;
	/** Earliest time of the next call. */
	notBefore: number;
	/** Why nobody knows what became of an earlier call. */
	doubt?: string;
	error?: DeliveryError;
}

export function entryOf<Payload>(job: Job<Payload>): Entry<Payload> {
	return { job, calls: 0, failures: 0, notBefore: -Infinity };
}
