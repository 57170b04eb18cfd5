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
	['body_2', '', 'The value for "…, your order ▢ is ready." is missing'],
	[
		'body_1',
		'a\nb',
		'The value for "Hello ▢, your order … is …" must not hold line breaks, tabs or more than four spaces in a row',
	],
	[
		'header_latitude',
		'north',
		'The value for "Latitude of the place" has to be a number of degrees, such as 52.5',
	],
	['button_0_code', 'x'.repeat(16), 'The value for "Code of "Copy"" is longer than 15 characters'],
	['button_2_flowData', '{', 'The value for "Data (JSON) of "Book"" has to be JSON'],
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

test.each([
	['paused', { status: 'paused', sendable: false }, 'cannot be sent, as it is paused, not approved'],
	['rejected', { status: 'rejected', sendable: false }, 'cannot be sent, as it is rejected, not approved'],
	[
		'under appeal',
		{ status: 'in_appeal', sendable: false },
		'cannot be sent, as it is in appeal, not approved',
	],
	[
		'with a part of the future',
		{ unsupported: 'the part "hologram"' },
		'has what cannot be filled in here: the part "hologram"',
	],
])('a template %s is its only problem, whatever the values', (_case, more, message) => {
	expect(checkTemplateValues({ ...template, ...more }, { extra: 'x' })).toStrictEqual([
		{ ok: false, field: 'template', message: `The template "sale" (en_US) ${message}` },
	]);
});

const link = (url: string): MessageTemplate => ({
	...template,
	blanks: listed(templates, {
		data: [
			{
				id: '1',
				name: 'sale',
				language: 'en_US',
				components: [{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url }] }],
			},
		],
	}).flatMap(({ blanks }) => blanks),
});
const SHOP = 'https://shop.example/o/';

test.each([
	[`${SHOP}{{1}}`, `${SHOP}123`, true],
	[`${SHOP}{{1}}`, 'http://shop.example/o/123', true],
	[`${SHOP}{{1}}`, 'https://other.example/123', true],
	[`${SHOP}{{code}}`, `${SHOP}123`, true],
	[`${SHOP}{{1}}`, '123', false],
	[`${SHOP}{{1}}`, 'https', false],
	['https://r.example/?to={{1}}', 'https://shop.example/123', false],
	['https://r.example/?to={{1}}', 'https://r.example/?to=1', true],
])('the blank of %s with %s: a whole link is refused', (url, value, isRefused) => {
	const key = url.includes('code') ? 'button_0_url_code' : 'button_0_url';
	const problems = checkTemplateValues(link(url), { [key]: value }).map(({ message }) => message);
	expect(problems).toEqual(
		isRefused ? [expect.stringMatching(/is a whole link; give what comes behind https:/)] : [],
	);
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
