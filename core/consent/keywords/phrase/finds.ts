import type { Token } from '../normalise';
import type { Expression } from './expressions';
import type { Word } from './known';
import type { Lexicon } from './lexicon';
import type { PartSet } from './parts';
import type { Senses } from './senses';

/** A word or expression of the lexicon that the message has, in one language. */
export interface Hit {
	parts: PartSet;
	/** Its place in the folded message. */
	from: number;
	to: number;
	/** How many words of the message it covers. */
	words: number;
}

/** The same in all languages that know it. */
export interface Find extends Omit<Hit, 'parts'> {
	senses: Senses;
}

/** What a message has of the lexicon, in order of its place; at one place the surest sense first. */
export function findsIn(words: readonly Word[], lexicon: Lexicon): Find[] {
	const finds: Find[] = [];
	let run: Token[] = [];
	for (const [index, word] of words.entries()) {
		if (word.unspaced) {
			run.push(word);
			if (continuesRun(word, words[index + 1])) continue;
			readRun(run, lexicon, finds);
			run = [];
		} else {
			readWord(word, words, index + 1, finds);
		}
	}
	return finds;
}

/** What is found of one language. */
export function hitsOf(language: string, finds: readonly Find[]): Hit[] {
	const hits: Hit[] = [];
	for (const { senses, from, to, words } of finds) {
		for (const sense of senses.all) {
			if (sense.language === language) hits.push({ parts: sense.parts, from, to, words });
		}
	}
	return hits;
}

/** Spaces mean little in scripts that do without: words are looked for across them, up to the end of the clause. */
function continuesRun(word: Token, next: Token | undefined): boolean {
	return !word.endsClause && next?.unspaced === true;
}

function readRun(run: readonly Token[], { inside, lengthsInside }: Lexicon, finds: Find[]): void {
	const text = run.map((word) => word.text).join('');
	const places = run.flatMap((word) => Array.from({ length: word.text.length }, (_, at) => word.from + at));
	for (const [start, from] of places.entries()) {
		for (const length of lengthsInside(text, start)) {
			if (start + length > text.length) break;
			const form = inside.get(text.slice(start, start + length));
			if (form === undefined) continue;
			finds.push({ senses: form.senses, from, to: (places[start + length - 1] ?? from) + 1, words: 1 });
		}
	}
}

function readWord(
	{ known: { senses, expressions }, from, to, endsClause }: Word,
	words: readonly Word[],
	next: number,
	finds: Find[],
): void {
	if (senses.all.length > 0) finds.push({ senses, from, to, words: 1 });
	const following = endsClause ? undefined : words[next];
	if (following === undefined) return;
	for (const beginning of expressions)
		readExpressions(beginning.goingOnWith(following.text), from, words, next, finds);
}

function readExpressions(
	expressions: readonly Expression[],
	from: number,
	words: readonly Token[],
	next: number,
	finds: Find[],
): void {
	for (const { rest, senses } of expressions) {
		const last = lastOf(rest, words, next);
		if (last !== undefined) finds.push({ senses, from, to: last.to, words: rest.length + 1 });
	}
}

/** The last word of an expression, where the message goes on with it and no clause ends in between. */
function lastOf(rest: Expression['rest'], words: readonly Token[], next: number): Token | undefined {
	let last: Token | undefined;
	for (const { text, stem } of rest) {
		if (last?.endsClause === true) return undefined;
		last = words[next];
		next += 1;
		if (last === undefined || !(stem ? last.text.startsWith(text) : last.text === text)) return undefined;
	}
	return last;
}
