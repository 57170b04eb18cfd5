import type { JsonObject, JsonValue } from '../events';
import { isJsonObject } from './json';

const HIDDEN = '…';

/** From here on a secret is too long to stand in an id by chance. */
const UNMISTAKABLE = 16;

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Characters that every encoder leaves alone. */
const PLAIN = /^[\w.-]$/;

/** Hexadecimal digits in either case. */
const inHex = (value: number, digits: number) =>
	value
		.toString(16)
		.padStart(digits, '0')
		.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

/** A pattern of one character as it is and as addresses, forms, JSON, and JSON within JSON spell it: encoders differ in which they spell out. */
function spellings(letter: string): string {
	if (PLAIN.test(letter)) return escaped(letter);
	const units = Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at));
	const bytes = Buffer.from(letter, 'utf8');
	const forms = [
		`\\\\{0,4}${escaped(letter)}`,
		escaped(JSON.stringify(letter).slice(1, -1)),
		units.map((unit) => `\\\\{1,4}u${inHex(unit, 4)}`).join(''),
		[...bytes].map((byte) => `%${inHex(byte, 2)}`).join(''),
		...(letter === ' ' ? ['\\+'] : []),
	];
	return `(?:${forms.join('|')})`;
}

const pattern = (secret: string) => [...secret].map(spellings).join('');

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
	const hiders = [...secrets].sort((one, other) => other.length - one.length).map(hiderOfOne);
	return (text) => hiders.reduce((left, hide) => hide(left), text);
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
