import type { Rule } from '../rule';

/** Asking for messages, or for help. */
export const ASKING: readonly Rule[] = [
	{
		name: 'join',
		category: 'optIn',
		first: ['join'],
		second: ['me', 'want', 'message', 'list', 'again', 'courtesy', 'join'],
		gap: 5,
		oneWord: true,
		without: ['not', 'deny', 'no', 'stop', 'unsubscribe', 'remove'],
		unknown: { before: 0, between: 0, after: 0 },
		because: 'asks to be subscribed',
	},
	{
		name: 'receive again',
		category: 'optIn',
		first: ['again', 'join'],
		second: ['get', 'send'],
		gap: 3,
		needs: [['message']],
		without: ['not', 'deny', 'no', 'stop', 'unsubscribe', 'remove'],
		unknown: { before: 0, between: 0, after: 0 },
		because: 'asks for messages',
	},
	{
		name: 'need help',
		category: 'help',
		first: ['want', 'me'],
		second: ['help'],
		gap: 2,
		without: ['not', 'deny', 'no', 'stop', 'unsubscribe', 'message', 'remove', 'contact'],
		unknown: { before: 0, between: 0, after: 0 },
		confidence: 0.8,
		because: 'asks for help',
	},
];
