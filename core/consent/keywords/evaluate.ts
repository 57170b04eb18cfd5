import type { KeywordMatch, KeywordOptions } from '../types';
import { peel } from './courtesy';
import type { Peeling } from './courtesy';
import { dressedKeyword, sentenceKeyword, symbolKeyword } from './dressed';
import type { KeywordEntry } from './entries';
import { nearMatch } from './near';
import { joined, keyOf, normalise } from './normalise';
import type { NormalisedText } from './normalise';
import { ownWords } from './own-words';
import { partialMatch } from './partial';
import type { Lexicon } from './phrase/lexicon';
import { matchPhrase } from './phrase/match';
import type { PhraseMatch } from './phrase/match';
import { isLong, passagesOf } from './phrase/passage';
import type { Passage } from './phrase/passage';
import { BACK, GENEROUS, SURE } from './phrase/readings';
import type { Reading } from './phrase/readings';
import { correctedBy, slippedBy } from './phrase/spelling';
import type { Corrected } from './phrase/spelling';
import { keywordsOf } from './table';
import type { Keywords, KeywordTable } from './table';
import {
	answerMatch,
	codeMatch,
	confirmed,
	doubtfulMatch,
	emojiMatch,
	keywordMatch,
	likelyPhraseMatch,
	NO_MATCH,
	partialKeywordMatch,
	phraseMatch,
	slipMatch,
} from './verdicts';

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
		const asked = () => partly(message, keywords) ?? NO_MATCH;
		if (sure !== undefined || options.fuzzyOptOut !== true) return sure ?? asked();
		const likely = likelyMatch(received, keywords) ?? asked();
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
	corrected: () => readonly CorrectedMessage[];
}

interface CorrectedMessage {
	isSure: boolean;
	passages: readonly Passage[];
}

function receive(
	text: string,
	message: NormalisedText,
	peeling: Peeling | undefined,
	keywords: Keywords,
): Received {
	const { lexicon, spelling } = keywords.table;
	const words = message.spoken;
	let corrected: readonly CorrectedMessage[] | undefined;
	const correct = () =>
		lexicon && spelling && !isLong(words)
			? correctedBy(words, lexicon, spelling()).map((reading) => readCorrected(reading, lexicon))
			: [];
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

function isSure(reading: CorrectedMessage): boolean {
	return reading.isSure;
}

function readCorrected({ language, words, isSure }: Corrected, lexicon: Lexicon): CorrectedMessage {
	const languages = lexicon.languages.filter(({ code }) => code === language);
	return { isSure, passages: passagesOf(words, { ...lexicon, languages }) };
}

function matchCorrected(
	corrected: readonly CorrectedMessage[],
	lexicon: Lexicon,
	phrases: KeywordTable['phrases'],
	reading: Reading,
): PhraseMatch | undefined {
	for (const { passages } of corrected) {
		const match = matchPhrase(passages, lexicon, phrases, reading);
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

/** What asks for nothing that changes consent may hold a word of a custom list. */
function partly({ tokens }: NormalisedText, { table }: Keywords): KeywordMatch | undefined {
	const entry = partialMatch(tokens, table.partial);
	return entry && partialKeywordMatch(entry);
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
	const slipped = slippedBy(words, lexicon, spelling()).map((reading) => readCorrected(reading, lexicon));
	return (
		matchCorrected([...corrected(), ...slipped], lexicon, phrases, SURE) ??
		matchCorrected(corrected().filter(isSure), lexicon, phrases, GENEROUS)
	);
}

function isTyped(text: string, { keyword }: KeywordEntry): boolean {
	return text.trim().toLowerCase() === keyword.toLowerCase();
}
