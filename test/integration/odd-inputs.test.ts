/** Inputs with odd parts, as tables, expressions and providers bring them, through the nodes. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { categories, fromMeta, locator, received, send } from './ways';

beforeAll(() => {
	nock.disableNetConnect();
	nock.enableNetConnect('127.0.0.1');
});
afterAll(() => {
	nock.enableNetConnect();
});

const person: IDataObject = {
	...{ kind: 'message', provider: 'whatsAppCloud', channel: 'whatsapp', type: 'text', id: 'wamid.1' },
	...{ timestamp: '2026-11-21T12:00:00.000Z', from: '+16505551234', to: '+15550783881' },
};
const sender = locator('2001');

describe('rows of a list', () => {
	const reached = async (phone: IDataObject[string], defaultCountry: string) => {
		const parameters = { sender, text: 'Hi', recipientFrom: 'fields', recipientFields: 'phone' };
		const options = { defaultCountry };
		const { sent, given } = await send('whatsAppCloud', { phone }, { ...parameters, options });
		return sent[0]?.body.to ?? given?.error;
	};

	test.each<[IDataObject[string], string, string]>([
		['0151/12345678', 'DE', '+4915112345678'],
		['+49-(0)151-12345678', '', '+4915112345678'],
		['49 151 12345678', 'DE', '+4915112345678'],
		[' +16502530000\r\n', '', '+16502530000'],
		['+44 07911 123456', '', '+447911123456'],
		['(+44) 7911 123456', '', '+447911123456'],
		['+39 06 698 12345', '', '+390669812345'],
		['07911 123456', 'gb', '+447911123456'],
		['sms:+4915112345678', '', '+4915112345678'],
	])('%j in a list of %j reaches %s', async (phone, country, to) => {
		expect(await reached(phone, country)).toBe(to);
	});

	test.each<[IDataObject[string], string]>([
		['+49 151 12345678 (mobil)', 'DE'],
		['="+16502530000"', ''],
		['+16502530000;+16502530001', ''],
		['+1-800-FLOWERS', ''],
		['07911 123456', 'UK'],
		['112', 'DE'],
		['+999123456789', ''],
		['https://wa.me/4915112345678', ''],
		['ana@example.com', 'US'],
		['#NAME?', 'DE'],
		[true, 'US'],
	])('%j in a list of %j is refused', async (phone, country) => {
		expect(await reached(phone, country)).toMatchObject({ field: 'to' });
	});
});

describe('consent records', () => {
	const row = {
		...{ address: '+16505551234', channel: 'whatsapp', scope: 'all', status: 'optedOut' },
		timestamp: '2026-11-20T10:00:00.000Z',
	};
	const permitted = async (rows: unknown) => {
		const permission = { purpose: 'utility', consentRecords: '={{ $json.rows }}' };
		const item: IDataObject = { ...person, rows: JSON.parse(JSON.stringify(rows)) };
		return await send('whatsAppCloud', item, { sender, text: 'Hi', permission });
	};

	test.each<[string, unknown]>([
		['a row without a list around it', row],
		['the same as text', JSON.stringify(row)],
		['an item', { json: row }],
		['an address without +', [{ ...row, address: '16505551234' }]],
		['an address that is a number', [{ ...row, address: 16505551234 }]],
		['a state in capitals', [{ ...row, status: 'OPTED_OUT' }]],
		['a scope that nobody knows', [{ ...row, scope: 'newsletter' }]],
	])('%s holds back', async (_name, rows) => {
		const { sent, given } = await permitted(rows);
		expect(sent).toEqual([]);
		expect(given).toMatchObject({ suppressed: { rule: 'optedOut' } });
	});

	test.each<[string, unknown]>([
		['rows within an answer', { data: [row] }],
		['a list within a list', [[row]]],
		['columns of other names', [{ Address: row.address, Status: row.status }]],
		['a number', 7],
		['a word', 'optedOut'],
		['a state in other words', [{ ...row, status: 'gone' }]],
	])('%s are refused', async (_name, rows) => {
		const { sent, given } = await permitted(rows);
		expect(sent).toEqual([]);
		expect(JSON.stringify(given?.error)).toContain('Consent Records');
	});

	test.each<[string, unknown]>([
		['no row', []],
		['an empty item, as a look-up without a result gives', [{ json: {} }]],
		['an empty row', [{ address: null, status: '' }]],
		['somebody else’s row', [{ ...row, address: '+16505559999' }]],
	])('%s forbids nothing', async (_name, rows) => {
		expect((await permitted(rows)).sent).toHaveLength(1);
	});
});

describe('what an expression leaves behind', () => {
	const template = {
		...{ id: '1', name: 'order', language: 'en_US', status: 'APPROVED', category: 'UTILITY' },
		components: [{ type: 'BODY', text: 'Hi {{1}}.' }],
	};
	const asTemplate = (value: unknown): INodeParameters => ({
		...{ operation: 'sendTemplate', sender, template: locator('order|en_US'), recipientFrom: 'writer' },
		...{ consentFrom: 'none', fillIn: 'json', valuesJson: JSON.stringify({ body_1: value }) },
	});

	test.each<[string, INodeParameters, RegExp]>([
		['a list for a blank', asTemplate(['Ana']), /has to be a text, not a list/],
		[
			'a group of fields for a blank',
			asTemplate({ first: 'Ana' }),
			/has to be a text, not a list or a group/,
		],
		['a group within a blank', asTemplate('Ana [object Object]'), /gives a group of fields/],
		['an expression in a blank', asTemplate('{{ $json.name }}'), /was not evaluated/],
		['a group within a text', { text: '=Hi {{ $json.name }}' }, /The text holds \[object Object\]/],
		['an expression in a text', { text: 'Hi {{ $json.name }}' }, /The text holds an expression/],
		['a group as the text', { text: '={{ $json.name }}' }, /The text is missing/],
	])('%s is refused', async (_name, parameters, reason) => {
		const item = { ...person, name: { first: 'Ana' } };
		const { sent, given } = await send(
			'whatsAppCloud',
			item,
			{ sender, ...parameters },
			{ templates: [template] },
		);
		expect(sent).toEqual([]);
		expect(JSON.stringify(given?.error)).toMatch(reason);
	});

	test.each([
		['a number as the text', { text: '={{ 0 }}' }, { text: { body: '0' } }],
		[
			'a blank that is true',
			asTemplate(true),
			{ template: { components: [{ parameters: [{ text: 'true' }] }] } },
		],
		[
			'a group as callback data',
			{ text: 'Hi', options: { callbackData: '={{ { order: 7 } }}' } },
			{ biz_opaque_callback_data: '{"order":7}' },
		],
	])('%s goes out', async (_name, parameters, body) => {
		const { sent } = await send(
			'whatsAppCloud',
			person,
			{ sender, ...parameters },
			{ templates: [template] },
		);
		expect(sent[0]?.body).toMatchObject(body);
	});
});

describe('calls with odd parts', () => {
	const tap = (more: object) => ({ id: 'wamid.7', from: '16505551234', timestamp: '1764000000', ...more });
	const failed = (more: object) => ({
		...{ id: 'wamid.2', status: 'failed', timestamp: '1764000000', recipient_id: '16505551234' },
		...more,
	});

	test.each([
		['a button without words', { type: 'button', button: { payload: 'p1' } }, 'buttonReply', 'p1'],
		[
			'a row without a title',
			{ type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'r1' } } },
			'listReply',
			'r1',
		],
	])('%s of WhatsApp is a message', async (_name, content, type, payload) => {
		expect(await fromMeta({ messages: [tap(content)] })).toMatchObject([{ kind: 'message', type, payload }]);
	});

	const NOT_THERE = { code: 131026, title: 'Undeliverable' };
	test.each<[string, unknown[]]>([
		['a general error in front', [{ code: 131000, title: 'Something went wrong' }, NOT_THERE]],
		['nothing in front', [null, NOT_THERE]],
		['an empty one in front', [{}, NOT_THERE]],
		['a code as text', [{ ...NOT_THERE, code: '131026' }]],
	])('a failure with %s is known by what it says', async (_name, errors) => {
		expect(await fromMeta({ statuses: [failed({ errors })] })).toMatchObject([
			{ status: 'failed', error: { code: '131026', cause: 'recipientUnreachable', retryable: false } },
		]);
	});

	test('a payment that is not called one is no failed message', async () => {
		const payment = { reference_id: 'r', transaction: { id: 't', status: 'failed' } };
		expect(await fromMeta({ statuses: [failed({ payment })] })).toMatchObject([
			{ kind: 'account', event: 'channelEvent' },
		]);
	});

	test('a preference in capitals opts out', async () => {
		const preference = { wa_id: '16505551234', category: 'MARKETING_MESSAGES', value: 'STOP' };
		const items = await fromMeta({ user_preferences: [preference] }, 'user_preferences');
		expect(items).toMatchObject([{ action: 'optOut', scope: 'marketing' }]);
		expect(await categories(items)).toEqual(['optOut']);
	});

	const sms = {
		...{ messageId: 'M1', from: '385916242493', to: '447860099299' },
		receivedAt: '2026-10-06T09:28:39.220+0000',
	};
	test.each([
		['only what stands behind the keyword', { cleanText: 'STOP' }],
		['the keyword alone', { keyword: 'STOP', text: '', cleanText: '' }],
		['a neighbour that is nothing', { text: 'STOP' }],
	])('an SMS of Infobip with %s opts out', async (_name, content) => {
		const items = await received('infobip', { results: [null, { ...sms, ...content }] });
		expect(await categories(items)).toContain('optOut');
	});
});

test.each<[string, number, object, object]>([
	[
		'a code as text',
		400,
		{ error: { code: '131047', message: 'x' } },
		{ code: '131047', cause: 'windowClosed' },
	],
	['an error with HTTP 200', 200, { error: { code: 131047, message: 'x' } }, { cause: 'windowClosed' }],
	['an error that is a text', 400, { error: 'bad' }, { code: 'http.400', detail: 'bad' }],
	['an error without a code', 403, { error: { message: 'no' } }, { cause: 'configurationInvalid' }],
])('%s in an answer says what happened', async (_name, status, answer, error) => {
	const parameters = { sender, text: 'Hi' };
	const { sent, given } = await send('whatsAppCloud', person, parameters, {
		status,
		answer: { messages: undefined, ...answer },
	});
	expect(sent).toHaveLength(1);
	expect(given?.error).toMatchObject(error);
});

test.each([{}, { messages: [] }, { messages: [{ id: '' }] }])(
	'an answer without an id, %j, is not taken for a message that went out',
	async (answer) => {
		const { sent, given } = await send(
			'whatsAppCloud',
			person,
			{ sender, text: 'Hi' },
			{ answer: { messages: undefined, ...answer } },
		);
		expect(sent).toHaveLength(1);
		expect(given).toMatchObject({ outcome: 'unknown' });
	},
);
