import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { toE164 } from './address';

export type PhoneReading =
	{ ok: true; to: string } | { ok: false; /** Goes behind the value, `is empty`. */ reason: string };

const INTERNATIONAL_PREFIX = /^00(?=[1-9])/;
const LETTER = /\p{L}/u;

/**
 * Mobile numbers of Mexico had a 1 behind the country code until 2019. WhatsApp still knows people under it, so it stays,
 * as the 9 of Brazil's mobile numbers does or does not (Meta, Phone numbers).
 */
const FORMER_MEXICAN = /^\+521\d{10}$/;

function international(value: string): PhoneReading {
	const digits = toE164(value);
	const number = digits === undefined ? undefined : parsePhoneNumberFromString(digits);
	if (number === undefined) {
		return { ok: false, reason: 'is no phone number with a country code, such as +16505551234' };
	}
	if (number.isPossible() || FORMER_MEXICAN.test(number.number)) return { ok: true, to: number.number };
	return {
		ok: false,
		reason: `has too few or too many digits for a number with the country code +${number.countryCallingCode}`,
	};
}

/**
 * A number without + in a list of one country. It counts as that country's where it can be one, else as one whose + got
 * lost; what fits neither numbering plan is refused, because a guess would write to a stranger.
 */
function domestic(value: string, country: string): PhoneReading {
	if (!isSupportedCountry(country)) {
		return { ok: false, reason: `cannot be read, because "${country}" is no country code such as DE or US` };
	}
	const number = parsePhoneNumberFromString(value, { defaultCountry: country, extract: false });
	if (number?.isValid() && number.ext === undefined) return { ok: true, to: number.number };
	const digits = toE164(value);
	const abroad = digits === undefined ? undefined : parsePhoneNumberFromString(digits);
	if (abroad?.isValid()) return { ok: true, to: abroad.number };
	return { ok: false, reason: `is no phone number of ${country}, nor one with another country code` };
}

/**
 * A phone number in E.164.
 *
 * @param defaultCountry ISO 3166 code of the country whose national numbers the list may hold
 */
export function readPhone(given: string, defaultCountry?: string): PhoneReading {
	const value = given.trim().replace(INTERNATIONAL_PREFIX, '+');
	if (value === '') return { ok: false, reason: 'is empty' };
	if (LETTER.test(value)) return { ok: false, reason: 'is no phone number' };
	return value.startsWith('+') || !defaultCountry
		? international(value)
		: domestic(value, defaultCountry.trim().toUpperCase());
}
