import type { Token } from '../normalise';
import { bitsOf } from './lexicon';
import type { Lexicon } from './lexicon';

/** A word or expression of the message with the parts it has in one language; `bits` 0 for an unknown word. */
export interface Unit {
	bits: number;
	/** Position in the folded text. */
	from: number;
	to: number;
	/** How many unknown words this is worth; 0 for a known one. */
	unknown: number;
	endsClause: boolean;
}

interface Hit {
	bits: number;
	from: number;
	to: number;
}

/** What a message holds, by language number. */
export interface Reading {
	/** All bits found per language: tells in one step which languages can't match. */
	present: Int32Array;
	hits: (Hit[] | undefined)[];
}

const FILL = bitsOf('fill');
const NUMBER = /^\d+$/;

/** Looks up every word of a message in all languages at once. */
export function read(tokens: readonly Token[], lexicon: Lexicon): Reading {
	const reading: Reading = {
		present: new Int32Array(lexicon.languages.length),
		hits: new Array<Hit[] | undefined>(lexicon.languages.length).fill(undefined),
	};
	let from = 0;
	for (let index = 0; index < tokens.length; index += 1) {
		const token = tokens[index];
		if (token === undefined) break;
		if (!token.unspaced) readWord(tokens, index, from, lexicon, reading);
		else if (index === 0 || !continuesRun(tokens, index - 1)) readRun(tokens, index, from, lexicon, reading);
		from += token.text.length + 1;
	}
	return reading;
}

function note(senses: readonly number[], from: number, to: number, { present, hits }: Reading): void {
	for (let index = 0; index < senses.length; index += 2) {
		const language = senses[index] ?? 0;
		const bits = senses[index + 1] ?? 0;
		present[language] = (present[language] ?? 0) | bits;
		const known = hits[language];
		if (known === undefined) hits[language] = [{ bits, from, to }];
		else known.push({ bits, from, to });
	}
}

/** Spaces mean little in these scripts: words are looked for across them, up to the end of the clause. */
function continuesRun(tokens: readonly Token[], index: number): boolean {
	return (
		tokens[index]?.unspaced === true && !tokens[index].endsClause && tokens[index + 1]?.unspaced === true
	);
}

function readRun(
	tokens: readonly Token[],
	start: number,
	offset: number,
	lexicon: Lexicon,
	reading: Reading,
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
	readInside(text, places, lexicon, reading);
}

function readInside(text: string, places: readonly number[], lexicon: Lexicon, reading: Reading): void {
	for (let at = 0; at < text.length; at += 1) {
		const forms = lexicon.inside.get(text.charAt(at));
		if (forms === undefined) continue;
		for (const form of forms) {
			if (text.startsWith(form.text, at))
				note(form.senses, places[at] ?? 0, (places[at + form.text.length - 1] ?? 0) + 1, reading);
		}
	}
}

function readWord(
	tokens: readonly Token[],
	index: number,
	from: number,
	lexicon: Lexicon,
	reading: Reading,
): void {
	const text = tokens[index]?.text ?? '';
	if (readForms(text, tokens, index, from, lexicon, reading)) return;
	for (const prefix of lexicon.prefixes) {
		if (text.length > prefix.length + 1 && text.startsWith(prefix)) {
			if (readForms(text.slice(prefix.length), tokens, index, from, lexicon, reading)) return;
		}
	}
}

function readForms(
	text: string,
	tokens: readonly Token[],
	index: number,
	from: number,
	lexicon: Lexicon,
	reading: Reading,
): boolean {
	const to = from + (tokens[index]?.text.length ?? 0);
	const word = lexicon.words.get(text);
	let found = false;
	if (word !== undefined) {
		found = true;
		note(word.senses, from, to, reading);
		readExpressions(word.expressions, tokens, index, from, reading);
	}
	const stems = lexicon.stems.get(text.slice(0, 2));
	if (stems !== undefined) {
		for (const stem of stems) {
			if (!text.startsWith(stem.text)) continue;
			found = true;
			note(stem.senses, from, to, reading);
			readExpressions(stem.expressions, tokens, index, from, reading);
		}
	}
	return found;
}

function readExpressions(
	expressions: Lexicon['words'] extends Map<string, { expressions: infer E }> ? E : never,
	tokens: readonly Token[],
	index: number,
	from: number,
	reading: Reading,
): void {
	for (const { rest, senses } of expressions) {
		let to = from + (tokens[index]?.text.length ?? 0);
		let complete = true;
		for (let step = 0; step < rest.length; step += 1) {
			const before = tokens[index + step];
			const token = tokens[index + step + 1];
			const word = rest[step];
			if (before === undefined || token === undefined || word === undefined || before.endsClause)
				complete = false;
			else if (word.stem ? !token.text.startsWith(word.text) : token.text !== word.text) complete = false;
			if (!complete || token === undefined) break;
			to += token.text.length + 1;
		}
		if (complete) note(senses, from, to, reading);
	}
}

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
			if (hit !== undefined) {
				units.push({ ...hit, unknown: 0, endsClause: false });
				covered = hit.to;
				at = hit.to;
				continue;
			}
			const until = token.unspaced ? Math.min(end, nextStart(hits, next, at) ?? end) : end;
			const digits = NUMBER.test(token.text);
			const unknown = token.unspaced ? Math.ceil((until - at) / lettersPerWord(token.text)) : 1;
			units.push({
				bits: digits ? FILL : 0,
				from: at,
				to: until,
				unknown: digits ? 0 : unknown,
				endsClause: false,
			});
			at = until;
		}
		const last = units.at(-1);
		if (token.endsClause && last !== undefined && last.to <= end) last.endsClause = true;
		from = end + 1;
	}
	return units;
}

/** Rough length of a word where no spaces tell: an alphabet (Thai) needs more letters than syllables or ideographs. */
function lettersPerWord(text: string): number {
	return text.charCodeAt(0) < 0x1000 ? 5 : 2;
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
		if (hit === undefined || hit.from !== at) break;
		if (best === undefined || hit.to > best.to) best = hit;
	}
	return best;
}
