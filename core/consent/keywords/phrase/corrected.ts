import type { Token } from '../normalise';
import { UNKNOWN } from './lexicon';
import type { Lexicon } from './lexicon';
import { hasAny, hasOnly } from './roles';
import type { Part, Parts } from './roles';
import type { Correction, Spelling } from './spelling';

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
const NEGATING: readonly Part[] = ['fused', 'not', 'deny', 'no'];

/** Corrections by the index of their word, by language. */
type Slips = Map<string, Map<number, string>>;

/** The message as it reads in each language without its slips, where the rest of it is of that language. */
export function correctedBy(words: readonly Token[], lexicon: Lexicon, spelling: Spelling): Corrected[] {
	const slips: Slips = new Map();
	for (const [index, { text, unspaced }] of words.entries()) {
		const isUnknown = lexicon.known(text) === UNKNOWN && !spelling.word(text)?.telling.size;
		if (!unspaced && isUnknown) addSlips(slips, index, spelling.corrections(text));
	}
	return [...slips].flatMap(([language, ofLanguage]) => {
		if ([...ofLanguage].some(([index, correct]) => isTurned(words[index]?.text ?? '', correct, language)))
			return [];
		const known = words.filter(
			({ text }, index) => ofLanguage.has(index) || lexicon.known(text).senses.isKnownIn(language),
		).length;
		if (known * 2 <= words.length) return [];
		const isSure = ofLanguage.size * 2 <= words.length && [...ofLanguage].every(isSureSlip);
		return [{ language, words: replaced(words, ofLanguage), isSure }];
	});

	/** A verb and its negation may be a letter apart: "napište", "nepište". */
	function isTurned(text: string, correct: string, language: string): boolean {
		const parts = lexicon.words.get(correct)?.senses.in(language) ?? NONE;
		return hasAny(parts, NEGATING) && text.slice(0, 2) !== correct.slice(0, 2);
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
		addSlips(slips, index, spelling.corrections(text));
		const { senses } = lexicon.known(text);
		return languages
			.filter((language) => !spelling.word(text)?.telling.has(language))
			.filter((code) =>
				senses.all.every(({ language, parts }) => language !== code || hasOnly(parts, UNMEANT)),
			)
			.flatMap((language) => {
				const ofLanguage = slips.get(language);
				return ofLanguage ? [{ language, words: replaced(words, ofLanguage), isSure: false }] : [];
			});
	});
}

/** The languages that know every word. */
function knowingAll(words: readonly Token[], lexicon: Lexicon): string[] {
	const [first] = words;
	const isKnownWord = ({ text, unspaced }: Token) => !unspaced && lexicon.known(text) !== UNKNOWN;
	if (first === undefined || !words.every(isKnownWord)) return [];
	let languages = [...new Set(lexicon.known(first.text).senses.all.map(({ language }) => language))];
	for (const { text } of words.slice(1)) {
		if (languages.length === 0) break;
		const { senses } = lexicon.known(text);
		languages = languages.filter((language) => senses.isKnownIn(language));
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

/** The words with some of them changed, by index. */
export function replaced(words: readonly Token[], corrections: ReadonlyMap<number, string>): Token[] {
	let at = 0;
	return words.map((word, index) => {
		const text = corrections.get(index) ?? word.text;
		const token = { ...word, text, from: at, to: at + text.length };
		at = token.to + 1;
		return token;
	});
}
