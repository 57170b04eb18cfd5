import { CLASS, classOf, classOfFolded, composes, foldCharacter, LOOKALIKES } from './characters';

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
const MAX_READ = 1_000;

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu;
/** Normalisation sorts marks of one letter, which takes quadratic time on a long run of them. */
const HARMLESS_RUN = 100;
const MARK_RUN = /(?<=\p{M}{4})\p{M}+/gu;
/** Emoji that compatibility forms would turn into letters. */
const LETTER_EMOJI = /[™ℹ㊗㊙]|Ⓜ\ufe0f/gu;
const DECORATION_RUN = /[^\p{L}\p{N}\p{M}]{9,}/gu;

function compose(text: string): { text: string; truncated: boolean } {
	let plain = text.length > MAX_INPUT ? text.slice(0, MAX_INPUT) : text;
	const composed = hasComposing(plain);
	if (composed) plain = plain.replace(LETTER_EMOJI, ' ').replace(INVISIBLE, '');
	if (composed && plain.length > HARMLESS_RUN) plain = plain.replace(MARK_RUN, '');
	let truncated = false;
	if (plain.length > MAX_READ) {
		plain = plain.replace(DECORATION_RUN, '. ').trim();
		truncated = plain.length > MAX_READ;
		if (truncated) plain = plain.slice(0, MAX_READ);
	}
	// One character may decompose into eighteen (U+FDFA).
	if (composed) plain = plain.normalize('NFKC').slice(0, 2 * MAX_READ);
	return { text: plain.toLowerCase(), truncated };
}

function hasComposing(text: string): boolean {
	for (let index = 0; index < text.length; index += 1) {
		if (composes(text.charCodeAt(index))) return true;
	}
	return false;
}

/**
 * Splits a message into folded words. Total on any string, linear in its length.
 */
export function normalise(message: string): NormalisedText {
	const { text, truncated } = compose(message);
	const reader = new Reader(text);
	reader.read(truncated);
	const { spoken, emoji } = reader;
	return {
		tokens: reader.repeats ? withoutRepeats(spoken) : spoken,
		spoken,
		emoji: spoken.length === 0 ? [...new Set(emoji)] : [],
		truncated,
	};
}

function withoutRepeats(spoken: readonly Token[]): Token[] {
	return spoken.filter((token, index) => token.text !== spoken[index + 1]?.text);
}

/** Elided articles and pronouns are words of their own ("l'abonnement", "m'envoyer"); "don't" and "it's" are one. */
function splitsAtApostrophe(text: string, after: number): boolean {
	for (let index = after; index < after + 3; index += 1) {
		if (foldCharacter(text.codePointAt(index) ?? 32).kind !== 'letter') return false;
	}
	return true;
}

const CYRILLIC = /[\u0430-\u045f\u0491]/;
const TO_CYRILLIC: Record<string, string> = Object.fromEntries(
	[...'acehikmoptxyb'].map((letter, index) => [letter, [...'асенікмортхув'][index] ?? letter]),
);
const BOTH_ALPHABETS = CLASS.latin | CLASS.cyrillic;

/** A word in two alphabets is a word of one with look-alikes of the other in it. */
function oneScript(word: string): string {
	const letters = [...word];
	const mostlyCyrillic = letters.filter((letter) => CYRILLIC.test(letter)).length * 2 > letters.length;
	const latin = letters.map((letter) => LOOKALIKES[letter] ?? letter).join('');
	return mostlyCyrillic || CYRILLIC.test(latin)
		? letters.map((letter) => TO_CYRILLIC[letter] ?? letter).join('')
		: latin;
}

/** Goes through the text once. A word that folds to itself is cut out of the text in one piece. */
class Reader {
	readonly spoken: Token[] = [];
	readonly emoji: string[] = [];
	/** Whether a word was said twice in a row. */
	repeats = false;

	private readonly text: string;
	private open = false;
	/** What the word holds before `from`, where it differs from the text. */
	private folded = '';
	private from = 0;
	/** Classes of all letters of the word. */
	private letters = 0;

	constructor(text: string) {
		this.text = text;
	}

	/** @param cut whether the last word goes on beyond what was read, so that it means nothing */
	read(cut: boolean): void {
		const { text } = this;
		for (let index = 0; index < text.length; index += 1) {
			const unit = classOf(text.charCodeAt(index));
			if (unit !== CLASS.half) {
				this.step(unit, index, index + 1);
				continue;
			}
			const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
			const end = index + character.length;
			this.step(classOfFolded(foldCharacter(character.codePointAt(0) ?? 0), character), index, end);
			index = end - 1;
		}
		this.endWord(text.length, cut);
	}

	private step(unit: number, index: number, end: number): void {
		const kind = unit & CLASS.kind;
		if (kind === CLASS.letter) this.letter(unit, index, end);
		else if (kind === CLASS.ignored) this.skip(index, end);
		else if (kind === CLASS.apostrophe && !splitsAtApostrophe(this.text, end)) this.skip(index, end);
		else {
			this.endWord(index);
			if (kind === CLASS.sentence) this.endClause();
			else if (kind === CLASS.emoji) this.emoji.push(this.text.slice(index, end));
		}
	}

	private letter(unit: number, index: number, end: number): void {
		if (this.open && ((unit ^ this.letters) & CLASS.unspaced) !== 0) this.endWord(index);
		if (!this.open) {
			this.open = true;
			this.from = index;
		}
		this.letters |= unit;
		if ((unit & CLASS.plain) !== 0) return;
		this.folded += this.text.slice(this.from, index) + foldCharacter(this.text.codePointAt(index) ?? 0).text;
		this.from = end;
	}

	private skip(index: number, end: number): void {
		if (!this.open) return;
		this.folded += this.text.slice(this.from, index);
		this.from = end;
	}

	private endWord(end: number, cut = false): void {
		if (!this.open) return;
		const { folded, letters } = this;
		const rest = this.text.slice(this.from, end);
		const word = folded === '' ? rest : folded + rest;
		this.open = false;
		this.folded = '';
		this.letters = 0;
		if (cut || word === '') return;
		const text = (letters & BOTH_ALPHABETS) === BOTH_ALPHABETS ? oneScript(word) : word;
		this.repeats ||= this.spoken.at(-1)?.text === text;
		this.spoken.push({ text, endsClause: false, unspaced: (letters & CLASS.unspaced) !== 0 });
	}

	private endClause(): void {
		const last = this.spoken.at(-1);
		if (last !== undefined) last.endsClause = true;
	}
}

/** Folded words joined by one space: what keyword tables are keyed by. */
export function joined(tokens: readonly Token[], start = 0, end = tokens.length, space = ' '): string {
	let key = tokens[start]?.text ?? '';
	for (let index = start + 1; index < end; index += 1) key += space + (tokens[index]?.text ?? '');
	return key;
}

/** Folds a keyword the way a message is folded, so that the two can be compared. */
export function keyOf(keyword: string): string {
	return joined(normalise(keyword).tokens);
}
