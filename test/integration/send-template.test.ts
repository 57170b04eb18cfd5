import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { ExecuteContext } from 'n8n-core';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, loadOptionsContext, type Setting } from './harness';

const ORDER_UPDATE = {
	id: '1',
	name: 'order_update',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	components: [
		{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
		{ type: 'BODY', text: 'Hi {{1}}, your order comes on {{2}}.' },
		{
			type: 'BUTTONS',
			buttons: [
				{
					type: 'URL',
					text: 'Track',
					url: 'https://shop.example/{{1}}',
					example: ['https://shop.example/7'],
				},
			],
		},
	],
};

const OFFER = {
	id: '2',
	name: 'offer',
	language: 'en_US',
	status: 'APPROVED',
	category: 'MARKETING',
	components: [
		{ type: 'HEADER', format: 'LOCATION' },
		{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Beans', has_expiration: true } },
		{ type: 'BODY', text: 'Come by.' },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'COPY_CODE', text: 'Copy', example: ['BEANS25'] },
				{ type: 'FLOW', text: 'Book', flow_id: '7', flow_action: 'navigate' },
			],
		},
	],
};

const PICKS = {
	id: '3',
	name: 'picks',
	language: 'en_US',
	status: 'APPROVED',
	category: 'MARKETING',
	components: [
		{ type: 'BODY', text: 'Have a look.' },
		{ type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View' }] },
	],
};

const template = (value: string) => ({ __rl: true, mode: 'id', value });
const parameters = {
	provider: 'whatsAppCloud',
	operation: 'sendTemplate',
	sender: { __rl: true, mode: 'id', value: '2001' },
	recipientFrom: 'fields',
	recipientFields: 'phone',
	template: template('order_update|en_US'),
	consentFrom: 'none',
};
const ana = { phone: '+15550123001', order: 'A-7', name: 'Ana', day: 'Friday', slug: 'a7' };
const VALUES = {
	header_text_1: '={{ $json.order }}',
	body_1: '={{ $json.name }}',
	body_2: '={{ $json.day }}',
	button_0_url: '={{ $json.slug }}',
};

function graph() {
	return nock('https://graph.test');
}

/** The account tells nothing of Meta's way for marketing, unless a test says something else before. */
function definitions(...templates: object[]) {
	graph().persist().get('/v25.0/1001').query(true).optionally().reply(200, { id: '1001' });
	return graph()
		.get('/v25.0/1001/message_templates')
		.query(true)
		.reply(200, { data: templates, paging: { cursors: { after: 'end' } } });
}

const { properties } = new MessagingSend().description;

function filledIn(chosen: INodeParameters): INodeParameters {
	return NodeHelpers.getNodeParameters(properties, chosen, true, false, null, null) ?? {};
}

// n8n looks up the blanks of another template only if all parameters of the node can be evaluated, and without data of the
// nodes before, or on a list without a field "from", an expression cannot.
test.each([
	['chosen in the node creator', { operation: 'sendTemplate' }],
	[
		'that was for responses before',
		{ ...filledIn({ operation: 'sendResponse' }), operation: 'sendTemplate' },
	],
])('a new node for templates %s holds no expression that needs data', (_name, chosen) => {
	const { filledIn: ofPanelAlone, ...others } = filledIn(chosen);
	expect(JSON.stringify(others)).not.toContain('"=');
	expect(ofPanelAlone).not.toMatch(/\$(?!parameter\.)/);
});

/** Takes so many messages; gives their bodies. */
function taking(count: number): IDataObject[] {
	const bodies: IDataObject[] = [];
	graph()
		.post('/v25.0/2001/messages')
		.times(count)
		.reply(200, (_uri, body) => {
			if (typeof body === 'object') bodies.push({ ...body });
			return { messages: [{ id: `wamid.${bodies.length}` }] };
		});
	return bodies;
}

async function send(items: IDataObject[], changed: INodeParameters, setting: Setting = {}) {
	return await execute(new MessagingSend(), items, {
		...setting,
		parameters: { ...parameters, ...changed },
	});
}

/** The form as the editor saves it: values, and the fields that it was filled in by. */
async function form(value: INodeParameters, chosen = 'order_update|en_US'): Promise<INodeParameters> {
	const { getTemplateBlanks } = new MessagingSend().methods.resourceMapping;
	const context = loadOptionsContext(new MessagingSend(), {
		parameters: { ...parameters, template: template(chosen) },
	});
	const { fields } = await getTemplateBlanks.call(context);
	return {
		fillIn: 'form',
		templateValues: {
			mappingMode: 'defineBelow',
			value,
			matchingColumns: [],
			schema: fields.map(({ id, displayName, required, type = 'string' }) => ({
				id,
				displayName,
				required,
				type,
				defaultMatch: false,
				display: true,
				removed: false,
			})),
		},
	};
}

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

const FILLED = {
	name: 'order_update',
	language: { code: 'en_US' },
	components: [
		{ type: 'header', parameters: [{ type: 'text', text: 'A-7' }] },
		{
			type: 'body',
			parameters: [
				{ type: 'text', text: 'Ana' },
				{ type: 'text', text: 'Friday' },
			],
		},
		{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'a7' }] },
	],
};

test.each<[string, INodeParameters]>([
	['a form', { fillIn: 'form', templateValues: { mappingMode: 'defineBelow', value: VALUES } }],
	[
		'fields of the item',
		{
			fillIn: 'fields',
			valueFields: {
				blank: [
					{ key: 'header_text_1', field: 'order' },
					{ key: 'body_1', field: 'name' },
					{ key: 'body_2', field: 'day' },
					{ key: 'button_0_url', field: 'slug' },
				],
			},
		},
	],
	[
		'JSON',
		{
			fillIn: 'json',
			valuesJson:
				'={{ JSON.stringify({ header_text_1: $json.order, body_1: $json.name, body_2: $json.day, button_0_url: $json.slug }) }}',
		},
	],
	[
		'an object',
		{
			fillIn: 'json',
			valuesJson:
				'={{ ({ header_text_1: $json.order, body_1: $json.name, body_2: $json.day, button_0_url: $json.slug }) }}',
		},
	],
])('a template is filled in by %s, and its definition is looked up once', async (_name, changed) => {
	definitions(ORDER_UPDATE);
	const bodies = taking(3);
	const [accepted] = await send([ana, { ...ana, phone: '+15550123002' }, ana], changed);
	expect(accepted?.map(({ json }) => json.outcome)).toEqual(['accepted', 'accepted', 'accepted']);
	expect(bodies.map((body) => body.template)).toEqual([FILLED, FILLED, FILLED]);
});

test('the form as the editor saves it is checked by n8n and sent', async () => {
	definitions(ORDER_UPDATE).persist();
	const bodies = taking(1);
	const [accepted] = await send([ana], await form(VALUES));
	expect(accepted?.[0]?.json.outcome).toBe('accepted');
	expect(bodies[0]?.template).toEqual(FILLED);
	nock.cleanAll();
});

test('times, numbers and JSON of the form reach Meta', async () => {
	definitions(OFFER).persist();
	const bodies = taking(1);
	const values = {
		header_latitude: 53.3498,
		header_longitude: '-6.2603',
		offer_expiresAt: "={{ DateTime.fromISO('2030-05-01T09:00:00.000Z') }}",
		button_0_code: 'BEANS25',
		button_1_flowToken: 'token',
		button_1_flowData: '={{ ({ name: $json.name }) }}',
	};
	const changed = await form(values, 'offer|en_US');
	const [accepted] = await send([ana], { ...changed, template: template('offer|en_US') });
	expect(accepted?.[0]?.json).toMatchObject({ outcome: 'accepted' });
	expect(JSON.stringify(bodies[0]?.template)).toContain(String(Date.parse('2030-05-01T09:00:00.000Z')));
	expect(bodies[0]?.template).toMatchObject({
		components: expect.arrayContaining([
			expect.objectContaining({
				sub_type: 'flow',
				parameters: [{ type: 'action', action: { flow_token: 'token', flow_action_data: { name: 'Ana' } } }],
			}),
		]),
	});
	nock.cleanAll();
});

const of = (components: object[], more: object = {}) => ({
	...{ id: '9', name: 'kind', language: 'en_US', status: 'APPROVED', category: 'MARKETING' },
	components,
	...more,
});
const BODY = { type: 'BODY', text: 'Hello.' };
const withButton = (button: object) => of([BODY, { type: 'BUTTONS', buttons: [button] }]);
const PASSWORD_BUTTON = { type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] };
const withPassword = (otp_type: string) =>
	of(
		[
			{ type: 'BODY', text: '*{{1}}* is your verification code.' },
			{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type, text: 'Autofill' }] },
		],
		{ category: 'AUTHENTICATION' },
	);
const PASSWORD = [
	{ type: 'body', parameters: [{ type: 'text', text: '123456' }] },
	{ ...PASSWORD_BUTTON, type: 'button', sub_type: 'url' },
];
const ORDER = {
	referenceId: 'order-1042',
	goods: 'digital',
	items: [{ sku: 'a', name: 'Lamp', price: '4.99', quantity: 2 }],
	payment: { type: 'paymentLink', link: 'https://pay.example/1042' },
};
const amount = (value: number) => ({ value, offset: 100 });

test.each<[string, object, object, object[] | undefined]>([
	[
		'a single product',
		of([
			{ type: 'HEADER', format: 'PRODUCT' },
			BODY,
			{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
		]),
		{ header_product: 'lamp-1', header_catalog: '7' },
		[
			{
				type: 'header',
				parameters: [{ type: 'product', product: { product_retailer_id: 'lamp-1', catalog_id: '7' } }],
			},
		],
	],
	['a code by one tap', withPassword('ONE_TAP'), { otp_code: '123456' }, PASSWORD],
	['a code by no tap', withPassword('ZERO_TAP'), { otp_code: '123456' }, PASSWORD],
	[
		'an order to review and pay',
		withButton({ type: 'ORDER_DETAILS', text: 'Review and pay' }),
		{ button_0_order: ORDER },
		[
			{
				type: 'button',
				sub_type: 'order_details',
				index: '0',
				parameters: [
					{
						type: 'action',
						action: {
							order_details: {
								reference_id: 'order-1042',
								type: 'digital-goods',
								payment_type: 'br',
								payment_settings: [
									{ type: 'payment_link', payment_link: { uri: 'https://pay.example/1042' } },
								],
								currency: 'BRL',
								total_amount: amount(998),
								order: {
									status: 'pending',
									items: [{ retailer_id: 'a', name: 'Lamp', amount: amount(499), quantity: 2 }],
									subtotal: amount(998),
									tax: amount(0),
								},
							},
						},
					},
				],
			},
		],
	],
	[
		'what became of an order',
		of([BODY], { sub_category: 'ORDER_STATUS', category: 'UTILITY' }),
		{ order_referenceId: 'order-1042', order_status: 'Partially Shipped' },
		[
			{
				type: 'order_status',
				parameters: [
					{
						type: 'order_status',
						order_status: { reference_id: 'order-1042', order: { status: 'partially_shipped' } },
					},
				],
			},
		],
	],
	[
		'a call button',
		withButton({ type: 'VOICE_CALL', text: 'Call us' }),
		{ button_0_callMinutes: 100, button_0_callPayload: 'order-1042' },
		[
			{
				type: 'button',
				sub_type: 'voice_call',
				index: '0',
				parameters: [
					{ type: 'ttl_minutes', ttl_minutes: 100 },
					{ type: 'payload', payload: 'order-1042' },
				],
			},
		],
	],
	['a call button as it is', withButton({ type: 'VOICE_CALL', text: 'Call us' }), {}, undefined],
	['a call permission request', of([BODY, { type: 'CALL_PERMISSION_REQUEST' }]), {}, undefined],
	['a contact information request', withButton({ type: 'REQUEST_CONTACT_INFO' }), {}, undefined],
])('a template with %s goes out', async (_name, definition, values, components) => {
	definitions(definition);
	const bodies = taking(1);
	const [accepted] = await send([ana], {
		template: template('kind|en_US'),
		fillIn: 'json',
		valuesJson: JSON.stringify(values),
	});
	expect(accepted?.[0]?.json).toMatchObject({ outcome: 'accepted' });
	expect(bodies[0]?.template).toEqual({
		name: 'kind',
		language: { code: 'en_US' },
		...(components && { components }),
	});
});

test.each<[string, object, object, RegExp]>([
	[
		'an order without items',
		withButton({ type: 'ORDER_DETAILS', text: 'Pay' }),
		{ button_0_order: { ...ORDER, items: [] } },
		/"button_0_order" is no order: The items are missing/,
	],
	['no order', withButton({ type: 'ORDER_DETAILS', text: 'Pay' }), {}, /Order \(JSON\) of "Pay"" is missing/],
	[
		'a status that no order has',
		of([BODY], { sub_category: 'ORDER_STATUS' }),
		{ order_referenceId: 'order-1042', order_status: 'lost' },
		/has to be one of pending, processing/,
	],
	[
		'a call button for half a minute',
		withButton({ type: 'VOICE_CALL', text: 'Call us' }),
		{ button_0_callMinutes: 0.5 },
		/whole number of minutes/,
	],
])('a template with %s is not sent', async (_name, definition, values, reason) => {
	definitions(definition);
	const valuesJson = JSON.stringify(values);
	await expect(send([ana], { template: template('kind|en_US'), fillIn: 'json', valuesJson })).rejects.toThrow(
		reason,
	);
});

const sections = [{ title: 'Coffee', productIds: ['blend-1', 'blend-2'] }];

test.each<[string, INodeParameters]>([
	['text', { button_0_sections: JSON.stringify(sections) }],
	['a list', { button_0_sections: '={{ $json.sections }}' }],
])('products by section come as %s', async (_name, value) => {
	definitions(PICKS).persist();
	const bodies = taking(2);
	const values = { button_0_thumbnail: 'blend-1', ...value };
	const items = [{ ...ana, sections }];
	const asForm = { ...(await form(values, 'picks|en_US')), template: template('picks|en_US') };
	await send(items, asForm);
	const valuesJson = { button_0_thumbnail: 'blend-1', button_0_sections: sections, body_1: null };
	await send(items, {
		template: template('picks|en_US'),
		fillIn: 'json',
		valuesJson: JSON.stringify(valuesJson),
	});
	for (const { template: sent } of bodies) {
		expect(JSON.stringify(sent)).toContain('"product_retailer_id":"blend-2"');
	}
	nock.cleanAll();
});

test.each<[string, string, RegExp]>([
	[
		'a value is missing',
		'{"header_text_1": "A-7", "body_1": "Ana", "button_0_url": "a7"}',
		/comes on.* is missing/,
	],
	[
		'a value has no blank',
		'{"header_text_1": "A-7", "body_1": "Ana", "body_2": "Friday", "body_3": "x", "button_0_url": "a7"}',
		/has no blank for "body_3"/,
	],
	['a key is none', '{"bodie_1": "Ana"}', /bodie_1/],
	['the JSON is broken', '{"body_1": ', /'Values' holds no valid JSON/],
])('%s: nothing is sent and the value is named', async (name, valuesJson, message) => {
	if (name !== 'the JSON is broken') definitions(ORDER_UPDATE);
	await expect(send([ana], { fillIn: 'json', valuesJson })).rejects.toThrow(message);
});

const filled = { fillIn: 'form', templateValues: { mappingMode: 'defineBelow', value: VALUES } };

test.each<[string, object, IDataObject, RegExp]>([
	['that is paused', { ...ORDER_UPDATE, status: 'PAUSED' }, {}, /cannot be sent, as it is paused/],
	['that was rejected', { ...ORDER_UPDATE, status: 'REJECTED' }, {}, /cannot be sent, as it is rejected/],
	['that is disabled', { ...ORDER_UPDATE, status: 'DISABLED' }, {}, /cannot be sent, as it is disabled/],
	[
		'with a part that is not known',
		{ ...ORDER_UPDATE, components: [...ORDER_UPDATE.components, { type: 'HOLOGRAM' }] },
		{},
		/cannot be filled in here: the part "hologram"/,
	],
	[
		'whose link is given as a whole',
		ORDER_UPDATE,
		{ slug: 'https://shop.example/a7' },
		/is a whole link; give what comes behind https:\/\/shop\.example\//,
	],
])('nothing is sent of a template %s', async (_name, definition, changed, message) => {
	definitions(definition);
	await expect(
		send(
			[
				{ ...ana, ...changed },
				{ ...ana, ...changed },
			],
			filled,
		),
	).rejects.toThrow(message);
});

test('a template stands on any page of the list', async () => {
	const others = Array.from({ length: 100 }, (_, at) => ({ ...ORDER_UPDATE, name: `order_update_${at}` }));
	graph()
		.get('/v25.0/1001/message_templates')
		.query(({ after }) => after === undefined)
		.reply(200, { data: others, paging: { next: 'https://graph.test/…', cursors: { after: 'p2' } } });
	graph()
		.get('/v25.0/1001/message_templates')
		.query({ after: 'p2', name: 'order_update', limit: '100', fields: /components/ })
		.reply(200, { data: [ORDER_UPDATE], paging: { cursors: { after: 'end' } } });
	const lacking = {
		...filled,
		templateValues: { mappingMode: 'defineBelow', value: { ...VALUES, body_2: '' } },
	};
	await expect(send([ana], lacking)).rejects.toThrow(/comes on.* is missing/);
});

test('an item with a missing value does not hold up the others', async () => {
	definitions(ORDER_UPDATE);
	taking(1);
	const items = [{ ...ana, day: '' }, ana];
	const [given] = await send(
		items,
		{ fillIn: 'form', templateValues: { mappingMode: 'defineBelow', value: VALUES } },
		{ onError: 'continueRegularOutput' },
	);
	expect(given?.map(({ json }) => json)).toEqual([
		expect.objectContaining({ name: 'Ana', error: expect.objectContaining({ code: 'invalidMessage' }) }),
		expect.objectContaining({ outcome: 'accepted' }),
	]);
});

const lackingDays = (...lacking: number[]) =>
	Array.from({ length: 20 }, (_, row) => ({
		...ana,
		phone: `+155501230${10 + row}`,
		day: lacking.includes(row + 1) ? '' : ana.day,
	}));

test('a list with rows that cannot be sent is not begun, and the rows and fields are named', async () => {
	definitions(ORDER_UPDATE);
	const run = send(lackingDays(6, 9), {
		fillIn: 'form',
		templateValues: { mappingMode: 'defineBelow', value: VALUES },
	});
	await expect(run).rejects.toMatchObject({
		message: expect.stringMatching(
			/^2 of 20 messages cannot be sent, so nothing was sent\. Row 6: .*comes on/,
		),
		description: expect.stringMatching(/Row 6: .*Row 9: .*On Error/),
		// n8n would count the same row from 0 behind it: "[item 5]".
		context: expect.not.objectContaining({ itemIndex: expect.anything() }),
	});
});

test('of a list that goes on, the rows that can be sent are sent', async () => {
	definitions(ORDER_UPDATE);
	taking(18);
	const [given] = await send(
		lackingDays(6, 9),
		{ fillIn: 'form', templateValues: { mappingMode: 'defineBelow', value: VALUES } },
		{ onError: 'continueErrorOutput' },
	);
	expect(given?.filter(({ json }) => json.outcome === 'accepted')).toHaveLength(18);
	expect(given?.[5]?.json).toMatchObject({ error: { code: 'invalidMessage', field: 'values.body_2' } });
});

const MENU = {
	...ORDER_UPDATE,
	name: 'menu',
	category: 'MARKETING',
	components: [{ type: 'BODY', text: 'Our new menu is here.' }],
};
const asked = { template: template('menu|en_US'), consentFrom: 'field' };

test('a marketing template goes only to those who opted in by their record', async () => {
	definitions(MENU);
	taking(1);
	const states = ['optedIn', 'optedOut', 'pending', 'none', undefined];
	const people = states.map((status, index) => ({
		phone: `+1555012300${index}`,
		...(status !== undefined && { consent: { status } }),
	}));
	const [accepted, suppressed] = await send(people, asked);
	expect(accepted?.map(({ json }) => json.to)).toEqual(['+15550123000']);
	expect(suppressed?.map(({ json }) => json.suppressed)).toEqual(
		['optedOut', 'consentPending', 'noConsent', 'unknownConsent'].map((rule): unknown =>
			expect.objectContaining({ rule }),
		),
	);
});

test('a template of another category goes to all who did not opt out', async () => {
	definitions({ ...MENU, category: 'UTILITY' });
	const bodies = taking(2);
	const people = [
		{ phone: '+15550123001' },
		{ phone: '+15550123002', consent: { status: 'optedOut' } },
		{ phone: '+15550123003', consent: { status: 'optedOut', scope: 'marketing' } },
	];
	const [, suppressed] = await send(people, asked);
	expect(bodies.map(({ to }) => to)).toEqual(['+15550123001', '+15550123003']);
	expect(suppressed?.[0]?.json).toMatchObject({ suppressed: { rule: 'optedOut' } });
});

describe('before anything goes out', () => {
	const filled = { fillIn: 'form', templateValues: { mappingMode: 'defineBelow', value: VALUES } };

	test('a dry run shows every message, who is held back, and what it is charged as', async () => {
		definitions({ ...ORDER_UPDATE, category: 'MARKETING' });
		const hints = jest.spyOn(ExecuteContext.prototype, 'addExecutionHints');
		const [accepted, suppressed] = await send(
			[
				{ ...ana, consent: { status: 'optedIn' } },
				{ ...ana, phone: '+15550123002', consent: { status: 'optedOut' } },
				{ ...ana, phone: 'n/a', consent: { status: 'optedIn' } },
			],
			{ ...filled, consentFrom: 'field', runMode: 'dryRun' },
		);
		expect(accepted?.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				to: '+15550123001',
				outcome: 'wouldBeSent',
				message: 'Order A-7\nHi Ana, your order comes on Friday.\n[Track]',
				costClass: 'marketing',
				name: 'Ana',
			}),
			expect.objectContaining({ outcome: 'cannotBeSent', error: expect.objectContaining({ field: 'to' }) }),
		]);
		expect(suppressed?.[0]?.json).toMatchObject({ suppressed: { rule: 'optedOut' } });
		expect(hints).toHaveBeenCalledWith({
			message:
				'Dry run, nothing was sent. 1 of 3 will get it, 1 opted out, 1 cannot be sent. Charged as marketing: 1.',
			location: 'outputPane',
		});
	});

	test('a test goes to a number of your own, with the values of the first item', async () => {
		definitions({ ...ORDER_UPDATE, category: 'MARKETING' });
		const bodies = taking(1);
		const [accepted] = await send([ana, { ...ana, phone: '+15550123002' }], {
			...filled,
			consentFrom: 'field',
			runMode: 'test',
			testRecipient: '+15550109999',
		});
		expect(accepted?.map(({ json }) => json.to)).toEqual(['+15550109999']);
		expect(bodies).toMatchObject([{ to: '+15550109999', template: FILLED }]);
	});

	test.each([
		[
			'a form',
			{ fillIn: 'form', templateValues: { value: { body_1: 'Ana <b>', body_2: null } } },
			'Ana &lt;b&gt;',
		],
		[
			'fields of the item',
			{ fillIn: 'fields', valueFields: { blank: [{ key: 'body_1', field: 'name' }] } },
			'[name]',
		],
	])('the panel shows the message as it is filled in by %s', async (_name, changed, first) => {
		definitions(ORDER_UPDATE);
		const { getShownMessage } = new MessagingSend().methods.resourceMapping;
		const context = loadOptionsContext(new MessagingSend(), { parameters: { ...parameters, ...changed } });
		expect(await getShownMessage.call(context)).toEqual({
			fields: [],
			emptyFieldsNotice: `<b>Message of order_update · utility</b><br>Order ▢<br>Hi ${first}, your order comes on ▢.<br>[Track]`,
		});
	});

	test('the panel says why it cannot show a message', async () => {
		definitions();
		const { getShownMessage } = new MessagingSend().methods.resourceMapping;
		const { emptyFieldsNotice } = await getShownMessage.call(
			loadOptionsContext(new MessagingSend(), { parameters }),
		);
		expect(emptyFieldsNotice).toContain('There is no template "order_update"');
	});
});

test('a consent state that nobody knows stops the list', async () => {
	await expect(send([{ phone: '+15550123001', consent: { status: 'left' } }], asked)).rejects.toThrow(
		/'consent.status' cannot be "left": it has to be one of none/,
	);
});

test('an expression names the template, which each item may do differently', async () => {
	graph()
		.get('/v25.0/1001/message_templates')
		.query(({ name }) => name === 'order_update')
		.reply(200, { data: [ORDER_UPDATE] });
	graph()
		.get('/v25.0/1001/message_templates')
		.query(({ name }) => name === 'hello')
		.reply(200, {
			data: [{ ...ORDER_UPDATE, name: 'hello', components: [{ type: 'BODY', text: 'Hello.' }] }],
		});
	const bodies = taking(2);
	const [accepted] = await send(
		[
			{
				...ana,
				template: 'order_update|en_US',
				values: { body_1: 'Ana', body_2: 'x', header_text_1: 'y', button_0_url: 'z' },
			},
			{ phone: '+15550123002', template: 'hello|en_US', values: {} },
		],
		{ template: template('={{ $json.template }}'), fillIn: 'json', valuesJson: '={{ $json.values }}' },
	);
	expect(accepted).toHaveLength(2);
	expect(bodies.map((body) => body.template)).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ name: 'order_update' }),
			expect.objectContaining({ name: 'hello' }),
		]),
	);
});

test('a list of templates that Meta does not show does not stop the sending', async () => {
	graph()
		.get('/v25.0/1001/message_templates')
		.query(true)
		.reply(403, { error: { message: 'Permissions error', code: 200, type: 'OAuthException' } });
	taking(2);
	const [accepted] = await send([ana, ana], { fillIn: 'json', valuesJson: '{"body_1": "Ana"}' });
	expect(accepted).toHaveLength(2);
});

/** What the account says of Meta's way for marketing. */
function onboarding(status: number, body: object) {
	graph().get('/v25.0/1001').query({ fields: 'marketing_messages_onboarding_status' }).reply(status, body);
}

const SALE = of([BODY]);
const accepts = { marketing_messages_onboarding_status: 'ONBOARDED' };

test.each<[string, string, object, INodeParameters, [number, object] | undefined]>([
	['a marketing template, by itself', 'marketing_messages', SALE, {}, [200, accepts]],
	[
		'one that Meta made marketing',
		'marketing_messages',
		of([BODY], { category: 'MARKETING' }),
		{},
		[200, accepts],
	],
	['a template of another category', 'messages', of([BODY], { category: 'UTILITY' }), {}, undefined],
	[
		'of an account without the terms',
		'messages',
		SALE,
		{},
		[200, { marketing_messages_onboarding_status: 'ELIGIBLE' }],
	],
	['of an account that does not tell', 'messages', SALE, {}, [200, { id: '1001' }]],
	['of an account that is not shown', 'messages', SALE, {}, [400, { error: { code: 100 } }]],
	['a marketing template to a group', 'messages', SALE, { options: { groupId: 'group-1' } }, [200, accepts]],
	['where it is switched off', 'messages', SALE, { marketing: 'off' }, undefined],
	[
		'where it is switched on',
		'marketing_messages',
		of([BODY], { category: 'UTILITY' }),
		{ marketing: 'on' },
		undefined,
	],
])('which way a template goes: %s', async (_name, edge, definition, changed, answer) => {
	if (answer !== undefined) onboarding(...answer);
	definitions(definition);
	const ways: string[] = [];
	graph()
		.post(/messages$/)
		.times(2)
		.reply(200, (path) => {
			ways.push(path);
			return { messages: [{ id: 'wamid.m' }] };
		});
	await send([ana, { ...ana, phone: '+15550123002' }], {
		template: template('kind|en_US'),
		marketing: 'automatic',
		...changed,
	});
	expect(ways).toEqual([`/v25.0/2001/${edge}`, `/v25.0/2001/${edge}`]);
});

test('a group gets no marketing by the way that is for people', async () => {
	definitions(SALE);
	const options = { groupId: 'group-1' };
	await expect(send([ana], { template: template('kind|en_US'), marketing: 'on', options })).rejects.toThrow(
		/writes to people, not to groups/,
	);
});

test('a marketing template takes the Marketing Messages API where that is wished', async () => {
	definitions(ORDER_UPDATE);
	graph()
		.post('/v25.0/2001/marketing_messages')
		.reply(200, { messages: [{ id: 'wamid.m' }] });
	const [accepted] = await send([ana], {
		marketing: 'on',
		fillIn: 'form',
		templateValues: { mappingMode: 'defineBelow', value: VALUES },
	});
	expect(accepted?.[0]?.json).toMatchObject({ messageId: 'wamid.m', type: 'template' });
});

describe('the list of templates', () => {
	const page = (names: string[], next?: string) => ({
		data: names.map((name) => ({ ...ORDER_UPDATE, name, id: name })),
		paging: { cursors: { after: next ?? 'end' }, ...(next !== undefined && { next: 'https://…' }) },
	});
	const { searchTemplates } = new MessagingSend().methods.listSearch;
	const context = () => loadOptionsContext(new MessagingSend(), { parameters });

	test('comes page by page', async () => {
		graph()
			.get('/v25.0/1001/message_templates')
			.query(true)
			.reply(200, page(['one'], 'p2'));
		expect(await searchTemplates.call(context())).toEqual({
			results: [
				{
					name: 'one (en_US, utility): Order … Hi …, your order comes on …. …',
					value: 'one|en_US',
					description: expect.stringContaining('your order comes on'),
				},
			],
			paginationToken: 'p2',
		});
	});

	test('is searched on all pages', async () => {
		graph()
			.get('/v25.0/1001/message_templates')
			.query(({ after }) => after === undefined)
			.reply(200, page(['one', 'two'], 'p2'));
		graph()
			.get('/v25.0/1001/message_templates')
			.query({ fields: /./, limit: '100', after: 'p2' })
			.reply(200, page(['three'], 'p3'));
		graph()
			.get('/v25.0/1001/message_templates')
			.query({ fields: /./, limit: '100', after: 'p3' })
			.reply(200, page(['twofold']));
		const { results, paginationToken } = await searchTemplates.call(context(), 'TWO');
		expect(results.map(({ value }) => value)).toEqual(['two|en_US', 'twofold|en_US']);
		expect(paginationToken).toBeUndefined();
	});

	test('says what a template that cannot be sent lacks', async () => {
		const { components, ...rest } = ORDER_UPDATE;
		graph()
			.get('/v25.0/1001/message_templates')
			.query(true)
			.reply(200, { data: [{ ...rest, components, status: 'PAUSED' }] });
		const { results } = await searchTemplates.call(context());
		expect(results[0]?.name).toContain('paused');
	});

	test('that cannot be loaded says why', async () => {
		graph()
			.get('/v25.0/1001/message_templates')
			.query(true)
			.reply(401, { error: { code: 190, message: 'x' } });
		await expect(searchTemplates.call(context())).rejects.toThrow('The templates could not be loaded');
	});
});

test('the form has a field for each blank, labelled with the words around it', async () => {
	definitions(ORDER_UPDATE);
	const { getTemplateBlanks } = new MessagingSend().methods.resourceMapping;
	const { fields } = await getTemplateBlanks.call(loadOptionsContext(new MessagingSend(), { parameters }));
	expect(fields.map(({ id, type, required }) => ({ id, type, required }))).toEqual(
		['header_text_1', 'body_1', 'body_2', 'button_0_url'].map((id) => ({
			id,
			type: 'string',
			required: true,
		})),
	);
	expect(fields.map(({ displayName }) => displayName)).toEqual([
		expect.stringContaining('Order'),
		expect.stringContaining('Hi'),
		expect.stringContaining('comes on'),
		expect.stringContaining('Track'),
	]);
});

test('a template that is not there is named when its blanks are asked for', async () => {
	definitions(ORDER_UPDATE);
	const { getTemplateBlankOptions } = new MessagingSend().methods.loadOptions;
	const context = loadOptionsContext(new MessagingSend(), {
		parameters: { ...parameters, template: template('order_update|de') },
	});
	await expect(getTemplateBlankOptions.call(context)).rejects.toThrow(
		'There is no template "order_update" in the language "de"',
	);
});
