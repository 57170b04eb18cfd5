import { LEET, LOOKALIKES, replaceLetters } from './characters';
import { leadingLength, peelRun } from './courtesy';
import type { Peeling } from './courtesy';
import type { KeywordEntry } from './entries';
import { joined } from './normalise';
import type { Token } from './normalise';
import { REAL_WORDS } from './real-words';
import type { Keywords } from './table';

/** The keyword that a message is apart from courtesy, spacing, look-alikes and repetition. */
export function dressedKeyword(
	{ tokens, starts, ends }: Peeling,
	keywords: Keywords,
): KeywordEntry | undefined {
	for (const start of starts) {
		for (const end of ends) {
			const entry = plainKeyword(tokens.slice(start, end), keywords);
			if (entry !== undefined && (!entry.bare || end - start === tokens.length)) return entry;
		}
	}
	return signedKeyword(tokens, keywords) ?? sameCategory(tokens, keywords);
}

/** Words of a signature: "Regards, Petra K.". */
const MAX_SIGNATURE = 5;

/** A keyword as the first clause, and under it a greeting with a name. */
function signedKeyword(tokens: readonly Token[], keywords: Keywords): KeywordEntry | undefined {
	const end = tokens.findIndex((token) => token.endsClause) + 1;
	if (end === 0 || end > 3 || tokens.length - end > MAX_SIGNATURE) return undefined;
	if (end === tokens.length || leadingLength(tokens, end, keywords.table.courtesy) === 0) return undefined;
	const entry = plainKeyword(tokens.slice(0, end), keywords);
	return entry?.category === 'optOut' && !entry.bare ? entry : undefined;
}

const SYMBOL_WORD = /^(?=.*[$@!|€])[\p{L}\d$@!|€]{4,20}$/u;

/** "$top", "c@ncel": signs that stand for letters, which otherwise separate words. */
export function symbolKeyword(text: string, { find }: Keywords): KeywordEntry | undefined {
	const word = text.length < 40 ? text.trim().toLowerCase() : '';
	return SYMBOL_WORD.test(word) ? notBare(find(replaceLetters(word, LEET))) : undefined;
}

function notBare(entry: KeywordEntry | undefined): KeywordEntry | undefined {
	return entry?.bare === true ? undefined : entry;
}

function plainKeyword(words: readonly Token[], keywords: Keywords): KeywordEntry | undefined {
	const { find, table } = keywords;
	const [first] = words;
	if (first === undefined) return undefined;
	const direct = find(joined(words));
	if (direct !== undefined) return direct;
	if (words.length > 1) return spacedKeyword(words, keywords);
	if (first.unspaced) return firstOf(peelRun(first.text, table.courtesy), find);
	return firstOf(spellings(first.text), (spelling) => notBare(find(spelling)));
}

function firstOf(keys: Iterable<string>, find: Keywords['find']): KeywordEntry | undefined {
	for (const key of keys) {
		const entry = find(key);
		if (entry !== undefined) return entry;
	}
	return undefined;
}

/** More words than this with a space too many are hardly one keyword, unless they are single letters. */
const MAX_SPACED = 3;
/** Shorter joined words may be two real ones: "no w". */
const MIN_COMPACT = 4;

/** "s t o p", "un subscribe". */
function spacedKeyword(words: readonly Token[], { findCompact }: Keywords): KeywordEntry | undefined {
	if (words.length > MAX_SPACED && words.some(({ text }) => text.length !== 1)) return undefined;
	const compact = joined(words, '');
	const shortest = words[0]?.unspaced === true ? 2 : MIN_COMPACT;
	return compact.length < shortest ? undefined : notBare(findCompact(compact));
}

/** What a single word would be without look-alikes, digits for letters and letters held down. */
function* spellings(word: string): Generator<string> {
	const latin = replaceLetters(word, LOOKALIKES);
	if (latin !== word) yield latin;
	if (/\d/.test(word) && /[a-z]/.test(word)) yield replaceLetters(word, LEET);
	if (word.length <= 3 || REAL_WORDS.has(word)) return;
	const squeezed = squeeze(word);
	if (squeezed !== word) yield* [squeezed, squeezed + squeezed.slice(-1)];
}

/** "stoppp" and "sttttop", but not "stoop": two equal letters inside a word are ordinary spelling. */
function squeeze(word: string): string {
	return word.replace(/(.)\1+$/u, '$1').replace(/(.)\1{2,}/gu, '$1');
}

/** "stop end quit": several keywords that all mean the same. */
function sameCategory(tokens: readonly Token[], { find }: Keywords): KeywordEntry | undefined {
	if (tokens.length < 2 || tokens.length > 6) return undefined;
	const [first, ...others] = tokens.map(({ text }) => notBare(find(text)));
	return others.every((entry) => entry !== undefined && entry.category === first?.category)
		? first
		: undefined;
}
