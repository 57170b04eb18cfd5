import type { IExecuteFunctions } from 'n8n-workflow';
import {
	CONSENT_STATES,
	DEFAULT_PENDING_DAYS,
	PRESETS,
	type ConsentState,
	type KeywordOptions,
	type ReplyKind,
} from '../../core';
import { readChoice, readFlag, readGroup, readList, readText, readWords } from '../shared/parameters';

export interface CustomList {
	name: string;
	words: string[];
	reply: string;
}

/** What to do with a message that is nearly an opt-out word. */
export const FUZZY_MODES = ['off', 'confirm', 'optOut'] as const;

/** Own replies: by kind, then by language code, with `default` for every other language. */
export type OwnReplies = Partial<Record<ReplyKind | 'default', Record<string, string>>>;

export interface KeywordSettings {
	options: KeywordOptions;
	customLists: CustomList[];
	fuzzy: (typeof FUZZY_MODES)[number];
	state: ConsentState;
	/** What the recorded state covers. */
	scope: string;
	stateExpiresAt: Date | undefined;
	doubleOptIn: { enabled: boolean; pendingDays: number };
	replies: OwnReplies;
	usesDefaultReplies: boolean;
}

/** Which reply a category of the panel stands for. A confirmed opt-in gets the same reply as an opt-in. */
const REPLY_KINDS: Record<string, ReplyKind | 'default'> = {
	optIn: 'optedIn',
	doubleOptIn: 'confirmOptIn',
	optOut: 'optedOut',
	fuzzyOptOut: 'confirmOptOut',
	help: 'help',
	default: 'default',
};

function readCustomLists(value: unknown): CustomList[] {
	return readList(readGroup(value).lists).map((entry, index) => {
		const list = readGroup(entry);
		return {
			name: readText(list.name) || `List ${index + 1}`,
			words: readWords(list.keywords),
			reply: readText(list.reply),
		};
	});
}

function readReplies(categories: Record<string, unknown>, byLanguage: unknown): OwnReplies {
	const replies: OwnReplies = {};
	const add = (category: string, language: string, text: string) => {
		const kind = REPLY_KINDS[category];
		if (kind === undefined || text === '') return;
		replies[kind] = { ...replies[kind], [language]: text };
	};
	for (const category of Object.keys(REPLY_KINDS)) {
		add(category, 'default', readText(readGroup(categories[category]).reply));
	}
	for (const entry of readList(readGroup(byLanguage).texts).map(readGroup)) {
		add(readText(entry.category), readText(entry.language), readText(entry.text));
	}
	return replies;
}

function readDate(value: unknown): Date | undefined {
	const date = new Date(readText(value));
	return Number.isNaN(date.getTime()) ? undefined : date;
}

function readPendingDays(value: unknown): number {
	return typeof value === 'number' && value > 0 ? value : DEFAULT_PENDING_DAYS;
}

/** The node's parameters for one item. Replies may hold expressions, so they are read anew for each. */
export function readSettings(context: IExecuteFunctions, itemIndex: number): KeywordSettings {
	const categories = readGroup(context.getNodeParameter('categories', itemIndex, {}));
	const customLists = readCustomLists(context.getNodeParameter('customKeywords', itemIndex, {}));
	const options = readGroup(context.getNodeParameter('options', itemIndex, {}));
	const fuzzy = readChoice(options.fuzzyOptOut, FUZZY_MODES) ?? 'off';
	const languages = readList(options.languages).map(readText);
	const ownWords = (category: string) => readWords(readGroup(categories[category]).keywords);

	return {
		options: {
			preset: readChoice(context.getNodeParameter('preset', itemIndex), PRESETS) ?? 'standard',
			languages: languages.length === 0 ? 'all' : languages,
			keywords: {
				optIn: ownWords('optIn'),
				optOut: ownWords('optOut'),
				doubleOptIn: ownWords('doubleOptIn'),
				help: ownWords('help'),
				custom: Object.fromEntries(customLists.map(({ name, words }) => [name, words])),
			},
			fuzzyOptOut: fuzzy !== 'off',
			...(options.keepRequiredWords !== undefined && {
				keepRequiredWords: readFlag(options.keepRequiredWords),
			}),
		},
		customLists,
		fuzzy,
		state: readChoice(options.consentState, CONSENT_STATES) ?? 'none',
		scope: readText(options.consentScope) || 'all',
		stateExpiresAt: readDate(options.consentExpiresAt),
		doubleOptIn: {
			enabled: readFlag(options.doubleOptIn),
			pendingDays: readPendingDays(options.pendingDays),
		},
		replies: readReplies(categories, context.getNodeParameter('repliesByLanguage', itemIndex, {})),
		usesDefaultReplies: options.defaultReplies !== false,
	};
}
