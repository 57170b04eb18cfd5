import {
	DEFAULT_PENDING_DAYS,
	LANGUAGE_CHOICES,
	PARTIAL_MATCHES,
	PRESETS,
	type ConsentState,
	type KeywordOptions,
	type PartialMatch,
	type ReplyKind,
} from '../../core';
import { FIRST_DEFAULT_REPLY } from './fields/replies';
import { readGroup, readList, readText, readWords } from '../shared/parameters';
import {
	readConsentState,
	readNumber,
	readScope,
	readSection,
	readChoice,
	readChoices,
	readSwitch,
	readTime,
} from '../shared/settings';

export interface CustomList {
	name: string;
	words: string[];
	/** Where a word may stand beside others; `whole` for those that are the whole message. */
	match: PartialMatch | 'whole';
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
	/** What is recorded of the person; `undefined` where the workflow does not tell. */
	state: ConsentState | undefined;
	/** What the recorded state covers. */
	scope: string;
	stateExpiresAt: Date | undefined;
	/** When the person was asked whether an opt-out was meant, where that is open. */
	optOutAskedAt: Date | undefined;
	/** Rows of the consent table that the workflow looked up; `undefined` where it hands none over. */
	records: unknown;
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
			match: readChoice(list.match, 'Match', ['whole', ...PARTIAL_MATCHES]) ?? 'whole',
			reply: readText(list.reply),
		};
	});
}

function partialMatches(lists: readonly CustomList[]): Record<string, PartialMatch> {
	return Object.fromEntries(
		lists.flatMap(({ name, match }) => (match === 'whole' ? [] : [[name, match] as const])),
	);
}

/** @param usesDefaultReplies also for Default, unless a person added it and left it empty */
function readReplies(
	categories: Record<string, unknown>,
	byLanguage: unknown,
	usesDefaultReplies: boolean,
): OwnReplies {
	const replies: OwnReplies = {};
	const add = (category: string, language: string, text: string) => {
		const kind = REPLY_KINDS[category];
		if (kind === undefined || text === '') return;
		replies[kind] = { ...replies[kind], [language]: text };
	};
	for (const category of Object.keys(REPLY_KINDS)) {
		add(category, 'default', readText(readGroup(categories[category]).reply));
	}
	if (usesDefaultReplies && categories.default === undefined) {
		add('default', 'default', FIRST_DEFAULT_REPLY);
	}
	for (const entry of readList(readGroup(byLanguage).texts).map(readGroup)) {
		add(readText(entry.category), readText(entry.language), readText(entry.text));
	}
	return replies;
}

/** Codes of languages by their English names. */
const LANGUAGE_NAMES = Object.fromEntries(
	LANGUAGE_CHOICES.map(({ code, name }) => [name.toLowerCase().replace(/\s/g, ''), code]),
);

/** Ten years: longer than anybody waits for a word, and short of the end of the calendar. */
const MOST_PENDING_DAYS = 3650;

function readDate(value: unknown, label: string, timeZone: string): Date | undefined {
	const time = readTime(value, label, timeZone);
	return time === undefined ? undefined : new Date(time);
}

function readDoubleOptIn({ doubleOptIn, pendingDays }: Record<string, unknown>) {
	const bounds = { least: 0.01, most: MOST_PENDING_DAYS, isWhole: false };
	return {
		enabled: readSwitch(doubleOptIn, 'Confirm Opt-In') ?? false,
		pendingDays: readNumber(pendingDays, 'Confirm Within Days', bounds) ?? DEFAULT_PENDING_DAYS,
	};
}

/**
 * The node's parameters for one item. Replies may hold expressions, so they are read anew for each.
 *
 * @param valueOf a parameter by its name
 * @param timeZone whose clock times without an offset are read by
 */
export function readSettings(valueOf: (name: string) => unknown, timeZone: string): KeywordSettings {
	const categories = readGroup(valueOf('categories'));
	const customLists = readCustomLists(valueOf('customKeywords'));
	const options = readSection(valueOf('options'), 'Options');
	const fuzzy = readChoice(options.fuzzyOptOut, 'Fuzzy Opt-Out', FUZZY_MODES) ?? 'off';
	const languageCodes = LANGUAGE_CHOICES.map(({ code }) => code);
	const languages = readChoices(options.languages, 'Languages', languageCodes, LANGUAGE_NAMES);
	const keepRequiredWords = readSwitch(options.keepRequiredWords, 'Keep the Required Words');
	const usesDefaultReplies = readSwitch(options.defaultReplies, 'Use Default Replies') ?? true;
	const ownWords = (category: string) => readWords(readGroup(categories[category]).keywords);

	return {
		options: {
			preset: readChoice(valueOf('preset'), 'Default Keywords', PRESETS) ?? 'standard',
			languages: languages.length === 0 ? 'all' : languages,
			keywords: {
				optIn: ownWords('optIn'),
				optOut: ownWords('optOut'),
				doubleOptIn: ownWords('doubleOptIn'),
				help: ownWords('help'),
				custom: Object.fromEntries(customLists.map(({ name, words }) => [name, words])),
				customMatch: partialMatches(customLists),
			},
			fuzzyOptOut: fuzzy !== 'off',
			...(keepRequiredWords !== undefined && { keepRequiredWords }),
		},
		customLists,
		fuzzy,
		state: readConsentState(options.consentState),
		scope: readScope(options.consentScope) ?? 'all',
		stateExpiresAt: readDate(options.consentExpiresAt, 'Consent Expires At', timeZone),
		optOutAskedAt: readDate(options.optOutAskedAt, 'Opt-Out Asked At', timeZone),
		records: options.consentRecords,
		doubleOptIn: readDoubleOptIn(options),
		replies: readReplies(categories, valueOf('repliesByLanguage'), usesDefaultReplies),
		usesDefaultReplies,
	};
}
