import type { Peeling } from './courtesy';
import { distance, neighbours, TWO_SLIPS } from './distance';
import type { KeywordEntry } from './entries';
import { remembered } from './memory';
import { joined, normalise } from './normalise';
import type { Token } from './normalise';
import { REAL_WORDS } from './real-words';

/** A keyword that words may be a slip of the finger away from. */
interface NearKeyword {
	key: string;
	entry: KeywordEntry;
	/** Edits that leave no doubt. */
	limit: number;
	/** Only two neighbouring letters changed places: "hlep", but not "held". */
	swapsOnly: boolean;
}

function isUnspaced(key: string): boolean {
	return normalise(key).tokens.every(({ unspaced }) => unspaced);
}

/** Those that are near a word. */
export type NearKeywords = (word: string) => readonly NearKeyword[];

/** Longer words than this are no keyword with a slip in it. */
const LONGEST = 30;
/** Short messages that are remembered: people say the same things. */
const REMEMBERED = 5_000;

/** Shorter keywords have too many real words around them: END, NO. */
const MIN_ENGLISH = 4;
const MIN_OTHER = 5;
/** Of a script without spaces, where a word has fewer characters. */
const MIN_UNSPACED = 3;
/** Below this length a word other than an opt-out must have all its letters: "help", "start". */
const LONG = 8;

/** English words that people mistype often enough to look for; others are near too many real words (DELETE, BLOCK). */
const ENGLISH = new Set(
	(
		'stop stopall quit cancel unsubscribe unsub revoke optout remove ' +
		'help info start unstop subscribe resubscribe continue resume'
	).split(' '),
);

/** The keywords that near matches are looked for, by folded key. */
export function nearKeywords(byKey: ReadonlyMap<string, readonly KeywordEntry[]>): NearKeywords {
	const keywords = new Map<string, NearKeyword>();
	for (const [full, [entry]] of byKey) {
		const key = full.replaceAll(' ', '');
		if (entry === undefined || !hasSlips(key, full, entry)) continue;
		const isOptOut = entry.category === 'optOut';
		const limit = isOptOut && key.length >= TWO_SLIPS ? 2 : 1;
		if (!keywords.has(key))
			keywords.set(key, { key, entry, limit, swapsOnly: !isOptOut && key.length < LONG });
	}
	const near = neighbours([...keywords.keys()]);
	const known = remembered(REMEMBERED, (word) => near(word).flatMap((key) => keywords.get(key) ?? []));
	return (word) => (word.length > LONGEST ? [] : known(word));
}

function hasSlips(key: string, full: string, entry: KeywordEntry): boolean {
	if (entry.states !== undefined || entry.bare || entry.category === 'custom') return false;
	if (entry.own) return key.length >= MIN_ENGLISH;
	if (entry.language === 'en') return key.length >= MIN_ENGLISH && ENGLISH.has(key);
	const shortest = isUnspaced(key) ? MIN_UNSPACED : MIN_OTHER;
	return entry.category === 'optOut' && key.length >= shortest && !full.includes(' ');
}

export interface NearMatch {
	/** What was typed. */
	word: string;
	entry: KeywordEntry;
	edits: number;
}

/** The near keywords, and the words that people mean as they stand. */
interface NearTable {
	near: NearKeywords;
	byKey: ReadonlyMap<string, unknown>;
	byCompactKey: ReadonlyMap<string, unknown>;
	lexicon?: { words: ReadonlyMap<string, unknown>; inside: ReadonlyMap<string, unknown> };
}

/** A keyword that was typed with a space in it. */
const MAX_WORDS = 2;

/** The keyword that the message misses by a slip of the finger. */
export function nearMatch({ tokens, starts, ends }: Peeling, table: NearTable): NearMatch | undefined {
	for (const start of starts) {
		for (const end of ends) {
			if (start >= end || end - start > MAX_WORDS) continue;
			const words = withoutObject(tokens.slice(start, end));
			const word = joined(words, '');
			if (isRealWord(word, words, table)) continue;
			const found = nearest(word, table.near);
			if (found !== undefined) return found;
		}
	}
	return undefined;
}

/** "unsubscibe me": the person is no part of the keyword. */
function withoutObject(tokens: readonly Token[]): readonly Token[] {
	return tokens.length === 2 && tokens[1]?.text === 'me' ? tokens.slice(0, 1) : tokens;
}

/** Any three or four letters are a word somewhere: there the list of real words decides alone. */
const SHORT_WORD = 4;

/** A word that somebody meant as it stands: a listed real word, a keyword of any category, a word of a language. */
function isRealWord(word: string, tokens: readonly Token[], table: NearTable): boolean {
	if (REAL_WORDS.has(word) || table.byKey.has(word) || table.byCompactKey.has(word)) return true;
	const isKnown = (text: string) =>
		table.lexicon?.words.has(text) === true || table.lexicon?.inside.has(text) === true;
	return tokens.length === 1
		? word.length > SHORT_WORD && isKnown(word)
		: tokens.every(({ text }) => text.length > 1 && isKnown(text));
}

/** The nearest keyword, if one is near enough. Opt-out wins over a nearer keyword of another category. */
function nearest(word: string, keywords: NearKeywords): NearMatch | undefined {
	let best: NearMatch | undefined;
	for (const { key, entry, limit, swapsOnly } of keywords(word)) {
		const edits = distance(word, key, limit);
		if (edits > limit || (swapsOnly && !hasSameLetters(word, key))) continue;
		const isOptOut = entry.category === 'optOut';
		const isSurer =
			best === undefined || (isOptOut === (best.entry.category === 'optOut') ? edits < best.edits : isOptOut);
		if (isSurer) best = { word, entry, edits };
	}
	return best;
}

function hasSameLetters(word: string, key: string): boolean {
	const letters = (text: string) => [...new Set(text)].sort().join('');
	return word.length === key.length && letters(word) === letters(key);
}
