import { keyOn, templatePlace } from '../../../../core/whatsapp/templates/keys';

test.each([
	['body_1', { part: 'body', name: '1' }],
	['body_first_name', { part: 'body', name: 'first_name' }],
	['header_text_1', { part: 'headerText', name: '1' }],
	['header_text_day', { part: 'headerText', name: 'day' }],
	['header_gif', { part: 'header', field: 'gif' }],
	['header_filename', { part: 'header', field: 'filename' }],
	['button_0_url', { part: 'button', index: 0, field: 'url' }],
	['button_10_url_order_id', { part: 'button', index: 10, field: 'url', name: 'order_id' }],
	['button_3_flowData', { part: 'button', index: 3, field: 'flowData' }],
	['otp_code', { part: 'otp' }],
	['offer_expiresAt', { part: 'offer' }],
	['card_9_body_1', { part: 'body', name: '1', card: 9 }],
	['card_0_button_1_payload', { part: 'button', index: 1, field: 'payload', card: 0 }],
])('%s has a place', (key, place) => {
	expect(templatePlace(key)).toStrictEqual(place);
});

test.each([
	...['', 'body', 'body_', 'header_text_', 'header_audio', 'header_constructor', 'button_0', 'button_x_url'],
	...[
		'button_00_url',
		'button_100_url',
		'button_0_text',
		'button_0_url_',
		'button_0_payload_x',
		'card_01_body_1',
	],
	...['card_0_otp_code', 'card_0_offer_expiresAt', 'card_0_card_1_body_1', 'otp_code_1', '__proto__', '1'],
])('"%s" is no key', (key) => {
	expect(templatePlace(key)).toBeUndefined();
});

test('a key lies on a card or on the message', () => {
	expect(keyOn(undefined, 'body_1')).toBe('body_1');
	expect(keyOn(0, 'body_1')).toBe('card_0_body_1');
});
