import { ASKING, COMING_BACK } from './requests/asking';
import { ENDING } from './requests/ending';
import { COMPLAINTS, IDIOMS, IDIOMS_ABOUT_MESSAGES, LEAVING } from './requests/leaving';
import { LIKELY } from './requests/likely';
import type { Part } from './roles';
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

export interface Step {
	rules: readonly Rule[];
	/** Those of `APART` that the rules are about. */
	uses: readonly Part[];
	/** How much of the message a rule is held against. */
	by: 'clause' | 'sentence' | 'message';
	/** Every request that the rules find has one of these. */
	triggers: readonly Part[];
}

/** What a message is read for, in this order. */
export interface Reading {
	steps: readonly Step[];
	/** Whether it asks instead of acting. */
	isGenerous: boolean;
	/** Those of all steps. */
	triggers: readonly Part[];
}

/** Parts that anybody's text has. */
const USUAL: readonly Part[] = ['me', 'no', 'not', 'more', 'want', 'again', 'courtesy', 'fill'];

function readingOf(isGenerous: boolean, untriggered: Omit<Step, 'triggers'>[]): Reading {
	// The first thing that a rule asks for and that is not usual.
	const triggerOf = ({ first, second, needs = [] }: Rule) =>
		[first, second, ...needs].find((parts) => !parts.some((part) => USUAL.includes(part))) ?? first;
	const steps = untriggered.map((step) => ({
		...step,
		triggers: [...new Set(step.rules.flatMap(triggerOf))],
	}));
	return { steps, isGenerous, triggers: [...new Set(steps.flatMap(({ triggers }) => triggers))] };
}

/** Has the words of an opt-out in it, so it is read before them. */
export const BACK = readingOf(false, [
	{ rules: COMING_BACK, uses: ['undo', 'goOn', 'mistake'], by: 'message' },
]);

/** May opt out by itself, so it must not be wrong. */
export const SURE = readingOf(false, [
	{ rules: [...LEAVING, ...ENDING], uses: [], by: 'clause' },
	{ rules: IDIOMS, uses: ['idiom'], by: 'message' },
	{ rules: IDIOMS_ABOUT_MESSAGES, uses: ['idiom'], by: 'sentence' },
	{ rules: COMPLAINTS, uses: ['complaint'], by: 'message' },
	{ rules: ASKING, uses: ['join', 'asksWhat'], by: 'message' },
]);

/** Leads to a question, so it may be generous. */
export const GENEROUS = readingOf(true, [
	{ rules: LIKELY.requests, uses: [], by: 'sentence' },
	{ rules: LIKELY.hints, uses: ['idiom', 'hint', 'wrongPerson', 'threat'], by: 'sentence' },
]);

/** What every request has one of, whatever a message is read for. */
export const TRIGGERS: readonly Part[] = [
	...new Set([BACK, SURE, GENEROUS].flatMap(({ triggers }) => triggers)),
];
