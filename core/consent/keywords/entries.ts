import type { ConsentState, KeywordOptions, PartialMatch, Preset } from '../types';
import type { Language } from './languages/language';
import { keyOf } from './normalise';

/** A keyword with what it stands for. */
export interface KeywordEntry {
	category: 'optIn' | 'optOut' | 'doubleOptIn' | 'help' | 'custom';
	/** Name of the custom list. */
	name?: string;
	/** As the list has it. */
	keyword: string;
	language?: string;
	/** Given by the caller, not by a default list. */
	own: boolean;
	/** Consent states in which the word counts; all of them where absent. */
	states?: readonly (ConsentState | undefined)[];
	/** An everyday word that means something only as the whole message: YES, NO. */
	bare: boolean;
	/** Where it counts beside other words; as the whole message alone where absent. */
	partial?: PartialMatch | undefined;
}

const CATEGORIES = ['optIn', 'optOut', 'help'] as const;
type DefaultCategory = (typeof CATEGORIES)[number];

/** Default English keywords. */
export const PRESET_KEYWORDS: Record<Preset, Record<DefaultCategory, readonly string[]>> = {
	/** Adobe, Configure the SMS channel: default keywords. */
	standard: {
		optIn: ['SUBSCRIBE', 'YES', 'UNSTOP', 'START', 'CONTINUE', 'RESUME', 'BEGIN'],
		optOut: ['STOP', 'QUIT', 'CANCEL', 'END', 'UNSUBSCRIBE', 'NO'],
		help: ['HELP'],
	},
	/** CTIA, Short Code Monitoring Handbook; 47 CFR 64.1200(a)(10); Twilio, Support for opt-out keywords; AWS, Required keywords. */
	carrier: {
		optIn: ['START', 'UNSTOP', 'SUBSCRIBE'],
		optOut: [
			'STOP',
			'STOPALL',
			'UNSUBSCRIBE',
			'CANCEL',
			'END',
			'QUIT',
			'REVOKE',
			'OPTOUT',
			'OPT OUT',
			'REMOVE',
		],
		help: ['HELP', 'INFO'],
	},
	own: { optIn: [], optOut: [], help: [] },
};

/** Words that revoke consent by law whatever a business advertises: 47 CFR 64.1200(a)(10), and CTIA's STOPALL. */
const REQUIRED_OPT_OUT = [
	'STOP',
	'STOPALL',
	'QUIT',
	'END',
	'REVOKE',
	'OPT OUT',
	'CANCEL',
	'UNSUBSCRIBE',
] as const;

/** Opt-out wins every tie; after it what the caller asked for wins over what a default list says. */
export function rank({ category, own }: KeywordEntry): number {
	if (category === 'optOut') return 0;
	const order = ['doubleOptIn', 'help', 'optIn', 'custom'].indexOf(category) + 1;
	return own ? order : order + 10;
}

/** Answers that anybody gives to anything, folded. As default opt-in words they can't bring back somebody who left. */
const ANSWERS = new Set(['yes', 'y', 'no', 'n', 'ok', 'okay', '1', '2']);
const NOT_OPTED_OUT = [undefined, 'none', 'optedIn'] as const;
const PENDING = ['pending'] as const;

type Options = Readonly<KeywordOptions>;

/** Whether the caller's own keywords take the place of the default ones. */
export function replaces({ preset, keywords }: Options, category: DefaultCategory | 'doubleOptIn'): boolean {
	return preset === 'own' || (keywords?.[category] ?? []).length > 0;
}

export function keepsRequired({ keepRequiredWords, preset }: Options): boolean {
	return keepRequiredWords ?? preset !== 'own';
}

/** All keywords that count; short words only where their languages are named. */
export function keywordEntries(options: Options, languages: readonly Language[]): KeywordEntry[] {
	return [
		...ownEntries(options),
		...(keepsRequired(options) ? REQUIRED_OPT_OUT.map((keyword) => entry('optOut', keyword, 'en')) : []),
		...CATEGORIES.filter((category) => !replaces(options, category)).flatMap((category) =>
			defaultEntries(category, options, languages),
		),
		...(namesLanguages(options) ? shortWords(options, languages) : []),
		...(options.preset === 'own' ? [] : answerEntries(options, languages)),
	];
}

function entry(
	category: KeywordEntry['category'],
	keyword: string,
	language?: string,
	more: Partial<KeywordEntry> = {},
): KeywordEntry {
	return { category, keyword, ...(language !== undefined && { language }), own: false, bare: false, ...more };
}

function ownEntries({ keywords = {} }: Options): KeywordEntry[] {
	const partial = new Map(Object.entries(keywords.customMatch ?? {}));
	const own = (category: KeywordEntry['category'], list: string[] = [], more: Partial<KeywordEntry> = {}) =>
		list.map((keyword) => entry(category, keyword, undefined, { ...more, own: true }));
	return [
		...CATEGORIES.flatMap((category) => own(category, keywords[category])),
		...own('doubleOptIn', keywords.doubleOptIn, { states: [undefined, 'pending'] }),
		...Object.entries(keywords.custom ?? {}).flatMap(([name, list]) =>
			own('custom', list, { name, partial: partial.get(name) }),
		),
	];
}

function defaultEntries(
	category: DefaultCategory,
	{ preset }: Options,
	languages: readonly Language[],
): KeywordEntry[] {
	const isAnswer = (keyword: string) => ANSWERS.has(keyOf(keyword));
	const english = PRESET_KEYWORDS[preset][category].map((keyword) =>
		entry(category, keyword, 'en', {
			bare: isAnswer(keyword),
			...(isAnswer(keyword) && category === 'optIn' && { states: NOT_OPTED_OUT }),
		}),
	);
	const others = languages.flatMap(({ code, keywords }) =>
		[...keywords[category].documented, ...keywords[category].translated]
			.filter((keyword) => category === 'optOut' || !isAnswer(keyword))
			.map((keyword) => entry(category, keyword, code)),
	);
	return [...english, ...others];
}

/** Yes, as a double opt-in, and no, as an opt-out, to a question of ours; of two languages the first one wins. */
export function answersOf(languages: readonly Language[]): Map<string, KeywordEntry> {
	const all = answerEntries({ preset: 'standard' }, languages);
	return new Map(all.reverse().map((answer) => [keyOf(answer.keyword), answer]));
}

function answerEntries(options: Options, languages: readonly Language[]): KeywordEntry[] {
	return languages.flatMap(({ code, answers: { confirm, refuse } }) => [
		...(replaces(options, 'doubleOptIn') ? [] : confirm).map((keyword) =>
			entry('doubleOptIn', keyword, code, { states: PENDING }),
		),
		...refuse.map((keyword) => entry('optOut', keyword, code, { states: PENDING })),
	]);
}

/** "T", "0000", "UIT". */
function shortWords(options: Options, languages: readonly Language[]): KeywordEntry[] {
	if (replaces(options, 'optOut')) return [];
	return languages.flatMap(({ code, shortWords: codes = [] }) =>
		codes.map((keyword) => entry('optOut', keyword, code, { bare: true })),
	);
}

function namesLanguages({ languages = 'all' }: Options): boolean {
	return languages !== 'all';
}

/** Short words of languages that were not named. An answer such as "N" stays one. */
export function doubtfulWords(options: Options, languages: readonly Language[]): Map<string, KeywordEntry> {
	const codes = namesLanguages(options) ? [] : shortWords(options, languages);
	return new Map(
		codes
			.map((code): [string, KeywordEntry] => [keyOf(code.keyword), code])
			.filter(([key]) => !ANSWERS.has(key)),
	);
}
