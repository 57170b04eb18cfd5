import { foldCharacters } from './characters';
import type { FoldedCharacter } from './characters';
import { oneScript } from './lookalikes';

export interface Token {
	/** Folded: lower case, compatibility forms, accents and invisible characters gone. */
	text: string;
	/** Its place among the words of the message, joined by one space. */
	from: number;
	to: number;
	/** Whether punctuation or a line break follows. */
	endsClause: boolean;
	/** Whether a full stop, a question mark or the like follows, or a line break. */
	endsSentence: boolean;
	/** Whether a question mark follows. */
	asks: boolean;
	/** Written in a script without spaces between words (Chinese, Japanese, Thai) or with unreliable ones (Korean). */
	unspaced: boolean;
}

export interface NormalisedText {
	/** Words in order; equal neighbours count once, so that "stop stop stop" is "stop". */
	tokens: readonly Token[];
	/** The same, with words that were said twice in a row. */
	spoken: readonly Token[];
	/** Emoji of a message that has no words, each once. */
	emoji: readonly string[];
	/** Whether the message was longer than what is read. */
	truncated: boolean;
}

/** Longest input that is looked at at all: 10,000 characters outside the Basic Multilingual Plane. */
const MAX_INPUT = 20_000;
/** Code units that are read once invisible characters and long decoration are gone. */
const MAX_READ = 3_000;

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu;
/** Normalisation sorts marks of one letter, which takes quadratic time on a long run of them. */
const HARMLESS_RUN = 100;
const MARK_RUN = /(?<=\p{M}{4})\p{M}+/gu;
/** Emoji that compatibility forms would turn into letters. */
const LETTER_EMOJI = /[™ℹ㊗㊙]|Ⓜ\ufe0f/gu;
const DECORATION_RUN = /[^\p{L}\p{N}\p{M}]{9,}/gu;

/** Text that is composed already. */
const ASCII = /^[\t\n\r -~]*$/;
/** Latin text, in which none of the above occurs. */
const PLAIN = /^[\t\n\r -~\u00a1-\u00ac\u00ae-\u024f]*$/;

function compose(text: string): { text: string; truncated: boolean } {
	if (text.length <= MAX_READ && ASCII.test(text)) return { text: text.toLowerCase(), truncated: false };
	if (text.length <= MAX_READ && PLAIN.test(text)) {
		return { text: text.normalize('NFKC').toLowerCase(), truncated: false };
	}
	let plain = text.slice(0, MAX_INPUT).replace(LETTER_EMOJI, ' ').replace(INVISIBLE, '');
	if (plain.length > HARMLESS_RUN) plain = plain.replace(MARK_RUN, '');
	if (plain.length > MAX_READ) plain = plain.replace(DECORATION_RUN, '. ').trim();
	// One character may decompose into eighteen (U+FDFA).
	const composed = plain
		.slice(0, MAX_READ)
		.normalize('NFKC')
		.slice(0, 2 * MAX_READ);
	return { text: composed.toLowerCase(), truncated: plain.length > MAX_READ };
}

/** Splits a message into folded words. Total on any string, linear in its length. */
export function normalise(message: string): NormalisedText {
	const { text, truncated } = compose(message);
	const characters = foldCharacters(text);
	const spoken: Token[] = [];
	const emoji = new Set<string>();
	let word = '';
	let unspaced = false;
	let index = -1;
	for (const character of characters) {
		index += 1;
		const { kind } = character;
		if (kind === 'ignored' || (kind === 'apostrophe' && !splitsWords(characters, index))) continue;
		if (word !== '' && (kind !== 'letter' || character.unspaced !== unspaced)) {
			addWord(spoken, word, unspaced);
			word = '';
		}
		if (kind === 'letter') {
			word += character.text;
			unspaced = character.unspaced;
		} else if (kind === 'sentence') {
			const last = spoken.at(-1);
			if (last !== undefined) markEnd(last, character.text);
		} else if (kind === 'emoji') {
			emoji.add(character.text);
		}
	}
	// Where the message goes on beyond what was read, its last word may be half a word.
	if (word !== '' && !truncated) addWord(spoken, word, unspaced);
	return {
		tokens: spoken.filter((token, index) => token.text !== spoken[index + 1]?.text),
		spoken,
		emoji: spoken.length === 0 ? [...emoji] : [],
		truncated,
	};
}

function addWord(spoken: Token[], word: string, unspaced: boolean): void {
	const text = oneScript(word);
	const last = spoken.at(-1);
	const from = last === undefined ? 0 : last.to + 1;
	const to = from + text.length;
	spoken.push({ text, from, to, endsClause: false, endsSentence: false, asks: false, unspaced });
}

const SENTENCE_SIGN = /[.!?\n\r\u2028\u2029\u0085\u061f\u0964\u3002…]/u;
const QUESTION_SIGN = /[?\u061f]/u;

function markEnd(token: Token, sign: string): void {
	token.endsClause = true;
	token.endsSentence ||= SENTENCE_SIGN.test(sign);
	token.asks ||= QUESTION_SIGN.test(sign);
}

/** Elided articles and pronouns are words of their own ("l'abonnement", "m'envoyer"); "don't" and "it's" are one. */
function splitsWords(characters: readonly FoldedCharacter[], apostrophe: number): boolean {
	return [1, 2, 3].every((step) => characters[apostrophe + step]?.kind === 'letter');
}

/** Folded words joined by one space: what keyword tables are keyed by. */
export function joined(tokens: readonly Pick<Token, 'text'>[], space = ' '): string {
	let all = tokens[0]?.text ?? '';
	for (let at = 1; at < tokens.length; at += 1) all += space + (tokens[at]?.text ?? '');
	return all;
}

/** The same from one place to another. */
export function textBetween(tokens: readonly Token[], from = 0, to = Infinity): string {
	const start = tokens[0]?.from ?? 0;
	return joined(tokens).slice(from - start, to - start);
}

/** Folds a keyword the way a message is folded, so that the two can be compared. */
export function keyOf(keyword: string): string {
	return joined(normalise(keyword).tokens);
}
