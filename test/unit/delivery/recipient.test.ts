import { readRecipient } from '../../../core/delivery/recipient';

test.each([
	['+16505551234', '+16505551234'],
	['16505551234', '+16505551234'],
	['0016505551234', '+16505551234'],
	[' +1 (650) 555-1234 ', '+16505551234'],
	['+49 30 901820', '+4930901820'],
])('%s is a phone number', (given, to) => {
	expect(readRecipient(given)).toEqual({ kind: 'phone', to });
});

test.each(['US.13491208655302741918', 'US.ENT.11815799212886844830'])('%s is a user id', (toUserId) => {
	expect(readRecipient(toUserId)).toEqual({ kind: 'user', toUserId });
});

test.each([
	['', /is empty/],
	['   ', /is empty/],
	['030 901820', /no phone number with a country code/],
	['12345', /no phone number/],
	['+1234567890123456', /no phone number/],
	['us.1349', /no phone number/],
	['Ana', /no phone number/],
])('"%s" is refused', (given, message) => {
	expect(readRecipient(given)).toEqual({ kind: 'invalid', message: expect.stringMatching(message) });
});
