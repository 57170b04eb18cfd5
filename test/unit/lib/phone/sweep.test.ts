import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { chooseRecipient } from '../../../../core/delivery/recipient';
import { sampleNumbers } from '../../../../docs/generator/numbers-page';
import given from '../../../fixtures/phone/examples.json';

/** Example numbers of Google's libphonenumber (PhoneNumberMetadata.xml), a fixed line and a mobile one of each country. */
const EXAMPLES: Record<string, { fixed?: string; mobile?: string }> = given;
const COUNTRIES = getCountries();

const NUMBERS = COUNTRIES.flatMap((country) => {
	const numbers = Object.values(EXAMPLES[country] ?? {});
	return numbers.flatMap((national) => {
		const number = parsePhoneNumberFromString(national, country);
		return number === undefined ? [] : [{ country, number }];
	});
});

const isNumber = (e164: string) => parsePhoneNumberFromString(e164)?.isValid() === true;

test('a number of any country without + is never read as somebody else', () => {
	const strangers: string[] = [];
	let refused = 0;
	const numbers = [...new Map(NUMBERS.map((one) => [one.number.number, one])).values()];
	for (const home of COUNTRIES) {
		for (const { number } of numbers) {
			const recipient = chooseRecipient(number.number.slice(1), home);
			if (recipient.kind !== 'phone') refused += 1;
			else if (recipient.to !== number.number) strangers.push(`${home}: ${number.number} as ${recipient.to}`);
		}
	}
	expect(COUNTRIES).toHaveLength(245);
	expect(NUMBERS.length).toBeGreaterThan(480);
	expect(strangers).toEqual([]);
	expect(refused).toBeLessThan(COUNTRIES.length * NUMBERS.length * 0.1);
});

test.each(COUNTRIES)('%s: its own numbers are accepted where they have one reading', (country) => {
	for (const number of NUMBERS.filter((one) => one.country === country).map((one) => one.number)) {
		const right = { kind: 'phone', to: number.number };
		const digits = number.formatNational().replace(/\D/g, '');
		const isClear = digits.startsWith('0') || `+${digits}` === number.number || !isNumber(`+${digits}`);
		const expected = isClear ? right : { kind: 'ambiguous', readings: [number.number, `+${digits}`] };
		expect(chooseRecipient(digits, country)).toMatchObject(expected);
		expect(chooseRecipient(number.number, country)).toEqual(right);
		expect(chooseRecipient(number.formatNational(), country, 'national')).toEqual(right);
		expect(chooseRecipient(number.number.slice(1), country, 'international')).toEqual(right);
	}
});

test.each(COUNTRIES)('%s: its own numbers are accepted in its own notation', (country) => {
	for (const { number } of NUMBERS.filter((one) => one.country === country)) {
		const notation = number.formatNational();
		const beginsWithCode = chooseRecipient(notation, country).kind === 'ambiguous';
		if (beginsWithCode) expect(notation).not.toMatch(/^\(?0|\d \d+-/);
		else expect(chooseRecipient(notation, country)).toEqual({ kind: 'phone', to: number.number });
	}
});

test.each(COUNTRIES)('%s: none of its own numbers is read as somebody else', (country) => {
	const strangers = [...sampleNumbers(country, 'mobile', 40), ...sampleNumbers(country, 'fixed', 40)].filter(
		({ e164, national }) => {
			const recipient = chooseRecipient(national, country);
			return recipient.kind === 'phone' && recipient.to !== e164;
		},
	);
	expect(strangers).toEqual([]);
});
