import type { Token } from '../normalise';
import { bitsOf, stemKey } from './lexicon';
import type { Expression, Form, Lexicon } from './lexicon';

/** A word or expression of the message with the parts it has in one language; `bits` 0 for an unknown word. */
export interface Unit {
	bits: number;
	/** Position in the folded text. */
	from: number;
	to: number;
	/** How many unknown words this is worth; 0 for a known one. */
	unknown: number;
	/** How many words of the message it covers. */
	words: number;
	endsClause: boolean;
}

/** One word or expression found, in one language. */
export interface Hit {
	bits: number;
	from: number;
	to: number;
	words: number;
}

/** Where what is found goes: first only which parts each language has, then, for a few languages, where they are. */
interface Sink {
	/** Senses of a form, as language number and bits in turn. */
	note(senses: readonly number[], from: number, to: number, words: number): void;
	/** Whether words that decide nothing by themselves ("the", "from") are wanted too. */
	all: boolean;
}

/** Parts found per language. Tells in one step which languages can't have a request. */
export function partsPresent(tokens: readonly Token[], lexicon: Lexicon): Int32Array {
	const present = new Int32Array(lexicon.languages.length);
	read(tokens, lexicon, {
		all: false,
		note(senses) {
			for (let index = 0; index < senses.length; index += 2) {
				const language = senses[index] ?? 0;
				present[language] = (present[language] ?? 0) | (senses[index + 1] ?? 0);
			}
		},
	});
	return present;
}

/** All words found, in the languages asked for, in order of their place; at one place the surest sense first. */
export function hitsIn(
	tokens: readonly Token[],
	lexicon: Lexicon,
	wanted: ReadonlySet<number>,
): Map<number, Hit[]> {
	const hits = new Map<number, Hit[]>();
	for (const language of wanted) hits.set(language, []);
	read(tokens, lexicon, {
		all: true,
		note(senses, from, to, words) {
			for (let index = 0; index < senses.length; index += 2) {
				hits.get(senses[index] ?? 0)?.push({ bits: senses[index + 1] ?? 0, from, to, words });
			}
		},
	});
	return hits;
}

function read(tokens: readonly Token[], lexicon: Lexicon, sink: Sink): void {
	let from = 0;
	for (let index = 0; index < tokens.length; index += 1) {
		const token = tokens[index];
		if (token === undefined) return;
		if (!token.unspaced) readWord(tokens, index, from, lexicon, sink);
		else if (index === 0 || !continuesRun(tokens, index - 1)) readRun(tokens, index, from, lexicon, sink);
		from += token.text.length + 1;
	}
}

/** Spaces mean little in scripts that do without: words are looked for across them, up to the end of the clause. */
function continuesRun(tokens: readonly Token[], index: number): boolean {
	const token = tokens[index];
	return token !== undefined && token.unspaced && !token.endsClause && tokens[index + 1]?.unspaced === true;
}

function readRun(
	tokens: readonly Token[],
	start: number,
	offset: number,
	lexicon: Lexicon,
	sink: Sink,
): void {
	let end = start;
	while (continuesRun(tokens, end)) end += 1;
	const places: number[] = [];
	let text = '';
	let at = offset;
	for (const token of tokens.slice(start, end + 1)) {
		for (let letter = 0; letter < token.text.length; letter += 1) places.push(at + letter);
		text += token.text;
		at += token.text.length + 1;
	}
	for (let index = 0; index < text.length; index += 1) {
		for (const form of lexicon.inside.get(text.charCodeAt(index)) ?? []) {
			if (!text.startsWith(form.text, index)) continue;
			const to = (places[index + form.text.length - 1] ?? 0) + 1;
			sink.note(sink.all ? form.senses : form.decisive, places[index] ?? 0, to, 1);
		}
	}
}

/** From here on scripts write prefixes onto words (Hebrew, Arabic). */
const FIRST_PREFIXED = 0x590;

function readWord(tokens: readonly Token[], index: number, from: number, lexicon: Lexicon, sink: Sink): void {
	const text = tokens[index]?.text ?? '';
	if (readForms(text, tokens, index, from, lexicon, sink) || text.charCodeAt(0) < FIRST_PREFIXED) return;
	for (const prefix of lexicon.prefixes) {
		if (text.length <= prefix.length + 1 || !text.startsWith(prefix)) continue;
		if (readForms(text.slice(prefix.length), tokens, index, from, lexicon, sink)) return;
	}
}

function readForms(
	text: string,
	tokens: readonly Token[],
	index: number,
	from: number,
	lexicon: Lexicon,
	sink: Sink,
): boolean {
	const to = from + (tokens[index]?.text.length ?? 0);
	const word = lexicon.words.get(text);
	let found = false;
	if (word !== undefined) {
		found = true;
		sink.note(sink.all ? word.senses : word.decisive, from, to, 1);
		if (word.expressions.size > 0) readExpressions(word.expressions, tokens, index, from, sink);
	}
	const stems = lexicon.stems.get(stemKey(text));
	if (stems === undefined) return found;
	for (const stem of stems) {
		if (!text.startsWith(stem.text)) continue;
		found = true;
		sink.note(sink.all ? stem.senses : stem.decisive, from, to, 1);
		if (stem.expressions.size > 0) readExpressions(stem.expressions, tokens, index, from, sink);
	}
	return found;
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
	for (const { rest, senses, decisive } of expressions ?? []) {
		if (!follows(rest, tokens, index)) continue;
		let to = from + (tokens[index]?.text.length ?? 0);
		for (let step = 1; step <= rest.length; step += 1) to += (tokens[index + step]?.text.length ?? 0) + 1;
		sink.note(sink.all ? senses : decisive, from, to, rest.length + 1);
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

const FILL = bitsOf('fill');
const COMMON = bitsOf('common');
const NUMBER = /^\d+$/;

/**
 * The message as a sequence of units in one language: the longest expression wins, and what lies between is unknown.
 *
 * @param ignored parts whose expressions must not swallow the words that they consist of
 */
export function unitsOf(tokens: readonly Token[], found: readonly Hit[], ignored: number): Unit[] {
	const hits = found.filter(({ bits }) => (bits & ~ignored) !== 0);
	const units: Unit[] = [];
	let next = 0;
	let from = 0;
	let covered = 0;
	for (const token of tokens) {
		const end = from + token.text.length;
		let at = Math.max(from, covered);
		while (at < end) {
			while (next < hits.length && (hits[next]?.from ?? 0) < at) next += 1;
			const hit = longestAt(hits, next, at);
			if (hit === undefined) {
				const to = token.unspaced ? Math.min(end, nextStart(hits, next, at) ?? end) : end;
				units.push(unknownUnit(token, at, to));
				at = to;
			} else {
				units.push({ ...hit, unknown: (hit.bits & ~COMMON) === 0 ? 1 : 0, endsClause: false });
				covered = hit.to;
				at = hit.to;
			}
		}
		const last = units.at(-1);
		if (token.endsClause && last !== undefined && last.to <= end) last.endsClause = true;
		from = end + 1;
	}
	return units;
}

function unknownUnit(token: Token, from: number, to: number): Unit {
	const digits = NUMBER.test(token.text);
	const words = token.unspaced ? Math.ceil((to - from) / lettersPerWord(token.text)) : 1;
	return { bits: digits ? FILL : 0, from, to, unknown: digits ? 0 : words, words: 1, endsClause: false };
}

/** Rough length of a word where no spaces tell: an alphabet (Thai) needs more letters than syllables or ideographs. */
function lettersPerWord(text: string): number {
	const first = text.charCodeAt(0);
	if (first < 0x1000) return 5;
	return first >= 0x4e00 && first <= 0x9fff ? 1 : 2;
}

function nextStart(hits: readonly Hit[], next: number, at: number): number | undefined {
	for (let index = next; index < hits.length; index += 1) {
		const start = hits[index]?.from ?? 0;
		if (start > at) return start;
	}
	return undefined;
}

function longestAt(hits: readonly Hit[], next: number, at: number): Hit | undefined {
	let best: Hit | undefined;
	for (let index = next; index < hits.length; index += 1) {
		const hit = hits[index];
		if (hit?.from !== at) break;
		if (best === undefined || hit.to > best.to) best = hit;
	}
	return best;
}
