/** What a keyword evaluation is asked and what it answers. */

export const PRESETS = ['standard', 'carrier', 'own'] as const;
/**
 * Where the default lists come from.
 *
 * - `standard`: the lists that marketing suites start with (Adobe Journey Optimizer), YES and NO included
 * - `carrier`: what carriers and the FCC require (CTIA short code handbook, 47 CFR 64.1200(a)(10)); YES and NO
 *   count only while a double opt-in is pending
 * - `own`: only the keywords that the caller gives
 */
export type Preset = (typeof PRESETS)[number];

export const CONSENT_STATES = ['none', 'pending', 'optedIn', 'optedOut'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export type KeywordCategory =
	'optIn' | 'optOut' | 'doubleOptIn' | 'help' | 'custom' | 'fuzzyOptOut' | 'default';
export type MatchTier = 'exact' | 'normalised' | 'phrase' | 'fuzzy' | 'none';

export const PARTIAL_MATCHES = ['firstWord', 'contains'] as const;
/** Where a word of a custom list may stand beside other words: in front of them, or anywhere among them. */
export type PartialMatch = (typeof PARTIAL_MATCHES)[number];

/** Own keywords. A category that has at least one replaces its default list. */
export interface OwnKeywords {
	optIn?: string[];
	optOut?: string[];
	doubleOptIn?: string[];
	help?: string[];
	/** Any number of lists under names of the caller's choice. */
	custom?: Record<string, string[]>;
	/** How lists match that do not ask for the whole message, by their names. */
	customMatch?: Record<string, PartialMatch>;
}

/** What counts as a keyword, and for whom. */
export interface KeywordOptions {
	preset: Preset;
	/** Codes such as `es` or `pt-BR`; English is always among them. All languages where absent. */
	languages?: string[] | 'all';
	keywords?: OwnKeywords;
	/**
	 * Whether own opt-out keywords leave the legally required ones (STOP, QUIT, END, REVOKE, OPT OUT, CANCEL,
	 * UNSUBSCRIBE) and sentences such as "please stop texting me" in force. On by default, except for `own`.
	 */
	keepRequiredWords?: boolean;
	/** Whether a message that is likely to be an opt-out, be it `stpo`, is reported as `fuzzyOptOut`. Off by default. */
	fuzzyOptOut?: boolean;
	/** What the consent record says of this person now; `none` where absent. */
	consentState?: ConsentState;
	/**
	 * Whether the person was asked if an opt-out was meant and has not answered yet (`isOptOutAsked`). Yes in any
	 * language and a second message that leads to the question confirm it then, and no denies it. Off by default.
	 */
	optOutAsked?: boolean;
	/** The event's channel, such as `whatsapp` or `sms`. */
	channel?: string;
}

export interface KeywordMatch {
	category: KeywordCategory;
	/** Name of the custom list. */
	name?: string;
	/** The keyword of the list that matched, or the words of the message that made the phrase. */
	keyword?: string;
	tier: MatchTier;
	language?: string;
	/** What an opt-out or opt-in covers: `all`, `marketing`, or a kind of messages of `TOPICS`. */
	scope?: string;
	/** 0 to 1: 1 for keywords, less for phrases and near matches, 0 where nothing matched. */
	confidence: number;
	/** One sentence for the person who set up the keywords. */
	explanation: string;
}
