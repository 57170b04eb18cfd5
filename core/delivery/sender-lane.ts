import type { DeliveryError } from '../events';
import { CallQueue } from './call-queue';
import type { Entry } from './settlement';
import type { TokenBucket } from './pacing';
import type { SenderPace } from './sender-pace';

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

/** Everything that one sender has ready in one run, and how fast it may go. */
export class SenderLane<Payload> {
	readonly calls: CallQueue<Payload>;

	/** The fault that ended the sending from here. */
	stopped: DeliveryError | undefined;

	/** How often in a row it was held back since a message was accepted. */
	setbacks = 0;

	/** Counts after throttles of its own, until it has the sender's pace again. */
	private readonly bucket: TokenBucket | undefined;

	/** 1 is the full rate. */
	private speed = 1;

	private pausedUntil = -Infinity;

	private heldBackAt = -Infinity;

	/** How often it was held back, each time soon after the last. */
	private inARow = 0;

	private raisedAt = -Infinity;

	constructor(
		private readonly pace: SenderPace,
		batchSize: number,
	) {
		this.bucket = pace.slowedBucket();
		this.calls = new CallQueue(Math.min(batchSize, pace.callSize));
	}

	/** When a call of so many messages may go out. */
	readyAt(count: number): number {
		return Math.max(this.ownReadyAt(count), this.sharedReadyAt(count));
	}

	/** Whether a call of so many messages may go out now. One that only waits for room takes a place before later runs. */
	isReady(count: number, now: number): boolean {
		const own = this.ownReadyAt(count);
		const at = this.sharedReadyAt(count);
		if (at > now && own <= at) this.pace.wait(this, at);
		return Math.max(own, at) <= now;
	}

	recipientReadyAt(recipient: string): number {
		return this.pace.recipientReadyAt(recipient);
	}

	take(call: readonly Entry<Payload>[], now: number): void {
		this.calls.remove(call);
		this.bucket?.take(call.length, now);
		const recipients = call.map(({ job }) => job.recipient);
		this.pace.take(recipients, this, now);
	}

	/** Nothing of what waits here goes out. */
	clear(): void {
		this.calls.clear();
		this.pace.leave(this);
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

	private ownReadyAt(count: number): number {
		const slowed = this.speed < 1 ? this.bucket?.readyAt(count) : undefined;
		return Math.max(this.pausedUntil, slowed ?? -Infinity);
	}

	private sharedReadyAt(count: number): number {
		return this.pace.readyAt(count, this, this.speed < 1);
	}

	private setSpeed(speed: number): void {
		this.speed = Math.min(1, Math.max(LOWEST_SPEED, speed));
		this.bucket?.setPace(this.pace.msPerMessage / this.speed);
	}
}
