import type { KeywordMatch, KeywordOptions } from '../types';
import type { KeywordEntry } from './entries';
import { LANGUAGES } from './languages';
import type { NearMatch } from './near';
import { normalise } from './normalise';
import type { NormalisedText } from './normalise';
import type { Lexicon } from './phrase/lexicon';
import type { PhraseMatch } from './phrase/match';
import { scopeOfWords } from './phrase/scope';

/** What is said of a message that asks for nothing. */
export const NO_MATCH: KeywordMatch = {
	category: 'default',
	tier: 'none',
	confidence: 0,
	explanation: 'The message is none of the keywords and asks for nothing that they stand for.',
};

const CATEGORY_NAMES: Record<KeywordEntry['category'], string> = {
	optIn: 'Opt-In',
	optOut: 'Opt-Out',
	doubleOptIn: 'Double Opt-In',
	help: 'Help',
	custom: 'Custom',
};

function languageAndScope(
	{ category, language, own, keyword }: KeywordEntry,
	lexicon?: Lexicon,
): Pick<KeywordMatch, 'language' | 'scope'> {
	const changesConsent = category !== 'help' && category !== 'custom';
	const isListed = category === 'optOut' && !own && lexicon !== undefined && language !== undefined;
	const named = isListed ? scopeOfWords(normalise(keyword).spoken, lexicon, language) : undefined;
	return { ...(language !== undefined && { language }), ...(changesConsent && { scope: named ?? 'all' }) };
}

export function keywordMatch(entry: KeywordEntry, exact: boolean, lexicon?: Lexicon): KeywordMatch {
	const { category, name, own } = entry;
	const list = name === undefined ? CATEGORY_NAMES[category] : `"${name}"`;
	const keyword = entry.keyword.toUpperCase();
	const dress = exact ? '' : ', apart from spelling, punctuation, emoji or politeness';
	return {
		category,
		...(name !== undefined && { name }),
		keyword: own ? entry.keyword : keyword,
		tier: exact ? 'exact' : 'normalised',
		...languageAndScope(entry, lexicon),
		confidence: 1,
		explanation: `The message is the ${list} keyword ${keyword}${dress}.`,
	};
}

/** A word of a custom list beside other words. */
export function partialKeywordMatch({ category, name = '', keyword, partial }: KeywordEntry): KeywordMatch {
	const how = partial === 'contains' ? 'contains' : 'begins with';
	return {
		category,
		name,
		keyword,
		tier: 'phrase',
		confidence: 0.8,
		explanation: `The message ${how} the "${name}" keyword ${keyword.toUpperCase()}.`,
	};
}

export function phraseMatch({
	category,
	words,
	language,
	scope = 'all',
	confidence,
	because,
}: PhraseMatch): KeywordMatch {
	return {
		category,
		keyword: words,
		tier: 'phrase',
		language,
		...(category !== 'help' && { scope }),
		confidence,
		explanation: `No keyword alone, but the sentence ${because}: "${words}".`,
	};
}

export function likelyPhraseMatch(phrase: PhraseMatch): KeywordMatch {
	const match = phraseMatch(phrase);
	if (match.category !== 'optOut') return match;
	return {
		...match,
		category: 'fuzzyOptOut',
		tier: 'fuzzy',
		confidence: Math.min(phrase.confidence, 0.7),
		explanation: `It probably ${phrase.because}, but not plainly enough to act upon: "${phrase.words}".`,
	};
}

export function doubtfulMatch(entry: KeywordEntry): KeywordMatch {
	const keyword = entry.keyword.toUpperCase();
	return {
		category: 'fuzzyOptOut',
		keyword,
		tier: 'fuzzy',
		...languageAndScope(entry),
		confidence: 0.6,
		explanation: `${keyword} is a sentence of its own, but the rest of the message may be about something else.`,
	};
}

/** Signs that say stop to anybody; hands and crosses say too many other things. */
const STOP_SIGNS = new Set(['🛑', '⛔', '🚫']);

export function emojiMatch({ emoji }: NormalisedText, { fuzzyOptOut, preset }: KeywordOptions): KeywordMatch {
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

export function shortWordMatch(entry: KeywordEntry): KeywordMatch {
	const keyword = entry.keyword.toUpperCase();
	const language = LANGUAGES.find(({ code }) => code === entry.language)?.name ?? 'another language';
	return {
		category: 'fuzzyOptOut',
		keyword,
		tier: 'fuzzy',
		...languageAndScope(entry),
		confidence: 0.5,
		explanation: `The message is only ${keyword}, a short word for STOP in ${language} that may mean something else here.`,
	};
}

export function slipMatch({ word, entry, edits }: NearMatch): KeywordMatch {
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

export function answerMatch(answer: KeywordEntry): KeywordMatch {
	const confirms = answer.category === 'doubleOptIn';
	const keyword = answer.keyword.toUpperCase();
	return {
		category: confirms ? 'optOut' : 'default',
		keyword,
		tier: 'normalised',
		...(answer.language !== undefined && { language: answer.language }),
		...(confirms && { scope: 'all' }),
		confidence: 1,
		explanation: `${keyword} ${confirms ? 'confirms' : 'denies'} that the person wants to leave, which was asked before.`,
	};
}

/** Who is asked whether to leave and hints at it once more has answered. */
export function confirmed(match: KeywordMatch): KeywordMatch {
	if (match.category !== 'fuzzyOptOut') return match;
	const explanation = `${match.explanation} It is the second such message after the question, which confirms it.`;
	return { ...match, category: 'optOut', explanation };
}
