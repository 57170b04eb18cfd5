import type { DeliveryError } from '../events';
import { CallQueue } from './call-queue';
import type { Entry } from './settlement';
import type { SenderRates } from '../messages/rates';
import { RecipientPace, SlidingWindow, TokenBucket } from './pacing';

/** Of the rate, so that a provider whose clock runs a little differently still counts too few. */
const SHARE = 0.985;
/** What may go out at once after a pause, as a share of a second: enough to make up for a process that was held up. */
const BURST_SECONDS = 0.1;
const LOWEST_SPEED = 1 / 64;
/**
 * A throttle or two come of messages that overtook each other on their way: they go again, and nothing else changes. More of
 * them in a row show that the rate is too high.
 */
const SLOWDOWN = 0.7;
const SOON_MS = 400;
const HARMLESS = 2;
/** Speed comes back by this much a second. */
const RECOVERY = 0.05;
const RECOVERY_MS = 1000;

/** Everything that one sender has ready, and how fast it may go. */
export class SenderLane<Payload> {
	readonly calls: CallQueue<Payload>;

	/** The fault that ended the sending from here. */
	stopped: DeliveryError | undefined;

	/** How often in a row it was held back since a message was accepted. */
	setbacks = 0;

	private readonly bucket: TokenBucket | undefined;

	private readonly window: SlidingWindow | undefined;

	private readonly pairs: RecipientPace | undefined;

	private readonly msPerMessage: number;

	/** 1 is the full rate. */
	private speed = 1;

	private pausedUntil = -Infinity;

	private heldBackAt = -Infinity;

	/** How often it was held back, each time soon after the last. */
	private inARow = 0;

	private raisedAt = -Infinity;

	constructor({ rate, pair }: SenderRates, batchSize: number) {
		const perSecond = rate && (rate.messages / rate.perMs) * 1000;
		this.msPerMessage = rate === undefined ? 0 : rate.perMs / (rate.messages * SHARE);
		this.bucket =
			perSecond === undefined
				? undefined
				: new TokenBucket(this.msPerMessage, Math.max(1, Math.floor(perSecond * BURST_SECONDS)));
		this.window = rate && new SlidingWindow({ ...rate, perMs: rate.perMs / SHARE });
		this.pairs = pair && new RecipientPace(pair);
		this.calls = new CallQueue(Math.max(1, Math.min(batchSize, Math.floor(rate?.messages ?? Infinity))));
	}

	/** When a call of so many messages may go out. */
	readyAt(count: number): number {
		return Math.max(
			this.pausedUntil,
			this.bucket?.readyAt(count) ?? -Infinity,
			this.window?.readyAt(count) ?? -Infinity,
		);
	}

	recipientReadyAt(recipient: string): number {
		return this.pairs?.readyAt(recipient) ?? -Infinity;
	}

	take(call: readonly Entry<Payload>[], now: number): void {
		this.calls.remove(call);
		this.bucket?.take(call.length, now);
		this.window?.take(call.length, now);
		for (const { job } of call) this.pairs?.take(job.recipient, now);
	}

	/** Nothing goes out for a while. */
	pause(until: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, until);
	}

	/**
	 * Something went wrong that concerns the whole sender.
	 *
	 * @param isThrottle whether it goes on more slowly where it happens again and again
	 * @returns whether it has to wait for it: not for what calls repeat that were under way the last time, and not for the
	 * first throttles in a row
	 */
	holdBack(callStartedAt: number, now: number, isThrottle: boolean): boolean {
		if (callStartedAt < this.heldBackAt) return false;
		this.inARow = now - this.heldBackAt < SOON_MS ? this.inARow + 1 : 1;
		this.setbacks += 1;
		this.heldBackAt = now;
		this.raisedAt = now;
		if (!isThrottle) return true;
		if (this.inARow <= HARMLESS) return false;
		this.setSpeed(this.speed * SLOWDOWN);
		return true;
	}

	/** An accepted message is a sign that the provider has room again. */
	recover(now: number): void {
		this.setbacks = 0;
		if (this.speed === 1 || now - this.raisedAt < RECOVERY_MS) return;
		this.raisedAt = now;
		this.setSpeed(this.speed + RECOVERY);
	}

	private setSpeed(speed: number): void {
		this.speed = Math.min(1, Math.max(LOWEST_SPEED, speed));
		this.bucket?.setPace(this.msPerMessage / this.speed);
	}
}
