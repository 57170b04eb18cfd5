import {
	getCountries,
	parsePhoneNumberFromString,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/core';
import plans from 'libphonenumber-js/metadata.max.json';
import { bare, canonicalAddress, toE164 } from './address';

/** What a number without + counts as where it can be read in two ways. */
export const NUMBERS_WITHOUT_PLUS = ['refuse', 'national', 'international'] as const;
export type NumbersWithoutPlus = (typeof NUMBERS_WITHOUT_PLUS)[number];

/** Reasons go behind the value, `is empty`. */
export type PhoneReading =
	| { ok: true; to: string }
	| { ok: false; reason: string; /** E.164, where there are several. */ readings?: string[] };

/** A number in E.164 by the numbering plans of all countries; `undefined` where no country code fits. */
export const parsePhone = (e164: string): PhoneNumber | undefined => parsePhoneNumberFromString(e164, plans);

/** The country that an ISO 3166 code names. */
export const countryCode = (code: string): CountryCode | undefined =>
	getCountries(plans).find((country) => country === code);

/** The countries that share a calling code, by their ISO 3166 codes. */
export const countriesOf = (callingCode: string): readonly string[] =>
	plans.country_calling_codes[callingCode] ?? [];

/** Numbers that get no text message. */
const NOT_MOBILE: ReadonlySet<string | undefined> = new Set([
	'FIXED_LINE',
	'TOLL_FREE',
	'PREMIUM_RATE',
	'SHARED_COST',
	'UAN',
	'VOICEMAIL',
]);

/** Arabic and Persian digits, whose lowest four bits are their value. */
const EASTERN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
const PHONE_NUMBER = /^\+?\d+$/;

interface Candidate {
	number: PhoneNumber;
	/** 2: in a range that is in use; 1: of the form of its country alone. */
	fit: 1 | 2;
	isMobile: boolean;
}

function hasFormOfItsCountry({ country, countryCallingCode, nationalNumber }: PhoneNumber): boolean {
	const [main] = plans.country_calling_codes[countryCallingCode] ?? [];
	const form: unknown = plans.countries[country ?? main ?? 'US']?.[2];
	return typeof form === 'string' && new RegExp(`^(?:${form})$`).test(nationalNumber);
}

/** A number that may be what was meant, if there is one. Plans such as Germany's name longer ones than E.164 has room for. */
function candidates(number: PhoneNumber | undefined): Candidate[] {
	if (number === undefined || toE164(number.number) === undefined) return [];
	const address = canonicalAddress(number.number);
	const known = address === number.number ? number : (parsePhone(address) ?? number);
	const type = known.getType();
	if (type === undefined) return hasFormOfItsCountry(known) ? [{ number, fit: 1, isMobile: false }] : [];
	return [{ number, fit: 2, isMobile: !NOT_MOBILE.has(type) }];
}

const groupsOf = (text: string): string => text.match(/\d+/g)?.join(' ') ?? '';

/** Which of two readings it has to be. */
function settled(home: Candidate, abroad: Candidate, given: string, value: string): Candidate | undefined {
	const { countryCallingCode: callingCode } = abroad.number;
	const isOwnCode = home.number.countryCallingCode === callingCode && abroad.number.number === `+${value}`;
	if (isOwnCode && abroad.isMobile && !home.isMobile) return abroad;
	const groups = groupsOf(given);
	const isWrittenAtHome = groups.includes(' ') && groups === groupsOf(home.number.formatNational());
	return isWrittenAtHome && !groups.startsWith(`${callingCode} `) ? home : undefined;
}

/** With + or 00 the number names its country itself; Mexico's former spelling is too long for its plan. */
function international(value: string): PhoneReading {
	const e164 = toE164(value);
	const number = e164 === undefined ? undefined : parsePhone(e164);
	if (number === undefined) {
		return { ok: false, reason: 'is not a phone number with a country code, such as +16505551234' };
	}
	if (parsePhone(canonicalAddress(number.number))?.isPossible()) return { ok: true, to: number.number };
	return {
		ok: false,
		reason: `has too few or too many digits for a number with the country code +${number.countryCallingCode}`,
	};
}

const named = ({ number }: Candidate): string => `${number.number} (${number.country ?? 'of no country'})`;

/**
 * A number without + in a list of one country. Where it can be that country's and another's too, it is refused, because a guess
 * would write to a stranger, unless the owner of the list says how it is meant. Two things tell: a fixed line of the country
 * gives way to its mobile number with country code, `4915112345678`, and nobody but the country writes numbers in its groups.
 */
function domestic(
	given: string,
	value: string,
	country: CountryCode,
	meaning: NumbersWithoutPlus,
): PhoneReading {
	const e164 = toE164(value);
	const home = candidates(
		parsePhoneNumberFromString(value, { defaultCountry: country, extract: false }, plans),
	);
	const abroad = e164 === undefined ? [] : candidates(parsePhone(e164));
	const all = meaning === 'international' ? [...abroad, ...home] : [...home, ...abroad];
	const isKnown = meaning === 'national' || meaning === 'international';
	const least = isKnown ? 1 : Math.max(...all.map(({ fit }) => fit));
	const [first, second] = all.filter(({ fit }) => fit >= least);
	if (first === undefined) {
		return { ok: false, reason: `is not a phone number of ${country}, nor one with another country code` };
	}
	const isOne = second === undefined || first.number.number === second.number.number;
	if (isOne || isKnown) return { ok: true, to: first.number.number };
	const chosen = settled(first, second, given, value);
	if (chosen !== undefined) return { ok: true, to: chosen.number.number };
	return {
		ok: false,
		reason: `can be ${named(first)} and ${named(second)}: write it with + and country code, or choose under Options → Numbers Without + how your list is written`,
		readings: [first.number.number, second.number.number],
	};
}

/**
 * A phone number in E.164.
 *
 * @param defaultCountry ISO 3166 code of the country whose national numbers the list may hold
 * @param meaning of a number without + that can be read in two ways
 */
export function readPhone(
	given: string,
	defaultCountry?: string,
	meaning: NumbersWithoutPlus = 'refuse',
): PhoneReading {
	const value = bare(given).replace(EASTERN_DIGIT, (digit) => String(digit.charCodeAt(0) & 15));
	if (value === '') return { ok: false, reason: 'is empty' };
	if (!PHONE_NUMBER.test(value)) return { ok: false, reason: 'is not a phone number' };
	if (value.startsWith('+') || !defaultCountry) return international(value);
	const name = defaultCountry.trim().toUpperCase();
	const country = countryCode(name);
	return country === undefined
		? { ok: false, reason: `cannot be read, because "${name}" is not a country code such as DE or US` }
		: domestic(given, value, country, meaning);
}
