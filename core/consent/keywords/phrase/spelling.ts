import { distance, neighbours } from '../distance';
import { isSlip } from '../keyboard';
import type { Form } from './expressions';
import { hasAny, hasOnly } from './roles';
import type { Part } from './roles';

/** A word of the lexicon that a misspelt one may stand for. */
export interface Correction {
	text: string;
	/** Those in which a request can hang on it. */
	languages: ReadonlySet<string>;
}

/** The words of a lexicon by the spellings that slips make of them. */
export interface Spelling {
	/** The nearest words on which a request can hang. */
	corrections: (word: string) => readonly Correction[];
	/** All words of the lexicon that are a slip away. */
	near: (word: string) => readonly KnownWord[];
	/** The word itself, be it one of an expression alone; the beginning of words counts too. */
	word: (text: string) => KnownWord | undefined;
}

/** Shorter words have too many others around them. */
const SHORTEST = 4;
/** Shorter words than this are all a slip apart from each other. */
const SHORTEST_NEAR = 2;

/** Parts of words that a request does not hang on. */
const MINOR: readonly Part[] = [
	'fill',
	'common',
	'split',
	'block',
	'other',
	'question',
	'more',
	'threat',
	'mistake',
	'undo',
	'goOn',
];

/** A word of the lexicon, and what it can do in which language. */
export interface KnownWord {
	text: string;
	/** All that have it. */
	languages: ReadonlySet<string>;
	/** A request can hang on it. */
	telling: ReadonlySet<string>;
	/** It can turn a request into something else. */
	turning: ReadonlySet<string>;
}

type Forms = ReadonlyMap<string, Form>;

/** Parts of words with which a sentence is no request, or the opposite of one. */
const TURNING: readonly Part[] = [
	'block',
	'other',
	'question',
	'not',
	'deny',
	'stop',
	'instead',
	'meaning',
	'mistake',
	'undo',
	'goOn',
];

/** @param stems beginnings of words */
export function buildSpelling(words: Forms, stems: Forms): Spelling {
	const vocabulary = vocabularyOf(words, stems);
	const all = [...vocabulary.values()];
	const telling = neighbours(
		textsOf(all.filter((word) => word.telling.size > 0 && word.text.length >= SHORTEST)),
	);
	const correct = (word: string): Correction[] => {
		const candidates = telling(word)
			.filter((text) => isSlip(word, text))
			.map((text) => ({
				text,
				languages: vocabulary.get(text)?.telling ?? new Set<string>(),
				edits: distance(word, text, 2),
			}));
		const least = Math.min(...candidates.map(({ edits }) => edits));
		return candidates.filter(({ edits }) => edits === least);
	};
	let nearby: ReturnType<typeof neighbours> | undefined;
	const near = (word: string) => {
		nearby ??= neighbours(textsOf(all), 1);
		return nearby(word).flatMap((text) => (isSlip(word, text) ? (vocabulary.get(text) ?? []) : []));
	};
	return {
		corrections: (word) => (word.length < SHORTEST ? [] : correct(word)),
		word: (text) => vocabulary.get(text),
		near: (word) => (word.length < SHORTEST_NEAR ? [] : near(word)),
	};
}

function textsOf(words: readonly KnownWord[]): string[] {
	return words.map(({ text }) => text);
}

function vocabularyOf(words: Forms, stems: Forms): Map<string, KnownWord> {
	const vocabulary = new Map<string, ReturnType<typeof newWord>>();
	const knownAs = (text: string) => {
		const known = vocabulary.get(text) ?? newWord(text);
		vocabulary.set(text, known);
		return known;
	};
	const add = (text: string, senses: Form['senses']) => {
		if (text.length < SHORTEST_NEAR) return;
		const known = knownAs(text);
		for (const { language, parts } of senses.all) {
			known.languages.add(language);
			if (!hasOnly(parts, MINOR)) known.telling.add(language);
			if (hasAny(parts, TURNING)) known.turning.add(language);
		}
	};
	for (const { text, senses, expressions } of words.values()) {
		add(text, senses);
		for (const { rest, senses: ofAll } of expressions?.all() ?? []) {
			for (const word of [text, ...rest.filter(({ stem }) => !stem).map((word) => word.text)])
				add(word, ofAll);
		}
	}
	for (const { text, senses } of stems.values()) {
		const known = knownAs(text);
		for (const { language, parts } of senses.all) {
			known.languages.add(language);
			if (hasAny(parts, TURNING)) known.turning.add(language);
		}
	}
	return vocabulary;
}

function newWord(text: string) {
	return { text, languages: new Set<string>(), telling: new Set<string>(), turning: new Set<string>() };
}
