/** Inputs as tables, forms and gateways write them, through the nodes: read rightly, or refused by name. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute } from './harness';

const locator = (value: string) => ({ __rl: true, mode: 'id', value });

const TEMPLATE = {
	...{ id: '1', name: 'order_update', language: 'en_US', status: 'APPROVED', category: 'MARKETING' },
	components: [
		{ type: 'BODY', text: 'Hi {{1}}.' },
		{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://shop.example/{{1}}' }] },
	],
};

/** Sends one item; gives what went to Meta, and the item that came back. */
async function send(item: IDataObject, parameters: INodeParameters) {
	const sent: IDataObject[] = [];
	const graph = nock('https://graph.test').persist();
	graph
		.get('/v25.0/1001/message_templates')
		.query(true)
		.reply(200, { data: [TEMPLATE] });
	graph.get(/.*/).query(true).reply(200, {});
	graph.post(/.*/).reply(200, (_path, body) => {
		sent.push(typeof body === 'object' ? { ...body } : {});
		return { messages: [{ id: 'wamid.out' }] };
	});
	const outputs = await execute(new MessagingSend(), [item], {
		parameters: {
			...{ provider: 'whatsAppCloud', operation: 'sendResponse', sender: locator('2001'), text: 'Hi' },
			...{ recipientFrom: 'fields', recipientFields: 'phone' },
			...parameters,
		},
		onError: 'continueRegularOutput',
	});
	nock.cleanAll();
	const [accepted, suppressed] = outputs.map((output) => output[0]?.json);
	return { sent, given: accepted ?? suppressed };
}

beforeAll(() => {
	nock.disableNetConnect();
});
afterAll(() => {
	nock.enableNetConnect();
});

describe('numbers', () => {
	test.each<[string, string | number, string, string | undefined]>([
		['Arabic digits with an international prefix', '٠٠٤٩ ١٥١ ٢٣٤٥٦٧٨٩', 'DE', '+4915123456789'],
		['the trunk prefix in brackets', '+49 (0) 151 23456789', '', '+4915123456789'],
		['a cell that is a number', 4_915_123_456_789, 'DE', '+4915123456789'],
		['a cell that a spreadsheet shortened', '4.91512E+12', 'DE', undefined],
		['a cell with a decimal', '4915123456789.0', 'DE', '+4915123456789'],
		['an extension of RFC 3966', 'tel:+1-650-253-0000;ext=12', '', undefined],
		['two numbers', '+44 7911 123456 / +44 7911 654321', '', undefined],
		['a line break of a copied cell', '+44 7911\n123456', '', '+447911123456'],
		['a soft hyphen', '+44 7911\u00ad123456', '', '+447911123456'],
		['an en space', '+44\u20027911\u2002123456', '', '+447911123456'],
		['an apostrophe of a table', "'+447911123456", '', '+447911123456'],
		['the former mobile prefix of Mexico', '+521 55 1234 5678', '', '+5215512345678'],
	])('%s', async (_name, phone, defaultCountry, to) => {
		const { sent, given } = await send({ phone }, { options: { defaultCountry } });
		expect(sent.map((body) => body.to)).toEqual(to === undefined ? [] : [to]);
		if (to === undefined) expect(given?.error).toMatchObject({ field: expect.stringMatching(/./) });
	});
});

describe('settings', () => {
	const asTemplate = {
		...{ operation: 'sendTemplate', template: locator('order_update|en_US'), fillIn: 'json' },
		valuesJson: '{"body_1": "Ana", "button_0_url": "7"}',
	};
	test.each<[string, unknown, RegExp]>([
		['a state with a space without width', 'Opted\u200bOut', /optedOut/],
		['a state in full-width letters', 'ｏｐｔｅｄＯｕｔ', /optedOut/],
		['a state with a hyphen that does not break', 'opted\u2011out', /optedOut/],
		['a state in a list', ['optedOut'], /'state' cannot be/],
		['a state as a number', 0, /'state' cannot be/],
		['a state with a full stop', 'opted out.', /'state' cannot be/],
	])('%s holds back or is refused', async (_name, state, reason) => {
		const parameters = { ...asTemplate, consentFrom: 'field', consentField: 'state' };
		const { sent, given } = await send(
			{ phone: '+447911123456', state: JSON.parse(JSON.stringify(state)) },
			parameters,
		);
		expect(sent).toEqual([]);
		expect(JSON.stringify(given)).toMatch(reason);
	});
});

describe('templates', () => {
	const asTemplate = (template: string, values: object) => ({
		...{ operation: 'sendTemplate', template: locator(template), fillIn: 'json', consentFrom: 'none' },
		valuesJson: JSON.stringify(values),
	});
	const values = { body_1: 'Ana', button_0_url: '7' };
	test.each<[string, string, object]>([
		['a language with a hyphen', 'order_update|en-US', values],
		['a language in small letters', 'order_update|en_us', values],
		['spaces around name and language', ' order_update | en_US ', values],
		['a value that is 0', 'order_update|en_US', { ...values, button_0_url: 0 }],
	])('%s', async (_name, template, filled) => {
		const { sent } = await send({ phone: '+447911123456' }, asTemplate(template, filled));
		expect(sent).toMatchObject([{ template: { name: 'order_update', language: { code: 'en_US' } } }]);
	});

	test.each<[string, object]>([
		['a whole link in capitals', { ...values, button_0_url: 'HTTPS://SHOP.EXAMPLE/7' }],
		['a link of somebody else', { ...values, button_0_url: 'https://other.example/7' }],
		['a value of invisible characters', { ...values, body_1: '\u200b\u00a0' }],
		['a line separator', { ...values, body_1: 'Ana\u2028Bell' }],
		['a value that is null', { ...values, body_1: null }],
		['a blank by its braces', { ...values, '{{1}}': 'Ana' }],
	])('%s is refused', async (_name, filled) => {
		const { sent, given } = await send({ phone: '+447911123456' }, asTemplate('order_update|en_US', filled));
		expect(sent).toEqual([]);
		expect(given?.error).toMatchObject({ title: expect.stringMatching(/./) });
	});
});
