import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { isZone } from '../../../core/delivery/quiet-hours';
import { zonesOfCountry, zonesOfPhone } from '../../../core/delivery/zones';

const MOBILES = getCountries().flatMap((country) => {
	const number = getExampleNumber(country, examples);
	return number === undefined ? [] : [{ country, number }];
});

test('every country has time zones, and all of them exist', () => {
	for (const { country, number } of MOBILES) {
		const zones = zonesOfCountry(country);
		expect(zones.length).toBeGreaterThan(0);
		expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
		expect(zonesOfPhone(number.number)).toEqual(expect.arrayContaining(zones));
	}
});

test.each([
	['+4930901820', ['Europe/Berlin']],
	['+12425551234', ['America/Nassau']],
	['+77012345678', ['Asia/Almaty']],
	['+881612345678', []],
	['Ana', []],
])('%s: the clocks of %j', (number, zones) => {
	expect(zonesOfPhone(number)).toEqual(zones);
});
