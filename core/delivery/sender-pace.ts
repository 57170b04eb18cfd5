import type { SenderRates } from '../messages/rates';
import { RecipientPace, SlidingWindow, TokenBucket } from './pacing';

/** Of the rate, so that a provider whose clock runs a little differently still counts too few. */
const SHARE = 0.985;
/**
 * What may go out at once after a pause, as a share of a second. A busy machine wakes a process up to a fifth of a second late, again
 * and again: with less, each time would be lost. The window holds whatever the burst.
 */
const BURST_SECONDS = 0.2;
/** The same of a run whose sender was too fast for the provider. */
const SLOWED_BURST_SECONDS = 0.1;
/** Nobody is waited for any longer who does not come at the time of its turn. */
const LATE_MS = 1;
/** Besides the stretch in which the rate counts; a person may get a whole burst again after five minutes. */
const KEEP_MS = 600_000;

/** How fast one sender may go, whichever runs send from it. They take turns. */
export class SenderPace {
	/** At the full rate, 0 without one. */
	readonly msPerMessage: number;

	/** Messages that may go out in one call. */
	readonly callSize: number;

	private readonly bucket: TokenBucket | undefined;

	private readonly window: SlidingWindow | undefined;

	private readonly pairs: RecipientPace | undefined;

	/** Runs with a call that had to wait, in the order in which they came, and when each may make it. */
	private readonly waiting = new Map<object, number>();

	private usedAt = -Infinity;

	constructor(private readonly rates: SenderRates) {
		const { rate, pair } = rates;
		this.msPerMessage = rate === undefined ? 0 : rate.perMs / (rate.messages * SHARE);
		this.callSize = Math.max(1, Math.floor(rate?.messages ?? Infinity));
		this.bucket = this.fullBucket(BURST_SECONDS);
		this.window = rate && new SlidingWindow({ ...rate, perMs: rate.perMs / SHARE });
		this.pairs = pair && new RecipientPace(pair);
	}

	/** A bucket for a run that has to go slower. */
	slowedBucket(): TokenBucket | undefined {
		return this.fullBucket(SLOWED_BURST_SECONDS);
	}

	/**
	 * When a call of so many messages may go out, after those of the runs that came before.
	 *
	 * @param isSlower whether the run has a slower bucket of its own, so that only the window holds for it
	 */
	readyAt(count: number, run: object, isSlower: boolean): number {
		const smooth = isSlower ? undefined : this.bucket?.readyAt(count);
		let at = Math.max(smooth ?? -Infinity, this.window?.readyAt(count) ?? -Infinity);
		for (const [other, turnAt] of this.waiting) {
			if (other === run) break;
			at = Math.max(at, turnAt + LATE_MS);
		}
		return at;
	}

	recipientReadyAt(recipient: string): number {
		return this.pairs?.readyAt(recipient) ?? -Infinity;
	}

	/** A run that waits again keeps its place. */
	wait(run: object, until: number): void {
		this.waiting.set(run, until);
	}

	leave(run: object): void {
		this.waiting.delete(run);
	}

	take(recipients: readonly string[], run: object, now: number): void {
		this.leave(run);
		this.use(now);
		this.bucket?.take(recipients.length, now);
		this.window?.take(recipients.length, now);
		for (const recipient of recipients) this.pairs?.take(recipient, now);
	}

	use(now: number): void {
		this.usedAt = now;
	}

	/** Whether it has nothing to remember any more. */
	isOver(now: number): boolean {
		return this.usedAt + KEEP_MS + (this.rates.rate?.perMs ?? 0) < now;
	}

	private fullBucket(burstSeconds: number): TokenBucket | undefined {
		const { rate } = this.rates;
		if (rate === undefined) return undefined;
		const burst = Math.floor((rate.messages / rate.perMs) * 1000 * burstSeconds);
		return new TokenBucket(this.msPerMessage, Math.max(1, burst));
	}
}
