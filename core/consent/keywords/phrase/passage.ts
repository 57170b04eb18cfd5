import type { Language } from '../languages/language';
import type { Token } from '../normalise';
import { partsOf } from './clause';
import type { Lexicon, Senses } from './lexicon';
import { TRIGGERS } from './readings';
import { hasAny } from './roles';
import type { Parts } from './roles';
import { findsIn, hitsOf, unitsOf } from './units';
import type { Find, Hit } from './units';

/** A message, or a sentence of a longer one, with what the lexicon knows of it. */
export interface Passage {
	words: readonly Token[];
	finds: readonly Find[];
	/** The languages in which it can hold a request at all, and of which English does not know more. */
	asking: () => readonly Language[];
	/** What is found of one language, and the parts of all that. */
	hitsOf: (language: string) => readonly Hit[];
	partsOf: (language: string) => Parts;
	/** How many of its words a language explains. */
	explainedBy: (language: string) => number;
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
	const hitsIn = byLanguage((language) => hitsOf(language, finds));
	const explainedBy = byLanguage((language) =>
		unitsOf(words, hitsIn(language), []).reduce(
			(sum, unit) => sum + (unit.parts.size === 0 ? 0 : unit.words),
			0,
		),
	);
	let asking: readonly Language[] | undefined;
	return {
		words,
		finds,
		asking: () =>
			(asking ??= askingIn(finds, lexicon).filter(
				({ code }) => code === ENGLISH || wordsOf(finds, code) > explainedBy(ENGLISH),
			)),
		partsOf: byLanguage((language) => partsOf(hitsIn(language))),
		hitsOf: hitsIn,
		explainedBy,
	};
}

/** At most so many words are explained by a language. */
function wordsOf(finds: readonly Find[], language: string): number {
	return finds.reduce((sum, { senses, words }) => sum + (senses.has(language) ? words : 0), 0);
}

function byLanguage<Value>(workOut: (language: string) => Value): (language: string) => Value {
	const known = new Map<string, Value>();
	return (language) => {
		let value = known.get(language);
		if (value === undefined) {
			value = workOut(language);
			known.set(language, value);
		}
		return value;
	};
}

function askingIn(finds: readonly Find[], { languages }: Lexicon): readonly Language[] {
	const codes = new Set<string>();
	for (const { senses } of finds) for (const code of triggeredIn(senses)) codes.add(code);
	return codes.size === 0 ? [] : languages.filter(({ code }) => codes.has(code));
}

const triggered = new WeakMap<Senses, readonly string[]>();

/** The languages in which a word has a part that every request has one of. */
function triggeredIn(senses: Senses): readonly string[] {
	let codes = triggered.get(senses);
	if (codes === undefined) {
		codes = [...senses].filter(([, parts]) => hasAny(parts, TRIGGERS)).map(([code]) => code);
		triggered.set(senses, codes);
	}
	return codes;
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
