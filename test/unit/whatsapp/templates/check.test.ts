import fc from 'fast-check';
import { checkTemplateValues } from '../../../../core/whatsapp/templates/check';
import type { MessageTemplate } from '../../../../core/whatsapp/templates/template';
import { templates } from '../../../../core/providers/whatsapp-cloud/outbound/templates';
import { anyValues, listed } from './fixtures';

const components = [
	{ type: 'HEADER', format: 'LOCATION' },
	{ type: 'BODY', text: 'Hello {{1}}, your order {{2}} is ready.' },
	{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends', has_expiration: true } },
	{
		type: 'BUTTONS',
		buttons: [
			{ type: 'COPY_CODE', text: 'Copy' },
			{ type: 'QUICK_REPLY', text: 'Stop' },
			{ type: 'FLOW', text: 'Book' },
		],
	},
	{ type: 'CAROUSEL', cards: [{ components: [{ type: 'HEADER', format: 'IMAGE' }] }] },
];

const template: MessageTemplate = {
	id: '1',
	name: 'sale',
	language: 'en_US',
	status: 'approved',
	sendable: true,
	preview: '',
	blanks: listed(templates, { data: [{ id: '1', name: 'sale', language: 'en_US', components }] }).flatMap(
		({ blanks }) => blanks,
	),
};

const COMPLETE = {
	header_latitude: '37.4',
	header_longitude: '-122.1',
	body_1: 'Ann',
	body_2: 'A-17',
	button_0_code: '25OFF',
	button_2_flowToken: 't',
	offer_expiresAt: '2030-01-01T00:00:00Z',
	card_0_header_image: '12',
};

test.each([
	['with what is required', {}],
	['with what is optional', { header_name: 'Shop', button_1_payload: 'stop', button_2_flowData: '{"a":1}' }],
	['with empty values for what is optional', { header_name: '', button_1_payload: ' ' }],
	['with an empty value for no blank', { body_3: '' }],
])('nothing is wrong %s', (_case, more) => {
	expect(checkTemplateValues(template, { ...COMPLETE, ...more })).toStrictEqual([]);
});

test.each([
	['body_2', '', 'The value for "Hello …, your order ▢ is ready." is missing'],
	[
		'body_1',
		'a\nb',
		'The value for "Hello ▢, your order … is ready." must not hold line breaks, tabs or more than four spaces in a row',
	],
	[
		'header_latitude',
		'north',
		'The value for "Latitude of the place in the header" has to be a number of degrees, such as 52.5',
	],
	[
		'button_0_code',
		'x'.repeat(16),
		'The value for "Button "Copy": code to copy" is longer than 15 characters',
	],
	['button_2_flowData', '{', 'The value for "Button "Book": data of the first screen (JSON)" has to be JSON'],
	[
		'offer_expiresAt',
		'soon',
		'The value for "End of the offer (UTC)" has to be a time such as 2026-12-31T18:00:00Z',
	],
	[
		'card_0_header_image',
		'cat.png',
		'The value for "Card 1: Image of the header" has to be a media ID or a link that begins with https:// or http://',
	],
	['body_3', 'x', 'The template "sale" (en_US) has no blank for "body_3"; leave the value out'],
])('%s: %j', (key, value, message) => {
	expect(checkTemplateValues(template, { ...COMPLETE, [key]: value })).toStrictEqual([
		{ ok: false, field: `values.${key}`, message },
	]);
});

test('every problem is told, in the order of the form', () => {
	const fields = checkTemplateValues(template, { extra: 'x', body_2: 'b', offer_expiresAt: 'soon' }).map(
		({ field }) => field,
	);
	expect(fields).toStrictEqual([
		'values.header_latitude',
		'values.header_longitude',
		'values.body_1',
		'values.button_0_code',
		'values.button_2_flowToken',
		'values.offer_expiresAt',
		'values.card_0_header_image',
		'values.extra',
	]);
});

test('any values are checked', () => {
	fc.assert(
		fc.property(anyValues, (values) => {
			expect(checkTemplateValues(template, values).length).toBeGreaterThan(0);
		}),
	);
});
