import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';
import { readPhone } from '../../../../core/lib/phone/reading';

test.each([
	['+16505551234', undefined, '+16505551234'],
	['16505551234', undefined, '+16505551234'],
	['0016505551234', 'DE', '+16505551234'],
	['+49 (0)30 901820', undefined, '+4930901820'],
	['030 901820', 'DE', '+4930901820'],
	['030 901820', ' de ', '+4930901820'],
	['4930901820', 'DE', '+4930901820'],
	['(650) 555-1234', 'US', '+16505551234'],
	['447911123456', 'US', '+447911123456'],
	['06 698 12345', 'IT', '+390669812345'],
	// Numbers that WhatsApp knows people by, in the old and the new form.
	['+5215512345678', undefined, '+5215512345678'],
	['+525512345678', undefined, '+525512345678'],
	['+5511987654321', undefined, '+5511987654321'],
	['+551187654321', undefined, '+551187654321'],
	['1187654321', 'BR', '+551187654321'],
	['5215512345678', 'MX', '+5215512345678'],
	['8 (912) 345-67-89', 'RU', '+79123456789'],
	['011 15-2345-6789', 'AR', '+5491123456789'],
	['0151 2345678', 'DE', '+491512345678'],
	// Numbers for films and tests, which no range that is in use has.
	['07700 900123', 'GB', '+447700900123'],
	['447700900123', 'US', '+447700900123'],
	['(201) 555-0123', 'US', '+12015550123'],
	// A test number of Meta, which no numbering plan has.
	['+1 555 078 3881', undefined, '+15550783881'],
])('%s in a list of %s is %s', (given, country, to) => {
	expect(readPhone(given, country)).toEqual({ ok: true, to });
});

test.each([
	['', undefined, /^is empty$/],
	['Ana', 'DE', /^is not a phone number$/],
	['030 901820', undefined, /with a country code/],
	['12', 'DE', /is not a phone number of DE/],
	['+4912', undefined, /with a country code/],
	['+49301', undefined, /with a country code/],
	['+1650555123', undefined, /too few or too many digits .* \+1/],
	['+16505551234567', undefined, /too few or too many digits .* \+1/],
	['+999123456789', undefined, /with a country code/],
	['030 901820', 'Germany', /"GERMANY" is not a country code/],
	['030 901820 ext 5', 'DE', /not a phone number/],
])('%s in a list of %s is refused', (given, country, reason) => {
	expect(readPhone(given, country)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});

const MOBILES = getCountries().flatMap((country) => {
	const number = getExampleNumber(country, examples);
	return number === undefined ? [] : [{ country, number }];
});

test('mobile numbers of every country are read from every notation and stay what they are', () => {
	expect(MOBILES.length).toBeGreaterThan(240);
	for (const { country, number } of MOBILES) {
		const expected = { ok: true, to: number.number };
		expect(readPhone(number.number)).toEqual(expected);
		expect(readPhone(number.formatInternational())).toEqual(expected);
		expect(readPhone(number.number.slice(1))).toEqual(expected);
		// 670 is an area code of the Northern Marianas and the country code of East Timor.
		const meaning = country === 'MP' ? 'national' : 'refuse';
		expect(readPhone(number.formatNational(), country, meaning)).toEqual(expected);
	}
});
