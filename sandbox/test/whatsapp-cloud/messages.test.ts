import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { GROUP_ID } from '../../whatsapp-cloud/recipients.ts';
import { WORLD } from '../../settings.ts';
import { eventually, valueOf } from '../shared/receiver.ts';
import { assertError, MESSAGES, WhatsAppCloud, WHO } from './whatsapp-cloud.ts';

const { customer, number } = WHO;
const CHAT = { numberId: number.id, customer: customer.phoneNumber };
const LINK = { link: 'https://media.example/a.jpg' };
let standIn: WhatsAppCloud;

before(async () => {
	standIn = await WhatsAppCloud.start();
});

afterEach(async () => {
	await standIn.call('POST', '/sandbox/reset', {});
	standIn.receiver.received.length = 0;
});

after(() => standIn.close());

type Json = Record<string, unknown>;

function message(type: string, content: unknown): Json {
	return { messaging_product: 'whatsapp', to: customer.phoneNumber, type, [type]: content };
}

function interactive(type: string, action: Json, more: Json = {}): Json {
	return message('interactive', { type, body: { text: 'Choose' }, action, ...more });
}

const reply = (id: string, title = id) => ({ type: 'reply', reply: { id, title } });
const buttons = (...list: unknown[]) => interactive('button', { buttons: list });
const rows = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `r${index}`, title: `Row ${index}` }));
const list = (...sections: unknown[]) => interactive('list', { button: 'Menu', sections });
const flow = {
	name: 'flow',
	parameters: { flow_message_version: '3', flow_id: '1', flow_cta: 'Book', flow_token: 't' },
};
const address = { name: 'address_message', parameters: { country: 'IN' } };
const card = (index: number) => ({
	card_index: index,
	type: 'cta_url',
	header: { type: 'image', image: LINK },
	action: { name: 'cta_url', parameters: { display_text: 'Shop', url: 'https://a.example' } },
});

const money = (value: number) => ({ value, offset: 100 });
const order = {
	status: 'pending',
	items: [{ retailer_id: 'a', name: 'Cake', amount: money(500), quantity: 2 }],
	subtotal: money(1000),
	tax: money(50),
	shipping: money(200),
	discount: money(100),
};
const orderDetails = (change: Json) =>
	interactive('order_details', {
		name: 'review_and_pay',
		parameters: {
			reference_id: 'order-1',
			type: 'digital-goods',
			payment_type: 'br',
			payment_settings: [{ type: 'payment_link', payment_link: { uri: 'https://a.example' } }],
			currency: 'BRL',
			total_amount: money(1150),
			order,
			...change,
		},
	});
const expiringOrder = (link: string, timestamp: string) =>
	orderDetails({
		payment_type: undefined,
		payment_settings: [{ type: 'upi_intent_link', upi_intent_link: { link } }],
		currency: 'INR',
		order: { ...order, expiration: { timestamp, description: 'Pay soon' } },
	});
const orderStatus = (status: string) =>
	interactive('order_status', {
		name: 'review_order',
		parameters: { reference_id: 'order-1', order: { status } },
	});

describe('accepted', () => {
	const accepted: [string, Json][] = [
		['an image by link', message('image', { ...LINK, caption: 'A cup' })],
		['a video', message('video', LINK)],
		['an audio', message('audio', LINK)],
		['a voice message', message('audio', { ...LINK, voice: true })],
		['a document', message('document', { ...LINK, filename: 'menu.pdf', caption: 'Menu' })],
		['a sticker', message('sticker', LINK)],
		['a location in numbers', message('location', { latitude: 37.4, longitude: -122.1 })],
		['a location in words', message('location', { latitude: '37.4', longitude: '-122.1', name: 'Shop' })],
		['a contact', message('contacts', [{ name: { formatted_name: 'Eve', first_name: 'Eve' } }])],
		['three buttons', buttons(reply('a'), reply('b'), reply('c'))],
		['a list of ten rows', list({ title: 'All', rows: rows(10) })],
		[
			'a link button with a header',
			interactive(
				'cta_url',
				{ name: 'cta_url', parameters: { display_text: 'Open', url: 'https://a.example' } },
				{ header: { type: 'image', image: LINK }, footer: { text: 'Bye' } },
			),
		],
		['a flow', interactive('flow', flow)],
		['a request for the location', interactive('location_request_message', { name: 'send_location' })],
		['an address form', interactive('address_message', address)],
		['a product', interactive('product', { catalog_id: '1', product_retailer_id: 'p' }, { body: undefined })],
		[
			'a list of products',
			interactive(
				'product_list',
				{ catalog_id: '1', sections: [{ title: 'A', product_items: [{ product_retailer_id: 'p' }] }] },
				{ header: { type: 'text', text: 'Shop' } },
			),
		],
		['a catalogue', interactive('catalog_message', { name: 'catalog_message' })],
		['a carousel', interactive('carousel', { cards: [card(0), card(1)] })],
		['a call button', interactive('voice_call', { name: 'voice_call' })],
		[
			'a call button with all it can have',
			interactive('voice_call', {
				name: 'voice_call',
				parameters: { display_text: 'Call', ttl_minutes: 43_200, payload: 'order-1' },
			}),
		],
		['a contact request', interactive('request_contact_info', { name: 'request_contact_info' })],
		[
			'a question without words of its own whether one may call',
			interactive('call_permission_request', { name: 'call_permission_request' }, { body: undefined }),
		],
		['an order to pay', orderDetails({})],
		['an order of India that expires', expiringOrder('upi://pay?pa=shop@bank', '1795266000')],
		['the status of an order', orderStatus('partially_shipped')],
	];
	for (const [what, body] of accepted) {
		test(what, async () => {
			await standIn.send(body);
		});
	}
});

describe('refused', () => {
	const long = (length: number) => 'x'.repeat(length);
	const refused: [string, Json, number, RegExp][] = [
		['an image without a file', message('image', { caption: 'x' }), 131008, /image needs one of id and link/],
		['an image with two files', message('image', { ...LINK, id: '1' }), 100, /not both/],
		['an unknown file', message('image', { id: '42' }), 131009, /Media ID 42 is not valid/],
		['a link that is none', message('image', { link: 'a.jpg' }), 100, /image\['link'\] is not valid/],
		['a long caption', message('image', { ...LINK, caption: long(1025) }), 100, /at most 1024/],
		[
			'a location without longitude',
			message('location', { latitude: 1 }),
			131008,
			/longitude'\] is required/,
		],
		['a latitude of 91', message('location', { latitude: 91, longitude: 1 }), 100, /from -90 to 90/],
		['no contacts', message('contacts', []), 100, /at least 1/],
		[
			'a contact without a name',
			message('contacts', [{ name: { first_name: 'Eve' } }]),
			131008,
			/contacts\[0\]\['name'\]\['formatted_name'\]/,
		],
		[
			'a birthday in words',
			message('contacts', [{ name: { formatted_name: 'Eve' }, birthday: 'May' }]),
			100,
			/birthday'\] is not valid/,
		],
		[
			'a reaction to nothing',
			message('reaction', { message_id: 'wamid.none', emoji: '👍' }),
			131009,
			/not valid/,
		],
		[
			'an order with a wrong total',
			orderDetails({ total_amount: money(1000) }),
			131009,
			/does not match the sum/,
		],
		['a UPI link that is none', expiringOrder('shop@bank', '1795266000'), 131009, /upi_intent_link/],
		['an order that expires in words', expiringOrder('upi://pay?pa=a@b', 'soon'), 131009, /expiration/],
		['an order without a payment', orderDetails({ payment_settings: undefined }), 131009, /needs one of/],
		['an order without a name', orderDetails({ reference_id: undefined }), 131008, /reference_id/],
		['a status with a hyphen', orderStatus('partially-shipped'), 131009, /must be one of/],
		[
			'a button for calls that works too long',
			interactive('voice_call', { name: 'voice_call', parameters: { ttl_minutes: 43_201 } }),
			131009,
			/from 1 to 43200/,
		],
		[
			'a contact request by its former name',
			interactive('contact_request', { name: 'request_contact_info' }),
			100,
			/must be one of/,
		],
		['an unknown kind', interactive('quiz', {}), 100, /BUTTON, LIST.* got "quiz"/],
		['no body', interactive('button', { buttons: [reply('a')] }, { body: undefined }), 131008, /\['body'\]/],
		[
			'a long body',
			interactive('button', { buttons: [reply('a')] }, { body: { text: long(1025) } }),
			131009,
			/at most 1024/,
		],
		['no buttons', buttons(), 131009, /at least 1/],
		['four buttons', buttons(...['a', 'b', 'c', 'd'].map((id) => reply(id))), 131009, /at most 3/],
		['a long title', buttons(reply('a', long(21))), 131009, /\[0\]\['reply'\]\['title'\] must be at most 20/],
		['two buttons of one id', buttons(reply('a', 'A'), reply('a', 'B')), 131009, /Duplicated button id: a/],
		[
			'two buttons of one title',
			buttons(reply('a', 'A'), reply('b', 'A')),
			131009,
			/Duplicated button title/,
		],
		['eleven rows', list({ title: 'A', rows: rows(6) }, { title: 'B', rows: rows(5) }), 131009, /row count/],
		[
			'two rows of one id',
			list({ title: 'A', rows: rows(1) }, { title: 'B', rows: rows(1) }),
			131009,
			/row id/,
		],
		['sections without titles', list({ rows: rows(1) }, { rows: rows(1) }), 131008, /Section title/],
		[
			'a picture above a list',
			interactive(
				'list',
				{ button: 'x', sections: [{ rows: rows(1) }] },
				{ header: { type: 'image', image: LINK } },
			),
			131009,
			/must be one of \{TEXT\}/,
		],
		['a long footer', interactive('flow', flow, { footer: { text: long(61) } }), 131009, /at most 60/],
		[
			'a flow without a flow',
			interactive('flow', { ...flow, parameters: { ...flow.parameters, flow_id: undefined } }),
			131008,
			/flow_id and flow_name/,
		],
		[
			'a footer below a location request',
			interactive('location_request_message', { name: 'send_location' }, { footer: { text: 'x' } }),
			131009,
			/Footer is not allowed/,
		],
		[
			'an address in France',
			interactive('address_message', { ...address, parameters: { country: 'FR' } }),
			131009,
			/IN, SG/,
		],
		[
			'products without a header',
			interactive('product_list', {
				catalog_id: '1',
				sections: [{ product_items: [{ product_retailer_id: 'p' }] }],
			}),
			131008,
			/header'\] is required/,
		],
		['one card', interactive('carousel', { cards: [card(0)] }), 131009, /at least 2/],
		[
			'another group',
			{ ...message('text', { body: 'x' }), recipient_type: 'group', to: 'x' },
			131009,
			/Group ID/,
		],
	];
	for (const [what, body, code, words] of refused) {
		test(what, async () => {
			assert.match(assertError(await standIn.call('POST', MESSAGES, body), 400, code), words);
			assert.equal(standIn.api.ledger.accepted.length, 0);
		});
	}
});

describe('taps', () => {
	const location = interactive('location_request_message', { name: 'send_location' });
	const cases: [string, Json, string, Json][] = [
		[
			'a button',
			buttons(reply('yes', 'Yes')),
			'b0',
			{
				type: 'interactive',
				interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
			},
		],
		[
			'a row',
			list({ title: 'A', rows: [{ id: 'x', title: 'X', description: 'The x' }] }),
			's0r0',
			{
				type: 'interactive',
				interactive: { type: 'list_reply', list_reply: { id: 'x', title: 'X', description: 'The x' } },
			},
		],
		[
			'a flow',
			interactive('flow', flow),
			'b0',
			{
				type: 'interactive',
				interactive: {
					type: 'nfm_reply',
					nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"t"}' },
				},
			},
		],
		[
			'a request for the location',
			location,
			'b0',
			{
				type: 'location',
				location: { latitude: 37.7749, longitude: -122.4194, name: 'Market Street' },
			},
		],
		[
			'a quick reply of a template',
			message('template', { name: 'welcome', language: { code: 'en_US' } }),
			'b1',
			{ type: 'button', button: { payload: 'Stop promotions', text: 'Stop promotions' } },
		],
	];
	for (const [what, body, choice, expected] of cases) {
		test(`${what} comes back as a webhook with the message as its context`, async () => {
			const messageId = await standIn.send(body);
			const answer = await standIn.call('POST', '/sandbox/taps', { ...CHAT, messageId, choice });
			assert.equal(answer.status, 201);
			const inbound = () =>
				standIn.receiver.received.flatMap((webhook) => valueOf(webhook).messages ?? [])[0];
			const { type, context, ...rest } = await eventually(inbound, 'webhook');
			const { type: expectedType, ...contents } = expected;
			const [key = ''] = Object.keys(contents);
			assert.deepEqual(
				[type, context, rest[key]],
				[expectedType, { from: number.phoneNumber.slice(1), id: messageId }, contents[key]],
			);
		});
	}

	test('a link cannot be tapped for an answer', async () => {
		const messageId = await standIn.send(message('text', { body: 'x' }));
		assert.equal(
			(await standIn.call('POST', '/sandbox/taps', { ...CHAT, messageId, choice: 'b0' })).status,
			400,
		);
	});
});

test('a reaction shows on the message, and only sent is reported', async () => {
	const { messageId } = standIn.api.customerSends(customer.phoneNumber, 'Hi');
	const id = await standIn.send(message('reaction', { message_id: messageId, emoji: '👍' }));
	await eventually(() => standIn.receiver.statusesOf(id).length === 1, 'sent');
	await standIn.quiet();
	assert.deepEqual(
		standIn.receiver.statusesOf(id).map(({ status }) => status),
		['sent'],
	);
	const state = JSON.stringify((await standIn.call('GET', '/sandbox/state')).data);
	assert.match(state, /"reaction":"👍"/);
	await standIn.send(message('reaction', { message_id: messageId, emoji: '' }));
	assert.match(JSON.stringify((await standIn.call('GET', '/sandbox/state')).data), /"reaction":""/);
});

test('a group message is reported for each participant', async () => {
	const id = await standIn.send({
		...message('text', { body: 'Hi all' }),
		recipient_type: 'group',
		to: GROUP_ID,
	});
	await eventually(() => standIn.receiver.statusesOf(id).length === 2 * WORLD.customers.length, 'statuses');
	const [first] = standIn.receiver.statusesOf(id);
	assert.deepEqual([first?.recipient_type, first?.recipient_id], ['group', GROUP_ID]);
});
