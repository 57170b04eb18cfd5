import type { DeliveryError } from '../events';
import type { Job, JobResult, Outcome, Settle } from './job';
import type { ProgressReport } from './progress';

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

/** Why what has not gone out stays unsent. */
export interface Stop {
	reason: string;
	error?: DeliveryError;
}

export const CANCELLED: Stop = { reason: 'The run was cancelled before this message was sent.' };

export function stopOf(whose: 'sender' | 'account', error: DeliveryError): Stop {
	return { reason: `Sending from this ${whose} was stopped: ${error.title}. ${error.advice}`, error };
}

/** Gives results out and counts them. */
export class Settlement<Payload, Receipt, Why> {
	constructor(
		private readonly give: Settle<Payload, Receipt, Why>,
		private readonly progress: ProgressReport,
	) {}

	settle(index: number, result: JobResult<Receipt, Why>, payload?: Payload): void {
		this.progress.count(result.outcome);
		this.give(index, result, payload);
	}

	/** What went out once and may have arrived stays in doubt, whatever a later call says, unless it was accepted. */
	close({ job, doubt, calls }: Entry<Payload>, outcome: Outcome<Receipt>): void {
		const isDoubtful = doubt !== undefined && outcome.outcome !== 'accepted';
		const final = isDoubtful ? ({ outcome: 'unknown', reason: doubt } as const) : outcome;
		this.settle(job.index, { ...final, attempts: calls }, job.payload);
	}

	leaveUnsent({ job, doubt, calls, error }: Entry<Payload>, stop: Stop): void {
		if (doubt !== undefined) {
			this.settle(job.index, { outcome: 'unknown', reason: doubt, attempts: calls }, job.payload);
			return;
		}
		const cause = stop.error ?? error;
		const unsent = { outcome: 'unsent', reason: stop.reason } as const;
		this.settle(job.index, cause === undefined ? unsent : { ...unsent, error: cause }, job.payload);
	}
}
