import { ASKING, COMING_BACK } from './requests/asking';
import { ENDING } from './requests/ending';
import { COMPLAINTS, IDIOMS, IDIOMS_ABOUT_MESSAGES, LEAVING } from './requests/leaving';
import { LIKELY } from './requests/likely';
import type { Part, Parts } from './roles';
import { isPossible, partsAskedFor } from './rule';
import type { Rule } from './rule';

/** Parts of expressions that swallow the words of other requests, so each kind is read apart. */
export const APART: readonly Part[] = [
	'join',
	'complaint',
	'idiom',
	'undo',
	'goOn',
	'mistake',
	'asksWhat',
	'hint',
	'wrongPerson',
	'threat',
];

/** What a message is read for. */
export interface Reading {
	/** May opt out by itself, so it must not be wrong; or only asks, so it may be generous. */
	isGenerous: boolean;
	/** In this order. */
	steps: readonly Step[];
}

interface Step {
	rules: readonly Rule[];
	/** Those of `APART` that the rules are about. */
	uses: readonly Part[];
	/** How much of the message a rule is held against. */
	by: 'clause' | 'sentence' | 'message';
}

/** Has the words of an opt-out in it, so it is read before them. */
export const BACK: Reading = {
	isGenerous: false,
	steps: [{ rules: COMING_BACK, uses: ['undo', 'goOn', 'mistake'], by: 'message' }],
};

export const SURE: Reading = {
	isGenerous: false,
	steps: [
		{ rules: [...LEAVING, ...ENDING], uses: [], by: 'clause' },
		{ rules: IDIOMS, uses: ['idiom'], by: 'message' },
		{ rules: IDIOMS_ABOUT_MESSAGES, uses: ['idiom'], by: 'sentence' },
		{ rules: COMPLAINTS, uses: ['complaint'], by: 'message' },
		{ rules: ASKING, uses: ['join', 'asksWhat'], by: 'message' },
	],
};

export const GENEROUS: Reading = {
	isGenerous: true,
	steps: [
		{ rules: LIKELY.requests, uses: [], by: 'sentence' },
		{ rules: LIKELY.hints, uses: ['idiom', 'hint', 'wrongPerson', 'threat'], by: 'sentence' },
	],
};

/** A rule as one reading applies it. */
export interface Attempt extends Pick<Step, 'by'> {
	rule: Rule;
	/** Parts whose expressions are not looked at: those of `APART` that the rule is not about. */
	ignored: readonly Part[];
}

function attemptsOf(reading: Reading): Attempt[] {
	return reading.steps.flatMap(({ rules, uses, by }) => {
		const ignored = uses.length === 0 ? APART : APART.filter((part) => !uses.includes(part));
		return rules.map((rule) => ({ rule, ignored, by }));
	});
}

/** In the order of the rules. */
const ATTEMPTS = [BACK, SURE, GENEROUS].map((reading) => ({ reading, attempts: attemptsOf(reading) }));

/** What requests are made of, whatever a message is read for. */
export const REQUESTING: readonly Part[] = [
	...new Set(ATTEMPTS.flatMap(({ attempts }) => attempts.flatMap(({ rule }) => partsAskedFor(rule)))),
];

/** What can come of a text with these parts, by what it is read for. */
export function attemptsWith(parts: Parts): ReadonlyMap<Reading, readonly Attempt[]> {
	const possible = ATTEMPTS.map(
		({ reading, attempts }) => [reading, attempts.filter(({ rule }) => isPossible(rule, parts))] as const,
	);
	return new Map(possible.filter(([, attempts]) => attempts.length > 0));
}
