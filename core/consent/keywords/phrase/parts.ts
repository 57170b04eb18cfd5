import { attemptsWith } from './readings';
import type { Part } from './roles';

/** What some words do in a request; the same object for the same parts, so that what follows from them is kept with it. */
export class PartSet extends Set<Part> {
	readonly #unions = new Map<PartSet, PartSet>();
	#attempts: ReturnType<typeof attemptsWith> | undefined;

	/** What can come of a text with these parts. */
	get attempts(): ReturnType<typeof attemptsWith> {
		this.#attempts ??= attemptsWith(this);
		return this.#attempts;
	}

	with(other: PartSet): PartSet {
		if (this.size === 0 || this === other) return other;
		const known = this.#unions.get(other);
		if (known !== undefined) return known;
		const both = partSet([...this, ...other]);
		this.#unions.set(other, both);
		united.add(this);
		return both;
	}

	forgetUnions(): void {
		this.#unions.clear();
	}
}

/** Sets that are remembered; the messages of a busy day have some thousands. */
const REMEMBERED = 10_000;

const sets = new Map<string, PartSet>();
/** Those that remember unions. */
const united = new Set<PartSet>();

export function partSet(parts: Iterable<Part>): PartSet {
	const set = new PartSet(parts);
	const name = [...set].sort().join();
	const known = sets.get(name);
	if (known !== undefined) return known;
	if (sets.size >= REMEMBERED) {
		for (const one of united) one.forgetUnions();
		united.clear();
		sets.clear();
	}
	sets.set(name, set);
	return set;
}

export const NO_PARTS = partSet([]);

/** What all of these have together. */
export function partsOf(units: readonly { parts: PartSet }[]): PartSet {
	let all = NO_PARTS;
	for (const { parts } of units) all = all.with(parts);
	return all;
}
