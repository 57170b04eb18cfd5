import type { Rules } from './rules.ts';

const SECOND_MS = 1_000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;
/** People whose rates are remembered; those who were written to first are forgotten first. */
const PEOPLE = 50_000;

/** How many messages went out lately: of each number, to each person, and of marketing. Times are milliseconds since 1970. */
export class Rates {
	readonly #rules: Rules;
	/** Times of the sends of a number within the last second. */
	readonly #sends = new Map<string, number[]>();
	/** When a pair of number and person will have earned back all that was sent. */
	readonly #earnedBack = new Map<string, number>();
	/** Times of the marketing messages to one person within the last day. */
	readonly #marketing = new Map<string, number[]>();

	constructor(rules: Rules) {
		this.#rules = rules;
	}

	/**
	 * Counts a send where no limit stands against it, and names the limit otherwise. No second, wherever it begins, holds more sends of
	 * a number than the rules allow.
	 */
	take(numberId: string, person: string, at: number): 'rateLimited' | 'pairLimited' | undefined {
		const { messagesPerSecond, pairBurst, pairIntervalMs } = this.#rules.values;
		const sends = this.#sends.get(numberId) ?? [];
		while (at - (sends[0] ?? at) >= SECOND_MS) sends.shift();
		this.#sends.set(numberId, sends);
		if (sends.length >= messagesPerSecond) return 'rateLimited';
		const pair = `${numberId}:${person}`;
		const earnedBack = Math.max(this.#earnedBack.get(pair) ?? 0, at);
		if (earnedBack - at > (pairBurst - 1) * pairIntervalMs) return 'pairLimited';
		sends.push(at);
		remember(this.#earnedBack, pair, earnedBack + pairIntervalMs);
		return undefined;
	}

	/** Counts a marketing message to a person; false where there were enough within 24 hours. */
	takeMarketing(person: string, at: number): boolean {
		const limit = this.#rules.values.marketingPerDay;
		if (limit === null) return true;
		const times = (this.#marketing.get(person) ?? []).filter((time) => at - time < DAY_MS);
		if (times.length >= limit) return false;
		remember(this.#marketing, person, [...times, at]);
		return true;
	}

	clear(): void {
		this.#sends.clear();
		this.#earnedBack.clear();
		this.#marketing.clear();
	}
}

/** Puts the entry at the end of the order in which entries are forgotten. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
	const oldest = map.keys().next().value;
	if (!map.delete(key) && map.size >= PEOPLE && oldest !== undefined) map.delete(oldest);
	map.set(key, value);
}
