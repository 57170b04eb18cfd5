import { foldCharacter, LOOKALIKES } from './characters';

export interface Token {
	/** Folded: lower case, compatibility forms, accents and invisible characters gone. */
	text: string;
	/** Whether punctuation or a line break follows. */
	endsClause: boolean;
	/** Written in a script without spaces between words (Chinese, Japanese, Thai) or with unreliable ones (Korean). */
	unspaced: boolean;
}

export interface NormalisedText {
	/** Words in order; equal neighbours count once, so that "stop stop stop" is "stop". */
	tokens: Token[];
	/** The same, with words that were said twice in a row. */
	spoken: Token[];
	/** Folded words joined by one space: what keyword tables are keyed by. */
	key: string;
	/** Emoji of a message that has no words, each once. */
	emoji: string[];
	/** Whether the message was longer than what is read. */
	truncated: boolean;
}

/** Longest input that is looked at at all: 10,000 characters outside the Basic Multilingual Plane. */
const MAX_INPUT = 20_000;
/** Code units that are read once invisible characters and long decoration are gone. */
const MAX_READ = 1_000;

const ASCII = /^[\t\n\r\x20-\x7e]*$/;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu;
/** Normalisation sorts marks of one letter, which takes quadratic time on a long run of them. */
const HARMLESS_RUN = 100;
const MARK_RUN = /(?<=\p{M}{4})\p{M}+/gu;
/** Emoji that compatibility forms would turn into letters. */
const LETTER_EMOJI = /[™ℹ㊗㊙]|Ⓜ\ufe0f/gu;
const DECORATION_RUN = /[^\p{L}\p{N}\p{M}]{9,}/gu;

function compose(text: string): { text: string; truncated: boolean } {
	const ascii = ASCII.test(text);
	let plain = text.length > MAX_INPUT ? text.slice(0, MAX_INPUT) : text;
	if (!ascii) plain = plain.replace(LETTER_EMOJI, ' ').replace(INVISIBLE, '');
	if (!ascii && plain.length > HARMLESS_RUN) plain = plain.replace(MARK_RUN, '');
	let truncated = false;
	if (plain.length > MAX_READ) {
		plain = plain.replace(DECORATION_RUN, '. ').trim();
		truncated = plain.length > MAX_READ;
		if (truncated) plain = plain.slice(0, MAX_READ);
	}
	// One character may decompose into eighteen (U+FDFA).
	const composed = ascii ? plain : plain.normalize('NFKC').slice(0, 2 * MAX_READ);
	return { text: composed.toLowerCase(), truncated };
}

/**
 * Splits a message into folded words. Total on any string, linear in its length.
 */
export function normalise(message: string): NormalisedText {
	const { text, truncated } = compose(message);
	const reader = new Reader();
	for (let index = 0; index < text.length;) {
		const codePoint = text.codePointAt(index) ?? 0;
		const width = codePoint > 0xffff ? 2 : 1;
		const { kind, text: letter, unspaced } = foldCharacter(codePoint);
		if (kind === 'letter') reader.letter(letter, unspaced);
		else if (kind === 'apostrophe') {
			if (splitsAtApostrophe(text, index + width)) reader.endWord();
		} else if (kind !== 'ignored') {
			reader.endWord();
			if (kind === 'sentence') reader.endClause();
			if (kind === 'emoji') reader.emoji.add(letter);
		}
		index += width;
	}
	reader.endWord(truncated);
	const { spoken } = reader;
	const tokens = withoutRepeats(spoken);
	return {
		tokens,
		spoken,
		key: tokens.map((token) => token.text).join(' '),
		emoji: tokens.length === 0 ? [...reader.emoji] : [],
		truncated,
	};
}

function withoutRepeats(spoken: Token[]): Token[] {
	return spoken.some((token, index) => token.text === spoken[index - 1]?.text)
		? spoken.filter((token, index) => token.text !== spoken[index + 1]?.text)
		: spoken;
}

/** Elided articles and pronouns are words of their own ("l'abonnement", "m'envoyer"); "don't" and "it's" are one. */
function splitsAtApostrophe(text: string, after: number): boolean {
	for (let index = after; index < after + 3; index += 1) {
		if (foldCharacter(text.codePointAt(index) ?? 32).kind !== 'letter') return false;
	}
	return true;
}

const CYRILLIC = /[\u0430-\u045f\u0491]/;
const LATIN = /[a-z]/;
const TO_CYRILLIC: Record<string, string> = Object.fromEntries(
	[...'acehikmoptxyb'].map((letter, index) => [letter, [...'асенікмортхув'][index] ?? letter]),
);

/** A word in two alphabets is a word of one with look-alikes of the other in it. */
function oneScript(word: string): string {
	if (!CYRILLIC.test(word) || !LATIN.test(word)) return word;
	const letters = [...word];
	const mostlyCyrillic = letters.filter((letter) => CYRILLIC.test(letter)).length * 2 > letters.length;
	const latin = letters.map((letter) => LOOKALIKES[letter] ?? letter).join('');
	return mostlyCyrillic || CYRILLIC.test(latin)
		? letters.map((letter) => TO_CYRILLIC[letter] ?? letter).join('')
		: latin;
}

class Reader {
	readonly spoken: Token[] = [];
	readonly emoji = new Set<string>();
	private word = '';
	private unspaced = false;

	letter(text: string, unspaced: boolean): void {
		if (this.word !== '' && unspaced !== this.unspaced) this.endWord();
		this.word += text;
		this.unspaced = unspaced;
	}

	/** @param cut whether the word goes on beyond what was read, so that it means nothing */
	endWord(cut = false): void {
		const { word } = this;
		if (word === '') return;
		this.word = '';
		const text = oneScript(word);
		if (!cut) this.spoken.push({ text, endsClause: false, unspaced: this.unspaced });
	}

	endClause(): void {
		const last = this.spoken.at(-1);
		if (last !== undefined) last.endsClause = true;
	}
}

/** Folds a keyword the way a message is folded, so that the two can be compared. */
export function keyOf(keyword: string): string {
	return normalise(keyword).key;
}
