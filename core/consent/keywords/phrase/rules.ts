import { bitsOf } from './parts';
import type { Part } from './roles';
import { ASKING } from './requests/asking';
import { ENDING } from './requests/ending';
import { LEAVING } from './requests/leaving';
import type { PhraseCategory } from './requests/request';

/**
 * How requests are made, whatever the language: two parts near each other, others that must or must not be there,
 * and how much of the clause may be words that nobody knows. The last is what keeps "stop sending me the wrong size"
 * apart from "stop sending me offers": a request is plain about what it wants.
 */
export interface Rule {
	name: string;
	category: PhraseCategory;
	/** Parts of the two words that make the request; the second may be the same word. */
	first: number;
	second: number;
	/** How many units may lie between the two. */
	gap: number;
	/** Whether the first must come before the second where a language has that order. */
	ordered: boolean;
	/** The clause has one of these, and one of those. */
	needs: readonly number[];
	/** No unit of the clause has any of these. */
	without: number;
	/** Unknown words allowed before, between and after the two words. */
	unknown: { before: number; between: number; after: number };
	/** Whether a negation before the first word turns the request round ("don't stop sending"). */
	guarded: boolean;
	/** Whether one word with both parts is enough ("送らないで"). */
	single: boolean;
	whole: boolean;
	/** Whether the object must be another word than the verb: "don't text" alone is about anybody. */
	apart: boolean;
	/** Whether the first word must be the last clause by itself: "this is spam. Stop". */
	last: boolean;
	confidence: number;
	because: string;
}

const SENSES: Part[] = ['block', 'other'];

export const RULES: readonly Rule[] = [...LEAVING, ...ENDING, ...ASKING].map((source) => ({
	name: source.name,
	category: source.category ?? 'optOut',
	first: bitsOf(...source.first),
	second: bitsOf(...source.second),
	gap: source.gap ?? 0,
	ordered: source.ordered ?? false,
	needs: [source.needs, source.and].flatMap((parts) => (parts === undefined ? [] : [bitsOf(...parts)])),
	whole: source.whole ?? false,
	apart: source.apart ?? false,
	last: source.last ?? false,
	without: bitsOf(...SENSES, ...(source.without ?? [])),
	unknown: { before: source.unknown[0], between: source.unknown[1], after: source.unknown[2] },
	guarded: source.guarded ?? false,
	single: source.single ?? false,
	confidence: source.confidence ?? 0.9,
	because: source.because,
}));
