import { LEET, LOOKALIKES } from './characters';
import { leadingLength, peel, peelRun } from './courtesy';
import type { NormalisedText, Token } from './normalise';
import { REAL_WORDS } from './real-words';
import type { KeywordEntry, KeywordTable } from './table';
import type { ConsentState } from './types';

/** The entry that wins among those that count in this state. */
export function entryOf(
	map: Map<string, KeywordEntry[]>,
	key: string,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	return map.get(key)?.find(({ states }) => states === undefined || states.includes(state));
}

/** Longer messages than this are sentences, not a keyword with a please around it. */
export const MAX_KEYWORD_TOKENS = 12;
/** Shorter joined words may be two real ones: "no w". */
const MIN_COMPACT = 4;

/** The keyword that a message is apart from courtesy, spacing, look-alikes and repetition. */
export function dressedKeyword(
	{ tokens }: NormalisedText,
	table: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	if (tokens.length > MAX_KEYWORD_TOKENS) return undefined;
	for (const rest of peel(tokens, table.courtesy)) {
		const entry = plainKeyword(rest, table, state);
		if (entry !== undefined && (!entry.bare || rest.length === tokens.length)) return entry;
	}
	return signedKeyword(tokens, table, state) ?? sameCategory(tokens, table, state);
}

/** Words of a signature: "Regards, Petra K.". */
const MAX_SIGNATURE = 5;

/** A keyword as the first clause, and under it a greeting with a name. */
function signedKeyword(
	tokens: readonly Token[],
	table: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	const end = tokens.findIndex((token) => token.endsClause) + 1;
	if (end === 0 || end > 3 || tokens.length - end > MAX_SIGNATURE) return undefined;
	if (end === tokens.length || leadingLength(tokens, end, table.courtesy) === 0) return undefined;
	const entry = plainKeyword(tokens.slice(0, end), table, state);
	return entry?.category === 'optOut' && !entry.bare ? entry : undefined;
}

const SYMBOL_WORD = /^[\p{L}\d$@!|€]{4,20}$/u;

/** "$top", "c@ncel": signs that stand for letters, which otherwise separate words. */
export function symbolKeyword(
	text: string,
	table: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	const word = text.length < 40 ? text.trim().toLowerCase() : '';
	if (!/[$@!|€]/.test(word) || !SYMBOL_WORD.test(word)) return undefined;
	const entry = entryOf(table.byKey, replaceLetters(word, LEET), state);
	return entry?.bare === true ? undefined : entry;
}

function plainKeyword(
	tokens: readonly Token[],
	table: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	const key = tokens.map((token) => token.text).join(' ');
	const direct = entryOf(table.byKey, key, state);
	if (direct !== undefined) return direct;
	const [only] = tokens;
	if (only === undefined) return undefined;
	if (tokens.length > 1) {
		const compact = key.replaceAll(' ', '');
		const spelled = tokens.every((token) => token.text.length === 1);
		const shortest = only.unspaced ? 2 : MIN_COMPACT;
		if (compact.length < shortest || (!spelled && tokens.length > 3)) return undefined;
		const entry = entryOf(table.byCompactKey, compact, state);
		return entry?.bare === true ? undefined : entry;
	}
	if (only.unspaced) {
		for (const run of peelRun(only.text, table.courtesy)) {
			const entry = entryOf(table.byKey, run, state);
			if (entry !== undefined) return entry;
		}
		return undefined;
	}
	for (const variant of spellings(only.text)) {
		const entry = entryOf(table.byKey, variant, state);
		if (entry !== undefined && !entry.bare) return entry;
	}
	return undefined;
}

/** What a single word would be without look-alikes, digits for letters and letters held down. */
function* spellings(word: string): Generator<string> {
	const latin = replaceLetters(word, LOOKALIKES);
	if (latin !== word) yield latin;
	if (/\d/.test(word) && /[a-z]/.test(word)) yield replaceLetters(word, LEET);
	if (word.length > 3) {
		const squeezed = squeeze(word);
		if (squeezed !== word && !REAL_WORDS.has(word)) {
			yield squeezed;
			yield squeezed + squeezed.slice(-1);
		}
	}
}

function replaceLetters(word: string, letters: Record<string, string>): string {
	return [...word].map((letter) => letters[letter] ?? letter).join('');
}

/** "stoppp" and "sttttop", but not "stoop": two equal letters inside a word are ordinary spelling. */
function squeeze(word: string): string {
	return word.replace(/(.)\1+$/u, '$1').replace(/(.)\1{2,}/gu, '$1');
}

/** "stop end quit": several keywords that all mean the same. */
function sameCategory(
	tokens: readonly Token[],
	table: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	if (tokens.length < 2 || tokens.length > 6) return undefined;
	const entries = tokens.map((token) => entryOf(table.byKey, token.text, state));
	const [first] = entries;
	return first !== undefined && entries.every((entry) => entry?.category === first.category && !entry.bare)
		? first
		: undefined;
}
