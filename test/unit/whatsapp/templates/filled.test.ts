import { readFilledTemplate } from '../../../../core/whatsapp/templates/filled';
import { templateRules } from '../../../../core/providers/whatsapp-cloud/outbound/template';

const read = (values: Record<string, string>) => readFilledTemplate(values, templateRules);

const WHITESPACE = /must not hold line breaks, tabs or more than four spaces in a row$/;
const MEDIA = /has to be a media ID or a link that begins with https:\/\/ or http:\/\/$/;
const TIME = /has to be a time such as 2026-12-31T18:00:00Z$/;

test.each<[string, Record<string, string>, string, RegExp]>([
	['an unknown key', { body: 'a' }, 'body', /^"body" names no blank of a template; names look like body_1/],
	['a gap', { body_1: 'a', body_3: 'c' }, 'body_2', /^The value of "body_2" is missing$/],
	['a late start', { body_2: 'b' }, 'body_1', /missing/],
	['a position before the first', { body_0: 'a' }, 'body_1', /missing/],
	['a gap on a card', { card_0_body_2: 'b' }, 'card_0_body_1', /"card_0_body_1" is missing/],
	['a gap in the header', { header_text_2: 'b' }, 'header_text_1', /missing/],
	[
		'two blanks in a header',
		{ header_text_1: 'a', header_text_2: 'b' },
		'header_text_2',
		/one blank at most/,
	],
	['two names in a header', { header_text_a: 'a', header_text_b: 'b' }, 'header_text_b', /one blank at most/],
	['names and positions', { body_1: 'a', body_day: 'b' }, 'body_day', /by name or by position, not both$/],
	['names here, positions there', { header_text_1: 'a', body_day: 'b' }, 'body_day', /not both$/],
	['names on a card', { body_1: 'a', card_0_body_day: 'b' }, 'card_0_body_day', /not both$/],
	['an empty text', { body_1: '' }, 'body_1', /^The value of "body_1" is empty$/],
	['a blank text', { body_1: ' \n' }, 'body_1', /is empty$/],
	['a line break', { body_1: 'a\nb' }, 'body_1', WHITESPACE],
	['a carriage return', { header_text_1: 'a\rb' }, 'header_text_1', WHITESPACE],
	['a tab', { card_0_body_1: 'a\tb' }, 'card_0_body_1', WHITESPACE],
	['five spaces', { otp_code: '1     2' }, 'otp_code', WHITESPACE],
	['a long header', { header_text_1: 'x'.repeat(61) }, 'header_text_1', /is longer than 60 characters$/],
	['a long code', { button_0_code: 'x'.repeat(16) }, 'button_0_code', /is longer than 15 characters$/],
	['a long password', { otp_code: '1'.repeat(16) }, 'otp_code', /is longer than 15 characters$/],
	['a long link', { button_0_url: 'x'.repeat(2001) }, 'button_0_url', /is longer than 2000 characters$/],
	['no media', { header_image: 'cat.png' }, 'header_image', MEDIA],
	['media of another scheme', { header_video: 'ftp://a.example/b' }, 'header_video', MEDIA],
	['a link with spaces', { header_document: 'https://a.example/b c' }, 'header_document', MEDIA],
	['two headers', { header_image: '1', header_video: '2' }, 'header_video', /has one header/],
	['a text and a picture', { header_image: '1', header_text_1: 'a' }, 'header_image', /has one header/],
	['a name without document', { header_filename: 'a.pdf' }, 'header_document', /missing/],
	['half a place', { header_latitude: '1' }, 'header_longitude', /missing/],
	[
		'a latitude in words',
		{ header_latitude: 'north', header_longitude: '1' },
		'header_latitude',
		/be a number of degrees, such as 52\.5$/,
	],
	[
		'a latitude beyond the pole',
		{ header_latitude: '90.1', header_longitude: '1' },
		'header_latitude',
		/degrees/,
	],
	[
		'a longitude twice around',
		{ header_latitude: '1', header_longitude: '-181' },
		'header_longitude',
		/degrees/,
	],
	['a product without catalogue', { header_product: 'a' }, 'header_catalog', /missing/],
	['a catalogue without product', { card_0_header_catalog: 'a' }, 'card_0_header_product', /missing/],
	['two kinds of button', { button_0_url: 'a', button_0_payload: 'b' }, 'button_0_payload', /one kind$/],
	[
		'a flow and a catalogue',
		{ button_0_flowToken: 'a', button_0_thumbnail: 'b' },
		'button_0_thumbnail',
		/kind$/,
	],
	['a link twice', { button_0_url: 'a', button_0_url_name: 'b' }, 'button_0_url_name', /kind$/],
	['no JSON', { button_0_flowData: '{' }, 'button_0_flowData', /has to be JSON$/],
	['JSON of another kind', { button_0_flowData: '[1]' }, 'button_0_flowData', /has to be a JSON object/],
	['no sections', { button_0_sections: '[]' }, 'button_0_sections', /a list of 1 to 10 sections/],
	[
		'sections without products',
		{ button_0_sections: '[{"title":"a","productIds":[]}]' },
		'button_0_sections',
		/list/,
	],
	['no time', { offer_expiresAt: 'tomorrow' }, 'offer_expiresAt', TIME],
	['a day only', { offer_expiresAt: '2030-01-01' }, 'offer_expiresAt', TIME],
	['a day outside the calendar', { offer_expiresAt: '2030-02-31T00:00:00Z' }, 'offer_expiresAt', TIME],
	[
		'a missing card',
		{ card_1_body_1: 'a' },
		'card_0',
		/values of card 0 are missing; cards are counted from 0$/,
	],
	['a card left out', { card_0_body_1: 'a', card_2_body_1: 'a' }, 'card_1', /values of card 1 are missing/],
	['a password and a text', { otp_code: '1', body_1: 'a' }, 'body_1', /takes the code and no other value$/],
	['a password and a card', { card_0_body_1: 'a', otp_code: '1' }, 'card_0_body_1', /no other value$/],
])('%s is a problem', (_case, values, key, sentence) => {
	expect(read(values)).toStrictEqual({
		ok: false,
		field: `values.${key}`,
		message: expect.stringMatching(sentence),
	});
});

const NOTHING = { body: [], buttons: [], cards: [] };

test.each<[string, Record<string, string>, object]>([
	['no values', {}, {}],
	['optional values left empty', { button_0_payload: '', header_filename: ' ', button_1_flowData: '' }, {}],
	['four spaces', { body_1: 'a    b' }, { body: [{ name: '1', text: 'a    b' }] }],
	[
		'a payload with lines',
		{ button_0_payload: 'a\nb' },
		{ buttons: [{ index: 0, type: 'quickReply', payload: 'a\nb' }] },
	],
	['flow data alone', { button_0_flowData: '{}' }, { buttons: [{ index: 0, type: 'flow', data: {} }] }],
	[
		'sections before the picture',
		{ button_0_sections: '[{"title":"a","productIds":["b"]}]', button_0_thumbnail: 'b' },
		{
			buttons: [
				{ index: 0, type: 'multiProduct', thumbnail: 'b', sections: [{ title: 'a', productIds: ['b'] }] },
			],
		},
	],
	[
		'a media ID with spaces around',
		{ header_image: ' 12 ' },
		{ header: { type: 'image', media: { id: '12' } } },
	],
	[
		'a time with its zone',
		{ offer_expiresAt: '2030-01-01T02:00+02:00' },
		{ offer: '2030-01-01T00:00:00.000Z' },
	],
	['a time without zone', { offer_expiresAt: '2030-01-01T00:00:00' }, { offer: '2030-01-01T00:00:00.000Z' }],
	['milliseconds', { offer_expiresAt: '1893456000000' }, { offer: '2030-01-01T00:00:00.000Z' }],
	['seconds', { offer_expiresAt: '1893456000' }, { offer: '2030-01-01T00:00:00.000Z' }],
	[
		'buttons in any order',
		{ button_10_url: 'b', button_2_code: 'a' },
		{
			buttons: [
				{ index: 2, type: 'copyCode', code: 'a' },
				{ index: 10, type: 'url', suffix: 'b' },
			],
		},
	],
])('%s can be sent', (_case, values, expected) => {
	expect(read(values)).toMatchObject({ ok: true, value: { ...NOTHING, ...expected } });
});

test.each([
	['summer sale', 'summer%20sale'],
	['a%20b%2Fc', 'a%20b%2Fc'],
	['100%', '100%25'],
	['é/日本?x=1&y=ü#z', '%C3%A9/%E6%97%A5%E6%9C%AC?x=1&y=%C3%BC#z'],
	['\ud83d\ude00', '%F0%9F%98%80'],
	['\ud83d', '%EF%BF%BD'],
])('the link ends with %s', (given, suffix) => {
	expect(read({ button_0_url: given })).toMatchObject({ value: { buttons: [{ suffix }] } });
});
