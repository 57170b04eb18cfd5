import type { Token } from '../normalise';
import type { Hit } from './finds';
import { NO_PARTS, partSet } from './parts';
import type { PartSet } from './parts';
import { hasOnly } from './roles';
import type { Part } from './roles';

/** A stretch of the message in one language; no parts for an unknown word. */
export interface Unit extends Hit {
	/** How many unknown words this is worth; 0 for a known one. */
	unknown: number;
	endsClause: boolean;
	endsSentence: boolean;
	/** Whether a question mark follows. */
	asks: boolean;
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

function knownUnit({ parts, from, to, words }: Hit): Unit {
	return unitOf(parts, from, to, words, hasOnly(parts, ['common']) ? 1 : 0);
}

function unitOf(parts: PartSet, from: number, to: number, words: number, unknown: number): Unit {
	return { parts, from, to, words, unknown, endsClause: false, endsSentence: false, asks: false };
}

const NUMBER = /^\d+$/;
const FILL = partSet(['fill']);

function unknownUnit(word: Token, from: number, hits: ReadonlyMap<number, Hit>): Unit {
	let to = word.unspaced ? from + 1 : word.to;
	while (to < word.to && !hits.has(to)) to += 1;
	const isNumber = NUMBER.test(word.text);
	const count = word.unspaced ? Math.ceil((to - from) / lettersPerWord(word.text)) : 1;
	return isNumber ? unitOf(FILL, from, to, 1, 0) : unitOf(NO_PARTS, from, to, 1, count);
}

/** Rough length of a word where no spaces tell: an alphabet (Thai) needs more letters than syllables or ideographs. */
function lettersPerWord(text: string): number {
	const first = text.charCodeAt(0);
	if (first < 0x1000) return 5;
	return first >= 0x4e00 && first <= 0x9fff ? 1 : 2;
}
