/** How often pairs of words occurred. Bounded: pairs that come when it is full are counted together. */
export class Tally {
	readonly #counts = new Map<string, Map<string, number>>();
	readonly #limit: number;
	#pairs = 0;
	#uncounted = 0;

	constructor(limit: number) {
		this.#limit = limit;
	}

	/** Different pairs. */
	get pairs(): number {
		return this.#pairs;
	}

	/** Different first words. */
	get firsts(): number {
		return this.#counts.size;
	}

	/** Occurrences of pairs that found no room. */
	get uncounted(): number {
		return this.#uncounted;
	}

	add(first: string, second: string): void {
		const counts = this.#counts.get(first) ?? new Map<string, number>();
		const count = counts.get(second);
		if (count === undefined) {
			if (this.#pairs >= this.#limit) {
				this.#uncounted += 1;
				return;
			}
			this.#pairs += 1;
			this.#counts.set(first, counts);
		}
		counts.set(second, (count ?? 0) + 1);
	}

	/** Every pair with its count, or those of one first word. */
	*entries(first?: string): Generator<{ first: string; second: string; count: number }> {
		const wanted = first === undefined ? this.#counts.keys() : [first];
		for (const word of wanted) {
			for (const [second, count] of this.#counts.get(word) ?? []) yield { first: word, second, count };
		}
	}

	clear(): void {
		this.#counts.clear();
		this.#pairs = 0;
		this.#uncounted = 0;
	}
}
