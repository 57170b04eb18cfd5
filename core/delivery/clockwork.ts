/** What the engine cannot do by itself. */
export interface Effects {
	/** Milliseconds since 1970. */
	now(): number;
	sleep(ms: number): Promise<void>;
	/** At least 0 and below 1. */
	random: () => number;
	/** Gives everything else on this thread a turn: a promise that a macrotask resolves. */
	breathe(): Promise<void>;
}

/** The longest sleep, so that one which is no longer needed keeps no process alive for long. */
const LONGEST_SLEEP_MS = 1000;
/** n8n answers and beats in between; 15 ms are a frame of a screen. */
const BREATH_MS = 15;

/** Waits until something happens or a time comes, and sees to it that work without waiting leaves air. */
export class Clockwork {
	private wake: (() => void) | undefined;

	private isRung = false;

	/** When the earliest sleep ends that is under way. */
	private alarmAt = Infinity;

	private breathedAt: number;

	constructor(private readonly effects: Effects) {
		this.breathedAt = effects.now();
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

	needsAir(now: number): boolean {
		return now - this.breathedAt >= BREATH_MS;
	}

	async breathe(): Promise<void> {
		await this.effects.breathe();
		this.breathedAt = this.effects.now();
	}

	private setAlarm(at: number, now: number): void {
		if (this.alarmAt <= at) return;
		this.alarmAt = at;
		void this.effects.sleep(Math.max(1, Math.ceil(at - now))).then(() => {
			if (this.alarmAt === at) this.alarmAt = Infinity;
			this.breathedAt = this.effects.now();
			this.ring();
		});
	}
}
