import fc from 'fast-check';
import { conversationKey, toAddress, toE164 } from '../../../../core/lib/phone/address';

test.each<[string | number, string | undefined]>([
	['16505551234', '+16505551234'],
	['+16505551234', '+16505551234'],
	['+1 555-078-3881', '+15550783881'],
	['+1 (983) 555-2319', '+19835552319'],
	['+55\u00a011 11111\u20131111', '+5511111111111'],
	['49.170.1234567', '+491701234567'],
	[16505551234, '+16505551234'],
	['2901234', '+2901234'],
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
