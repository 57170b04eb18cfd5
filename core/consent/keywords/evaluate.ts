import { peel } from './courtesy';
import { dressedKeyword, entryOf, symbolKeyword } from './dressed';
import { nearMatch } from './near';
import type { NearMatch } from './near';
import { joined, normalise } from './normalise';
import type { NormalisedText } from './normalise';
import { LANGUAGES } from './languages';
import { matchPhrase } from './phrase/match';
import type { PhraseMatch } from './phrase/match';
import { withoutQuotes } from './quotes';
import { buildTable } from './table';
import type { KeywordEntry, KeywordTable } from './table';
import type { ConsentState, KeywordMatch, KeywordOptions } from '../types';

const tables = new WeakMap<KeywordOptions, KeywordTable>();
/** By content, because options are often put together anew for every message, with another consent state. */
const tablesByContent = new Map<string, KeywordTable>();
const MAX_TABLES = 32;

function tableOf(options: KeywordOptions): KeywordTable {
	const known = tables.get(options);
	if (known !== undefined) return known;
	const { preset, languages, keywords, keepRequiredWords } = options;
	const content = JSON.stringify([preset, languages, keywords, keepRequiredWords]);
	const table = tablesByContent.get(content) ?? buildTable(options);
	if (tablesByContent.size >= MAX_TABLES) tablesByContent.clear();
	tablesByContent.set(content, table);
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

	if (message.tokens.length === 0) return emojiMatch(message, options);
	if (message.truncated) return NO_MATCH;

	const whole = wholeKeyword(message, table, state);
	if (whole !== undefined) return keywordMatch(whole, isTyped(text, whole));
	const peeling = peel(message, table.courtesy);
	const dressed = (peeling && dressedKeyword(peeling, table, state)) ?? symbolKeyword(text, table, state);
	if (dressed !== undefined) return keywordMatch(dressed, false);
	const phrase = table.lexicon && matchPhrase(message, table.lexicon, table.phrases);
	if (phrase !== undefined) return phraseMatch(phrase);
	if (options.fuzzyOptOut !== true) return NO_MATCH;
	const code = table.doubtful.get(text.trim().toLowerCase());
	if (code !== undefined) return codeMatch(code);
	const near = peeling && nearMatch(peeling, table);
	return near === undefined ? NO_MATCH : slipMatch(near);
}

function wholeKeyword(
	{ tokens }: NormalisedText,
	{ byKey, longest }: KeywordTable,
	state: ConsentState | undefined,
): KeywordEntry | undefined {
	return tokens.length > longest ? undefined : entryOf(byKey, joined(tokens), state);
}

function isTyped(text: string, { keyword }: KeywordEntry): boolean {
	return text.trim().toLowerCase() === keyword.toLowerCase();
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

function codeMatch({ keyword, language }: KeywordEntry): KeywordMatch {
	return {
		category: 'fuzzyOptOut',
		keyword: keyword.toUpperCase(),
		tier: 'fuzzy',
		...(language === undefined ? {} : { language }),
		scope: 'all',
		confidence: 0.5,
		explanation: `The message is only ${keyword.toUpperCase()}, a code for STOP in ${languageName(language)} that may mean something else here.`,
	};
}

function languageName(code: string | undefined): string {
	return LANGUAGES.find((language) => language.code === code)?.name ?? 'another language';
}

function slipMatch({ word, entry, edits }: NearMatch): KeywordMatch {
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
