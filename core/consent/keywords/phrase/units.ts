import type { Token } from '../normalise';
import { bitsOf } from './parts';
import type { Hit } from './read';

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
