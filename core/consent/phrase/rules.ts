import { bitsOf } from './parts';
import type { Part } from './parts';

export type PhraseCategory = 'optOut' | 'optIn' | 'help';

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
	confidence: number;
	because: string;
}

interface RuleSource {
	name: string;
	category?: Rule['category'];
	first: Part[];
	second: Part[];
	gap?: number;
	ordered?: boolean;
	needs?: Part[];
	and?: Part[];
	/** Nothing but courtesy may stand beside it in the whole message. */
	whole?: boolean;
	without?: Part[];
	unknown: [before: number, between: number, after: number];
	guarded?: boolean;
	single?: boolean;
	confidence?: number;
	because: string;
}

const SENSES: Part[] = ['block', 'other'];

const SOURCES: RuleSource[] = [
	{
		name: 'unsubscribe with a hint of who or what',
		first: ['unsubscribe'],
		second: ['me', 'want', 'message', 'list', 'number', 'courtesy', 'consent'],
		gap: 4,
		unknown: [3, 1, 2],
		guarded: true,
		because: 'asks to be unsubscribed',
	},
	{
		name: 'unsubscribe alone',
		first: ['unsubscribe'],
		second: ['unsubscribe'],
		single: true,
		unknown: [1, 0, 0],
		guarded: true,
		because: 'asks to be unsubscribed',
	},
	{
		name: 'stop contacting',
		first: ['stop'],
		second: ['contact'],
		ordered: true,
		gap: 4,
		unknown: [5, 1, 3],
		guarded: true,
		because: 'asks to stop contacting',
	},
	{
		name: 'stop sending messages or to me',
		first: ['stop'],
		second: ['send'],
		ordered: true,
		gap: 4,
		needs: ['message', 'me'],
		unknown: [5, 1, 1],
		guarded: true,
		because: 'asks to stop sending',
	},
	{
		name: 'stop sending and nothing else',
		first: ['stop'],
		second: ['send'],
		gap: 2,
		ordered: true,
		unknown: [0, 0, 0],
		guarded: true,
		because: 'asks to stop sending',
	},
	{
		name: 'stop messages',
		first: ['stop'],
		second: ['message'],
		ordered: true,
		gap: 5,
		unknown: [2, 1, 2],
		guarded: true,
		because: 'asks to stop the messages',
	},
	{
		name: 'stop receiving',
		first: ['stop'],
		second: ['get'],
		ordered: true,
		gap: 3,
		needs: ['message', 'want'],
		unknown: [2, 0, 1],
		guarded: true,
		because: 'asks to stop the messages',
	},
	{
		name: 'do not contact me any more',
		first: ['not'],
		second: ['contact'],
		gap: 3,
		ordered: true,
		needs: ['me', 'message', 'number'],
		and: ['more'],
		without: ['stop', 'unsubscribe'],
		unknown: [4, 0, 1],
		because: 'asks not to be contacted',
	},
	{
		name: 'do not contact me',
		first: ['not'],
		second: ['contact'],
		gap: 3,
		ordered: true,
		needs: ['me', 'message', 'number', 'more'],
		without: ['stop', 'unsubscribe'],
		unknown: [3, 0, 0],
		because: 'asks not to be contacted',
	},
	{
		name: 'do not send any more',
		first: ['not'],
		second: ['send'],
		gap: 3,
		ordered: true,
		needs: ['more'],
		without: ['stop', 'unsubscribe'],
		unknown: [1, 0, 0],
		because: 'asks not to be sent messages',
	},
	{
		name: 'do not send me any more messages',
		first: ['not'],
		second: ['send'],
		gap: 4,
		ordered: true,
		needs: ['message'],
		without: ['stop', 'unsubscribe'],
		unknown: [5, 0, 1],
		because: 'asks not to be sent messages',
	},
	{
		name: 'one word for not sending or not contacting',
		first: ['fused'],
		second: ['fused'],
		single: true,
		unknown: [1, 0, 0],
		because: 'asks not to be contacted',
	},
	{
		name: 'one word for not sending with its object',
		first: ['fused'],
		second: ['message', 'me', 'more', 'number'],
		gap: 4,
		unknown: [3, 1, 1],
		because: 'asks not to be contacted',
	},
	{
		name: 'do not want messages',
		first: ['not'],
		second: ['want'],
		gap: 3,
		ordered: true,
		single: true,
		needs: ['message'],
		without: ['stop', 'unsubscribe', 'remove'],
		unknown: [4, 1, 2],
		because: 'does not want messages',
	},
	{
		name: 'do not want to be contacted or to receive any more',
		first: ['not'],
		second: ['want'],
		gap: 3,
		ordered: true,
		single: true,
		needs: ['get', 'contact', 'send'],
		and: ['more', 'me', 'message'],
		without: ['stop', 'unsubscribe', 'remove'],
		unknown: [3, 0, 0],
		because: 'does not want to be contacted',
	},
	{
		name: 'no more messages',
		first: ['no'],
		second: ['more'],
		gap: 4,
		single: true,
		needs: ['message'],
		without: ['get', 'stop', 'unsubscribe'],
		unknown: [0, 0, 1],
		because: 'wants no more messages',
	},
	{
		name: 'no longer receive messages',
		first: ['no'],
		second: ['get'],
		gap: 4,
		needs: ['want'],
		and: ['more'],
		without: ['stop', 'unsubscribe'],
		unknown: [2, 0, 1],
		because: 'wants no more messages',
	},
	{
		name: 'no messages please',
		first: ['no'],
		second: ['message'],
		gap: 2,
		ordered: true,
		needs: ['courtesy'],
		without: ['get', 'not'],
		unknown: [0, 0, 0],
		confidence: 0.8,
		because: 'wants no messages',
	},
	{
		name: 'remove me from the list',
		first: ['remove'],
		second: ['list', 'message'],
		gap: 6,
		needs: ['me', 'number'],
		unknown: [4, 2, 2],
		guarded: true,
		because: 'asks to be taken off the list',
	},
	{
		name: 'remove me',
		first: ['remove'],
		second: ['me', 'number'],
		gap: 3,
		unknown: [3, 0, 0],
		guarded: true,
		because: 'asks to be removed',
	},
	{
		name: 'off the list',
		first: ['remove'],
		second: ['list'],
		gap: 3,
		ordered: true,
		unknown: [1, 0, 0],
		guarded: true,
		because: 'asks to be taken off the list',
	},
	{
		name: 'leave the list',
		first: ['leave'],
		second: ['list'],
		gap: 6,
		needs: ['want', 'courtesy', 'me', 'number'],
		unknown: [1, 1, 0],
		guarded: true,
		because: 'asks to leave the list',
	},
	{
		name: 'revoke consent',
		first: ['revoke'],
		second: ['consent'],
		gap: 4,
		unknown: [2, 0, 1],
		guarded: true,
		because: 'withdraws consent',
	},
	{
		name: 'does not consent',
		first: ['not'],
		second: ['consent'],
		gap: 3,
		needs: ['message', 'contact', 'get', 'list'],
		without: ['stop', 'unsubscribe', 'revoke'],
		unknown: [2, 0, 1],
		because: 'gives no consent',
	},
	{
		name: 'idiom',
		first: ['idiom'],
		second: ['idiom'],
		single: true,
		whole: true,
		unknown: [0, 0, 0],
		confidence: 0.8,
		because: 'asks to be left alone',
	},
	{
		name: 'stop, and a complaint',
		first: ['stop'],
		second: ['complaint'],
		gap: 6,
		ordered: true,
		unknown: [0, 1, 2],
		guarded: true,
		confidence: 0.8,
		because: 'says stop and complains about the messages',
	},
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

export const RULES: readonly Rule[] = SOURCES.map((source) => ({
	name: source.name,
	category: source.category ?? 'optOut',
	first: bitsOf(...source.first),
	second: bitsOf(...source.second),
	gap: source.gap ?? 0,
	ordered: source.ordered ?? false,
	needs: [source.needs, source.and].flatMap((parts) => (parts === undefined ? [] : [bitsOf(...parts)])),
	whole: source.whole ?? false,
	without: bitsOf(...SENSES, ...(source.without ?? [])),
	unknown: { before: source.unknown[0], between: source.unknown[1], after: source.unknown[2] },
	guarded: source.guarded ?? false,
	single: source.single ?? false,
	confidence: source.confidence ?? 0.9,
	because: source.because,
}));
