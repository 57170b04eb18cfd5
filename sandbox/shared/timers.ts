/** Every pending wait of the sandbox, so that closing or resetting it ends them all. */
export class Timers {
	readonly #pending = new Set<NodeJS.Timeout>();

	after(ms: number, run: () => void): void {
		const timer = setTimeout(() => {
			this.#pending.delete(timer);
			run();
		}, ms);
		this.#pending.add(timer);
	}

	get isEmpty(): boolean {
		return this.#pending.size === 0;
	}

	clear(): void {
		for (const timer of this.#pending) clearTimeout(timer);
		this.#pending.clear();
	}
}
