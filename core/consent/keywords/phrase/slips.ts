import type { Token } from '../normalise';
import { replaced } from './corrected';
import type { Lexicon } from './lexicon';
import type { Passage } from './passage';
import type { KnownWord, Spelling } from './spelling';

/** More words than this tell enough without the one that has a slip in it. */
const MAX_WORDS = 16;

/**
 * The message as it reads in one language with one word changed that the language does not know as it stands: into a
 * word a slip away, or with a letter that slipped over the space beside it ("d onot", "don' twant").
 *
 * @param words as they were typed
 * @param counts which words somebody can have meant
 * @param read the same words without the slips that are known
 */
export function oneSlipReadings(
	words: readonly Token[],
	language: string,
	{ known }: Lexicon,
	spelling: Spelling,
	counts: (word: KnownWord) => boolean,
	read = words,
): Token[][] {
	if (words.length > MAX_WORDS) return [];
	const isKnown = (text: string) =>
		text.length === 1 ||
		spelling.word(text)?.languages.has(language) === true ||
		known(text).senses.isKnownIn(language);
	const isMeant = (word: KnownWord | undefined) => word?.languages.has(language) === true && counts(word);
	const shifts = (index: number) =>
		shifted(words[index]?.text, words[index + 1]?.text)
			.filter((pair) => pair.every(isKnown) && pair.some((text) => isMeant(spelling.word(text))))
			.map(([first = '', second = '']) =>
				replaced(
					read,
					new Map([
						[index, first],
						[index + 1, second],
					]),
				),
			);
	return words.flatMap(({ text, unspaced }, index) => {
		if (unspaced || isKnown(text)) return [];
		const corrections = spelling.near(text).filter(isMeant);
		return [
			...corrections.map((word) => replaced(read, new Map([[index, word.text]]))),
			...shifts(index - 1),
			...shifts(index),
		];
	});
}

/** Two words with the last letter of the first or the first letter of the second on the other side of the space. */
function shifted(first = '', second = ''): string[][] {
	return [
		[first + second.slice(0, 1), second.slice(1)],
		[first.slice(0, -1), first.slice(-1) + second],
	].filter((pair) => pair.every((text) => text !== ''));
}

/** The languages in which something may be asked for and that know all of the words but one, or two of a longer message. */
export function languagesBut(
	{ words, finds }: Pick<Passage, 'words' | 'finds'>,
	{ known: lookUp }: Lexicon,
): string[] {
	const asking = new Set(finds.flatMap(({ senses }) => senses.requesting.map(({ language }) => language)));
	if (asking.size === 0 || words.length > MAX_WORDS) return [];
	const senses = words.map(({ text }) => lookUp(text).senses);
	const counts = Array.from(asking, (language) => ({
		language,
		known: senses.filter((of) => of.isKnownIn(language)).length,
	}));
	const most = Math.max(...counts.map(({ known }) => known));
	if (most * 2 < words.length || words.length - most > MAX_UNKNOWN) return [];
	return counts.filter(({ known }) => known === most).map(({ language }) => language);
}

/** With more unknown words the message is about something else. */
const MAX_UNKNOWN = 2;
