import { Timers } from '../../shared/timers.ts';

/** Timers of which none begins while they are held, so that a test can look at what is under way however slow the machine is. */
export class HeldTimers extends Timers {
	#held: (() => void)[] | undefined;

	override after(ms: number, run: () => void): void {
		if (this.#held)
			this.#held.push(() => {
				super.after(ms, run);
			});
		else super.after(ms, run);
	}

	override get isEmpty(): boolean {
		return super.isEmpty && !this.#held?.length;
	}

	override clear(): void {
		super.clear();
		this.#held &&= [];
	}

	hold(): void {
		this.#held ??= [];
	}

	release(): void {
		const held = this.#held ?? [];
		this.#held = undefined;
		for (const begin of held) begin();
	}
}
