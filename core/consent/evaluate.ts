import { LEET, LOOKALIKES } from './characters';
import { leadingLength, peel, peelRun } from './courtesy';
import { nearest } from './fuzzy';
import { normalise } from './normalise';
import type { NormalisedText, Token } from './normalise';
import { matchPhrase } from './phrase/match';
import type { PhraseMatch } from './phrase/match';
import { withoutQuotes } from './quotes';
import { REAL_WORDS } from './real-words';
import { buildTable } from './table';
import type { KeywordEntry, KeywordTable } from './table';
import type { ConsentState, KeywordMatch, KeywordOptions } from './types';

const tables = new WeakMap<KeywordOptions, KeywordTable>();

function tableOf(options: KeywordOptions): KeywordTable {
	const known = tables.get(options);
	if (known !== undefined) return known;
	const table = buildTable(options);
	tables.set(options, table);
	return table;
}

const NO_MATCH: KeywordMatch = {
	category: 'default',
	tier: 'none',
	confidence: 0,
	explanation: 'The message is none of the keywords and asks for nothing that they stand for.',
};

/**
 * Decides what an inbound message asks for.
 *
 * Deterministic, offline and total: any string gives an answer. Opt-out wins every tie.
 *
 * @param text what the person said, as the channel delivered it
 * @param options the same object for every message of a run, so that its lookup tables are built once
 */
export function evaluateKeywords(text: string, options: KeywordOptions): KeywordMatch {
	const table = tableOf(options);
	const message = normalise(withoutQuotes(text));
	const state = options.consentState;

	const whole = entryOf(table.byKey, message.key, state);
	if (whole !== undefined && !message.truncated) return keywordMatch(whole, isTyped(text, whole));
	if (message.tokens.length === 0) return emojiMatch(message, options);
	const dressed = dressedKeyword(message, table, state) ?? symbolKeyword(text, table, state);
	if (dressed !== undefined) return keywordMatch(dressed, false);
	const phrase = table.lexicon && matchPhrase(message, table.lexicon, table.phrases);
	if (phrase !== undefined && !message.truncated) return phraseMatch(phrase);
	return (options.fuzzyOptOut === true ? nearMatch(message, table) : undefined) ?? NO_MATCH;
}

function isTyped(text: string, { keyword }: KeywordEntry): boolean {
	return text.trim().toLowerCase() === keyword.toLowerCase();
}

function entryOf(
	map: Map<string, KeywordEntry[]>,
	key: string,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	return map.get(key)?.find(({ states }) => states === undefined || states.includes(state));
}

/** Longer messages than this are sentences, not a keyword with a please around it. */
const MAX_KEYWORD_TOKENS = 12;
/** Shorter joined words may be two real ones: "no w". */
const MIN_COMPACT = 4;

function dressedKeyword(
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
function symbolKeyword(
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

const CATEGORY_NAMES: Record<KeywordEntry['category'], string> = {
	optIn: 'Opt-In',
	optOut: 'Opt-Out',
	doubleOptIn: 'Double Opt-In',
	help: 'Help',
	custom: 'Custom',
};
const CHANGES_CONSENT: readonly KeywordEntry['category'][] = ['optIn', 'optOut', 'doubleOptIn'];

function keywordMatch(entry: KeywordEntry, exact: boolean): KeywordMatch {
	const list = entry.name === undefined ? CATEGORY_NAMES[entry.category] : `"${entry.name}"`;
	const keyword = entry.keyword.toUpperCase();
	return {
		category: entry.category,
		...(entry.name === undefined ? {} : { name: entry.name }),
		keyword: entry.own ? entry.keyword : keyword,
		tier: exact ? 'exact' : 'normalised',
		...(entry.language === undefined ? {} : { language: entry.language }),
		...(CHANGES_CONSENT.includes(entry.category) ? { scope: 'all' } : {}),
		confidence: 1,
		explanation: exact
			? `The message is the ${list} keyword ${keyword}.`
			: `The message is the ${list} keyword ${keyword}, apart from spelling, punctuation, emoji or politeness.`,
	};
}

const PHRASE_CATEGORY = { optOut: 'optOut', optIn: 'optIn', help: 'help' } as const;

function phraseMatch({
	category,
	words,
	language,
	marketing,
	confidence,
	because,
}: PhraseMatch): KeywordMatch {
	return {
		category: PHRASE_CATEGORY[category],
		keyword: words,
		tier: 'phrase',
		language,
		...(category === 'help' ? {} : { scope: marketing ? 'marketing' : 'all' }),
		confidence,
		explanation: `No keyword alone, but the sentence ${because}: "${words}".`,
	};
}

/** Signs that say stop to anybody; hands and crosses say too many other things. */
const STOP_SIGNS = new Set(['🛑', '⛔', '🚫']);

function emojiMatch(
	{ emoji }: NormalisedText,
	{ fuzzyOptOut = false, preset }: KeywordOptions,
): KeywordMatch {
	const [sign] = emoji;
	if (!fuzzyOptOut || preset === 'own' || sign === undefined || !emoji.every((one) => STOP_SIGNS.has(one)))
		return NO_MATCH;
	return {
		category: 'fuzzyOptOut',
		keyword: sign,
		tier: 'fuzzy',
		scope: 'all',
		confidence: 0.6,
		explanation: `The message is only the stop sign ${sign}, which may mean STOP.`,
	};
}

function nearMatch({ tokens, truncated }: NormalisedText, table: KeywordTable): KeywordMatch | undefined {
	if (truncated || tokens.length > MAX_KEYWORD_TOKENS) return undefined;
	for (const peeled of peel(tokens, table.courtesy)) {
		const rest = withoutObject(peeled);
		const word = rest.map((token) => token.text).join('');
		if (rest.length > 2 || rest.some((token) => token.unspaced) || isRealWord(word, rest, table)) continue;
		const found = nearest(word, table.fuzzy);
		if (found === undefined) continue;
		return nearKeyword(word, found.entry, found.edits);
	}
	return undefined;
}

/** "unsubscibe me": the person is no part of the keyword. */
function withoutObject(tokens: readonly Token[]): readonly Token[] {
	return tokens.length === 2 && tokens[1]?.text === 'me' ? tokens.slice(0, 1) : tokens;
}

function nearKeyword(word: string, entry: KeywordEntry, edits: number): KeywordMatch {
	const keyword = entry.keyword.toUpperCase();
	return {
		category: entry.category === 'optOut' ? 'fuzzyOptOut' : entry.category,
		keyword,
		tier: 'fuzzy',
		...(entry.language === undefined ? {} : { language: entry.language }),
		...(CHANGES_CONSENT.includes(entry.category) ? { scope: 'all' } : {}),
		confidence: Math.round((1 - edits / word.length) * 100) / 100,
		explanation: `"${word}" is no keyword, but close to ${keyword}: probably a slip of the finger.`,
	};
}

/** Any three or four letters are a word somewhere: there the list of real words decides alone. */
const SHORT_WORD = 4;

/** A word that somebody meant as it stands: a listed real word, a keyword of any category, a word of a language. */
function isRealWord(word: string, tokens: readonly Token[], table: KeywordTable): boolean {
	if (REAL_WORDS.has(word) || table.byKey.has(word) || table.byCompactKey.has(word)) return true;
	return tokens.length === 1
		? word.length > SHORT_WORD && table.lexicon?.words.has(word) === true
		: tokens.every((token) => token.text.length > 1 && table.lexicon?.words.has(token.text) === true);
}
