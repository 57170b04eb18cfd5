import { countSegments } from '../../../lib/sms-segments';
import { toE164 } from '../../../lib/address';
import { numberOf } from '../../../lib/json';
import { timeFromEpoch } from '../../../lib/time';
import { faultOfPattern, isOffset, readDate } from './dates';

/** A function that a person writes behind a path, as in `msisdn | e164`. */
interface Helper {
	/** How to write it, for messages. */
	usage: string;
	/** How many texts in quotes it takes. */
	texts: readonly [least: number, most: number];
	/** What is wrong with the texts, where the number of them is right. */
	fault?: (texts: readonly string[]) => string | undefined;
	/**
	 * What becomes of a text; `undefined` where nothing is left. Of several values, such as those of `[*]`, each is taken by
	 * itself.
	 */
	apply: (text: string, texts: readonly string[]) => string | undefined;
}

const PHONE_NUMBER = /^\+?[\d\s().\-–/]+$/;

/**
 * A phone number with its country code in E.164; what is no phone number stays as it is. A national number needs the
 * country's code, and counts as one where it begins neither with that code nor with `+` or `00`.
 */
function toInternational(text: string, country: string | undefined): string {
	const given = text.trim();
	if (!PHONE_NUMBER.test(given)) return text;
	const digits = given.replace(/\D/g, '');
	if (digits.startsWith('00')) return toE164(`+${digits.slice(2)}`) ?? text;
	const isNational = country !== undefined && !given.startsWith('+') && !digits.startsWith(country);
	return toE164(isNational ? `+${country}${digits.replace(/^0/, '')}` : digits) ?? text;
}

function faultOfCountry([country]: readonly string[]): string | undefined {
	if (country === undefined || /^[1-9]\d{0,2}$/.test(country)) return undefined;
	return `"${country}" is no country code; write its digits, such as e164("44")`;
}

function faultOfDate(texts: readonly string[]): string | undefined {
	const [first, second] = texts;
	if (second !== undefined && !isOffset(second)) {
		return `"${second}" is no offset from UTC; write it like "+02:00"`;
	}
	return first === undefined || (second === undefined && isOffset(first)) ? undefined : faultOfPattern(first);
}

function toDate(text: string, [first, second]: readonly string[]): string | undefined {
	return first !== undefined && second === undefined && isOffset(first)
		? readDate(text, undefined, first)
		: readDate(text, first, second);
}

function faultOfSeparator([separator]: readonly string[]): string | undefined {
	return separator === '' ? 'the text to look for is empty' : undefined;
}

function before(text: string, separator: string): string | undefined {
	const at = text.indexOf(separator);
	return at < 0 ? undefined : text.slice(0, at);
}

function after(text: string, separator: string): string | undefined {
	const at = text.indexOf(separator);
	return at < 0 ? undefined : text.slice(at + separator.length);
}

const HELPERS: ReadonlyMap<string, Helper> = new Map<string, Helper>([
	['lower', { usage: 'lower', texts: [0, 0], apply: (text) => text.toLowerCase() }],
	['upper', { usage: 'upper', texts: [0, 0], apply: (text) => text.toUpperCase() }],
	['trim', { usage: 'trim', texts: [0, 0], apply: (text) => text.trim() }],
	[
		'e164',
		{
			usage: 'e164 or e164("44")',
			texts: [0, 1],
			fault: faultOfCountry,
			apply: (text, [country]) => toInternational(text, country),
		},
	],
	[
		'date',
		{
			usage: 'date, date("+02:00"), date("DD.MM.YYYY HH:mm:ss") or both texts',
			texts: [0, 2],
			fault: faultOfDate,
			apply: toDate,
		},
	],
	['epochSeconds', { usage: 'epochSeconds', texts: [0, 0], apply: (text) => timeFromEpoch(numberOf(text)) }],
	[
		'epochMilliseconds',
		{
			usage: 'epochMilliseconds',
			texts: [0, 0],
			apply: (text) => timeFromEpoch((numberOf(text) ?? NaN) / 1000),
		},
	],
	[
		'prefix',
		{
			usage: 'prefix("+")',
			texts: [1, 1],
			apply: (text, [start = '']) => (text.startsWith(start) ? text : start + text),
		},
	],
	[
		'before',
		{
			usage: 'before(":")',
			texts: [1, 1],
			fault: faultOfSeparator,
			apply: (text, [separator = '']) => before(text, separator),
		},
	],
	[
		'after',
		{
			usage: 'after(":")',
			texts: [1, 1],
			fault: faultOfSeparator,
			apply: (text, [separator = '']) => after(text, separator),
		},
	],
	[
		'is',
		{
			usage: 'is("whatsapp") or is("image", "video")',
			texts: [1, 20],
			apply: (text, words) => (words.includes(text) ? text : undefined),
		},
	],
	[
		'unicode',
		{
			usage: 'unicode',
			texts: [0, 0],
			apply: (text) => (countSegments(text).encoding === 'UCS-2' ? text : undefined),
		},
	],
	['then', { usage: 'then("mms")', texts: [1, 1], apply: (_text, [instead]) => instead }],
]);

/** Helpers that do not work on one text at a time; the parser and the evaluation know them by name. */
export const ALTERNATIVES: readonly string[] = ['first', 'default'];
export const JOIN = 'join';

export function helperNamed(name: string): Helper | undefined {
	return HELPERS.get(name);
}

export const HELPER_NAMES: readonly string[] = [...HELPERS.keys(), ...ALTERNATIVES, JOIN];
