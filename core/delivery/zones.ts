import { countriesOf, parsePhone } from '../lib/phone/reading';
import { offsetAt } from './quiet-hours';

/** Not among the countries that `Intl` knows; they keep the time of St Helena and Belgrade. */
const UNKNOWN_TO_INTL: ReadonlyMap<string, string> = new Map([
	['AC', 'Atlantic/St_Helena'],
	['TA', 'Atlantic/St_Helena'],
	['XK', 'Europe/Belgrade'],
]);

/** Node.js 20 has the property, later versions the method (ECMA-402, Intl Locale Info). */
type Located = Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] };

const WEEK_MS = 7 * 24 * 3_600_000;
/** Two years of weeks tell any two clocks of a country apart. */
const WEEKS = Array.from({ length: 104 }, (_, week) => Date.UTC(2026, 0, 1) + week * WEEK_MS);

function clockOf(zone: string): string {
	return WEEKS.map((at) => offsetAt(zone, at)).join();
}

const byCountry = new Map<string, readonly string[]>();

/** The time zones of a country by its ISO 3166 code, one for each different clock (IANA, Time Zone Database). */
export function zonesOfCountry(country: string): readonly string[] {
	let zones = byCountry.get(country);
	if (zones === undefined) {
		const own = UNKNOWN_TO_INTL.get(country);
		const locale: Located = new Intl.Locale(`und-${country}`);
		const all = own === undefined ? (locale.getTimeZones?.() ?? locale.timeZones ?? []) : [own];
		const byClock = new Map(all.toReversed().map((zone) => [clockOf(zone), zone]));
		zones = [...byClock.values()].reverse();
		byCountry.set(country, zones);
	}
	return zones;
}

/** Plans of several countries with different clocks whose numbers tell the country. */
const TELLING = new Set(['1', '7']);

/** By calling code: a list of recipients asks for the same few over and over. */
const byCallingCode = new Map<string, readonly string[]>();

/** The time zones of all countries that share a calling code. */
function zonesOfCallingCode(callingCode: string): readonly string[] {
	let zones = byCallingCode.get(callingCode);
	if (zones === undefined) {
		zones = [...new Set(countriesOf(callingCode).flatMap(zonesOfCountry))];
		byCallingCode.set(callingCode, zones);
	}
	return zones;
}

/** The time zones in which the owner of a number may be, by its country code; none for satellites and the like. */
export function zonesOfPhone(e164: string): readonly string[] {
	const number = parsePhone(e164);
	if (number === undefined) return [];
	const { country, countryCallingCode } = number;
	return country !== undefined && TELLING.has(countryCallingCode)
		? zonesOfCountry(country)
		: zonesOfCallingCode(countryCallingCode);
}
