import type { Rule } from '../rule';

/** Asking to be taken off: unsubscribe, remove, leave, revoke, and saying that one was never on. */
export const LEAVING: readonly Rule[] = [
	{
		name: 'unsubscribe from messages or a list',
		first: ['unsubscribe'],
		second: ['message', 'list', 'number', 'consent'],
		gap: 4,
		unknown: { before: 3, between: 1, after: 2 },
		unlessNegated: true,
		because: 'asks to be unsubscribed',
	},
	{
		name: 'unsubscribe with a hint of who',
		first: ['unsubscribe'],
		second: ['me', 'want', 'courtesy'],
		gap: 4,
		unknown: { before: 3, between: 1, after: 0 },
		unlessNegated: true,
		because: 'asks to be unsubscribed',
	},
	{
		name: 'unsubscribe alone',
		first: ['unsubscribe'],
		second: ['unsubscribe'],
		oneWord: true,
		unknown: { before: 1, between: 0, after: 0 },
		unlessNegated: true,
		because: 'asks to be unsubscribed',
	},
	{
		name: 'remove me from the list',
		first: ['remove'],
		second: ['list', 'message'],
		gap: 6,
		needs: [['me', 'number']],
		unknown: { before: 4, between: 2, after: 2 },
		unlessNegated: true,
		because: 'asks to be taken off the list',
	},
	{
		name: 'remove me',
		first: ['remove'],
		second: ['me', 'number'],
		gap: 3,
		unknown: { before: 3, between: 0, after: 0 },
		unlessNegated: true,
		oneWord: true,
		because: 'asks to be removed',
	},
	{
		name: 'off the list',
		first: ['remove'],
		second: ['list'],
		gap: 3,
		ordered: true,
		unknown: { before: 1, between: 0, after: 0 },
		unlessNegated: true,
		because: 'asks to be taken off the list',
	},
	{
		name: 'leave the list',
		first: ['leave'],
		second: ['list'],
		gap: 6,
		needs: [['want', 'courtesy', 'me', 'number']],
		unknown: { before: 1, between: 1, after: 0 },
		unlessNegated: true,
		because: 'asks to leave the list',
	},
	{
		name: 'revoke consent',
		first: ['revoke'],
		second: ['consent'],
		gap: 4,
		unknown: { before: 4, between: 0, after: 1 },
		unlessNegated: true,
		because: 'withdraws consent',
	},
	{
		name: 'does not consent',
		first: ['not'],
		second: ['consent'],
		gap: 3,
		needs: [['message', 'contact', 'get', 'list']],
		without: ['stop', 'unsubscribe', 'revoke'],
		unknown: { before: 2, between: 0, after: 1 },
		because: 'gives no consent',
	},
];

/** Wanting to be left alone. */
export const IDIOMS: readonly Rule[] = [
	{
		name: 'idiom',
		first: ['idiom'],
		second: ['idiom'],
		oneWord: true,
		wholeMessage: true,
		unknown: { before: 0, between: 0, after: 0 },
		confidence: 0.8,
		because: 'asks to be left alone',
	},
];

/** The same with what one is to be left alone with: "leave me alone with your offers". */
export const IDIOMS_ABOUT_MESSAGES: readonly Rule[] = [
	{
		name: 'idiom about messages',
		first: ['idiom'],
		second: ['message', 'contact', 'list'],
		gap: 5,
		unknown: { before: 1, between: 1, after: 1 },
		unlessNegated: true,
		confidence: 0.8,
		because: 'asks to be left alone',
	},
	{
		name: 'two idioms',
		first: ['idiom'],
		second: ['idiom'],
		gap: 3,
		unknown: { before: 1, between: 0, after: 0 },
		unlessNegated: true,
		confidence: 0.8,
		because: 'asks to be left alone',
	},
];

/** Saying STOP and that one was never on. */
export const COMPLAINTS: readonly Rule[] = [
	{
		name: 'stop, and a complaint',
		first: ['stop'],
		second: ['complaint'],
		gap: 6,
		ordered: true,
		unknown: { before: 0, between: 1, after: 2 },
		unlessNegated: true,
		confidence: 0.8,
		because: 'says stop and complains about the messages',
	},
	{
		name: 'a complaint, and stop',
		first: ['stop'],
		second: ['complaint'],
		gap: 6,
		standsLast: true,
		unknown: { before: 2, between: 1, after: 0 },
		unlessNegated: true,
		confidence: 0.8,
		because: 'says stop and complains about the messages',
	},
];
