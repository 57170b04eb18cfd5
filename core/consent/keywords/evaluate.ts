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
import { Sentences } from './sentences';
import { keywordsOf } from './table';
import type { Keywords, KeywordTable } from './table';
import {
	answerMatch,
	confirmed,
	doubtfulMatch,
	emojiMatch,
	keywordMatch,
	likelyPhraseMatch,
	NO_MATCH,
	partialKeywordMatch,
	phraseMatch,
	shortWordMatch,
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

/** Nothing but yes or no, in any language and with whatever politeness around it. */
export function answerOf(text: string): 'yes' | 'no' | undefined {
	const keywords = keywordsOf({ preset: 'carrier' });
	const message = normalise(ownWords(text));
	if (message.tokens.length === 0) return THUMBS.find(([sign]) => text.includes(sign))?.[1];
	const peeling = peel(message, keywords.table.courtesy);
	const answer = peeling && answerTo(peeling, keywords);
	return answer && (answer.category === 'doubleOptIn' ? 'yes' : 'no');
}

const THUMBS: readonly (readonly [sign: string, answer: 'yes' | 'no'])[] = [
	['👍', 'yes'],
	['✅', 'yes'],
	['👌', 'yes'],
	['👎', 'no'],
	['❌', 'no'],
];

/** Yes or no, in any language, to a question of ours. */
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
	/** Absent where only listed keywords count. */
	sentences: Sentences | undefined;
	/** A keyword that is a sentence of its own. */
	sentence: KeywordEntry | undefined;
}

function receive(
	text: string,
	message: NormalisedText,
	peeling: Peeling | undefined,
	keywords: Keywords,
): Received {
	const { lexicon, phrases } = keywords.table;
	const words = message.spoken;
	return {
		text,
		message,
		peeling,
		sentences: lexicon && new Sentences(words, { lexicon, phrases }),
		sentence: sentenceKeyword(words, keywords),
	};
}

/** The reading that may opt out by itself. */
function sureMatch(received: Received, keywords: Keywords): KeywordMatch | undefined {
	const { text, peeling, sentences, sentence } = received;
	const { table } = keywords;
	const back = sentences?.back();
	if (back !== undefined) return phraseMatch(back);
	const dressed = (peeling && dressedKeyword(peeling, keywords)) ?? symbolKeyword(text, keywords);
	if (dressed !== undefined) return keywordMatch(dressed, false, table.lexicon);
	if (sentence !== undefined && isMeant(sentence, text, table))
		return keywordMatch(sentence, false, table.lexicon);
	const phrase = sentences?.sure();
	return phrase && phraseMatch(phrase);
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

/** Short words are a word or two; what stands around them is at most a line break. */
const LONGEST_SHORT_WORD = 40;

/** The reading that only asks. */
function likelyMatch(received: Received, keywords: Keywords): KeywordMatch | undefined {
	const { text, peeling, sentences, sentence } = received;
	const { table } = keywords;
	const word = text.length < LONGEST_SHORT_WORD ? table.doubtful.get(text.trim().toLowerCase()) : undefined;
	if (word !== undefined) return shortWordMatch(word);
	const near = peeling && nearMatch(peeling, table);
	if (near !== undefined) return slipMatch(near);
	if (sentence !== undefined) return doubtfulMatch(sentence);
	const phrase = sentences?.likely();
	return phrase && likelyPhraseMatch(phrase);
}

function isTyped(text: string, { keyword }: KeywordEntry): boolean {
	return text.trim().toLowerCase() === keyword.toLowerCase();
}
