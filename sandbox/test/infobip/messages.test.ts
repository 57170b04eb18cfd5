import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import type { InfobipFault } from '../../infobip/faults.ts';
import { Infobip, KEY, SMS, sms, Status, WHATSAPP, WHO } from './infobip.ts';
import { call } from '../shared/providers.ts';
import { eventually } from '../shared/receiver.ts';

const { customer, digits: CUSTOMER } = WHO;
const LINK = 'https://example.com/a.png';
const body = { text: 'Choose' };
const MESSAGES = '/whatsapp/1/message';

const Accepted = z.object({ messageId: z.string(), status: Status });
const Bulk = z.object({ bulkId: z.string(), messages: z.array(Accepted) });

let infobip: Infobip;

beforeEach(async () => {
	infobip = await Infobip.start();
});

afterEach(() => infobip.close());

const message = (content: object | undefined, more: object = {}) => ({
	from: WHATSAPP.phoneNumber,
	to: CUSTOMER,
	content,
	...more,
});

const chat = () => infobip.sandbox.infobip.ledger.accepted;

async function send(kind: string, content: object | undefined, more: object = {}) {
	const { status, data } = await infobip.call('POST', `${MESSAGES}/${kind}`, message(content, more));
	assert.equal(status, 200, JSON.stringify(data));
	return Accepted.parse(data);
}

const buttons = (...titles: string[]) => ({
	body,
	action: { buttons: titles.map((title, number) => ({ type: 'REPLY', id: String(number), title })) },
});

const rows = (count: number) =>
	Array.from({ length: count }, (_, id) => ({ id: `r${id}`, title: `Row ${id}` }));

describe('every kind of WhatsApp message is taken and delivered', () => {
	const cases: [string, object | undefined, string][] = [
		['text', { text: 'Hi', previewUrl: true }, 'Hi'],
		['image', { mediaUrl: LINK, caption: 'Look' }, 'Look'],
		['video', { mediaUrl: LINK }, '(video)'],
		['audio', { mediaUrl: LINK }, '(audio)'],
		['sticker', { mediaUrl: LINK }, '(sticker)'],
		['document', { mediaUrl: LINK, filename: 'a.pdf' }, 'a.pdf'],
		['location', { latitude: 1, longitude: 2, name: 'Here' }, 'Here\n1, 2'],
		['contact', { contacts: [{ name: { firstName: 'Ana', formattedName: 'Ana R' } }] }, 'Ana R'],
		['interactive/buttons', { ...buttons('Yes', 'No'), header: { type: 'IMAGE', mediaUrl: LINK } }, 'Choose'],
		['interactive/list', { body, action: { title: 'Open', sections: [{ rows: rows(10) }] } }, 'Choose'],
		['interactive/url-button', { body, action: { displayText: 'Open', url: LINK } }, 'Choose'],
		[
			'interactive/flow',
			{ body, action: { flowMessageVersion: 3, flowToken: 't', flowId: '1', callToActionButton: 'Go' } },
			'Choose',
		],
		['interactive/location-request', { body }, 'Choose'],
		['interactive/product', { action: { catalogId: 'c', productRetailerId: 'p' } }, '(product p)'],
		[
			'interactive/multi-product',
			{
				header: { type: 'TEXT', text: 'All' },
				body,
				action: { catalogId: 'c', sections: [{ title: 'A', productRetailerIds: ['p'] }] },
			},
			'Choose',
		],
		[
			'interactive/media-carousel',
			{
				body,
				action: {
					type: 'QUICK_REPLY',
					cards: ['a', 'b'].map((id) => ({
						header: { type: 'IMAGE', url: LINK },
						body: { text: id },
						buttons: [{ id, title: id }],
					})),
				},
			},
			'Choose',
		],
		[
			'interactive/order-details',
			{
				body,
				action: {
					payment: { type: 'BRAZIL_LINK', id: 'order-1', paymentLink: LINK },
					orderCurrency: 'BRL',
					orderType: 'DIGITAL_GOODS',
					totalAmount: { value: 1050 },
					order: {
						items: [{ retailerId: 'a', name: 'Cake', amount: { value: 500 }, quantity: 2 }],
						subtotal: { value: 1000 },
						tax: { value: 50 },
					},
				},
			},
			'Choose',
		],
		[
			'interactive/order-status',
			{ body, action: { payment: { type: 'BRAZIL_LINK', id: 'order-1' }, status: 'SHIPPED' } },
			'Choose',
		],
		['interactive/voice-button', { body, action: { callValidityPeriod: 60 } }, 'Choose'],
		['interactive/request-contact-info', { body }, 'Choose'],
		['interactive/call-permission-request', undefined, 'Can this business call you?'],
	];
	for (const [kind, content, shown] of cases) {
		test(kind, async () => {
			await infobip.api.customerSends(customer.phoneNumber, 'Hi', { numberId: WHATSAPP.id }).delivered;
			const { messageId, status } = await send(kind, content, { callbackData: 'ref' });
			assert.deepEqual(status, { groupName: 'PENDING', id: 7 });
			assert.deepEqual(
				chat().map(({ type, text, callbackData }) => [type, text, callbackData]),
				[[kind, shown, 'ref']],
			);
			const report = await eventually(() => infobip.reportsOf(messageId)[0], 'report');
			assert.equal(Status.parse(report.status).groupName, 'DELIVERED');
		});
	}
});

describe('what breaks a limit is refused with the property that does', () => {
	const cases: [string, object, string][] = [
		['text', {}, 'content.text'],
		['text', { text: 'x'.repeat(4_097) }, 'content.text'],
		['image', {}, 'content.mediaUrl'],
		['image', { mediaUrl: 'nowhere' }, 'content.mediaUrl'],
		['image', { mediaUrl: LINK, caption: 'x'.repeat(3_001) }, 'content.caption'],
		['document', { mediaUrl: LINK, filename: 'x'.repeat(241) }, 'content.filename'],
		['location', { latitude: 91, longitude: 0 }, 'content.latitude'],
		['contact', { contacts: [] }, 'content.contacts'],
		['interactive/buttons', buttons(), 'content.action.buttons'],
		['interactive/buttons', buttons('1', '2', '3', '4'), 'content.action.buttons'],
		['interactive/buttons', buttons('x'.repeat(21)), 'content.action.buttons[0].title'],
		['interactive/buttons', { ...buttons('a'), body: { text: 'x'.repeat(1_025) } }, 'content.body.text'],
		['interactive/buttons', { ...buttons('a'), footer: { text: 'x'.repeat(61) } }, 'content.footer.text'],
		[
			'interactive/list',
			{ body, action: { title: 'x', sections: [{ rows: rows(11) }] } },
			'content.action.sections[0].rows',
		],
		[
			'interactive/list',
			{ body, action: { title: 'x', sections: [{ rows: rows(1) }, { title: 'b', rows: rows(1) }] } },
			'content.action.sections',
		],
		['interactive/url-button', { body, action: { displayText: 'x', url: 'x' } }, 'content.action.url'],
		['interactive/flow', { body, action: { flowMessageVersion: 3 } }, 'content.action.flowId'],
		['interactive/media-carousel', { body, action: { type: 'URL', cards: [] } }, 'content.action.cards'],
		[
			'interactive/media-carousel',
			{ body, action: { type: 'QUICK_REPLY', cards: [{ header: { type: 'IMAGE', url: LINK } }] } },
			'content.action.cards[0].body',
		],
		[
			'contact',
			{
				contacts: [
					{ name: { firstName: 'Ana', formattedName: 'Ana' }, phones: [{ phone: '1', type: 'FAX' }] },
				],
			},
			'content.contacts[0].phones[0].type',
		],
	];
	for (const [kind, content, property] of cases) {
		test(`${kind}: ${property}`, async () => {
			const { status, data } = await infobip.call('POST', `${MESSAGES}/${kind}`, message(content));
			assert.equal(status, 400);
			const { requestError } = z
				.object({
					requestError: z.object({
						serviceException: z.object({
							messageId: z.literal('BAD_REQUEST'),
							validationErrors: z.record(z.array(z.string())),
						}),
					}),
				})
				.parse(data);
			assert(property in requestError.serviceException.validationErrors, JSON.stringify(data));
			assert.equal(chat().length, 0);
		});
	}

	test('a kind that does not exist is not found', async () => {
		assert.equal((await infobip.call('POST', `${MESSAGES}/fax`, message(body))).status, 404);
	});
});

describe('templates', () => {
	const template = (templateData: object, more: object = {}) => ({
		messages: [
			{
				...message({ templateName: 'order_ready', language: 'en', templateData, ...more }),
				messageId: 'mine-1',
			},
		],
	});
	const fitting = { body: { placeholders: ['Ana', '7'] }, buttons: [{ type: 'URL', parameter: '7' }] };
	const sendTemplate = async (request: unknown) => {
		const { status, data } = await infobip.call('POST', `${MESSAGES}/template`, request);
		assert.equal(status, 200, JSON.stringify(data));
		return Bulk.parse(data).messages;
	};

	test('are listed for our sender alone', async () => {
		const path = (sender: string) => `/whatsapp/2/senders/${sender}/templates`;
		const { data } = await infobip.call('GET', path(WHATSAPP.phoneNumber.slice(1)));
		const { templates } = z
			.object({ templates: z.array(z.object({ id: z.string(), name: z.string() })) })
			.parse(data);
		assert(templates.length >= 6);
		const one = await infobip.call('GET', `${path(WHATSAPP.phoneNumber.slice(1))}/${templates[0]?.id ?? ''}`);
		assert.equal(z.object({ name: z.string() }).parse(one.data).name, templates[0]?.name);
		assert.equal((await infobip.call('GET', path('15550199999'))).status, 404);
	});

	test('reach somebody who never wrote', async () => {
		await sendTemplate(template(fitting));
		const report = await eventually(() => infobip.reportsOf('mine-1')[0], 'report');
		assert.equal(Status.parse(report.status).groupName, 'DELIVERED');
		assert.equal(chat()[0]?.text, 'Hi Ana, your order 7 is ready.\nSunrise Coffee\n[Track]');
	});

	test('many go out with one call, each with its status', async () => {
		const [first] = template(fitting).messages;
		const sent = await sendTemplate({
			bulkId: 'b',
			messages: [first, { ...first, messageId: 'mine-2' }, first],
		});
		assert.deepEqual(
			sent.map(({ messageId, status }) => [messageId, status.id]),
			[
				['mine-1', 7],
				['mine-2', 7],
				['mine-1', 23],
			],
		);
	});

	const unfit: [string, object, object][] = [
		['a value too few', { ...fitting, body: { placeholders: ['Ana'] } }, {}],
		['a value too many', { ...fitting, body: { placeholders: ['a', 'b', 'c'] } }, {}],
		['no value for the link', { body: fitting.body }, {}],
		['a header that the template has not', { ...fitting, header: { type: 'IMAGE', mediaUrl: LINK } }, {}],
		['another language', fitting, { language: 'en_GB' }],
		['another name', fitting, { templateName: 'order_lost' }],
		[
			'a template that waits for approval',
			{ body: { placeholders: [] }, header: { type: 'TEXT', placeholder: 'Ana' } },
			{ templateName: 'summer_offer' },
		],
	];
	for (const [what, data, more] of unfit) {
		test(`${what} is accepted, and fails with 7009`, async () => {
			await sendTemplate(template(data, more));
			const report = await eventually(() => infobip.reportsOf('mine-1')[0], 'report');
			assert.equal(Status.parse(report.error).id, 7009);
		});
	}

	for (const [what, data] of [
		['without body', {}],
		['without placeholders', { body: {} }],
	] as const) {
		test(`${what} it is refused`, async () => {
			const { status, data: answer } = await infobip.call('POST', `${MESSAGES}/template`, template(data));
			assert.equal(status, 400);
			assert.match(JSON.stringify(answer), /messages\[0\]\.content\.templateData\.body/);
		});
	}

	test('what WhatsApp cannot deliver goes out by SMS', async () => {
		infobip.api.faults.set('undeliverable');
		const [first] = template(fitting).messages;
		await sendTemplate({ messages: [{ ...first, smsFailover: { from: SMS.phoneNumber, text: 'Ready' } }] });
		await eventually(() => infobip.results().length === 2, 'two reports');
		const groups = infobip.results().map(({ status, sender }) => [Status.parse(status).groupName, sender]);
		assert.deepEqual(groups, [
			['UNDELIVERABLE', undefined],
			['DELIVERED', SMS.phoneNumber.slice(1)],
		]);
		assert.deepEqual(
			chat()
				.map(({ numberId, text }) => [numberId, text])
				.at(-1),
			[SMS.id, 'Ready'],
		);
	});
});

describe('rejected with HTTP 200', () => {
	const faults: [InfobipFault, number][] = [
		['noCredits', 12],
		['blocked', 14],
		['badDestination', 52],
	];
	for (const [fault, id] of faults) {
		test(`${fault}: status ${id}, by SMS and by WhatsApp`, async () => {
			infobip.api.faults.set(fault, 2);
			assert.deepEqual((await infobip.sendSms()).status, { groupName: 'REJECTED', id });
			assert.deepEqual((await send('text', { text: 'Hi' })).status, { groupName: 'REJECTED', id });
			assert.equal(chat().length, 0);
		});
	}

	test('a destination that is not a number, beside one that is', async () => {
		const { data } = await infobip.call('POST', '/sms/3/messages', {
			messages: [...sms('Hi', '12').messages, ...sms('Hi').messages],
		});
		assert.deepEqual(
			Bulk.parse(data).messages.map(({ status }) => status.id),
			[52, 26],
		);
	});

	test('one id for two channels is one id', async () => {
		await send('text', { text: 'Hi' }, { messageId: 'mine-1' });
		assert.equal((await send('text', { text: 'Hi' }, { messageId: 'mine-1' })).status.id, 23);
	});
});

describe('SMS', () => {
	test('many messages with one call', async () => {
		const messages = Array.from({ length: 100 }, (_, n) => ({
			destinations: [{ to: CUSTOMER, messageId: `m${n}` }],
			content: { text: `Hi ${n}`, transliteration: 'TURKISH' },
			options: { validityPeriod: { amount: 60 }, flash: true },
			webhooks: { callbackData: `c${n}` },
		}));
		const { data } = await infobip.call('POST', '/sms/3/messages', { messages });
		assert.deepEqual(
			Bulk.parse(data).messages.map(({ messageId }) => messageId),
			messages.map((_, n) => `m${n}`),
		);
		assert.equal(chat().length, 100);
	});

	const refused: [string, object, RegExp][] = [
		['an id that is too long', { destinations: [{ to: CUSTOMER, messageId: 'x'.repeat(201) }] }, /messageId/],
		['another transliteration', { content: { text: 'x', transliteration: 'KLINGON' } }, /transliteration/],
		['no validity', { options: { validityPeriod: { amount: 0 } } }, /validityPeriod\.amount/],
		['bytes that are none', { content: { hex: 'xyz' } }, /content\.hex/],
		['too long a reference', { webhooks: { callbackData: 'x'.repeat(4_001) } }, /callbackData/],
	];
	for (const [what, more, words] of refused) {
		test(`${what} is refused`, async () => {
			const { status, data } = await infobip.call('POST', '/sms/3/messages', sms('x', CUSTOMER, more));
			assert.equal(status, 400);
			assert.match(JSON.stringify(data), words);
		});
	}
});

describe('reading and writing', () => {
	const thread = async () => {
		const { data } = await call('GET', `${infobip.sandbox.url}/sandbox/state`);
		const Message = z.object({ id: z.string(), status: z.string() });
		const Thread = z.object({ typingUntil: z.number().optional(), messages: z.array(Message) });
		const { threads } = z.object({ threads: z.array(Thread) }).parse(data);
		return threads[0];
	};

	test('a message is marked as read, and no later one', async () => {
		const write = () => infobip.api.customerSends(customer.phoneNumber, 'Hi', { numberId: WHATSAPP.id });
		const { messageId, delivered } = write();
		await delivered;
		const path = (id: string) => `/whatsapp/1/senders/${WHATSAPP.phoneNumber.slice(1)}/message/${id}/read`;
		assert.equal((await infobip.call('POST', path(messageId))).status, 200);
		assert.equal((await infobip.call('POST', path('unknown'))).status, 404);
		await write().delivered;
		assert.deepEqual(
			(await thread())?.messages.map(({ status: each }) => each),
			['read', 'delivered'],
		);
	});

	test('the identity of a customer is confirmed with its hash', async () => {
		const path = `/whatsapp/1/${WHATSAPP.phoneNumber.slice(1)}/contacts/${WHO.digits}/identity`;
		const read = async () =>
			z
				.object({ acknowledged: z.boolean(), hash: z.string(), createdAt: z.string() })
				.parse((await infobip.call('GET', path)).data);
		const { acknowledged, hash } = await read();
		assert.equal(acknowledged, false);
		assert.equal((await infobip.call('PUT', path, { hash: 'another' })).status, 404);
		assert.equal((await infobip.call('PUT', path, { hash })).status, 204);
		assert.equal((await read()).acknowledged, true);
		assert.equal((await infobip.call('DELETE', path)).status, 204);
		assert.equal((await read()).acknowledged, false);
		assert.equal((await infobip.call('GET', path.replace(WHO.digits, '15550199999'))).status, 404);
	});

	test('typing is shown', async () => {
		const event = {
			sender: WHATSAPP.phoneNumber,
			destinations: [{ to: CUSTOMER }],
			content: { type: 'TYPING_INDICATOR' },
		};
		assert.equal((await infobip.call('POST', '/whatsapp/1/events', { events: [event] })).status, 200);
		assert(((await thread())?.typingUntil ?? 0) > Date.now());
		assert.equal((await infobip.call('POST', '/whatsapp/1/events', { events: [] })).status, 400);
	});
});

test('throttled calls are refused, and nobody without the key gets in', async () => {
	infobip.api.faults.set('rateLimited');
	const { status, data } = await infobip.call('POST', '/sms/3/messages', sms());
	assert.equal(status, 429);
	assert.match(JSON.stringify(data), /TOO_MANY_REQUESTS/);
	const url = `${infobip.api.baseUrl}${MESSAGES}/image`;
	const data2 = message({ mediaUrl: LINK });
	assert.equal(
		(await call('POST', url, { data: data2, headers: { ...KEY, Authorization: 'App x' } })).status,
		401,
	);
});

test('more calls within a second than allowed are refused', async () => {
	const rules = { provider: 'infobip', callsPerSecond: 1 };
	const headers = { 'content-type': 'application/json' };
	const { status } = await call('POST', `${infobip.sandbox.url}/sandbox/rules`, { data: rules, headers });
	assert.equal(status, 200);
	await infobip.sendSms();
	const refused = await infobip.call('POST', '/sms/3/messages', sms());
	assert.equal(refused.status, 429);
	assert.equal(refused.headers['retry-after'], '1');
	assert.equal(chat().length, 1);
});

test('a message that was sent twice is counted twice for its reference', async () => {
	for (const id of ['a', 'b']) await send('text', { text: 'Hi' }, { messageId: id, callbackData: 'order 7' });
	assert.deepEqual(
		[...infobip.api.ledger.taken.entries()],
		[{ first: CUSTOMER, second: 'order 7', count: 2 }],
	);
});
