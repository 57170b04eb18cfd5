import type { BurstRate, Rate } from '../messages/rates';

/**
 * A token bucket kept as one number, the time at which it will be full again (generic cell rate algorithm, ITU-T I.371).
 * A call that costs more than the bucket holds goes out of a full one and leaves a debt.
 */
export class TokenBucket {
	private fullAt = -Infinity;

	/** @param size tokens that a full bucket holds */
	constructor(
		private msPerToken: number,
		private readonly size: number,
	) {}

	/** Debts stay as long as they were, later tokens come at the new pace. */
	setPace(msPerToken: number): void {
		this.msPerToken = msPerToken;
	}

	/** When so many tokens can be taken. */
	readyAt(tokens: number): number {
		return this.fullAt - (this.size - Math.min(tokens, this.size)) * this.msPerToken;
	}

	take(tokens: number, now: number): void {
		this.fullAt = Math.max(now, this.fullAt) + tokens * this.msPerToken;
	}
}

/**
 * Counts as the strictest provider would: no stretch of `perMs`, whenever it begins, holds more than `messages`. Kept beside
 * a bucket, which smooths but allows its size on top within such a stretch.
 */
export class SlidingWindow {
	private readonly sent: { at: number; count: number }[] = [];

	private first = 0;

	private inside = 0;

	constructor(private readonly rate: Rate) {}

	/** When so many more fit. More than the window ever holds fit into an empty one. */
	readyAt(count: number): number {
		let surplus = this.inside + Math.min(count, this.rate.messages) - this.rate.messages;
		let at = -Infinity;
		for (let index = this.first; surplus > 0; index += 1) {
			const call = this.sent[index];
			if (call === undefined) break;
			surplus -= call.count;
			// Both ends of a stretch belong to it.
			at = call.at + this.rate.perMs + 1;
		}
		return at;
	}

	take(count: number, now: number): void {
		this.forget(now);
		this.sent.push({ at: now, count });
		this.inside += count;
	}

	private forget(now: number): void {
		let oldest = this.sent[this.first];
		while (oldest !== undefined && oldest.at + this.rate.perMs < now) {
			this.inside -= oldest.count;
			this.first += 1;
			oldest = this.sent[this.first];
		}
		if (this.first > 1000 && this.first * 2 > this.sent.length) {
			this.sent.splice(0, this.first);
			this.first = 0;
		}
	}
}

/** A bucket for every recipient of a sender. Full ones are as good as none and are forgotten now and then. */
export class RecipientPace {
	private readonly buckets = new Map<string, TokenBucket>();

	private sweepAbove = 1000;

	constructor(private readonly rate: BurstRate) {}

	readyAt(recipient: string): number {
		return this.buckets.get(recipient)?.readyAt(1) ?? -Infinity;
	}

	take(recipient: string, now: number): void {
		const { messages, perMs, burst } = this.rate;
		const bucket = this.buckets.get(recipient) ?? new TokenBucket(perMs / messages, burst);
		bucket.take(1, now);
		this.buckets.set(recipient, bucket);
		if (this.buckets.size > this.sweepAbove) this.sweep(now);
	}

	private sweep(now: number): void {
		for (const [recipient, bucket] of this.buckets) {
			if (bucket.readyAt(this.rate.burst) <= now) this.buckets.delete(recipient);
		}
		this.sweepAbove = Math.max(1000, this.buckets.size * 2);
	}
}
