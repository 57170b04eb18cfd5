import { countSegments } from '../../../lib/sms-segments';
import { withCallingCode } from '../../../lib/phone/address';
import { numberOf, rowOf } from '../../../lib/json';
import { timeFromEpoch } from '../../../lib/time';
import { faultOfDate, readDate } from './dates';

/** A function that a person writes behind a path, as in `msisdn | e164`. */
interface Helper {
	/** How to write it, for messages. */
	usage: string;
	/** How many texts in quotes it takes; none where this is left out. */
	texts?: readonly [least: number, most: number];
	/** What is wrong with the texts, where the number of them is right. */
	fault?: (texts: readonly string[]) => string | undefined;
	/** One text to another, or to nothing. Each of several values, such as those of `[*]`, is taken by itself. */
	apply?: (text: string, texts: readonly string[]) => string | undefined;
	/** Several values to one text, in place of `apply`. */
	combine?: (values: readonly string[], texts: readonly string[]) => string;
}

function faultOfCountry([country]: readonly string[]): string | undefined {
	if (country === undefined || /^[1-9]\d{0,2}$/.test(country)) return undefined;
	return `"${country}" is not a country code; write its digits, such as e164("44")`;
}

function faultOfSeparator([separator]: readonly string[]): string | undefined {
	return separator === '' ? 'the text to look for is empty' : undefined;
}

const HELPERS: Readonly<Record<string, Helper>> = {
	lower: { usage: 'lower', apply: (text) => text.toLowerCase() },
	upper: { usage: 'upper', apply: (text) => text.toUpperCase() },
	trim: { usage: 'trim', apply: (text) => text.trim() },
	e164: {
		usage: 'e164 or e164("44")',
		texts: [0, 1],
		fault: faultOfCountry,
		apply: (text, [country]) => withCallingCode(text, country) ?? text,
	},
	date: {
		usage: 'date, date("+02:00"), date("DD.MM.YYYY HH:mm:ss") or both texts',
		texts: [0, 2],
		fault: faultOfDate,
		apply: readDate,
	},
	epochSeconds: { usage: 'epochSeconds', apply: (text) => timeFromEpoch(numberOf(text)) },
	epochMilliseconds: {
		usage: 'epochMilliseconds',
		apply: (text) => timeFromEpoch((numberOf(text) ?? NaN) / 1000),
	},
	prefix: {
		usage: 'prefix("+")',
		texts: [1, 1],
		apply: (text, [start = '']) => (text.startsWith(start) ? text : start + text),
	},
	before: {
		usage: 'before(":")',
		texts: [1, 1],
		fault: faultOfSeparator,
		apply: (text, [separator = '']) =>
			text.includes(separator) ? text.slice(0, text.indexOf(separator)) : undefined,
	},
	after: {
		usage: 'after(":")',
		texts: [1, 1],
		fault: faultOfSeparator,
		apply: (text, [separator = '']) =>
			text.includes(separator) ? text.slice(text.indexOf(separator) + separator.length) : undefined,
	},
	is: {
		usage: 'is("whatsapp") or is("image", "video")',
		texts: [1, 20],
		apply: (text, words) => (words.includes(text) ? text : undefined),
	},
	unicode: {
		usage: 'unicode',
		apply: (text) => (countSegments(text).encoding === 'UCS-2' ? text : undefined),
	},
	then: { usage: 'then("mms")', texts: [1, 1], apply: (_text, [instead]) => instead },
	join: { usage: 'join(", ")', texts: [1, 1], combine: (values, [separator]) => values.join(separator) },
};

export function helperNamed(name: string): Helper | undefined {
	return rowOf(HELPERS, name);
}

/** Helpers that choose between expressions; to the parser they are not calls. */
export const ALTERNATIVES: readonly string[] = ['first', 'default'];

export const HELPER_NAMES: readonly string[] = [...Object.keys(HELPERS), ...ALTERNATIVES];
