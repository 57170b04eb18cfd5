import type { Part, Parts } from './roles';

/** Sets that are remembered; the messages of a busy day have some thousands. */
const REMEMBERED = 10_000;

const sets = new Map<string, Parts>();
const unions = new Map<Parts, Map<Parts, Parts>>();

/** The set of these parts, the same object for the same parts, so that what follows from it can be kept beside it. */
export function partSet(parts: Iterable<Part>): Parts {
	const set = new Set(parts);
	const name = [...set].sort().join();
	const known = sets.get(name);
	if (known !== undefined) return known;
	if (sets.size >= REMEMBERED) {
		sets.clear();
		unions.clear();
	}
	sets.set(name, set);
	return set;
}

export const NO_PARTS = partSet([]);

export function union(a: Parts, b: Parts): Parts {
	if (a === NO_PARTS || a === b) return b;
	let withA = unions.get(a);
	if (withA === undefined) {
		withA = new Map();
		unions.set(a, withA);
	}
	let both = withA.get(b);
	if (both === undefined) {
		both = partSet([...a, ...b]);
		withA.set(b, both);
	}
	return both;
}

/** What all of these have together. */
export function partsOf(units: readonly { parts: Parts }[]): Parts {
	let all = NO_PARTS;
	for (const { parts } of units) all = union(all, parts);
	return all;
}
