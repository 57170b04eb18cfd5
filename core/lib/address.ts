import { idOf } from './json';

/** What people and providers put between the digits of a phone number, no-break spaces included. */
const SEPARATORS = /[\s\u00a0\u202f().\-–/]/g;

/**
 * E.164 has at most 15 digits and no country code begins with 0 (ITU-T E.164). The shortest international
 * numbers have seven digits; below that lie short codes, which have no country code.
 */
const INTERNATIONAL_DIGITS = /^\+?([1-9]\d{6,14})$/;

/**
 * A phone number as a provider writes it (`16505551234`, `+1 555-078-3881`, the number 16505551234) in
 * E.164.
 *
 * @returns `+` and digits, or `undefined` for a short code, an alphanumeric sender, an id or a national
 * number
 */
export function toE164(value: string | number): string | undefined {
	const digits = INTERNATIONAL_DIGITS.exec(String(value).replace(SEPARATORS, ''))?.[1];
	return digits === undefined ? undefined : `+${digits}`;
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
