import type { Token } from '../normalise';
import { stemKey } from './lexicon';
import type { Branch, Expression, Form, KnownWord, Lexicon } from './lexicon';

/** One word or expression found, in one language. */
export interface Hit {
	bits: number;
	from: number;
	to: number;
	words: number;
}

/** A word or expression found, whatever it says in each language. */
interface Find {
	form: Pick<Form, 'senses' | 'decisive'>;
	from: number;
	to: number;
	words: number;
}

/** What a message has of the lexicon, in order of its place; at one place the surest sense first. */
export function read(tokens: readonly Token[], lexicon: Lexicon): readonly Find[] {
	const finds: Find[] = [];
	let from = 0;
	for (let index = 0; index < tokens.length; index += 1) {
		const token = tokens[index];
		if (token === undefined) break;
		if (!token.unspaced) readWord(token, tokens, index, from, lexicon, finds);
		else if (index === 0 || !continuesRun(tokens, index - 1)) readRun(tokens, index, from, lexicon, finds);
		from += token.text.length + 1;
	}
	return finds;
}

/**
 * Parts found per language, which tells in one step what languages can't have a request.
 *
 * @returns by language number; valid until the next call for the same lexicon
 */
export function partsPresent(finds: readonly Find[], { memory: { present } }: Lexicon): Int32Array {
	present.fill(0);
	for (const { form } of finds) {
		const { decisive } = form;
		for (let index = 0; index < decisive.length; index += 2) {
			const language = decisive[index] ?? 0;
			present[language] = (present[language] ?? 0) | (decisive[index + 1] ?? 0);
		}
	}
	return present;
}

/** Everything found, by number of the wanted languages. */
export function hitsOf(
	finds: readonly Find[],
	wanted: readonly number[],
	{ languages }: Lexicon,
): readonly (readonly Hit[] | undefined)[] {
	const hits: (Hit[] | undefined)[] = languages.map(() => undefined);
	for (const language of wanted) hits[language] = [];
	for (const { form, from, to, words } of finds) {
		const { senses } = form;
		for (let index = 0; index < senses.length; index += 2) {
			hits[senses[index] ?? 0]?.push({ bits: senses[index + 1] ?? 0, from, to, words });
		}
	}
	return hits;
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
	finds: Find[],
): void {
	const { text, places } = runFrom(tokens, start, offset);
	for (let index = 0; index < text.length; index += 1) {
		let branch: Branch | undefined = lexicon.inside;
		for (let end = index; end < text.length; end += 1) {
			branch = branch.next.get(text.charCodeAt(end));
			if (branch === undefined) break;
			if (branch.form === undefined) continue;
			const to = (places[end] ?? 0) + 1;
			finds.push({ form: branch.form, from: places[index] ?? 0, to, words: 1 });
		}
	}
}

function readWord(
	token: Token,
	tokens: readonly Token[],
	index: number,
	from: number,
	lexicon: Lexicon,
	finds: Find[],
): void {
	const word = knownWord(token.text, lexicon);
	if (word.forms.length === 0) return;
	const to = from + token.text.length;
	for (const form of word.forms) finds.push({ form, from, to, words: 1 });
	for (const form of word.leading) readExpressions(form.expressions, tokens, index, from, finds);
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
	const word = { forms, leading: forms.filter(({ expressions }) => expressions.size > 0) };
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
	finds: Find[],
): void {
	const next = tokens[index + 1];
	if (next === undefined || tokens[index]?.endsClause === true) return;
	noteFollowing(expressions.get(next.text), tokens, index, from, finds);
	noteFollowing(expressions.get(''), tokens, index, from, finds);
}

function noteFollowing(
	expressions: readonly Expression[] | undefined,
	tokens: readonly Token[],
	index: number,
	from: number,
	finds: Find[],
): void {
	if (expressions === undefined) return;
	for (const expression of expressions) {
		const { rest } = expression;
		if (!follows(rest, tokens, index)) continue;
		let to = from + (tokens[index]?.text.length ?? 0);
		for (let step = 1; step <= rest.length; step += 1) to += (tokens[index + step]?.text.length ?? 0) + 1;
		finds.push({ form: expression, from, to, words: rest.length + 1 });
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
