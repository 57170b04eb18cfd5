import type { JobResult, Outcome } from './job';

/** How far a run has come. */
export interface Progress {
	/** Accepted by the provider. */
	sent: number;
	/** Answers that asked for less speed; their messages are tried again. */
	throttled: number;
	/** Refused for good, or not to be made a message of. */
	failed: number;
	suppressed: number;
	unsent: number;
	unknown: number;
	remaining: number;
	/** ISO 8601, from the pace so far; absent until there is one, and at the end. */
	estimatedEnd?: string;
}

type Counter = 'sent' | 'failed' | 'suppressed' | 'unsent' | 'unknown';

const COUNTERS: Readonly<Record<JobResult<unknown, unknown>['outcome'], Counter>> = {
	accepted: 'sent',
	rejected: 'failed',
	refused: 'failed',
	invalid: 'failed',
	suppressed: 'suppressed',
	unsent: 'unsent',
	unknown: 'unknown',
} satisfies Record<Outcome<unknown>['outcome'] | 'invalid' | 'suppressed' | 'unsent', Counter>;

const EVERY_MS = 1000;

/** Counts, and reports at most once a second. */
export class ProgressReport {
	private readonly counts = { sent: 0, throttled: 0, failed: 0, suppressed: 0, unsent: 0, unknown: 0 };

	private remaining: number;

	private reportedAt: number;

	constructor(
		total: number,
		private readonly startedAt: number,
		private readonly report?: (progress: Progress) => void,
	) {
		this.remaining = total;
		this.reportedAt = startedAt;
	}

	count(outcome: JobResult<unknown, unknown>['outcome']): void {
		this.counts[COUNTERS[outcome]] += 1;
		this.remaining -= 1;
	}

	countThrottle(): void {
		this.counts.throttled += 1;
	}

	tick(now: number): void {
		if (this.report === undefined || now - this.reportedAt < EVERY_MS) return;
		this.reportedAt = now;
		this.report(this.snapshot(now));
	}

	snapshot(now: number): Progress {
		const { counts, remaining } = this;
		const settled = counts.sent + counts.failed + counts.suppressed + counts.unsent + counts.unknown;
		if (settled === 0 || remaining === 0) return { ...counts, remaining };
		const left = ((now - this.startedAt) / settled) * remaining;
		return { ...counts, remaining, estimatedEnd: new Date(now + left).toISOString() };
	}
}
