import type { KeywordMatch, KeywordOptions } from '../types';
import { peel } from './courtesy';
import { dressedKeyword, symbolKeyword } from './dressed';
import type { KeywordEntry } from './entries';
import { LANGUAGES } from './languages';
import { nearMatch } from './near';
import type { NearMatch } from './near';
import { joined, normalise, withoutQuotes } from './normalise';
import type { NormalisedText } from './normalise';
import { matchPhrase } from './phrase/match';
import type { PhraseMatch } from './phrase/match';
import { keywordsOf } from './table';

/**
 * The decision what an inbound message asks for.
 *
 * Deterministic, offline and total: any string gives an answer. Opt-out wins every tie.
 *
 * @param text what the person said, as the channel delivered it
 */
export function evaluateKeywords(text: string, options: KeywordOptions): KeywordMatch {
	return keywordEvaluator(options)(text);
}

/** The same for many texts with the same options. */
export function keywordEvaluator(options: KeywordOptions): (text: string) => KeywordMatch {
	const keywords = keywordsOf(options);
	const { table, find } = keywords;
	return (text) => {
		const message = normalise(withoutQuotes(text));
		if (message.tokens.length === 0) return emojiMatch(message, options);
		if (message.truncated) return NO_MATCH;
		const whole = find(joined(message.tokens));
		if (whole !== undefined) return keywordMatch(whole, isTyped(text, whole));
		const peeling = peel(message, table.courtesy);
		const dressed = (peeling && dressedKeyword(peeling, keywords)) ?? symbolKeyword(text, keywords);
		if (dressed !== undefined) return keywordMatch(dressed, false);
		const phrase = table.lexicon && matchPhrase(message, table.lexicon, table.phrases);
		if (phrase !== undefined) return phraseMatch(phrase);
		if (options.fuzzyOptOut !== true) return NO_MATCH;
		const code = table.doubtful.get(text.trim().toLowerCase());
		if (code !== undefined) return codeMatch(code);
		const near = peeling && nearMatch(peeling, table);
		return near === undefined ? NO_MATCH : slipMatch(near);
	};
}

const NO_MATCH: KeywordMatch = {
	category: 'default',
	tier: 'none',
	confidence: 0,
	explanation: 'The message is none of the keywords and asks for nothing that they stand for.',
};

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

function languageAndScope({ category, language }: KeywordEntry): Pick<KeywordMatch, 'language' | 'scope'> {
	const changesConsent = category !== 'help' && category !== 'custom';
	return { ...(language !== undefined && { language }), ...(changesConsent && { scope: 'all' }) };
}

function keywordMatch(entry: KeywordEntry, exact: boolean): KeywordMatch {
	const { category, name, own } = entry;
	const list = name === undefined ? CATEGORY_NAMES[category] : `"${name}"`;
	const keyword = entry.keyword.toUpperCase();
	const dress = exact ? '' : ', apart from spelling, punctuation, emoji or politeness';
	return {
		category,
		...(name !== undefined && { name }),
		keyword: own ? entry.keyword : keyword,
		tier: exact ? 'exact' : 'normalised',
		...languageAndScope(entry),
		confidence: 1,
		explanation: `The message is the ${list} keyword ${keyword}${dress}.`,
	};
}

function phraseMatch({
	category,
	words,
	language,
	marketing,
	confidence,
	because,
}: PhraseMatch): KeywordMatch {
	return {
		category,
		keyword: words,
		tier: 'phrase',
		language,
		...(category !== 'help' && { scope: marketing ? 'marketing' : 'all' }),
		confidence,
		explanation: `No keyword alone, but the sentence ${because}: "${words}".`,
	};
}

/** Signs that say stop to anybody; hands and crosses say too many other things. */
const STOP_SIGNS = new Set(['🛑', '⛔', '🚫']);

function emojiMatch({ emoji }: NormalisedText, { fuzzyOptOut, preset }: KeywordOptions): KeywordMatch {
	const [sign] = emoji;
	const isStop = sign !== undefined && emoji.every((one) => STOP_SIGNS.has(one));
	if (fuzzyOptOut !== true || preset === 'own' || !isStop) return NO_MATCH;
	return {
		category: 'fuzzyOptOut',
		keyword: sign,
		tier: 'fuzzy',
		scope: 'all',
		confidence: 0.6,
		explanation: `The message is only the stop sign ${sign}, which may mean STOP.`,
	};
}

function codeMatch(entry: KeywordEntry): KeywordMatch {
	const keyword = entry.keyword.toUpperCase();
	const language = LANGUAGES.find(({ code }) => code === entry.language)?.name ?? 'another language';
	return {
		category: 'fuzzyOptOut',
		keyword,
		tier: 'fuzzy',
		...languageAndScope(entry),
		confidence: 0.5,
		explanation: `The message is only ${keyword}, a code for STOP in ${language} that may mean something else here.`,
	};
}

function slipMatch({ word, entry, edits }: NearMatch): KeywordMatch {
	const keyword = entry.keyword.toUpperCase();
	return {
		category: entry.category === 'optOut' ? 'fuzzyOptOut' : entry.category,
		keyword,
		tier: 'fuzzy',
		...languageAndScope(entry),
		confidence: Math.round((1 - edits / word.length) * 100) / 100,
		explanation: `"${word}" is no keyword, but close to ${keyword}: probably a slip of the finger.`,
	};
}
