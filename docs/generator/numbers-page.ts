import { getCountries, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import plans from 'libphonenumber-js/metadata.max.json';
import { chooseRecipient } from '../../core/delivery/recipient';
import { code, page, table } from './markdown';
import { GENERATED } from './node-page';
import { textsOf } from './pattern';

/** Mulberry32: the same numbers each time. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** The pattern of a kind of number in a plan; kinds of one pattern share that of fixed lines (libphonenumber-js, metadata). */
function patternOf(plan: readonly unknown[], kind: 0 | 1): string {
	const kinds = plan[11];
	const pattern = (index: number): unknown =>
		Array.isArray(kinds) && Array.isArray(kinds[index]) ? kinds[index][0] : undefined;
	const found = pattern(kind) || pattern(0);
	return typeof found === 'string' ? found : '';
}

interface Sample {
	e164: string;
	/** As it is dialled in the country, digits alone. */
	national: string;
	/** The same without the prefix of its country, as a spreadsheet leaves it. */
	significant: string;
}

const KINDS = { fixed: 0, mobile: 1 } as const;

/** Numbers of a country that its plan gives out, all as likely as each other. */
export function sampleNumbers(country: CountryCode, kind: keyof typeof KINDS, most: number): Sample[] {
	const texts = textsOf(patternOf(plans.countries[country] ?? [], KINDS[kind]));
	const random = seeded(most);
	const samples = new Map<string, Sample>();
	for (let turn = 0; turn < most; turn += 1) {
		const callingCode = String(plans.countries[country]?.[0]);
		const number = parsePhoneNumberFromString(`+${callingCode}${texts.pick(random)}`, plans);
		if (number?.country !== country || !number.isValid()) continue;
		const { number: e164, nationalNumber: significant } = number;
		if (parsePhoneNumberFromString(number.formatNational(), country, plans)?.number !== e164) continue;
		samples.set(e164, { e164, national: number.formatNational().replace(/\D/g, ''), significant });
	}
	return [...samples.values()];
}

/** The share of numbers that are refused, because they can be read in two ways. */
function shareRefused(country: string, numbers: readonly string[]): string {
	const refused = numbers.filter((number) => chooseRecipient(number, country).kind === 'ambiguous').length;
	return numbers.length === 0 ? '–' : `${Math.round((100 * refused) / numbers.length)} %`;
}

const SAMPLES = 50;

const INTRODUCTION = `Mobile numbers of a country that are written without + and can be read as a number of another country too, so that
_Messaging Send_ with this _Default Country_ refuses them, unless _Numbers Without +_ says how they are meant. Counted among up to
${SAMPLES} numbers of each country's plan, drawn at random: as they are dialled there, and without the 0 (or other prefix) of the
country, as a spreadsheet leaves them. A dash stands where the numbers of a territory are counted with its mainland.`;

/** How many numbers without + cannot be told from numbers of other countries, by the default country. */
export function numbersPage(): string {
	const rows = getCountries(plans)
		.toSorted()
		.map((country) => {
			const samples = sampleNumbers(country, 'mobile', SAMPLES);
			const share = (form: 'national' | 'significant') =>
				shareRefused(
					country,
					samples.map((sample) => sample[form]),
				);
			return [code(country), share('national'), share('significant')];
		});
	return page(
		GENERATED,
		'# Numbers without +',
		INTRODUCTION,
		table(['Country', 'As dialled', 'Without the prefix'], rows),
	);
}
