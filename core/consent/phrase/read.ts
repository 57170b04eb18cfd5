import type { Token } from '../normalise';
import { addSense, stemKey } from './lexicon';
import type { Branch, Expression, Form, KnownWord, Lexicon, Senses } from './lexicon';

/** One word or expression found, in one language. */
export interface Hit {
	bits: number;
	from: number;
	to: number;
	words: number;
}

/** What is found: first only which parts each language has, then, for a few languages, where they are. */
interface Sink {
	word(word: KnownWord, from: number, to: number): void;
	expression(expression: Pick<Form, 'senses' | 'decisive'>, from: number, to: number, words: number): void;
}

/** Parts found per language. Tells in one step which languages can't have a request. */
class Presence implements Sink {
	private readonly parts: Int32Array;

	constructor(parts: Int32Array) {
		this.parts = parts.fill(0);
	}

	word({ decisive }: KnownWord): void {
		this.add(decisive);
	}

	expression({ decisive }: Pick<Form, 'decisive'>): void {
		this.add(decisive);
	}

	private add(decisive: Senses): void {
		const { parts } = this;
		for (let index = 0; index < decisive.length; index += 2) {
			const language = decisive[index] ?? 0;
			parts[language] = (parts[language] ?? 0) | (decisive[index + 1] ?? 0);
		}
	}
}

/** @returns by language number; valid until the next call for the same lexicon */
export function partsPresent(tokens: readonly Token[], lexicon: Lexicon): Int32Array {
	const { present } = lexicon.memory;
	read(tokens, lexicon, new Presence(present));
	return present;
}

/** All words found, by language, in order of their place; at one place the surest sense first. */
class Hits implements Sink {
	readonly byLanguage: (Hit[] | undefined)[];

	constructor(languages: number, wanted: readonly number[]) {
		this.byLanguage = new Array<Hit[] | undefined>(languages).fill(undefined);
		for (const language of wanted) this.byLanguage[language] = [];
	}

	word({ forms }: KnownWord, from: number, to: number): void {
		for (const form of forms) this.expression(form, from, to, 1);
	}

	expression({ senses }: Pick<Form, 'senses'>, from: number, to: number, words: number): void {
		for (let index = 0; index < senses.length; index += 2) {
			this.byLanguage[senses[index] ?? 0]?.push({ bits: senses[index + 1] ?? 0, from, to, words });
		}
	}
}

export function hitsIn(
	tokens: readonly Token[],
	lexicon: Lexicon,
	wanted: readonly number[],
): readonly (readonly Hit[] | undefined)[] {
	const hits = new Hits(lexicon.languages.length, wanted);
	read(tokens, lexicon, hits);
	return hits.byLanguage;
}

function read(tokens: readonly Token[], lexicon: Lexicon, sink: Sink): void {
	let from = 0;
	for (let index = 0; index < tokens.length; index += 1) {
		const token = tokens[index];
		if (token === undefined) return;
		if (!token.unspaced) readWord(token, tokens, index, from, lexicon, sink);
		else if (index === 0 || !continuesRun(tokens, index - 1)) readRun(tokens, index, from, lexicon, sink);
		from += token.text.length + 1;
	}
}

/** Spaces mean little in scripts that do without: words are looked for across them, up to the end of the clause. */
function continuesRun(tokens: readonly Token[], index: number): boolean {
	const token = tokens[index];
	return token !== undefined && token.unspaced && !token.endsClause && tokens[index + 1]?.unspaced === true;
}

/** A run of tokens as one text, and where each of its letters is in the message. */
function runFrom(
	tokens: readonly Token[],
	start: number,
	offset: number,
): { text: string; places: number[] } {
	const places: number[] = [];
	let text = '';
	let at = offset;
	for (let index = start; ; index += 1) {
		const part = tokens[index]?.text ?? '';
		for (let letter = 0; letter < part.length; letter += 1) places.push(at + letter);
		text += part;
		at += part.length + 1;
		if (!continuesRun(tokens, index)) return { text, places };
	}
}

function readRun(
	tokens: readonly Token[],
	start: number,
	offset: number,
	lexicon: Lexicon,
	sink: Sink,
): void {
	const { text, places } = runFrom(tokens, start, offset);
	for (let index = 0; index < text.length; index += 1) {
		let branch: Branch | undefined = lexicon.inside;
		for (let end = index; end < text.length; end += 1) {
			branch = branch.next.get(text.charCodeAt(end));
			if (branch === undefined) break;
			if (branch.form === undefined) continue;
			sink.expression(branch.form, places[index] ?? 0, (places[end] ?? 0) + 1, 1);
		}
	}
}

function readWord(
	token: Token,
	tokens: readonly Token[],
	index: number,
	from: number,
	lexicon: Lexicon,
	sink: Sink,
): void {
	const word = knownWord(token.text, lexicon);
	if (word.forms.length === 0) return;
	sink.word(word, from, from + token.text.length);
	for (const form of word.leading) readExpressions(form.expressions, tokens, index, from, sink);
}

/** Longer words are rare. */
const MAX_REMEMBERED = 24;
const REMEMBERED = 10_000;

/** What is known of a word. Kept for the words met lately: people use the same few thousand over and over. */
function knownWord(text: string, lexicon: Lexicon): KnownWord {
	const { words } = lexicon.memory;
	const known = words.get(text);
	if (known !== undefined) return known;
	const forms = findForms(text, lexicon);
	const decisive: Senses = [];
	for (const form of forms) {
		for (let index = 0; index < form.decisive.length; index += 2) {
			addSense(decisive, form.decisive[index] ?? 0, form.decisive[index + 1] ?? 0);
		}
	}
	const word = { forms, decisive, leading: forms.filter(({ expressions }) => expressions.size > 0) };
	if (words.size >= REMEMBERED) words.clear();
	if (text.length <= MAX_REMEMBERED) words.set(text, word);
	return word;
}

/** From here on scripts write prefixes onto words (Hebrew, Arabic). */
const FIRST_PREFIXED = 0x590;

function findForms(text: string, lexicon: Lexicon): readonly Form[] {
	const whole = formsOfStem(text, lexicon);
	if (whole.length > 0 || text.charCodeAt(0) < FIRST_PREFIXED) return whole;
	for (const prefix of lexicon.prefixes) {
		if (text.length <= prefix.length + 1 || !text.startsWith(prefix)) continue;
		const forms = formsOfStem(text.slice(prefix.length), lexicon);
		if (forms.length > 0) return forms;
	}
	return whole;
}

/** The word itself, then its beginnings from the longest on. */
function formsOfStem(text: string, { words, stems }: Lexicon): Form[] {
	const word = words.get(text);
	const forms = word === undefined ? [] : [word];
	for (const stem of stems.get(stemKey(text)) ?? []) {
		if (text.startsWith(stem.text)) forms.push(stem);
	}
	return forms;
}

function readExpressions(
	expressions: Form['expressions'],
	tokens: readonly Token[],
	index: number,
	from: number,
	sink: Sink,
): void {
	const next = tokens[index + 1];
	if (next === undefined || tokens[index]?.endsClause === true) return;
	noteFollowing(expressions.get(next.text), tokens, index, from, sink);
	noteFollowing(expressions.get(''), tokens, index, from, sink);
}

function noteFollowing(
	expressions: readonly Expression[] | undefined,
	tokens: readonly Token[],
	index: number,
	from: number,
	sink: Sink,
): void {
	if (expressions === undefined) return;
	for (const expression of expressions) {
		const { rest } = expression;
		if (!follows(rest, tokens, index)) continue;
		let to = from + (tokens[index]?.text.length ?? 0);
		for (let step = 1; step <= rest.length; step += 1) to += (tokens[index + step]?.text.length ?? 0) + 1;
		sink.expression(expression, from, to, rest.length + 1);
	}
}

function follows(rest: Expression['rest'], tokens: readonly Token[], index: number): boolean {
	for (let step = 0; step < rest.length; step += 1) {
		const token = tokens[index + step + 1];
		const word = rest[step];
		if (token === undefined || word === undefined || tokens[index + step]?.endsClause === true) return false;
		if (word.stem ? !token.text.startsWith(word.text) : token.text !== word.text) return false;
	}
	return true;
}
