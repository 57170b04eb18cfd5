import { remembered } from '../memory';
import { normalise } from '../normalise';

/** A word of a list entry, folded. */
export interface EntryWord {
	text: string;
	/** Whether it stands for every word that begins so ("abbestell*"). */
	stem: boolean;
	/** Whether its script writes words without spaces. */
	unspaced: boolean;
}

/** A line of a language file as the words of a message look: "don't" is one, "e-mail*" are two. */
export function foldEntry(entry: string): readonly EntryWord[] {
	return entry.includes(' ') ? entry.split(' ').flatMap(foldWord) : foldWord(entry);
}

/** Words of all lists of all languages; they are needed while a lexicon is built. */
const REMEMBERED = 20_000;

const foldWord = remembered<readonly EntryWord[]>(REMEMBERED, (word) => {
	if (PLAIN.test(word)) return [{ text: word, stem: false, unspaced: false }];
	return normalise(word).tokens.map(({ text, unspaced }, index, { length }) => ({
		text,
		stem: word.endsWith('*') && index === length - 1,
		unspaced,
	}));
});

/** A word that is written as it is looked up. */
const PLAIN = /^[a-z]+$/;
