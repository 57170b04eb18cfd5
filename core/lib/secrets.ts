import type { JsonObject, JsonValue } from '../events';
import { isJsonObject } from './json';

const HIDDEN = '…';

/** From here on a secret is too long to stand in an id by chance. */
const UNMISTAKABLE = 16;

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Hexadecimal digits in either case. */
const inHex = (value: number, digits: number) =>
	value
		.toString(16)
		.padStart(digits, '0')
		.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

/** Times that JSON within JSON doubles a backslash, twice, as far as that is looked for. */
const DOUBLED = 4;

/** Backslashes with the character behind them, unless that is one that every encoder leaves alone; any other character alone. */
const PARTS = /(\\*)([^\\\w.-])|(\\+)|[\w.-]/gu;

/**
 * A pattern of a part of a secret as it is and as addresses, forms, JSON, and JSON within JSON spell it: encoders differ in which characters they
 * spell out. A text fits in one way at most, so that looking for it takes no more time than its length.
 */
function spellings([part, before = '', letter = '', alone = '']: RegExpMatchArray): string {
	if (letter === '' && alone === '') return escaped(part);
	const count = before.length + alone.length;
	const slashes = (least: number) => `\\\\{${least},${(count + 1) * DOUBLED}}`;
	const inAddress = `(?:%5[cC]){${count}}`;
	if (letter === '') return `(?:${slashes(count)}|${inAddress})`;
	const units = Array.from({ length: letter.length }, (_, at) => inHex(letter.charCodeAt(at), 4));
	const bytes = [...Buffer.from(letter, 'utf8')].map((byte) => `%${inHex(byte, 2)}`).join('');
	const [, control] = /^\\([a-z])$/.exec(JSON.stringify(letter).slice(1, -1)) ?? [];
	const forms = [
		slashes(count) + escaped(letter),
		`${slashes(count + 1)}u${units.join('\\\\{1,4}u')}`,
		...(control === undefined ? [] : [slashes(count + 1) + control]),
		inAddress + bytes,
		...(count === 0 ? [] : [inAddress + escaped(letter)]),
		...(letter === ' ' ? [`${inAddress}\\+`] : []),
	];
	return `(?:${forms.join('|')})`;
}

const pattern = (secret: string) => [...secret.matchAll(PARTS)].map(spellings).join('');

/** Characters beyond which a secret is a file, whose pattern would be too large. */
const LONGEST_PATTERN = 1000;

/** A secret as it is and as an address or a JSON document spells it throughout, the longest first. */
function asWhole(secret: string): string[] {
	const forms = [secret, encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1)];
	return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

/** A secret in Base64 at each place within a longer text, as in Basic authentication, without what depends on its neighbours. */
function inBase64(secret: string): string[] {
	const bytes = Buffer.from(secret, 'utf8');
	return [0, 1, 2].flatMap((before) => {
		const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		const text = whole.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 4) / 3));
		return [text, encodeURIComponent(text)];
	});
}

/** Takes what must not be read out of a text. */
export type Hide = (text: string) => string;

/** A PIN is hidden where it stands alone: as part of a longer id it is none. */
function hiderOfOne(secret: string): Hide {
	if (secret.length < UNMISTAKABLE) {
		const alone = new RegExp(`(?<![\\p{L}\\p{N}])${pattern(secret)}(?![\\p{L}\\p{N}])`, 'gu');
		return (text) => text.replace(alone, HIDDEN);
	}
	const any = secret.length > LONGEST_PATTERN ? undefined : new RegExp(pattern(secret), 'gu');
	const forms = [...(any === undefined ? asWhole(secret) : []), ...inBase64(secret)];
	return (text) => {
		const left = forms.reduce((rest, form) => rest.replaceAll(form, HIDDEN), text);
		return any === undefined ? left : left.replace(any, HIDDEN);
	};
}

/** Takes the secrets out of texts, the longest first, since one may be part of another. */
export function hiderOf(secrets: readonly string[]): Hide {
	const hiders = [...secrets]
		.sort((one, other) => other.length - one.length)
		.map((secret) => ({ least: secret.length, hide: hiderOfOne(secret) }));
	// No spelling of a secret is shorter than the secret, and few texts of an answer are as long as a token.
	return (text) => hiders.reduce((left, { least, hide }) => (left.length < least ? left : hide(left)), text);
}

/** The same value with every text in it as `hide` leaves it. The names of members stay. */
export function hideIn(value: JsonValue, hide: Hide): JsonValue {
	if (typeof value === 'string') return hide(value);
	if (Array.isArray(value)) return value.map((element) => hideIn(element, hide));
	return isJsonObject(value) ? hideInObject(value, hide) : value;
}

export function hideInObject(object: JsonObject, hide: Hide): JsonObject {
	return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, hideIn(value, hide)]));
}
