import type { Request } from './request';

/** Asking for messages, or for help. */
export const ASKING: readonly Request[] = [
	{
		name: 'join',
		category: 'optIn',
		first: ['join'],
		second: ['me', 'want', 'message', 'list', 'again', 'courtesy', 'join'],
		gap: 5,
		single: true,
		without: ['not', 'deny', 'no', 'stop', 'unsubscribe', 'remove'],
		unknown: [0, 0, 0],
		because: 'asks to be subscribed',
	},
	{
		name: 'receive again',
		category: 'optIn',
		first: ['again', 'join'],
		second: ['get', 'send'],
		gap: 3,
		needs: ['message'],
		without: ['not', 'deny', 'no', 'stop', 'unsubscribe', 'remove'],
		unknown: [0, 0, 0],
		because: 'asks for messages',
	},
	{
		name: 'need help',
		category: 'help',
		first: ['want', 'me'],
		second: ['help'],
		gap: 2,
		without: ['not', 'deny', 'no', 'stop', 'unsubscribe', 'message', 'remove', 'contact'],
		unknown: [0, 0, 0],
		confidence: 0.8,
		because: 'asks for help',
	},
];
