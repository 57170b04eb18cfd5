import type { Token } from '../normalise';
import { findsIn, hitsOf } from './finds';
import type { Find } from './finds';
import { explainedBy, Interpretation } from './interpretation';
import type { Word } from './known';
import type { Lexicon } from './lexicon';
import type { Sense } from './senses';

/** A message, or a sentence of a longer one, with what the lexicon knows of it. */
export interface Passage {
	words: readonly Word[];
	finds: readonly Find[];
	/** What is found that requests are made of, all together, in each language that has some of it. */
	requests: readonly Sense[];
	/** In each language in which it can hold a request at all, and of which English does not know more. */
	asking: readonly Interpretation[];
}

export const ENGLISH = 'en';

/** A longer message tells a story, in which each sentence is read by itself. */
const LONGEST = 220;

/** Sentences that are read at the beginning and at the end of a message. */
const AT_AN_END = 12;

export function isLong(words: readonly Token[]): boolean {
	return lengthOf(words) > LONGEST;
}

export function lengthOf(words: readonly Token[]): number {
	return (words.at(-1)?.to ?? 0) - (words[0]?.from ?? 0);
}

/** What is read of a message: looked up once, whatever it is read for. */
export function passagesOf(words: readonly Word[], lexicon: Lexicon): Passage[] {
	if (!isLong(words)) return [passageOf(words, lexicon)];
	const sentences = sentencesOf(words).filter((sentence) => !isLong(sentence));
	const read =
		sentences.length > 2 * AT_AN_END
			? [...sentences.slice(0, AT_AN_END), ...sentences.slice(-AT_AN_END)]
			: sentences;
	return read.map((stretch) => passageOf(stretch, lexicon));
}

function passageOf(words: readonly Word[], lexicon: Lexicon): Passage {
	const finds = findsIn(words, lexicon);
	const requests = requestsIn(finds);
	return { words, finds, requests, asking: interpretationsOf(words, finds, requests, lexicon) };
}

function interpretationsOf(
	words: readonly Word[],
	finds: readonly Find[],
	requests: readonly Sense[],
	{ languages }: Lexicon,
): readonly Interpretation[] {
	let english: number | undefined;
	const asking = requests.filter(({ parts }) => parts.attempts.size > 0).map(({ language }) => language);
	if (asking.length === 0) return [];
	const isExplainedBest = (code: string) => {
		if (code === ENGLISH) return true;
		english ??= explainedBy(words, hitsOf(ENGLISH, finds));
		return wordsKnownIn(code, finds) > english;
	};
	return languages
		.filter(({ code }) => asking.includes(code) && isExplainedBest(code))
		.map((language) => new Interpretation(language, words, hitsOf(language.code, finds)))
		.filter(({ parts }) => !parts.has('meaning') || !words.some(({ asks }) => asks));
}

function requestsIn(finds: readonly Find[]): readonly Sense[] {
	const requests: Sense[] = [];
	for (const { senses } of finds) {
		for (const { language, parts } of senses.requesting) {
			const request = requests.find((known) => known.language === language);
			if (request === undefined) requests.push({ language, parts });
			else request.parts = request.parts.with(parts);
		}
	}
	return requests;
}

/** At most so many words are explained by a language. */
function wordsKnownIn(language: string, finds: readonly Find[]): number {
	return hitsOf(language, finds).reduce((sum, { words }) => sum + words, 0);
}

/** The words of a message by sentences. */
export function sentencesOf<Of extends Token>(words: readonly Of[]): Of[][] {
	const sentences: Of[][] = [[]];
	for (const word of words) {
		sentences.at(-1)?.push(word);
		if (word.endsSentence) sentences.push([]);
	}
	return sentences.filter((sentence) => sentence.length > 0);
}
