import type { DeliveryError } from '../events';
import type { Reach } from '../http/reach';
import type { Effects } from './clockwork';
import type { Attempt, JobSource, Settle } from './job';
import type { Progress } from './progress';
import type { RetryLimits } from './retry';
import type { SenderPace } from './sender-pace';

export interface Limits {
	/** Calls under way at the same time. */
	concurrency: number;
	/** Messages of one call. */
	batchSize: number;
	/** Jobs that are prepared and not settled; what bounds the memory of a run. At least twice the size of a call. */
	maxPending: number;
	retry: RetryLimits;
	/** Shared with other runs from the same sender. Asked once a sender. */
	paceOf(sender: string): SenderPace;
}

export interface Delivery<Payload, Receipt, Why> {
	source: JobSource<Payload, Why>;
	attempt: Attempt<Payload, Receipt>;
	/** Gets the result of every index, once each, as soon as there is one. Must not throw. */
	settle: Settle<Payload, Receipt, Why>;
	limits: Limits;
	effects: Effects;
	/** Whom else an error hits. */
	reachOf(error: DeliveryError): Reach;
	/** Cancels: what has not gone out stays unsent. Calls that are under way come to their end. */
	signal?: AbortSignal;
	/** At most once a second. */
	onProgress?: (progress: Progress) => void;
}
