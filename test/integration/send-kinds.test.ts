/** Calls, orders and requests for the phone number: from the panel of Messaging Send to what each provider gets. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { z } from 'zod';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, type Setting } from './harness';

const WHATSAPP_CLOUD: Setting = {
	parameters: { provider: 'whatsAppCloud', sender: { __rl: true, mode: 'id', value: '2001' } },
};
const INFOBIP: Setting = {
	credentialType: 'infobipApi',
	credential: { baseUrl: 'https://graph.test', authentication: 'apiKey', apiKey: 'key' },
	parameters: {
		provider: 'infobip',
		channel: 'whatsapp',
		sender: { __rl: true, mode: 'id', value: '+447860099299' },
	},
};
const SINCH: Setting = {
	credentialType: 'sinchApi',
	credential: { baseUrl: 'https://graph.test', projectId: 'project', appId: 'app', accessToken: 'token' },
	parameters: { provider: 'sinch', channel: 'whatsapp' },
};

/** By the first step of the path. */
const ANSWERS: Readonly<Record<string, object>> = {
	'v25.0': { messages: [{ id: 'wamid.out' }] },
	whatsapp: { to: '16505551234', messageId: 'i-1', status: { groupId: 1, id: 7 } },
	v1: { message_id: 's-1' },
};

interface Sent {
	path: string;
	body: IDataObject;
}

/** Sends one item; gives the requests and what the node gave back. */
async function send({ parameters, ...setting }: Setting, more: INodeParameters, item: IDataObject = {}) {
	const sent: Sent[] = [];
	const body = z.record(z.string(), z.any());
	nock('https://graph.test')
		.post(/.*/)
		.optionally()
		.reply(200, (path, given) => {
			sent.push({ path, body: body.parse(given) });
			return ANSWERS[sent[0]?.path.split('/')[1] ?? ''];
		});
	const outputs = await execute(new MessagingSend(), [{ phone: '+16505551234', ...item }], {
		...setting,
		parameters: {
			operation: 'sendResponse',
			recipientFrom: 'fields',
			recipientFields: 'phone',
			...parameters,
			...more,
		},
		onError: 'continueRegularOutput',
	});
	nock.cleanAll();
	return { sent, given: outputs.flat()[0]?.json };
}

beforeAll(() => {
	nock.disableNetConnect();
});
afterAll(() => {
	nock.enableNetConnect();
});

const CALL_BUTTON = {
	messageType: 'callButton',
	body: 'Call us',
	buttonText: 'Call',
	validMinutes: 60,
	payload: 'order-1042',
};
const CART = {
	messageType: 'orderDetails',
	body: 'Your order',
	referenceId: '={{ $json.order }}',
	items: '={{ $json.cart }}',
	tax: '1.10',
	shipping: '1',
	discount: '0.60',
	goods: 'digital',
	payment: 'paymentLink',
	paymentLink: 'https://pay.example/1042',
};
const ORDERED = {
	order: 'order-1042',
	cart: [
		{ sku: 'bread', name: 'Bread', price: '15.00', salePrice: 10, quantity: 2 },
		{ sku: 'butter', name: 'Butter', price: 2.5 },
	],
};
const STATUS = {
	messageType: 'orderStatus',
	body: 'On its way',
	referenceId: 'order-1042',
	orderStatus: 'partiallyShipped',
	statusDescription: 'The rest on Friday',
	payment: 'paymentLink',
};
const CART_OF_INDIA = {
	...CART,
	payment: 'upiIntent',
	upiLink: 'upi://pay?pa=shop@bank&am=24.00&cu=INR',
	expiresInMinutes: '60',
	expiryText: 'Pay within an hour',
};
const inAnHour = expect.stringMatching(/^1[789]\d{8}$/);
const money = (value: number) => ({ value, offset: 100 });
const value = (amount: number) => ({ value: amount });

test.each<[string, Setting, INodeParameters, string, object]>([
	[
		'WhatsApp Cloud: a contact information request',
		WHATSAPP_CLOUD,
		{ messageType: 'contactRequest', body: 'Your number?' },
		'/v25.0/2001/messages',
		{
			interactive: {
				type: 'request_contact_info',
				body: { text: 'Your number?' },
				action: { name: 'request_contact_info' },
			},
		},
	],
	[
		'WhatsApp Cloud: a call permission request',
		WHATSAPP_CLOUD,
		{ messageType: 'callRequest', body: 'May we call?' },
		'/v25.0/2001/messages',
		{
			interactive: {
				type: 'call_permission_request',
				body: { text: 'May we call?' },
				action: { name: 'call_permission_request' },
			},
		},
	],
	[
		'WhatsApp Cloud: a call button',
		WHATSAPP_CLOUD,
		CALL_BUTTON,
		'/v25.0/2001/messages',
		{
			interactive: {
				type: 'voice_call',
				body: { text: 'Call us' },
				action: {
					name: 'voice_call',
					parameters: { display_text: 'Call', ttl_minutes: 60, payload: 'order-1042' },
				},
			},
		},
	],
	[
		'WhatsApp Cloud: an order',
		WHATSAPP_CLOUD,
		CART,
		'/v25.0/2001/messages',
		{
			interactive: {
				type: 'order_details',
				body: { text: 'Your order' },
				action: {
					name: 'review_and_pay',
					parameters: {
						reference_id: 'order-1042',
						type: 'digital-goods',
						payment_type: 'br',
						payment_settings: [{ type: 'payment_link', payment_link: { uri: 'https://pay.example/1042' } }],
						currency: 'BRL',
						total_amount: money(2400),
						order: {
							status: 'pending',
							items: [
								{
									retailer_id: 'bread',
									name: 'Bread',
									amount: money(1500),
									sale_amount: money(1000),
									quantity: 2,
								},
								{ retailer_id: 'butter', name: 'Butter', amount: money(250), quantity: 1 },
							],
							subtotal: money(2250),
							tax: money(110),
							shipping: money(100),
							discount: money(60),
						},
					},
				},
			},
		},
	],
	[
		'WhatsApp Cloud: an order of India that expires',
		WHATSAPP_CLOUD,
		CART_OF_INDIA,
		'/v25.0/2001/messages',
		{
			interactive: {
				action: {
					parameters: {
						payment_settings: [
							{
								type: 'upi_intent_link',
								upi_intent_link: { link: 'upi://pay?pa=shop@bank&am=24.00&cu=INR' },
							},
						],
						currency: 'INR',
						order: { expiration: { timestamp: inAnHour, description: 'Pay within an hour' } },
					},
				},
			},
		},
	],
	[
		'WhatsApp Cloud: the status of an order',
		WHATSAPP_CLOUD,
		STATUS,
		'/v25.0/2001/messages',
		{
			interactive: {
				type: 'order_status',
				body: { text: 'On its way' },
				action: {
					name: 'review_order',
					parameters: {
						reference_id: 'order-1042',
						order: { status: 'partially_shipped', description: 'The rest on Friday' },
					},
				},
			},
		},
	],
	[
		'Infobip: a contact information request',
		INFOBIP,
		{ messageType: 'contactRequest', body: 'Your number?' },
		'/whatsapp/1/message/interactive/request-contact-info',
		{ content: { body: { text: 'Your number?' } } },
	],
	[
		'Infobip: a call permission request',
		INFOBIP,
		{ messageType: 'callRequest' },
		'/whatsapp/1/message/interactive/call-permission-request',
		{ from: '447860099299', to: '16505551234' },
	],
	[
		'Infobip: a call button',
		INFOBIP,
		CALL_BUTTON,
		'/whatsapp/1/message/interactive/voice-button',
		{
			content: {
				body: { text: 'Call us' },
				action: { buttonDisplayText: 'Call', callValidityPeriod: 60, callContextPayload: 'order-1042' },
			},
		},
	],
	[
		'Infobip: an order',
		INFOBIP,
		CART,
		'/whatsapp/1/message/interactive/order-details',
		{
			content: {
				body: { text: 'Your order' },
				action: {
					payment: { type: 'BRAZIL_LINK', id: 'order-1042', paymentLink: 'https://pay.example/1042' },
					orderCurrency: 'BRL',
					orderType: 'DIGITAL_GOODS',
					totalAmount: value(2400),
					order: {
						items: [
							{
								retailerId: 'bread',
								name: 'Bread',
								amount: value(1500),
								saleAmount: value(1000),
								quantity: 2,
							},
							{ retailerId: 'butter', name: 'Butter', amount: value(250), quantity: 1 },
						],
						subtotal: value(2250),
						tax: value(110),
						shipping: value(100),
						discount: { amount: value(60) },
					},
				},
			},
		},
	],
	[
		'Infobip: an order of India that expires',
		INFOBIP,
		CART_OF_INDIA,
		'/whatsapp/1/message/interactive/order-details',
		{
			content: {
				action: {
					payment: {
						type: 'UPI_INTENT',
						format: { type: 'LINK', paymentLink: 'upi://pay?pa=shop@bank&am=24.00&cu=INR' },
					},
					orderCurrency: 'INR',
					order: { orderExpiration: { expirationSeconds: 3600, description: 'Pay within an hour' } },
				},
			},
		},
	],
	[
		'Infobip: the status of an order',
		INFOBIP,
		STATUS,
		'/whatsapp/1/message/interactive/order-status',
		{
			content: {
				body: { text: 'On its way' },
				action: {
					payment: { type: 'BRAZIL_LINK', id: 'order-1042' },
					status: 'PARTIALLY_SHIPPED',
					description: 'The rest on Friday',
				},
			},
		},
	],
	[
		'Sinch: an order that expires',
		SINCH,
		{ ...CART, expiresInMinutes: 60, expiryText: 'Pay within an hour' },
		'/v1/projects/project/messages:send',
		{
			message: {
				channel_specific_message: {
					WHATSAPP: {
						message_type: 'ORDER_DETAILS',
						message: {
							payment: {
								order: { expiration_time: inAnHour, expiration_description: 'Pay within an hour' },
							},
						},
					},
				},
			},
		},
	],
	[
		'Sinch: the status of an order',
		SINCH,
		STATUS,
		'/v1/projects/project/messages:send',
		{
			message: {
				text_message: { text: 'On its way' },
				channel_specific_message: {
					WHATSAPP: {
						message_type: 'ORDER_STATUS',
						message: {
							body: { text: 'On its way' },
							payment: {
								reference_id: 'order-1042',
								order: { status: 'partially-shipped', description: 'The rest on Friday' },
							},
						},
					},
				},
			},
		},
	],
])('%s', async (_, setting, parameters, path, body) => {
	const { sent, given } = await send(setting, parameters, ORDERED);
	expect(given).toMatchObject({ outcome: 'accepted' });
	expect(sent).toHaveLength(1);
	expect(sent[0]?.path).toBe(path);
	expect(sent[0]?.body).toMatchObject(body);
});

test.each<[string, Setting, INodeParameters, RegExp]>([
	['an amount in words', WHATSAPP_CLOUD, { ...CART, tax: 'ten' }, /tax has to be an amount such as 499/],
	[
		'a negative price',
		WHATSAPP_CLOUD,
		{ ...CART, items: '[{"sku":"a","name":"A","price":-1}]' },
		/price of the item/,
	],
	[
		'a thousands comma',
		WHATSAPP_CLOUD,
		{ ...CART, shipping: '1,200.00' },
		/shipping costs has to be an amount/,
	],
	['no items', WHATSAPP_CLOUD, { ...CART, items: '' }, /items are missing/],
	[
		'half an item',
		WHATSAPP_CLOUD,
		{ ...CART, items: '[{"sku":"a","name":"A","price":1,"quantity":0.5}]' },
		/whole/,
	],
	['more discount than price', WHATSAPP_CLOUD, { ...CART, discount: '100' }, /leaves nothing to pay/],
	[
		'a reference with spaces',
		WHATSAPP_CLOUD,
		{ ...CART, referenceId: 'order 1042' },
		/35 characters at most/,
	],
	[
		'a payment of India over Sinch',
		SINCH,
		{ ...CART, payment: 'upi', paymentConfiguration: 'x' },
		/of Brazil only/,
	],
	['an end that is near', WHATSAPP_CLOUD, { ...CART_OF_INDIA, expiresInMinutes: '5' }, /6 minutes or more/],
	['an end in words', WHATSAPP_CLOUD, { ...CART_OF_INDIA, expiresInMinutes: 'soon' }, /have to be a number/],
	['an end without a text', INFOBIP, { ...CART_OF_INDIA, expiryText: '' }, /about the expiry is missing/],
	['a UPI link that is none', WHATSAPP_CLOUD, { ...CART_OF_INDIA, upiLink: 'shop@bank' }, /begin with upi/],
	['a link of India over Sinch', SINCH, { ...CART, payment: 'upiLink' }, /of Brazil only/],
	[
		'a gateway that Infobip has not',
		INFOBIP,
		{ ...STATUS, payment: 'gateway', gateway: 'zaakpay' },
		/razorpay and payu/,
	],
	['a status without payment over Infobip', INFOBIP, { ...STATUS, payment: '' }, /payment is missing/],
	['a text that Infobip cannot show', INFOBIP, { messageType: 'callRequest', body: 'Hi' }, /leave it empty/],
	['a button for 31 days', INFOBIP, { ...CALL_BUTTON, validMinutes: 44_640 }, /43200 minutes at most/],
	['a status of no order', WHATSAPP_CLOUD, { ...STATUS, orderStatus: 'lost' }, /'Status' cannot be .*lost/],
])('%s is refused', async (_, setting, parameters, reason) => {
	const { sent, given } = await send(setting, parameters, ORDERED);
	expect(sent).toEqual([]);
	expect(JSON.stringify(given?.error)).toMatch(reason);
});
