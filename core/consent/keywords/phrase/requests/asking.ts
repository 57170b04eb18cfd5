import type { Part } from '../roles';
import type { Rule } from '../rule';

/** What turns asking for messages into its opposite. */
const LEAVING: readonly Part[] = ['not', 'deny', 'no', 'stop', 'unsubscribe', 'remove'];
const NOTHING_ELSE = { before: 0, between: 0, after: 0 };

/** Taking an opt-out back, which has the words of an opt-out in it. */
export const COMING_BACK: readonly Rule[] = [
	{
		name: 'come back',
		category: 'optIn',
		first: ['undo'],
		second: ['undo'],
		oneWord: true,
		without: LEAVING,
		unlessAsked: true,
		unknown: { before: 1, between: 0, after: 1 },
		because: 'asks for messages again',
	},
	{
		name: 'unsubscribed by mistake',
		category: 'optIn',
		first: ['mistake'],
		second: ['unsubscribe', 'again', 'join', 'undo', 'goOn'],
		gap: 6,
		without: ['not', 'deny', 'no'],
		unlessAsked: true,
		unknown: { before: 3, between: 2, after: 1 },
		because: 'takes an opt-out back',
	},
];

/** Asking for messages, what they are, or for help. */
export const ASKING: readonly Rule[] = [
	{
		name: 'join',
		category: 'optIn',
		first: ['join'],
		second: ['me', 'want', 'message', 'list', 'again', 'courtesy', 'join'],
		gap: 5,
		oneWord: true,
		without: LEAVING,
		unlessAsked: true,
		unknown: NOTHING_ELSE,
		because: 'asks to be subscribed',
	},
	{
		name: 'receive again',
		category: 'optIn',
		first: ['again', 'join'],
		second: ['get', 'send'],
		gap: 3,
		needs: [['message']],
		without: LEAVING,
		unlessAsked: true,
		unknown: NOTHING_ELSE,
		because: 'asks for messages',
	},
	{
		name: 'what is this',
		category: 'help',
		first: ['asksWhat'],
		second: ['asksWhat'],
		oneWord: true,
		without: ['stop', 'unsubscribe', 'remove'],
		refuses: ['other'],
		unknown: { before: 1, between: 0, after: 3 },
		confidence: 0.8,
		because: 'asks what the messages are or why they come',
	},
	{
		name: 'need help',
		category: 'help',
		first: ['want', 'me'],
		second: ['help'],
		gap: 2,
		without: [...LEAVING, 'message', 'contact'],
		unknown: NOTHING_ELSE,
		confidence: 0.8,
		because: 'asks for help',
	},
];
