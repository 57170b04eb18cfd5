import type { Token } from '../normalise';
import type { Lexicon } from './lexicon';
import { findsIn, hitsOf, unitsOf } from './units';
import type { Find, Hit } from './units';

/** A message, or a sentence of a longer one, with what the lexicon knows of it. */
export interface Passage {
	words: readonly Token[];
	finds: readonly Find[];
	/** What is found of one language. */
	hitsOf: (language: string) => readonly Hit[];
	/** How many of its words a language explains. */
	explainedBy: (language: string) => number;
}

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
export function passagesOf(words: readonly Token[], lexicon: Lexicon): Passage[] {
	if (!isLong(words)) return [passageOf(words, lexicon)];
	const sentences = sentencesOf(words).filter((sentence) => !isLong(sentence));
	const read =
		sentences.length > 2 * AT_AN_END
			? [...sentences.slice(0, AT_AN_END), ...sentences.slice(-AT_AN_END)]
			: sentences;
	return read.map((stretch) => passageOf(stretch, lexicon));
}

function passageOf(words: readonly Token[], lexicon: Lexicon): Passage {
	const finds = findsIn(words, lexicon);
	const hits = new Map<string, readonly Hit[]>();
	const hitsIn = (language: string) => {
		const known = hits.get(language) ?? hitsOf(language, finds);
		hits.set(language, known);
		return known;
	};
	const explained = new Map<string, number>();
	const explainedBy = (language: string) => {
		const count =
			explained.get(language) ??
			unitsOf(words, hitsIn(language), []).reduce(
				(sum, unit) => sum + (unit.parts.size === 0 ? 0 : unit.words),
				0,
			);
		explained.set(language, count);
		return count;
	};
	return { words, finds, hitsOf: hitsIn, explainedBy };
}

/** The words of a message by sentences. */
export function sentencesOf(words: readonly Token[]): Token[][] {
	const sentences: Token[][] = [[]];
	for (const word of words) {
		sentences.at(-1)?.push(word);
		if (word.endsSentence) sentences.push([]);
	}
	return sentences.filter((sentence) => sentence.length > 0);
}
