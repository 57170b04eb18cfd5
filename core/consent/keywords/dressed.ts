import { LEET, LOOKALIKES } from './characters';
import { leadingLength, peelRun } from './courtesy';
import type { Peeling } from './courtesy';
import { joined } from './normalise';
import type { Token } from './normalise';
import { REAL_WORDS } from './real-words';
import type { KeywordEntry, KeywordTable } from './table';
import type { ConsentState } from '../types';

/** The entry that wins among those that count in this state. */
export function entryOf(
	map: Map<string, KeywordEntry[]>,
	key: string,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	return map.get(key)?.find(({ states }) => states === undefined || states.includes(state));
}

/** Shorter joined words may be two real ones: "no w". */
const MIN_COMPACT = 4;

/** The keyword that a message is apart from courtesy, spacing, look-alikes and repetition. */
export function dressedKeyword(
	{ tokens, starts, ends }: Peeling,
	table: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	for (const start of starts) {
		for (const end of ends) {
			if (start >= end) continue;
			const entry = plainKeyword(tokens, start, end, table, state);
			if (entry !== undefined && (!entry.bare || end - start === tokens.length)) return entry;
		}
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
	const entry = plainKeyword(tokens, 0, end, table, state);
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
	start: number,
	end: number,
	table: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	const words = end - start;
	if (words <= table.longest) {
		const direct = entryOf(table.byKey, joined(tokens, start, end), state);
		if (direct !== undefined) return direct;
	}
	const first = tokens[start];
	if (first === undefined) return undefined;
	if (words > 1) return spacedKeyword(tokens, start, end, table, state);
	if (first.unspaced) return runKeyword(first, table, state);
	for (const variant of spellings(first.text)) {
		const entry = entryOf(table.byKey, variant, state);
		if (entry !== undefined && !entry.bare) return entry;
	}
	return undefined;
}

/** More words than this with a space too many are hardly one keyword, unless they are single letters. */
const MAX_SPACED = 3;

/** "s t o p", "un subscribe". */
function spacedKeyword(
	tokens: readonly Token[],
	start: number,
	end: number,
	table: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	if (end - start > MAX_SPACED && !isSpelled(tokens, start, end)) return undefined;
	const compact = joined(tokens, start, end, '');
	if (compact.length < (tokens[start]?.unspaced === true ? 2 : MIN_COMPACT)) return undefined;
	const entry = entryOf(table.byCompactKey, compact, state);
	return entry?.bare === true ? undefined : entry;
}

function isSpelled(tokens: readonly Token[], start: number, end: number): boolean {
	for (let index = start; index < end; index += 1) {
		if (tokens[index]?.text.length !== 1) return false;
	}
	return true;
}

function runKeyword(
	{ text }: Token,
	table: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	for (const run of peelRun(text, table.courtesy)) {
		const entry = entryOf(table.byKey, run, state);
		if (entry !== undefined) return entry;
	}
	return undefined;
}

const PLAIN = /^[a-z]*$/;

/** What a single word would be without look-alikes, digits for letters and letters held down. */
function* spellings(word: string): Generator<string> {
	const latin = PLAIN.test(word) ? word : replaceLetters(word, LOOKALIKES);
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
	const first = entryOf(table.byKey, tokens[0]?.text ?? '', state);
	if (first === undefined) return undefined;
	const alike = (entry: KeywordEntry | undefined) => entry?.category === first.category && !entry.bare;
	return tokens.every((token) => alike(entryOf(table.byKey, token.text, state))) ? first : undefined;
}
