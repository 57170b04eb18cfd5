import fc from 'fast-check';
import { chooseRecipient } from '../../../core/delivery/recipient';

test.each([
	['+16505551234', '+16505551234'],
	['16505551234', '+16505551234'],
	['0016505551234', '+16505551234'],
	[' +1 (650) 555-1234 ', '+16505551234'],
	['+49 30 901820', '+4930901820'],
])('%s is a phone number', (given, to) => {
	expect(chooseRecipient(given)).toEqual({ kind: 'phone', to });
});

test.each(['US.13491208655302741918', 'US.ENT.11815799212886844830'])('%s is a user id', (toUserId) => {
	expect(chooseRecipient(toUserId)).toEqual({ kind: 'user', toUserId });
});

test.each([
	['', /No recipient/],
	['   ', /No recipient/],
	['030 901820', /not a phone number with a country code/],
	['12345', /not a phone number/],
	['+1234567890123456', /not a phone number/],
	['us.1349', /not a phone number/],
	['Ana', /not a phone number/],
])('"%s" is refused', (given, message) => {
	expect(chooseRecipient(given)).toEqual({ kind: 'invalid', message: expect.stringMatching(message) });
});

const GROUP = 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD';

describe('the first that can be written to', () => {
	test.each<[string, unknown, string | undefined, object]>([
		['one value', ' +16505551234 ', undefined, { kind: 'phone', to: '+16505551234' }],
		['a number from a table', 16505551234, undefined, { kind: 'phone', to: '+16505551234' }],
		['a national number', '030 901820', 'DE', { kind: 'phone', to: '+4930901820' }],
		['a user id', 'US.13491208655302741918', 'DE', { kind: 'user', toUserId: 'US.13491208655302741918' }],
		['a group', GROUP, undefined, { kind: 'group', toGroupId: GROUP }],
		['the first of two', ['+4930901820', '+16505551234'], undefined, { kind: 'phone', to: '+4930901820' }],
		[
			'empty and wrong ones before',
			['', null, 'n/a', '+16505551234'],
			undefined,
			{ kind: 'phone', to: '+16505551234' },
		],
	])('%s', (_name, values, country, expected) => {
		expect(chooseRecipient(values, country)).toEqual(expected);
	});

	test.each<[string, unknown, string]>([
		['nothing', undefined, 'No recipient is given'],
		['only empty values', ['', ' ', null, {}], 'No recipient is given'],
		[
			'only wrong ones, each with its reason',
			['n/a', '030 901820'],
			'"n/a" is not a phone number; "030 901820" is not a phone number with a country code, such as +16505551234',
		],
	])('%s', (_name, values, message) => {
		expect(chooseRecipient(values)).toEqual({ kind: 'invalid', message });
	});

	test('one that can be two numbers is passed over, and refused with both where no other follows', () => {
		expect(chooseRecipient(['13123456789', '+16505551234'], 'CN')).toEqual({
			kind: 'phone',
			to: '+16505551234',
		});
		expect(chooseRecipient(['n/a', '13123456789'], 'CN')).toEqual({
			kind: 'ambiguous',
			message: expect.stringContaining('+8613123456789 (CN) and +13123456789 (US)'),
			readings: ['+8613123456789', '+13123456789'],
		});
		expect(chooseRecipient('13123456789', 'CN', 'national')).toMatchObject({ to: '+8613123456789' });
		expect(chooseRecipient('13123456789', 'CN', 'international')).toMatchObject({ to: '+13123456789' });
	});

	test('nothing throws', () => {
		fc.assert(
			fc.property(fc.anything(), fc.string(), (values, country) => {
				expect(chooseRecipient(values, country)).toHaveProperty('kind');
			}),
		);
	});
});
