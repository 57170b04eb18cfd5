/** What the engine cannot do by itself. */
export interface Effects {
	/** Milliseconds since 1970. */
	now(): number;
	sleep(ms: number): Promise<void>;
	/** At least 0 and below 1. */
	random: () => number;
	/** Lets everything else on this thread run first: a promise that a macrotask resolves. */
	yieldThread(): Promise<void>;
}

/** The longest sleep, so that one which is no longer needed keeps no process alive for long. */
const LONGEST_SLEEP_MS = 1000;
/** The longest work without a pause, in which n8n answers requests and sends its heartbeat; 15 ms are a frame of a screen. */
const LONGEST_HOLD_MS = 15;

/** Waits until something happens or a time comes, and tells when work without waiting has to make room for others. */
export class Clockwork {
	private wake: (() => void) | undefined;

	private isRung = false;

	/** When the earliest sleep ends that is under way. */
	private alarmAt = Infinity;

	private yieldedAt: number;

	constructor(private readonly effects: Effects) {
		this.yieldedAt = effects.now();
	}

	/** Something happened. */
	ring(): void {
		this.isRung = true;
		this.wake?.();
	}

	/** Until somebody rings or the time has come, at most a second. */
	async wait(until: number): Promise<void> {
		const now = this.effects.now();
		this.setAlarm(Math.min(until, now + LONGEST_SLEEP_MS), now);
		if (!this.isRung) {
			await new Promise<void>((resolve) => {
				this.wake = resolve;
			});
		}
		this.isRung = false;
		this.wake = undefined;
	}

	isYieldDue(now: number): boolean {
		return now - this.yieldedAt >= LONGEST_HOLD_MS;
	}

	async yieldThread(): Promise<void> {
		await this.effects.yieldThread();
		this.yieldedAt = this.effects.now();
	}

	private setAlarm(at: number, now: number): void {
		if (this.alarmAt <= at) return;
		this.alarmAt = at;
		void this.effects.sleep(Math.max(1, Math.ceil(at - now))).then(() => {
			if (this.alarmAt === at) this.alarmAt = Infinity;
			this.yieldedAt = this.effects.now();
			this.ring();
		});
	}
}
