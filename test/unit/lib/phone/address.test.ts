import fc from 'fast-check';
import {
	canonicalAddress,
	conversationKey,
	digitsOf,
	toAddress,
	toE164,
	withCallingCode,
} from '../../../../core/lib/phone/address';

test.each<[string | number, string | undefined]>([
	['16505551234', '+16505551234'],
	['+16505551234', '+16505551234'],
	['+1 555-078-3881', '+15550783881'],
	['+1 (983) 555-2319', '+19835552319'],
	['+55\u00a011 11111\u20131111', '+5511111111111'],
	['49.170.1234567', '+491701234567'],
	[16505551234, '+16505551234'],
	['2901234', '+2901234'],
	['0016505551234', '+16505551234'],
	['+0016505551234', '+16505551234'],
	['whatsapp:+16505551234', '+16505551234'],
	['tel:+1-650-555-1234', '+16505551234'],
	['\u202a+1 650\u2011555\u20111234\u202c', '+16505551234'],
	['\uff0b1 650 555 1234', '+16505551234'],
	["'16505551234", '+16505551234'],
	['16505551234.0', '+16505551234'],
	['1650555\u00b2', undefined],
	['+16505551234;ext=5', undefined],
	['+16505551234, +16505551235', undefined],
	['1234567890123456', undefined],
	['12345', undefined],
	['733', undefined],
	['0170 1234567', undefined],
	['MTN', undefined],
	['1-800-FLOWERS', undefined],
	['US.13491208655302741918', undefined],
	['<WHATSAPP_USER_PHONE_NUMBER>', undefined],
	['', undefined],
	['+', undefined],
	['١٢٣٤٥٦٧٨', undefined],
])('toE164(%p) is %p', (value, expected) => {
	expect(toE164(value)).toBe(expected);
});

test.each<[unknown, string | undefined]>([
	['16505551234', '+16505551234'],
	[16505551234, '+16505551234'],
	['12345', '12345'],
	['InfoSMS', 'InfoSMS'],
	['US.13491208655302741918', 'US.13491208655302741918'],
	['', undefined],
	[undefined, undefined],
	[null, undefined],
	[{ number: '16505551234' }, undefined],
])('toAddress(%p) is %p', (value, expected) => {
	expect(toAddress(value)).toBe(expected);
});

test('E.164 stays as it is', () => {
	fc.assert(
		fc.property(fc.string(), (value) => {
			const number = toE164(value);
			if (number !== undefined) expect(toE164(number)).toBe(number);
		}),
	);
});

test('a conversation needs both sides', () => {
	expect(conversationKey('whatsAppCloud', '106540352242922', '+16505551234')).toBe(
		'whatsAppCloud:106540352242922:+16505551234',
	);
	expect(conversationKey('sinch', undefined, '+16505551234')).toBeUndefined();
	expect(conversationKey('sinch', 'plan', undefined)).toBeUndefined();
	expect(conversationKey('sinch', 'plan', '')).toBeUndefined();
});

test.each([
	['+44 7860 099299', '447860099299'],
	['0044 7860 099299', '447860099299'],
	['447860099299', '447860099299'],
	['07860 099299', '07860099299'],
	['12 345', '12345'],
	[' Harbour Inn ', 'Harbour Inn'],
	['ana@example.com', 'ana@example.com'],
])('the digits of %j are %j', (given, digits) => {
	expect(digitsOf(given)).toBe(digits);
});

test.each([
	['07911 123456', '44', '+447911123456'],
	['7911 123456', '44', '+447911123456'],
	['447911123456', '44', '+447911123456'],
	['+1 650 555 1234', '44', '+16505551234'],
	['0016505551234', '44', '+16505551234'],
	['16505551234', undefined, '+16505551234'],
	['Harbour', '44', undefined],
])('%s behind %s is %s', (given, code, expected) => {
	expect(withCallingCode(given, code)).toBe(expected);
});

test.each([
	['+5215512345678', '+525512345678'],
	['52 1 55 1234 5678', '+525512345678'],
	['+525512345678', '+525512345678'],
	['+551187654321', '+5511987654321'],
	['+5511987654321', '+5511987654321'],
	// A fixed line: eight digits that begin with 2 to 5.
	['+551133334444', '+551133334444'],
	['+541123456789', '+5491123456789'],
	['+54 11 15 2345 6789', '+5491123456789'],
	['+54 2966 15 123456', '+5492966123456'],
	['+54 223 15 123 4567', '+5492231234567'],
	['+5491123456789', '+5491123456789'],
	// Toll-free.
	['+548001234567', '+548001234567'],
	['+16505551234', '+16505551234'],
	['12345', '12345'],
	['Harbour', 'Harbour'],
	['US.13491208655302741918', 'US.13491208655302741918'],
])('the owner of %s is known as %s', (given, canonical) => {
	expect(canonicalAddress(given)).toBe(canonical);
	expect(canonicalAddress(canonical)).toBe(canonical);
});
