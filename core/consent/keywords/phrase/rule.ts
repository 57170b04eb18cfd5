import { hasAny } from './roles';
import type { Part, Parts } from './roles';

export type PhraseCategory = 'optOut' | 'optIn' | 'help';

/**
 * How a request is made, whatever the language: two parts near each other, others that must or must not be there,
 * and how much of the clause may be words that nobody knows. The last is what keeps "stop sending me the wrong size"
 * apart from "stop sending me offers": a request is plain about what it wants.
 */
export interface Rule {
	name: string;
	/** `optOut` where absent. */
	category?: PhraseCategory;
	/** Parts of the two words that make the request. */
	first: readonly Part[];
	second: readonly Part[];
	/** How many units may lie between the two; none where absent. */
	gap?: number;
	/** Whether the first must come before the second where a language has that order. */
	ordered?: true;
	/** Whether one word with both parts is enough ("送らないで"). */
	oneWord?: true;
	/** The clause has one of these, and one of those. */
	needs?: readonly (readonly Part[])[];
	/** Some word of the clause has one of these, be it within an expression. */
	company?: readonly Part[];
	/** No word of the whole message has any of these. */
	unlessElsewhere?: readonly Part[];
	/** No unit of the clause has any of these. */
	without?: readonly Part[];
	/** Words that give the clause another sense; those of other meanings and other things where absent. */
	refuses?: readonly Part[];
	/** Whether a clause that ends in a question mark or asks how and where does not count. */
	unlessAsked?: true;
	/** Unknown words allowed before, between and after the two words. */
	unknown: { before: number; between: number; after: number };
	/** Whether a negation before the first word turns the request round ("don't stop sending"). */
	unlessNegated?: true;
	/** Whether nothing but courtesy may stand beside it in the whole message. */
	wholeMessage?: true;
	/** Whether it would be anybody's talk with other words around it: "don't send". */
	plainOnly?: true;
	/** Whether the object must be another word than the verb: "don't text" alone is about anybody. */
	objectApart?: true | undefined;
	/** Whether the first word must be the last clause by itself: "this is spam. Stop". */
	standsLast?: true;
	/** What is refused, whatever the sentence names. */
	scope?: string;
	/** 0.9 where absent. */
	confidence?: number;
	because: string;
}

/** What decides whether a text can hold the request at all. */
export function partsAskedFor({ first, second, needs = [] }: Rule): Part[] {
	return [first, second, ...needs].flat();
}

/** Whether a text with these parts can hold the request at all. */
export function isPossible({ first, second, needs }: Rule, parts: Parts): boolean {
	if (!hasAny(parts, first) || !hasAny(parts, second)) return false;
	return needs?.every((need) => hasAny(parts, need)) ?? true;
}
