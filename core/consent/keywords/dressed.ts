import { LEET } from './characters';
import { leadingLength, peelRun, peelTokens } from './courtesy';
import type { Courtesy, Peeling } from './courtesy';
import type { KeywordEntry } from './entries';
import { LOOKALIKES, replaceLetters } from './lookalikes';
import { joined } from './normalise';
import type { Token } from './normalise';
import { sentencesOf } from './phrase/passage';
import { REAL_WORDS } from './real-words';
import type { Keywords } from './table';

/** The keyword that a message is apart from courtesy, spacing, look-alikes and repetition. */
export function dressedKeyword(peeling: Peeling, keywords: Keywords): KeywordEntry | undefined {
	const { tokens } = peeling;
	return (
		peeledKeyword(peeling, keywords) ?? signedKeyword(tokens, keywords) ?? sameCategory(tokens, keywords)
	);
}

function peeledKeyword({ tokens, starts, ends }: Peeling, keywords: Keywords): KeywordEntry | undefined {
	for (const start of starts) {
		for (const end of ends) {
			const entry = plainKeyword(tokens.slice(start, end), keywords);
			if (entry !== undefined && (!entry.bare || end - start === tokens.length)) return entry;
		}
	}
	return undefined;
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

/** Words that a sentence may have around and in its keyword. */
const MAX_SENTENCE = 6;

/** A keyword as the first or last sentence: "STOP. Moved away.", "He passed away. Stop." */
export function sentenceKeyword(words: readonly Token[], keywords: Keywords): KeywordEntry | undefined {
	if (!words.slice(0, -1).some(({ endsSentence }) => endsSentence)) return undefined;
	const sentences = sentencesOf(words);
	return firstOf([sentences[0], sentences.at(-1)], (sentence) => {
		if (sentence === undefined || sentence.length > MAX_SENTENCE || sentence.at(-1)?.asks) return undefined;
		const entry = peeledKeyword(peelTokens(sentence, keywords.table.courtesy), keywords);
		return entry?.category === 'optOut' && isTelling(entry) ? notBare(entry) : undefined;
	});
}

/** English keywords that are more than an everyday word beside other sentences. */
const TELLING = new Set([
	'stop',
	'stopall',
	'stop all',
	'unsubscribe',
	'unsub',
	'optout',
	'opt out',
	'quit',
	'revoke',
]);

function isTelling({ keyword, language, own }: KeywordEntry): boolean {
	return own || (language !== 'en' && keyword.length > 3) || TELLING.has(keyword.toLowerCase());
}

const SYMBOL = /[$@!|€]/;
const SYMBOL_WORD = /^[\p{L}\d$@!|€]{4,20}$/u;

/** "$top", "c@ncel": signs that stand for letters, which otherwise separate words. */
export function symbolKeyword(text: string, { find }: Keywords): KeywordEntry | undefined {
	const word = text.length < 40 && SYMBOL.test(text) ? text.trim().toLowerCase() : '';
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
	return firstOf(spellings(first.text, table.courtesy), (spelling) => notBare(find(spelling)));
}

function firstOf<Key>(
	keys: Iterable<Key>,
	find: (key: Key) => KeywordEntry | undefined,
): KeywordEntry | undefined {
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

/** What a single word would be without look-alikes, digits for letters, letters held down and what is glued to it. */
function* spellings(word: string, courtesy: Courtesy): Generator<string> {
	const latin = replaceLetters(word, LOOKALIKES);
	if (latin !== word) yield latin;
	if (/\d/.test(word) && /[a-z]/.test(word)) yield replaceLetters(word, LEET);
	if (word.length <= 3 || REAL_WORDS.has(word)) return;
	const squeezed = squeeze(word);
	if (squeezed !== word) yield* [squeezed, squeezed + squeezed.slice(-1)];
	yield* unglued(word, courtesy);
}

const WITH_CODE = /^\d{2,8}(\p{L}{4,})$|^(\p{L}{4,})\d{1,8}$/u;
const REPEATED = /^(\p{L}{3,12}?)\1+$/u;
/** Longer words than this are not a keyword with a please written onto it. */
const MAX_GLUED = 24;

/** "STOP1234", "stopstopstop", "pleasestop", "stopnow". */
function* unglued(word: string, { leading, trailing }: Courtesy): Generator<string> {
	const [, after, before] = WITH_CODE.exec(word) ?? [];
	const [, once] = REPEATED.exec(word) ?? [];
	yield* [after, before, once].filter((text) => text !== undefined);
	if (word.length > MAX_GLUED) return;
	for (let at = 3; at <= word.length - 2; at += 1) {
		const [start, end] = [word.slice(0, at), word.slice(at)];
		if (start.length > 3 && hasSingle(trailing, end)) yield start;
		if (end.length > 3 && hasSingle(leading, start)) yield end;
	}
}

function hasSingle(expressions: ReadonlyMap<string, string[][]>, word: string): boolean {
	return expressions.get(word)?.some(({ length }) => length === 1) ?? false;
}

/** "stoppp" and "sttttop", but not "stoop": two equal letters inside a word are ordinary spelling. */
function squeeze(word: string): string {
	return word.replace(/(.)\1+$/u, '$1').replace(/(.)\1{2,}/gu, '$1');
}

/** "stop end quit": several keywords that all mean the same. */
function sameCategory(tokens: readonly Token[], { find }: Keywords): KeywordEntry | undefined {
	if (tokens.length < 2 || tokens.length > 6) return undefined;
	const [first, ...others] = tokens;
	const entry = first && notBare(find(first.text));
	const isSame = ({ text }: Token) => notBare(find(text))?.category === entry?.category;
	return entry !== undefined && others.every(isSame) ? entry : undefined;
}
