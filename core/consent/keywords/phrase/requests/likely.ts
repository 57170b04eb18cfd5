import { hasAny } from '../roles';
import type { Part } from '../roles';
import type { Rule } from '../rule';
import { ENDING } from './ending';
import { LEAVING } from './leaving';

/** The same request with more words around it that nobody knows, and further apart. */
function relaxed(rule: Rule): Rule {
	const between = rule.first.includes('not') ? 1 : 2;
	return {
		...rule,
		gap: (rule.gap ?? 0) + 1 + between,
		unknown: { before: 8, between, after: 8 },
		objectApart: undefined,
		...(isAboutList(rule) && { refuses: ['other'] }),
		confidence: 0.6,
	};
}

/** Being taken off a list is asked for whatever else the sentence tells: "she died, take her off the list". */
function isAboutList({ first, second }: Rule): boolean {
	return hasAny(new Set(first), ['unsubscribe', 'remove']) && hasAny(new Set(second), ['list', 'message']);
}

/** Around an expression that says by itself that somebody wants to be left alone. */
const ANYTHING = { before: 6, between: 0, after: 10 };
/** What tells that it is about messages. */
const MESSAGES: readonly Part[] = [
	'message',
	'contact',
	'list',
	'number',
	'unsubscribe',
	'remove',
	'consent',
];

/** What makes an opt-out likely enough to ask, and is not sure enough to act upon. */
export const LIKELY: Record<'requests' | 'hints', readonly Rule[]> = {
	requests: [...LEAVING, ...ENDING].filter(({ plainOnly }) => !plainOnly).map(relaxed),
	hints: [
		{
			name: 'left alone',
			first: ['idiom'],
			second: ['idiom'],
			oneWord: true,
			company: ['message', 'list', 'number', 'unsubscribe', 'me'],
			unknown: ANYTHING,
			unlessNegated: true,
			unlessElsewhere: ['instead'],
			confidence: 0.6,
			because: 'says that the person wants to be left alone',
		},
		{
			name: 'hint',
			first: ['hint'],
			second: ['hint'],
			oneWord: true,
			company: MESSAGES,
			refuses: ['other'],
			unknown: ANYTHING,
			unlessNegated: true,
			confidence: 0.5,
			because: 'says that the messages are not wanted',
		},
		{
			name: 'not for this person',
			first: ['wrongPerson'],
			second: ['wrongPerson'],
			oneWord: true,
			refuses: ['other'],
			unknown: ANYTHING,
			confidence: 0.5,
			because: 'says that the messages are not for the person',
		},
		{
			name: 'threat',
			first: ['threat'],
			second: ['threat'],
			oneWord: true,
			company: MESSAGES,
			refuses: [],
			unknown: ANYTHING,
			confidence: 0.5,
			because: 'complains about the messages or threatens with steps',
		},
	],
};
