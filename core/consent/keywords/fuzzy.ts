import type { KeywordEntry } from './table';

/** Optimal string alignment: Levenshtein with the swap of two neighbours as one edit; stops above `limit`. */
export function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		let best = i;
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
			}
			row.push(cost);
			best = Math.min(best, cost);
		}
		if (best > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? limit + 1;
}

interface FuzzyKeyword {
	key: string;
	entry: KeywordEntry;
	letters: number;
	limit: number;
	/** Only two neighbouring letters changed places: "hlep", but not "held". */
	swapsOnly: boolean;
}

/** Keywords by length of their key. */
export type FuzzyIndex = FuzzyKeyword[][];

/** Shorter keywords have too many real words around them: END, NO. */
const MIN_ENGLISH = 4;
const MIN_OTHER = 7;
/** From this length on two edits still leave no doubt: "unsubscribe". */
const TWO_EDITS = 9;
/** Below this length a word other than an opt-out must have all its letters: "help", "start". */
const LONG = 8;

/** One bit per letter, so that most keywords are ruled out without comparing letters in order. */
function lettersOf(text: string): number {
	let letters = 0;
	for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) & 31);
	return letters;
}

function bitCount(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
	return count;
}

/** English words that people mistype often enough to look for; others are near too many real words (DELETE, BLOCK). */
const ENGLISH = new Set(
	(
		'stop stopall quit cancel unsubscribe unsub revoke optout remove ' +
		'help info start unstop subscribe resubscribe continue resume'
	).split(' '),
);

function hasSlips(key: string, full: string, entry: KeywordEntry): boolean {
	if (entry.states !== undefined || entry.bare || entry.category === 'custom') return false;
	if (entry.own) return key.length >= MIN_ENGLISH;
	if (entry.language === 'en') return key.length >= MIN_ENGLISH && ENGLISH.has(key);
	return entry.category === 'optOut' && key.length >= MIN_OTHER && !full.includes(' ');
}

export function buildFuzzyIndex(entries: Iterable<[key: string, entry: KeywordEntry]>): FuzzyIndex {
	const index: FuzzyIndex = [];
	for (const [full, entry] of entries) {
		const key = full.replaceAll(' ', '');
		if (!hasSlips(key, full, entry)) continue;
		const optOut = entry.category === 'optOut';
		(index[key.length] ??= []).push({
			key,
			entry,
			letters: lettersOf(key),
			limit: optOut && key.length >= TWO_EDITS ? 2 : 1,
			swapsOnly: !optOut && key.length < LONG,
		});
	}
	return index;
}

/** Opt-out wins over a nearer keyword of another category. */
function surer(entry: KeywordEntry, edits: number, than: { entry: KeywordEntry; edits: number }): boolean {
	const optOut = entry.category === 'optOut';
	return optOut === (than.entry.category === 'optOut') ? edits < than.edits : optOut;
}

/** The nearest keyword, if one is near enough and the word is nothing else. */
export function nearest(word: string, index: FuzzyIndex): { entry: KeywordEntry; edits: number } | undefined {
	const letters = lettersOf(word);
	let best: { entry: KeywordEntry; edits: number } | undefined;
	for (let length = Math.max(0, word.length - 2); length <= word.length + 2; length += 1) {
		for (const keyword of index[length] ?? []) {
			if (bitCount(letters ^ keyword.letters) > 2 * keyword.limit) continue;
			const edits = distance(word, keyword.key, keyword.limit);
			if (keyword.swapsOnly && (word.length !== keyword.key.length || letters !== keyword.letters)) continue;
			if (edits <= keyword.limit && (best === undefined || surer(keyword.entry, edits, best))) {
				best = { entry: keyword.entry, edits };
			}
		}
	}
	return best;
}
