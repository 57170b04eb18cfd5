/** How often something was tried within a moving time, by a key. Times are milliseconds since 1970. */
export class Attempts {
	readonly #count: number;
	readonly #spanMs: number;
	readonly #times = new Map<string, number[]>();

	constructor(count: number, spanMs: number) {
		this.#count = count;
		this.#spanMs = spanMs;
	}

	/** Counts a try; false where there were enough already. */
	take(key: string, at: number): boolean {
		const times = (this.#times.get(key) ?? []).filter((time) => at - time < this.#spanMs);
		this.#times.set(key, times);
		if (times.length >= this.#count) return false;
		times.push(at);
		return true;
	}

	clear(): void {
		this.#times.clear();
	}
}
