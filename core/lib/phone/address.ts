import { idOf } from '../json';
import { found, problem, type Reading } from '../result';

/** What stands between the digits of a number without a meaning: spaces, invisible marks, hyphens, brackets, dots, apostrophes. */
const HARMLESS = /[\s\p{Cf}\p{Pd}\p{Ps}\p{Pe}\u2212.·/'’‘`´]/gu;
/** ASCII in the width of Chinese and Japanese letters (Unicode, Halfwidth and Fullwidth Forms). */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** What says that a number follows: RFC 3966, RFC 5724, and Twilio's addresses. */
const SCHEME = /^(?:tel|sms|mms|rcs|whatsapp):/i;
/** How spreadsheets write a number that they take for an amount. */
const AMOUNT = /^(\D?\d{7,15})[.,]0{1,2}$/;

/**
 * A number without what means nothing: digits, with `+` where it was there. What is no number keeps its letters and signs, so
 * that it is not taken for one.
 */
export function bare(value: string): string {
	return value
		.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
		.trim()
		.replace(AMOUNT, '$1')
		.replace(HARMLESS, '')
		.replace(SCHEME, '');
}

/** How a number begins that names its country: with +, with 00, or with both. */
const INTERNATIONAL_PREFIX = /^(?:\+?00|\+)(?=[1-9])/;

/**
 * E.164 has at most 15 digits and no country code begins with 0 (ITU-T E.164). The shortest international
 * numbers have seven digits; below that lie short codes, which have no country code.
 */
const INTERNATIONAL_DIGITS = /^[1-9]\d{6,14}$/;

/**
 * A phone number as a provider writes it (`16505551234`, `+1 555-078-3881`, the number 16505551234) in
 * E.164.
 *
 * @returns `+` and digits, or `undefined` for a short code, an alphanumeric sender, an id or a national
 * number
 */
export function toE164(value: string | number): string | undefined {
	const digits = bare(String(value)).replace(INTERNATIONAL_PREFIX, '');
	return INTERNATIONAL_DIGITS.test(digits) ? `+${digits}` : undefined;
}

/** A message's recipient in E.164. */
export function readRecipientNumber(to: string): Reading<string> {
	const number = toE164(to);
	return number === undefined
		? problem('to', `The recipient "${to}" is not a phone number with country code, such as +16505551234`)
		: found(number);
}

/**
 * A phone number in E.164 behind the country's code, where it is a national one: it begins neither with that code nor with `+` or
 * `00`. `undefined` for what is not a phone number.
 */
export function withCallingCode(value: string, callingCode: string | undefined): string | undefined {
	const number = bare(value);
	const isNational =
		callingCode !== undefined &&
		/^\d+$/.test(number) &&
		!/^00[1-9]/.test(number) &&
		!number.startsWith(callingCode);
	return toE164(isNational ? `+${callingCode}${number.replace(/^0/, '')}` : number);
}

/** The digits of a phone number or short code, as Infobip and Meta write them: without `+`. A name or an id stays as given. */
export function digitsOf(value: string): string {
	const number = bare(value).replace(INTERNATIONAL_PREFIX, '');
	return /^\d+$/.test(number) ? number : value.trim();
}

/**
 * An address for an event's `from` or `to`: E.164 where the value is an international phone number,
 * otherwise as given. Only for fields that the provider describes as addresses: an id of digits only would
 * be taken for a phone number.
 */
export function toAddress(value: unknown): string | undefined {
	const given = idOf(value);
	return given === undefined ? undefined : (toE164(given) ?? given);
}

const PHONE_CHANNELS: ReadonlySet<string> = new Set([
	'sms',
	'mms',
	'rcs',
	'whatsapp',
	'viber',
	'viberbm',
	'kakaotalk',
]);

/** Whether addresses on a channel are phone numbers. On others an id of digits only is not to be taken for one. */
export function hasPhoneNumbers(channel: string): boolean {
	return PHONE_CHANNELS.has(channel);
}

/**
 * Mobile numbers that are written in two ways, with the one way that stands for both. Mexico had a 1 behind the country code
 * until 2019, Brazil put a 9 before eight digits until 2016, Argentina's 9 becomes a 15 within the country. Providers and lists
 * know people by either (Meta, Phone numbers).
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
	[/^\+521(?=\d{10}$)/, '+52'],
	[/^\+55[1-9]\d(?=[6-9]\d{7}$)/, '$&9'],
	[/^\+54(?=\d{12}$)(11|[23]\d{2,3})15/, '+549$1'],
	[/^\+54(?=[1-3]\d{9}$)/, '+549'],
];

/** An address in the one form under which a person is known, whichever way it is written. Not the one to send to. */
export function canonicalAddress(value: string): string {
	const address = toE164(value) ?? value.trim();
	const [spelling, canonical] = SPELLINGS.find(([pattern]) => pattern.test(address)) ?? [/^/, ''];
	return address.replace(spelling, canonical);
}

/**
 * The key of a conversation, `provider:channelId:address`.
 *
 * @param channelId our side's id; where the provider gives none, our side's address
 * @param address the person's address, or the provider's id of the person where no address is known
 * @returns `undefined` where one side is not known: a key of half a conversation would join strangers
 */
export function conversationKey(
	provider: string,
	channelId: string | undefined,
	address: string | undefined,
): string | undefined {
	return channelId && address ? `${provider}:${channelId}:${address}` : undefined;
}
