/** Optimal string alignment: Levenshtein with the swap of two neighbours as one edit; stops above `limit`. */
export function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
			}
			row.push(cost);
		}
		if (Math.min(...row) > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? limit + 1;
}

/** From this length on two slips still leave no doubt: "unsubscribe". */
export const TWO_SLIPS = 9;

/**
 * Words by the spellings that slips make of them, so that the ones near another word are found without going through
 * all: two words a letter apart become equal when a letter is left out of either.
 *
 * @param most how many edits long words may be apart
 * @returns the words within one edit, or as many where both words are long enough, in their own order
 */
export function neighbours(words: readonly string[], most = 2): (word: string) => string[] {
	const slipsOf = (word: string) => (word.length >= TWO_SLIPS ? most : 1);
	const order = new Map(words.map((word, index) => [word, index]));
	const bySpelling = new Map<string, string[]>();
	for (const word of words) {
		for (const spelling of shortened(word, slipsOf(word))) {
			const known = bySpelling.get(spelling);
			if (known === undefined) bySpelling.set(spelling, [word]);
			else known.push(word);
		}
	}
	return (word) => {
		const limit = slipsOf(word);
		const candidates = new Set<string>();
		for (const spelling of shortened(word, limit)) {
			for (const text of bySpelling.get(spelling) ?? []) candidates.add(text);
		}
		return [...candidates]
			.filter((text) => distance(word, text, limit) <= limit)
			.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
	};
}

/** The word, and what is left of it without up to so many letters. */
function shortened(word: string, letters: number): Set<string> {
	const all = new Set([word]);
	for (let left = 0; left < letters; left += 1) {
		for (const text of [...all]) {
			for (let at = 0; at < text.length; at += 1) all.add(text.slice(0, at) + text.slice(at + 1));
		}
	}
	return all;
}
