import type { DeliveryError } from '../events';
import { Clockwork } from './clockwork';
import type { Delivery } from './delivery';
import type { Outcome } from './job';
import { ProgressReport, type Progress } from './progress';
import { RecipientLanes } from './recipient-lanes';
import { waitMs, type RetryLimits } from './retry';
import type { SenderLane } from './sender-lane';
import { Senders } from './senders';
import { CANCELLED, entryOf, Settlement, stopOf, type Entry, type Stop } from './settlement';

interface Landing<Payload, Receipt> {
	call: readonly Entry<Payload>[];
	outcomes: readonly Outcome<Receipt>[];
	startedAt: number;
}

const NO_OUTCOME = {
	outcome: 'unknown',
	reason: 'The call ended without an answer for this message.',
} as const;

/** Messages that were throttled together come back within such a time, one by one. */
const APART_MS = 100;

/** A rate that is counted by the second has room again well before a fault passes. */
function throttled(limits: RetryLimits): RetryLimits {
	return { ...limits, baseMs: limits.baseMs / 8 };
}

/**
 * One run, from the first job to the last result. What becomes of a message:
 *
 *     prepared ─► waiting for its turn ─► under way ─┬─► accepted, failed, unknown     finish
 *        │           ▲        │                      ├─► waiting again                 retryAlone, holdBack
 *        │           └────────┼──────────────────────┘   (holdBack makes its sender or account wait as well)
 *        │                    └─► unsent                 stopSender, stopAll: a fault that will not pass, a cancelled run
 *        └─► suppressed, invalid
 */
class Run<Payload, Receipt, Why> {
	private readonly clock: Clockwork;

	private readonly progress: ProgressReport;

	private readonly settlement: Settlement<Payload, Receipt, Why>;

	private readonly senders: Senders<Payload>;

	private readonly recipients: RecipientLanes<Payload>;

	private readonly landed: Landing<Payload, Receipt>[] = [];

	private underWay = 0;

	private nextIndex = 0;

	private stop: Stop | undefined;

	constructor(private readonly delivery: Delivery<Payload, Receipt, Why>) {
		const { effects, limits, settle, source, onProgress } = delivery;
		this.clock = new Clockwork(effects);
		this.progress = new ProgressReport(source.total, effects.now(), onProgress);
		this.settlement = new Settlement(settle, this.progress);
		this.senders = new Senders((sender) => limits.paceOf(sender), limits.batchSize);
		this.recipients = new RecipientLanes(
			(entry) => Math.max(entry.notBefore, this.senders.of(entry).recipientReadyAt(entry.job.recipient)),
			(entry, now) => {
				this.senders.queue(entry, now);
			},
		);
	}

	async toEnd(): Promise<Progress> {
		const { effects, signal, source } = this.delivery;
		const ring = () => {
			this.clock.ring();
		};
		signal?.addEventListener('abort', ring);
		for (;;) {
			const now = effects.now();
			if (this.clock.isYieldDue(now)) {
				this.progress.tick(now);
				await this.clock.yieldThread();
			}
			if (signal?.aborted && this.stop === undefined) this.stopAll(CANCELLED, now);
			if (this.step(now)) continue;
			if (this.nextIndex === source.total && this.recipients.size === 0) break;
			this.progress.tick(now);
			await this.clock.wait(this.nextAt(now));
		}
		signal?.removeEventListener('abort', ring);
		return this.progress.snapshot(effects.now());
	}

	/** Does one thing that can be done now, if there is any. */
	private step(now: number): boolean {
		return this.land(now) || this.recipients.releaseDue(now) || this.startCall(now) || this.pull(now);
	}

	private nextAt(now: number): number {
		const { nextAt } = this.recipients;
		return this.isBusy() ? nextAt : Math.min(nextAt, this.senders.nextAt(now));
	}

	private isBusy(): boolean {
		return this.underWay >= this.delivery.limits.concurrency;
	}

	private canPull(): boolean {
		const { limits, source } = this.delivery;
		return this.nextIndex < source.total && this.recipients.size < limits.maxPending;
	}

	/** Takes the next job of the source; once everything is stopped, it stays unprepared. */
	private pull(now: number): boolean {
		if (!this.canPull() || (this.stop === undefined && this.isBusy())) return false;
		const index = this.nextIndex;
		this.nextIndex += 1;
		if (this.stop !== undefined) {
			this.settlement.settle(index, { outcome: 'unsent', ...this.stop });
			return true;
		}
		const prepared = this.delivery.source.prepare(index);
		if ('outcome' in prepared) {
			this.settlement.settle(index, prepared);
			return true;
		}
		const entry = entryOf(prepared);
		const { stopped } = this.senders.of(entry);
		if (stopped === undefined) this.recipients.add(entry, now);
		else this.settlement.leaveUnsent(entry, stopOf('sender', stopped));
		return true;
	}

	private startCall(startedAt: number): boolean {
		if (this.isBusy()) return false;
		const call = this.senders.takeCall(startedAt, !this.canPull());
		if (call === undefined) return false;
		this.underWay += 1;
		for (const entry of call) {
			entry.calls += 1;
			entry.firstAt ??= startedAt;
			this.recipients.takeOff(entry);
		}
		void this.outcomesOf(call).then((outcomes) => {
			this.landed.push({ call, outcomes, startedAt });
			this.clock.ring();
		});
		return true;
	}

	private async outcomesOf(call: readonly Entry<Payload>[]): Promise<readonly Outcome<Receipt>[]> {
		try {
			return await this.delivery.attempt(call.map(({ job }) => job));
		} catch (failure) {
			const reason = failure instanceof Error ? failure.message : String(failure);
			return call.map(() => ({ outcome: 'unknown', reason }));
		}
	}

	private land(now: number): boolean {
		const landing = this.landed.shift();
		if (landing === undefined) return false;
		this.underWay -= 1;
		for (const [place, entry] of landing.call.entries()) {
			this.judge(entry, landing.outcomes[place] ?? NO_OUTCOME, landing.startedAt, now);
		}
		return true;
	}

	private judge(entry: Entry<Payload>, outcome: Outcome<Receipt>, startedAt: number, now: number): void {
		switch (outcome.outcome) {
			case 'accepted':
				this.senders.of(entry).recover(now);
				this.finish(entry, outcome, now);
				return;
			case 'rejected':
				entry.error = outcome.error;
				if (!outcome.error.retryable) this.finishAndStop(entry, outcome, outcome.error, now);
				else if (this.delivery.reachOf(outcome.error) === 'message') this.retryAlone(entry, outcome, now);
				else this.holdBack(entry, outcome, outcome.error, startedAt, now);
				return;
			case 'refused':
				this.retryAlone(entry, outcome, now);
				return;
			case 'unknown':
				entry.doubt = outcome.reason;
				if (entry.job.repeatable) this.retryAlone(entry, outcome, now);
				else this.finish(entry, outcome, now);
		}
	}

	/** After what concerns this message only. */
	private retryAlone(entry: Entry<Payload>, outcome: Outcome<Receipt>, now: number): void {
		const { effects, limits } = this.delivery;
		const error = outcome.outcome === 'rejected' ? outcome.error : undefined;
		if (error?.cause === 'rateLimited') this.progress.countThrottle();
		entry.failures += 1;
		this.retry(entry, outcome, waitMs(entry.failures, error, limits.retry, effects.random), now);
	}

	/** After an error that can pass: what it reaches waits, and goes slower where it came too fast. */
	private holdBack(
		entry: Entry<Payload>,
		outcome: Outcome<Receipt>,
		error: DeliveryError,
		startedAt: number,
		now: number,
	): void {
		if (error.cause === 'rateLimited') this.progress.countThrottle();
		else entry.failures += 1;
		if ((error.retryAfterMs ?? 0) > this.delivery.limits.retry.maxTotalMs) {
			this.finishAndStop(entry, outcome, error, now);
			return;
		}
		const own = this.senders.of(entry);
		const reached = this.delivery.reachOf(error) === 'account' ? this.senders.all : [own];
		for (const sender of reached) this.pause(sender, error, startedAt, now);
		const apart = this.delivery.effects.random() * APART_MS;
		this.retry(entry, outcome, Math.max(own.readyAt(1) - now, apart), now);
	}

	private pause(sender: SenderLane<Payload>, error: DeliveryError, startedAt: number, now: number): void {
		const { effects, limits } = this.delivery;
		const isThrottle = error.cause === 'rateLimited';
		const hasToWait = sender.holdBack(startedAt, now, isThrottle);
		const wait = hasToWait
			? waitMs(sender.setbacks, error, isThrottle ? throttled(limits.retry) : limits.retry, effects.random)
			: (error.retryAfterMs ?? 0);
		sender.pause(now + wait);
	}

	private retry(entry: Entry<Payload>, outcome: Outcome<Receipt>, wait: number, now: number): void {
		const { retry } = this.delivery.limits;
		const isOver =
			this.stop !== undefined ||
			this.senders.of(entry).stopped !== undefined ||
			entry.failures >= retry.maxAttempts ||
			now + wait - (entry.firstAt ?? now) > retry.maxTotalMs;
		if (isOver) {
			this.finish(entry, outcome, now);
			return;
		}
		entry.notBefore = now + wait;
		this.recipients.putBack(entry, now);
	}

	private finish(entry: Entry<Payload>, outcome: Outcome<Receipt>, now: number): void {
		this.settlement.close(entry, outcome);
		this.recipients.finish(entry, now);
	}

	/** A fault that will not pass ends whatever it reaches. */
	private finishAndStop(
		entry: Entry<Payload>,
		outcome: Outcome<Receipt>,
		error: DeliveryError,
		now: number,
	): void {
		this.finish(entry, outcome, now);
		const reach = this.delivery.reachOf(error);
		if (reach === 'account' && this.stop === undefined) this.stopAll(stopOf('account', error), now);
		const sender = this.senders.of(entry);
		if (reach === 'sender' && sender.stopped === undefined) this.stopSender(sender, error, now);
	}

	private stopSender(sender: SenderLane<Payload>, error: DeliveryError, now: number): void {
		sender.stopped = error;
		this.senders.clear(sender);
		this.drop((entry) => this.senders.of(entry) === sender, stopOf('sender', error), now);
	}

	private stopAll(stop: Stop, now: number): void {
		this.stop = stop;
		for (const sender of this.senders.all) this.senders.clear(sender);
		this.drop(() => true, stop, now);
	}

	private drop(matches: (entry: Entry<Payload>) => boolean, stop: Stop, now: number): void {
		for (const entry of this.recipients.drop(matches, now)) this.settlement.leaveUnsent(entry, stop);
	}
}

/**
 * Sends every job of the source, as fast as the limits allow, and no message twice that may have been accepted.
 *
 * Tried again, after a wait that grows, is what the provider surely did not take and may take later. An answer that concerns
 * the whole sender or account slows them down, or stops them where it will not pass by itself.
 *
 * @returns the final counts
 */
export function deliver<Payload, Receipt, Why>(delivery: Delivery<Payload, Receipt, Why>): Promise<Progress> {
	return new Run(delivery).toEnd();
}
