import type { KeywordMatch, KeywordOptions } from '../types';
import { peel } from './courtesy';
import type { Peeling } from './courtesy';
import { dressedKeyword, sentenceKeyword, symbolKeyword } from './dressed';
import type { KeywordEntry } from './entries';
import { LANGUAGES } from './languages';
import { nearMatch } from './near';
import type { NearMatch } from './near';
import { joined, keyOf, normalise } from './normalise';
import type { NormalisedText } from './normalise';
import { ownWords } from './own-words';
import type { Lexicon } from './phrase/lexicon';
import { matchPhrase } from './phrase/match';
import type { PhraseMatch } from './phrase/match';
import { isLong, passagesOf } from './phrase/passage';
import type { Passage } from './phrase/passage';
import { BACK, GENEROUS, SURE } from './phrase/readings';
import type { Reading } from './phrase/readings';
import { scopeOfWords } from './phrase/scope';
import { correctedBy, slippedBy } from './phrase/spelling';
import type { Corrected } from './phrase/spelling';
import { keywordsOf } from './table';
import type { Keywords, KeywordTable } from './table';

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
	return (text) => {
		const message = normalise(ownWords(text));
		if (message.tokens.length === 0) return emojiMatch(message, options);
		const peeling = peel(message, keywords.table.courtesy);
		const answer = options.optOutAsked === true ? peeling && answerTo(peeling, keywords) : undefined;
		if (answer !== undefined) return answerMatch(answer);
		const whole = keywords.find(joined(message.tokens));
		if (whole !== undefined) return keywordMatch(whole, isTyped(text, whole), keywords.table.lexicon);
		const received = receive(text, message, peeling, keywords);
		const sure = sureMatch(received, keywords);
		if (sure !== undefined || options.fuzzyOptOut !== true) return sure ?? NO_MATCH;
		const likely = likelyMatch(received, keywords) ?? NO_MATCH;
		return options.optOutAsked === true ? confirmed(likely) : likely;
	};
}

/** Yes or no, in any language, to the question whether an opt-out was meant. */
function answerTo({ tokens, starts, ends }: Peeling, { table }: Keywords): KeywordEntry | undefined {
	for (const start of starts) {
		for (const end of ends) {
			const answer = table.answers.get(joined(tokens.slice(start, end)));
			if (answer !== undefined) return answer;
		}
	}
	return undefined;
}

function answerMatch(answer: KeywordEntry): KeywordMatch {
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
function confirmed(match: KeywordMatch): KeywordMatch {
	if (match.category !== 'fuzzyOptOut') return match;
	const explanation = `${match.explanation} It is the second such message after the question, which confirms it.`;
	return { ...match, category: 'optOut', explanation };
}

/** A message that is not a keyword as it stands. */
interface Received {
	/** As the channel delivered it. */
	text: string;
	message: NormalisedText;
	peeling: Peeling | undefined;
	passages: readonly Passage[];
	/** A keyword that is a sentence of its own. */
	sentence: KeywordEntry | undefined;
	/** Without its slips, by language. */
	corrected: () => readonly Corrected[];
}

function receive(
	text: string,
	message: NormalisedText,
	peeling: Peeling | undefined,
	keywords: Keywords,
): Received {
	const { lexicon, spelling } = keywords.table;
	const words = message.spoken;
	let corrected: readonly Corrected[] | undefined;
	const correct = () =>
		lexicon && spelling && !isLong(words) ? correctedBy(words, lexicon, spelling()) : [];
	return {
		text,
		message,
		peeling,
		passages: lexicon ? passagesOf(words, lexicon) : [],
		sentence: sentenceKeyword(words, keywords),
		corrected: () => (corrected ??= correct()),
	};
}

/** The reading that may opt out by itself. */
function sureMatch(received: Received, keywords: Keywords): KeywordMatch | undefined {
	const { text, peeling, passages, sentence } = received;
	const { table } = keywords;
	const back = table.lexicon && matchPhrase(passages, table.lexicon, table.phrases, BACK);
	if (back !== undefined) return phraseMatch(back);
	const dressed = (peeling && dressedKeyword(peeling, keywords)) ?? symbolKeyword(text, keywords);
	if (dressed !== undefined) return keywordMatch(dressed, false, table.lexicon);
	if (sentence !== undefined && isMeant(sentence, text, table))
		return keywordMatch(sentence, false, table.lexicon);
	const phrase = table.lexicon && matchPhrase(passages, table.lexicon, table.phrases, SURE);
	const found = phrase ?? (table.lexicon && misspeltPhrase(received, table.lexicon, table));
	return found && phraseMatch(found);
}

/** Fewer words than this do not tell what a misspelt one among them was meant to be. */
const LEAST_WORDS = 3;

/** A request with slips in it that can have been meant for nothing else. */
function misspeltPhrase(
	{ message, corrected }: Received,
	lexicon: Lexicon,
	{ phrases }: KeywordTable,
): PhraseMatch | undefined {
	if (message.spoken.length < LEAST_WORDS) return undefined;
	return matchCorrected(corrected().filter(isSure), lexicon, phrases, SURE);
}

function isSure(reading: { isSure: boolean }): boolean {
	return reading.isSure;
}

function matchCorrected(
	corrected: readonly Corrected[],
	lexicon: Lexicon,
	phrases: KeywordTable['phrases'],
	reading: Reading,
): PhraseMatch | undefined {
	for (const { language, words } of corrected) {
		const languages = lexicon.languages.filter(({ code }) => code === language);
		const only = { ...lexicon, languages };
		const match = matchPhrase(passagesOf(words, only), only, phrases, reading);
		if (match?.category === 'optOut') return match;
	}
	return undefined;
}

/** Whether a keyword beside other sentences is surely meant: written in capitals, or a word for nothing but leaving. */
function isMeant(
	{ keyword, language = 'en' }: KeywordEntry,
	text: string,
	{ lexicon }: KeywordTable,
): boolean {
	const capitals = keyword.toUpperCase();
	if (capitals !== keyword.toLowerCase() && text.includes(capitals)) return true;
	const form = lexicon?.words.get(keyOf(keyword)) ?? lexicon?.inside.get(keyOf(keyword));
	return form?.senses.in(language)?.has('unsubscribe') === true;
}

/** The reading that only asks. */
function likelyMatch(received: Received, keywords: Keywords): KeywordMatch | undefined {
	const { text, peeling, sentence } = received;
	const { table } = keywords;
	const code = table.doubtful.get(text.trim().toLowerCase());
	if (code !== undefined) return codeMatch(code);
	const near = peeling && nearMatch(peeling, table);
	if (near !== undefined) return slipMatch(near);
	if (sentence !== undefined) return doubtfulMatch(sentence);
	const phrase = table.lexicon && likelyPhrase(received, table.lexicon, table);
	return phrase && likelyPhraseMatch(phrase);
}

/** A request that is only hinted at, or that has slips in it. */
function likelyPhrase(
	{ message, passages, corrected }: Received,
	lexicon: Lexicon,
	{ phrases, spelling }: KeywordTable,
): PhraseMatch | undefined {
	const words = message.spoken;
	const hint = matchPhrase(passages, lexicon, phrases, GENEROUS);
	if (hint !== undefined || spelling === undefined || isLong(words)) return hint;
	return (
		matchCorrected([...corrected(), ...slippedBy(words, lexicon, spelling())], lexicon, phrases, SURE) ??
		matchCorrected(corrected().filter(isSure), lexicon, phrases, GENEROUS)
	);
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

function languageAndScope(
	{ category, language, own, keyword }: KeywordEntry,
	lexicon?: Lexicon,
): Pick<KeywordMatch, 'language' | 'scope'> {
	const changesConsent = category !== 'help' && category !== 'custom';
	const isListed = category === 'optOut' && !own && lexicon !== undefined && language !== undefined;
	const named = isListed ? scopeOfWords(normalise(keyword).spoken, lexicon, language) : undefined;
	return { ...(language !== undefined && { language }), ...(changesConsent && { scope: named ?? 'all' }) };
}

function keywordMatch(entry: KeywordEntry, exact: boolean, lexicon?: Lexicon): KeywordMatch {
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

function phraseMatch({
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

function likelyPhraseMatch(phrase: PhraseMatch): KeywordMatch {
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

function doubtfulMatch(entry: KeywordEntry): KeywordMatch {
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
