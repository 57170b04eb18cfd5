import { distance, neighbours } from '../distance';
import { remembered } from '../memory';
import type { Token } from '../normalise';
import type { Form, Lexicon } from './lexicon';
import { hasAny, hasOnly } from './roles';
import type { Part, Parts } from './roles';

/** A word of the lexicon that a misspelt one may stand for. */
interface Correction {
	text: string;
	languages: ReadonlySet<string>;
}

/** The words of a lexicon by the spellings that slips make of them. */
export type Spelling = (word: string) => readonly Correction[];

/** Shorter words have too many others around them. */
const SHORTEST = 4;
/** Unknown words that are remembered: names and slips besides the vocabulary of all languages. */
const REMEMBERED = 20_000;

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

export function buildSpelling(lexicon: Lexicon): Spelling {
	const vocabulary = vocabularyOf(lexicon);
	const near = neighbours([...vocabulary.keys()]);
	const correct = (word: string): Correction[] => {
		const candidates = near(word).filter((text) => !isPlural(word, text));
		const edits = candidates.map((text) => distance(word, text, 2));
		const nearest = candidates.filter((_, index) => edits[index] === Math.min(...edits));
		return nearest.map((text) => ({ text, languages: vocabulary.get(text) ?? new Set() }));
	};
	const known = remembered<readonly Correction[]>(REMEMBERED, correct);
	return (word) => (word.length < SHORTEST ? [] : known(word));
}

/** "coupon" is a word beside "coupons", and no slip. */
function isPlural(a: string, b: string): boolean {
	return `${a}s` === b || a === `${b}s`;
}

/** The words on which a request hangs, with the languages that have them. */
function vocabularyOf({ words }: Lexicon): Map<string, Set<string>> {
	const vocabulary = new Map<string, Set<string>>();
	const add = (text: string, senses: Form['senses']) => {
		if (text.length < SHORTEST) return;
		for (const language of senses.languages) {
			if (hasOnly(senses.in(language) ?? NONE, MINOR)) continue;
			const languages = vocabulary.get(text) ?? new Set();
			vocabulary.set(text, languages.add(language));
		}
	};
	for (const { text, senses, expressions } of words.values()) {
		add(text, senses);
		for (const { rest, senses: ofAll } of expressions?.all() ?? []) {
			for (const word of [text, ...rest.filter(({ stem }) => !stem).map((word) => word.text)])
				add(word, ofAll);
		}
	}
	return vocabulary;
}

/** A message as it reads in one language without its slips. */
export interface Corrected {
	language: string;
	words: readonly Token[];
	/** Whether nothing else can have been meant. */
	isSure: boolean;
}

/** Shorter words than this are real ones of some kind too often ("half", "rite"). */
const SURE_LENGTH = 5;

/** Parts of words that can be there by a slip. */
const UNMEANT: readonly Part[] = ['fill', 'common', 'courtesy'];
const TURNING: readonly Part[] = ['fused', 'not', 'deny', 'no'];

/** Corrections by the index of their word, by language. */
type Slips = Map<string, Map<number, string>>;

/** The message as it reads in each language without its slips, where the rest of it is of that language. */
export function correctedBy(words: readonly Token[], lexicon: Lexicon, spelling: Spelling): Corrected[] {
	const slips: Slips = new Map();
	for (const [index, { text, unspaced }] of words.entries()) {
		if (!unspaced && lexicon.formsOf(text).length === 0) addSlips(slips, index, spelling(text));
	}
	return [...slips].flatMap(([language, ofLanguage]) => {
		if ([...ofLanguage].some(([index, correct]) => isTurned(words[index]?.text ?? '', correct, language)))
			return [];
		const known = words.filter(
			({ text }, index) => ofLanguage.has(index) || isKnown(lexicon, text, language),
		).length;
		if (known * 2 <= words.length) return [];
		const isSure = ofLanguage.size * 2 <= words.length && [...ofLanguage].every(isSureSlip);
		return [{ language, words: replaced(words, ofLanguage), isSure }];
	});

	/** A verb and its negation may be a letter apart: "napište", "nepište". */
	function isTurned(text: string, correct: string, language: string): boolean {
		const parts = lexicon.words.get(correct)?.senses.in(language) ?? NONE;
		return hasAny(parts, TURNING) && text.slice(0, 2) !== correct.slice(0, 2);
	}

	function isSureSlip([index, correct]: [number, string]): boolean {
		const text = words[index]?.text ?? '';
		const isSwap =
			text.length === correct.length && [...text].sort().join('') === [...correct].sort().join('');
		return isSwap || (text.length >= SURE_LENGTH && correct.length >= SURE_LENGTH);
	}
}

const NONE: Parts = new Set();

/** The same with one word changed that is a real one: "please shop texting me". */
export function slippedBy(words: readonly Token[], lexicon: Lexicon, spelling: Spelling): Corrected[] {
	const languages = knowingAll(words, lexicon);
	if (languages.length === 0) return [];
	return words.flatMap(({ text }, index) => {
		const slips: Slips = new Map();
		addSlips(
			slips,
			index,
			spelling(text).filter((correction) => correction.text !== text),
		);
		const forms = lexicon.formsOf(text);
		return languages
			.filter((language) => forms.every(({ senses }) => hasOnly(senses.in(language) ?? NONE, UNMEANT)))
			.flatMap((language) => {
				const ofLanguage = slips.get(language);
				return ofLanguage ? [{ language, words: replaced(words, ofLanguage), isSure: false }] : [];
			});
	});
}

/** The languages that know every word. */
function knowingAll(words: readonly Token[], lexicon: Lexicon): string[] {
	const [first] = words;
	const isKnownWord = ({ text, unspaced }: Token) => !unspaced && lexicon.formsOf(text).length > 0;
	if (first === undefined || !words.every(isKnownWord)) return [];
	let languages = [...new Set(lexicon.formsOf(first.text).flatMap(({ senses }) => [...senses.languages]))];
	for (const { text } of words.slice(1)) {
		if (languages.length === 0) break;
		const forms = lexicon.formsOf(text);
		languages = languages.filter((language) => forms.some(({ senses }) => senses.isKnownIn(language)));
	}
	return languages;
}

function addSlips(slips: Slips, index: number, corrections: readonly Correction[]): void {
	for (const { text, languages } of corrections) {
		for (const language of languages) {
			const ofLanguage = slips.get(language) ?? new Map<number, string>();
			if (!ofLanguage.has(index)) slips.set(language, ofLanguage.set(index, text));
		}
	}
}

function isKnown({ formsOf }: Lexicon, text: string, language: string): boolean {
	return formsOf(text).some(({ senses }) => senses.isKnownIn(language));
}

function replaced(words: readonly Token[], corrections: ReadonlyMap<number, string>): Token[] {
	let at = 0;
	return words.map((word, index) => {
		const text = corrections.get(index) ?? word.text;
		const token = { ...word, text, from: at, to: at + text.length };
		at = token.to + 1;
		return token;
	});
}
