import type { Token } from '../normalise';
import type { Expression, Form, Lexicon, Senses } from './lexicon';
import { hasOnly } from './roles';
import type { Part, Parts } from './roles';

/** A word or expression of the lexicon that the message has, in one language. */
export interface Hit {
	parts: Parts;
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

/** A stretch of the message in one language; no parts for an unknown word. */
export interface Unit extends Hit {
	/** How many unknown words this is worth; 0 for a known one. */
	unknown: number;
	endsClause: boolean;
	endsSentence: boolean;
	/** Whether a question mark follows. */
	asks: boolean;
}

/** What a message has of the lexicon, in order of its place; at one place the surest sense first. */
export function findsIn(words: readonly Token[], lexicon: Lexicon): Find[] {
	const finds: Find[] = [];
	let run: Token[] = [];
	for (const [index, word] of words.entries()) {
		if (word.unspaced) {
			run.push(word);
			if (continuesRun(word, words[index + 1])) continue;
			readRun(run, lexicon, finds);
			run = [];
		} else {
			readWord(words, index, lexicon.formsOf(word.text), finds);
		}
	}
	return finds;
}

/** What is found of one language. */
export function hitsOf(language: string, finds: readonly Find[]): Hit[] {
	const hits: Hit[] = [];
	for (const { senses, from, to, words } of finds) {
		const parts = senses.get(language);
		if (parts !== undefined) hits.push({ parts, from, to, words });
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
		for (const length of lengthsInside.get(text.charAt(start)) ?? []) {
			if (start + length > text.length) break;
			const form = inside.get(text.slice(start, start + length));
			if (form === undefined) continue;
			finds.push({ senses: form.senses, from, to: (places[start + length - 1] ?? from) + 1, words: 1 });
		}
	}
}

function readWord(words: readonly Token[], index: number, forms: readonly Form[], finds: Find[]): void {
	const { from = 0, to = 0 } = words[index] ?? {};
	for (const { senses } of forms) {
		if (senses.size > 0) finds.push({ senses, from, to, words: 1 });
	}
	const next = words[index + 1];
	if (next === undefined || words[index]?.endsClause) return;
	for (const { byNext, byNextLetter } of forms) {
		if (byNext.size > 0) readExpressions(byNext.get(next.text), words, index, finds);
		if (byNextLetter.size > 0) readExpressions(byNextLetter.get(next.text.charAt(0)), words, index, finds);
	}
}

function readExpressions(
	expressions: readonly Expression[] | undefined,
	words: readonly Token[],
	index: number,
	finds: Find[],
): void {
	const { from = 0, to = 0 } = words[index] ?? {};
	for (const { rest, senses } of expressions ?? []) {
		if (!follows(rest, words, index)) continue;
		finds.push({ senses, from, to: words[index + rest.length]?.to ?? to, words: rest.length + 1 });
	}
}

function follows(rest: Expression['rest'], words: readonly Token[], index: number): boolean {
	return rest.every(({ text, stem }, step) => {
		const word = words[index + step + 1];
		if (word === undefined || words[index + step]?.endsClause === true) return false;
		return stem ? word.text.startsWith(text) : word.text === text;
	});
}

/**
 * The message as a sequence of units in one language: the longest expression wins, and what lies between is unknown.
 *
 * @param ignored parts whose expressions must not swallow the words that they consist of
 */
export function unitsOf(words: readonly Token[], hits: readonly Hit[], ignored: readonly Part[]): Unit[] {
	const longest = new Map<number, Hit>();
	for (const hit of hits) {
		if (hasOnly(hit.parts, ignored)) continue;
		if (hit.to > (longest.get(hit.from)?.to ?? -1)) longest.set(hit.from, hit);
	}
	const units: Unit[] = [];
	let at = 0;
	for (const word of words) {
		at = Math.max(at, word.from);
		while (at < word.to) {
			const hit = longest.get(at);
			const unit = hit === undefined ? unknownUnit(word, at, longest) : knownUnit(hit);
			units.push(unit);
			at = unit.to;
		}
		const last = units.at(-1);
		if (last !== undefined && last.to <= word.to) {
			last.endsClause ||= word.endsClause;
			last.endsSentence ||= word.endsSentence;
			last.asks ||= word.asks;
		}
	}
	return units;
}

const INSIDE = { endsClause: false, endsSentence: false, asks: false };

function knownUnit(hit: Hit): Unit {
	const { parts, from, to, words } = hit;
	return { parts, from, to, words, unknown: hasOnly(parts, ['common']) ? 1 : 0, ...INSIDE };
}

const NUMBER = /^\d+$/;
const UNKNOWN: Parts = new Set();
const FILL: Parts = new Set(['fill']);

function unknownUnit(word: Token, from: number, hits: ReadonlyMap<number, Hit>): Unit {
	let to = word.unspaced ? from + 1 : word.to;
	while (to < word.to && !hits.has(to)) to += 1;
	const isNumber = NUMBER.test(word.text);
	const count = word.unspaced ? Math.ceil((to - from) / lettersPerWord(word.text)) : 1;
	return {
		parts: isNumber ? FILL : UNKNOWN,
		from,
		to,
		unknown: isNumber ? 0 : count,
		words: 1,
		...INSIDE,
	};
}

/** Rough length of a word where no spaces tell: an alphabet (Thai) needs more letters than syllables or ideographs. */
function lettersPerWord(text: string): number {
	const first = text.charCodeAt(0);
	if (first < 0x1000) return 5;
	return first >= 0x4e00 && first <= 0x9fff ? 1 : 2;
}
