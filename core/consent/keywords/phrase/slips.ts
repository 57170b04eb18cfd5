import { replaced } from './corrected';
import type { Known, Word } from './known';
import type { Lexicon } from './lexicon';
import type { Passage } from './passage';
import type { KnownWord } from './spelling';

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
	words: readonly Word[],
	language: string,
	lexicon: Lexicon,
	counts: (word: KnownWord) => boolean,
	read = words,
): Word[][] {
	if (words.length > MAX_WORDS) return [];
	const isKnown = (known: Known) => known.text.length === 1 || known.isOf(language);
	const isMeant = (word: KnownWord | undefined) => word?.languages.has(language) === true && counts(word);
	const shifts = (index: number) =>
		shifted(words[index]?.text, words[index + 1]?.text)
			.filter((pair) => pair.every((text) => isKnown(lexicon.known(text))))
			.filter((pair) => pair.some((text) => isMeant(lexicon.known(text).listed)))
			.map((pair) => replaced(read, new Map(pair.map((text, at) => [index + at, text])), lexicon));
	return words.flatMap(({ known, unspaced }, index) => {
		if (unspaced || isKnown(known)) return [];
		const corrections = known.near.filter(isMeant);
		return [
			...corrections.map(({ text }) => replaced(read, new Map([[index, text]]), lexicon)),
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
export function languagesBut({ words, requests }: Pick<Passage, 'words' | 'requests'>): string[] {
	const least = Math.max(words.length / 2, words.length - MAX_UNKNOWN);
	if (words.length > MAX_WORDS || countIn(words, isOfAny) < least) return [];
	const counts = requests.map(({ language }) => ({
		language,
		count: countIn(words, ({ known }) => known.senses.isKnownIn(language)),
	}));
	const most = Math.max(...counts.map(({ count }) => count));
	return counts.filter(({ count }) => count === most && most >= least).map(({ language }) => language);
}

/** With more unknown words the message is about something else. */
const MAX_UNKNOWN = 2;

function isOfAny({ known }: Word): boolean {
	return known.senses.all.length > 0;
}

function countIn(words: readonly Word[], counts: (word: Word) => boolean): number {
	let count = 0;
	for (const word of words) if (counts(word)) count += 1;
	return count;
}
