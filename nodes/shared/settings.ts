import { UserError } from 'n8n-workflow';
import {
	CONSENT_STATES,
	isZone,
	offsetAt,
	timeFromEpoch,
	timeFromIso,
	TOPICS,
	type ConsentState,
} from '../../core';

/**
 * Readers of settings, which an expression may have filled with anything. A value is read rightly or fails its item with an
 * error that names the field, the value and what is known: a rule that protects people is never skipped because somebody
 * spelled a word in another way. Empty alone means that nothing is given.
 */

/** What no eye can see: soft hyphens, marks of direction, spaces without width. */
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text in one form of letters and without what surrounds it. */
function tidy(value: unknown): unknown {
	return typeof value === 'string' ? value.normalize('NFKC').replace(INVISIBLE, '').trim() : value;
}

/** Whether nothing is given. */
export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || tidy(value) === '';
}

const MOST_SHOWN = 60;

function shown(value: unknown): string {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value !== 'string') return Array.isArray(value) ? 'a list' : 'a group of fields';
	return `"${value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value}"`;
}

function refusal(label: string, value: unknown, expected: string): UserError {
	return new UserError(`'${label}' cannot be ${shown(value)}: ${expected}`);
}

/** What all spellings of a word have in common: `OPTED_OUT`, `opted-out` and ` optedOut ` are one. */
function bare(word: string): string {
	return word.toLowerCase().replace(/[\s_\p{Pd}]/gu, '');
}

/** Further words for the choices of a list, in lower case, without spaces and hyphens. */
export type Synonyms<Choice extends string> = Readonly<Record<string, Choice>>;

/** The chosen one of a fixed list in any spelling of its word; nothing where the field is empty. */
export function readChoice<Choice extends string>(
	value: unknown,
	label: string,
	choices: readonly Choice[],
	synonyms: Synonyms<Choice> = {},
): Choice | undefined {
	const chosen = choices.find((choice) => choice === value);
	if (chosen !== undefined || isEmpty(value)) return chosen;
	const text = tidy(value);
	const word = typeof text === 'string' ? bare(text) : undefined;
	const known =
		word === undefined
			? undefined
			: (choices.find((choice) => bare(choice) === word) ??
				(Object.hasOwn(synonyms, word) ? synonyms[word] : undefined));
	if (known !== undefined) return known;
	throw refusal(label, value, `it has to be one of ${choices.join(', ')}`);
}

/** The chosen ones of a fixed list, as a list or as words with commas between them. */
export function readChoices<Choice extends string>(
	value: unknown,
	label: string,
	choices: readonly Choice[],
	synonyms?: Synonyms<Choice>,
): Choice[] {
	if (isEmpty(value)) return [];
	const words: unknown[] = typeof value === 'string' ? value.split(/[,;\n]/) : [value].flat();
	const chosen = new Set(words.map((word) => readChoice(word, label, choices, synonyms)));
	return choices.filter((choice) => chosen.has(choice));
}

/** A yes or no as it comes out of tables and forms. */
const SWITCH: Readonly<Record<string, boolean>> = {
	true: true,
	yes: true,
	on: true,
	'1': true,
	false: false,
	no: false,
	off: false,
	'0': false,
};

export function readSwitch(value: unknown, label: string): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (isEmpty(value)) return undefined;
	const word = typeof value === 'object' ? '' : String(tidy(value)).toLowerCase();
	const known = Object.hasOwn(SWITCH, word) ? SWITCH[word] : undefined;
	if (known === undefined) throw refusal(label, value, 'it has to be true or false');
	return known;
}

interface Bounds {
	least: number;
	most?: number;
	isWhole?: boolean;
}

const NUMBER = /^\d+(\.\d+)?$/;

/** A number, also as the text of one, within its bounds. */
export function readNumber(
	value: unknown,
	label: string,
	{ least, most = Number.MAX_SAFE_INTEGER, isWhole = true }: Bounds,
): number | undefined {
	if (isEmpty(value)) return undefined;
	const text = tidy(value);
	const isNumber = typeof text === 'number' || (typeof text === 'string' && NUMBER.test(text));
	const number = isNumber ? Number(text) : Number.NaN;
	if (number >= least && number <= most && (!isWhole || Number.isInteger(number))) return number;
	const upTo = most === Number.MAX_SAFE_INTEGER ? ' or more' : ` to ${most}`;
	throw refusal(label, value, `it has to be a ${isWhole ? 'whole number' : 'number'}, ${least}${upTo}`);
}

/** A group of fields; empty where nothing was added. */
export function readSection(value: unknown, label: string): Record<string, unknown> {
	if (isEmpty(value)) return {};
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
	throw refusal(label, value, 'it has to be a group of fields');
}

/** Short names that stand for no place: their clocks differ from the country's for half of the year. */
const SHORT_ZONE = /^(?!utc$|gmt$)[a-z]{3,4}$/i;

/** An IANA time zone, also with spaces in place of underscores. */
export function readZone(value: unknown, label: string): string | undefined {
	if (isEmpty(value)) return undefined;
	const text = tidy(value);
	const zone = typeof text === 'string' ? text.replace(/\s+/g, '_') : '';
	if (/^[a-z]/i.test(zone) && !SHORT_ZONE.test(zone) && isZone(zone)) return zone;
	throw refusal(label, value, 'it has to be a time zone such as Europe/Dublin or America/New_York');
}

/** Before WhatsApp: the days since 1900 of a spreadsheet, and other counts that are taken for a time. */
const EARLIEST = Date.UTC(2009, 0, 1);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** As mail and HTTP write dates, and JavaScript itself: with the day of the week and the difference from UTC. */
const WRITTEN = /^[a-z]{3},? .*(?:gmt|utc|[+-]\d{4})(?: \([^)]*\))?$/i;

/** A written time without offset by the clock of a zone. */
function inZone(written: string, timeZone: string): number | undefined {
	const utc = timeFromIso(written, 'utc');
	if (utc === undefined) return undefined;
	const local = Date.parse(utc);
	// The offset of the hour that is meant, which near a change of the clocks is not that of the same hour in UTC.
	return local - offsetAt(timeZone, local - offsetAt(timeZone, local));
}

function parseWritten(text: string, timeZone: string): number | undefined {
	const iso = timeFromEpoch(text) ?? timeFromIso(text);
	if (iso !== undefined) return Date.parse(iso);
	return inZone(DAY.test(text) ? `${text}T00:00` : text, timeZone) ?? parseMail(text);
}

function parseMail(text: string): number | undefined {
	const time = WRITTEN.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(time) ? undefined : time;
}

/**
 * A time in milliseconds since 1970: a date, ISO 8601, or seconds or milliseconds since 1970.
 *
 * @param timeZone whose clock a time without offset, as n8n's own field gives it, is read by
 */
export function readTime(value: unknown, label: string, timeZone: string): number | undefined {
	if (isEmpty(value)) return undefined;
	const text = value instanceof Date ? value.getTime() : tidy(value);
	const isTime = typeof text === 'string' || typeof text === 'number';
	const time = isTime ? parseWritten(String(text), timeZone) : undefined;
	if (time !== undefined && time >= EARLIEST) return time;
	throw new UserError(
		`'${label}' is not a date: ${shown(value)}. Use one such as 2026-03-01T09:30:00Z, for example the timestamp of a received message.`,
	);
}

/** Words of other systems for the states of a consent record. A yes or no is none of them: it may mean either way. */
const CONSENT_WORDS: Synonyms<ConsentState> = {
	optin: 'optedIn',
	subscribed: 'optedIn',
	optout: 'optedOut',
	unsubscribed: 'optedOut',
	pendingconfirmation: 'pending',
};

export function readConsentState(value: unknown, label = 'Consent State'): ConsentState | undefined {
	return readChoice(value, label, CONSENT_STATES, CONSENT_WORDS);
}

/** What a consent covers: `all`, `marketing`, topics, or the provider's own word, which stays as it is. */
export function readScope(value: unknown, label = 'Consent Scope'): string | undefined {
	if (isEmpty(value)) return undefined;
	const text = tidy(value);
	const known = ['all', 'marketing', ...TOPICS];
	if (typeof text !== 'string') throw refusal(label, value, `it has to be one of ${known.join(', ')}`);
	const words = text.split(',').map((word) => word.trim());
	return words.map((word) => known.find((scope) => bare(scope) === bare(word)) ?? word).join(',');
}
