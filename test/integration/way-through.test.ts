/**
 * What a provider says or takes, on its whole way: from the call that Messaging Trigger gets to what Messaging Keywords decides,
 * and from the panel of Messaging Send to the request that goes out.
 */
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute } from './harness';
import { categories, fromMeta, judged, locator, received, receivedInTurn, send } from './ways';

beforeAll(() => {
	nock.disableNetConnect();
	nock.enableNetConnect('127.0.0.1');
});
afterEach(() => {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

describe('a tapped button of Sinch', () => {
	const tap = (postback_data: string) => ({
		app_id: 'A',
		message: {
			id: `m-${postback_data}`,
			direction: 'TO_APP',
			contact_message: { choice_response_message: { message_id: 'q', postback_data } },
			channel_identity: { channel: 'WHATSAPP', identity: '16505551234' },
		},
	});

	test.each([
		['STOP', 'STOP', 'optOut'],
		['q_STOP', 'STOP', 'optOut'],
		['01HV4J0G3Z8Q5M6T7R8W9X0Y1Z_Stop promotions', 'Stop promotions', 'optOut'],
		['q_Yes, book it', 'Yes, book it', 'default'],
		['Book a table', 'Book a table', 'default'],
		['{"action":"stop"}', undefined, 'default'],
		['order_42_stop', undefined, 'default'],
	])('%s', async (postback, text, category) => {
		const items = await received('sinch', tap(postback));
		expect(items).toMatchObject([{ type: 'buttonReply', payload: postback }]);
		expect(items[0]?.text).toBe(text);
		expect(await categories(items)).toEqual([category]);
	});
});

test('on a number that services share, the keyword of the service is no part of what the person says', async () => {
	const sms = {
		messageId: 'M1',
		from: '385916242493',
		to: '447860099299',
		receivedAt: '2026-10-06T09:28:39.220+0000',
	};
	const items = await received('infobip', {
		results: [
			{ ...sms, text: 'QUIZ STOP', keyword: 'QUIZ', cleanText: 'STOP' },
			{ ...sms, messageId: 'M2', text: 'STOP', keyword: 'STOP', cleanText: '' },
			{ ...sms, messageId: 'M3', text: 'QUIZ 42', keyword: 'QUIZ', cleanText: '42' },
		],
	});
	expect(items[0]).toMatchObject({ text: 'QUIZ STOP', keyword: 'QUIZ', cleanText: 'STOP' });
	expect((await judged(items)).map(([category, { id }]) => [category, id])).toEqual([
		['optOut', 'M1'],
		['optOut', 'M2'],
		['default', 'M3'],
	]);
});

describe('Twilio', () => {
	const form = { MessageSid: 'SM9', From: '+16505551234', To: '+15550783881' };
	const twilio = { mapping: 'twilio' };

	test.each([
		['START', 'optIn'],
		['STOP', 'optOut'],
		['HELP', 'help'],
	])('%s that Advanced Opt-Out has answered is one item without a second answer', async (word, category) => {
		const items = await received('custom', { ...form, Body: word, OptOutType: word }, twilio);
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ text: word, answered: true });
		const [[left, item] = []] = await judged(items);
		expect(left).toBe(category);
		expect(item).not.toHaveProperty('reply');
		if (category !== 'help') expect(item).toMatchObject({ consent: { evidence: word, source: 'provider' } });
	});

	test('a tapped row of a list, a tapped button and a person who hides the number', async () => {
		const from = {
			From: 'whatsapp:US.13491208655302741918',
			To: 'whatsapp:+15550783881',
			ProfileName: 'Ana',
		};
		const [row] = await received('custom', { ...form, ...from, ListId: 'r1', ListTitle: 'Stop' }, twilio);
		expect(row).toMatchObject({
			channel: 'whatsapp',
			type: 'listReply',
			text: 'Stop',
			payload: 'r1',
			fromUserId: 'US.13491208655302741918',
		});
		expect(row).not.toHaveProperty('from');
		const tap = { ...form, ...from, ButtonText: 'Yes', ButtonPayload: 'b1' };
		expect(await received('custom', tap, twilio)).toMatchObject([
			{ type: 'buttonReply', text: 'Yes', payload: 'b1' },
		]);
	});

	test.each([
		['63024', 'recipientUnreachable'],
		['63003', 'recipientUnreachable'],
		['63032', 'recipientUnreachable'],
		['63049', 'quotaExhausted'],
		['63051', 'configurationInvalid'],
		['30032', 'configurationInvalid'],
		['30008', 'unknown'],
	])('the code %s of a status means %s', async (ErrorCode, cause) => {
		const status = { ...form, MessageStatus: 'undelivered', ErrorCode };
		expect(await received('custom', status, twilio)).toMatchObject([{ status: 'failed', error: { cause } }]);
	});
});

test('a long SMS of Vonage says which part of it came', async () => {
	const part = (number: string, text: string) => ({
		...{ msisdn: '16505551234', to: '15550783881', messageId: `0A${number}`, text, type: 'text' },
		...{ concat: 'true', 'concat-ref': '7', 'concat-total': '2', 'concat-part': number },
	});
	const items = [
		...(await received('custom', part('1', 'I have had enough of this, so please st'), {
			mapping: 'vonageSms',
		})),
		...(await received('custom', part('2', 'op texting me'), { mapping: 'vonageSms' })),
	];
	expect(items).toMatchObject([
		{ partReference: '7', partNumber: 1, partCount: 2 },
		{ partReference: '7', partNumber: 2, partCount: 2 },
	]);
	const whole = {
		...items[0],
		text: items.map(({ text }) => (typeof text === 'string' ? text : '')).join(''),
	};
	expect(await categories([whole])).toEqual(['optOut']);
});

describe('what stands around an element of WhatsApp', () => {
	const ana = {
		wa_id: '5215512345678',
		user_id: 'MX.13491208655302741918',
		parent_user_id: 'MX.ENT.11815799212886844830',
		identity_key_hash: 'abc123=',
		profile: { name: 'Ana', username: 'ana.mx' },
	};

	test('user name, parent id and identity hash are on the event', async () => {
		const message = {
			id: 'wamid.1',
			from: '5215512345678',
			timestamp: '1764000000',
			type: 'text',
			text: { body: 'Hola' },
		};
		const status = {
			id: 'wamid.2',
			status: 'delivered',
			timestamp: '1764000000',
			recipient_id: '5215512345678',
		};
		const [said, delivered] = await fromMeta({ contacts: [ana], messages: [message], statuses: [status] });
		expect(said).toMatchObject({
			fromName: 'Ana',
			fromUserId: ana.user_id,
			fromUsername: 'ana.mx',
			fromParentUserId: ana.parent_user_id,
			fromIdentityHash: 'abc123=',
		});
		expect(delivered).toMatchObject({
			toUserId: ana.user_id,
			toUsername: 'ana.mx',
			toParentUserId: ana.parent_user_id,
			toIdentityHash: 'abc123=',
		});
	});

	test('a message is sent to the phone of that identity alone', async () => {
		const { sent } = await send(
			'whatsAppCloud',
			{ from: '+16505551234', fromIdentityHash: 'abc123=' },
			{ sender: locator('2001'), text: 'Hi', options: { identityHash: '={{ $json.fromIdentityHash }}' } },
		);
		expect(sent[0]?.body).toMatchObject({ recipient_identity_key_hash: 'abc123=' });
	});

	test('a new number and a new user id come with the old one', async () => {
		const notice = (system: object, from?: string) => ({
			id: 'wamid.3',
			from,
			timestamp: '1764000000',
			type: 'system',
			system,
		});
		const [number] = await fromMeta({
			messages: [
				notice(
					{
						body: 'Ana changed from 16505551234 to 16505559999',
						type: 'user_changed_number',
						wa_id: '16505559999',
						user_id: 'US.2',
						previous_user_id: 'US.1',
					},
					'16505551234',
				),
			],
		});
		expect(number).toMatchObject({
			type: 'system',
			from: '+16505551234',
			previousAddress: '+16505551234',
			newAddress: '+16505559999',
			previousUserId: 'US.1',
			newUserId: 'US.2',
			conversationKey: 'whatsAppCloud:2001:+16505551234',
			newConversationKey: 'whatsAppCloud:2001:+16505559999',
		});
		const [id] = await fromMeta({
			messages: [
				notice({
					type: 'user_changed_user_id',
					user_id: 'US.2',
					previous_user_id: 'US.1',
					parent_user_id: 'US.ENT.2',
					previous_parent_user_id: 'US.ENT.1',
				}),
			],
		});
		expect(id).toMatchObject({
			fromUserId: 'US.1',
			previousUserId: 'US.1',
			newUserId: 'US.2',
			previousParentUserId: 'US.ENT.1',
			newParentUserId: 'US.ENT.2',
			newConversationKey: 'whatsAppCloud:2001:US.2',
		});
	});

	test('a payment is no delivery, and each of its tries an event', async () => {
		const payment = (id: string, status: string, outcome: string) => ({
			id: 'wamid.P1',
			status,
			type: 'payment',
			timestamp: '1785500100',
			recipient_id: '16505551234',
			payment: { reference_id: 'ref-1', transaction: { id, type: 'razorpay', status: outcome } },
		});
		const items = await fromMeta({
			statuses: [
				payment('t1', 'pending', 'failed'),
				payment('t2', 'failed', 'failed'),
				payment('t3', 'failed', 'failed'),
				payment('t4', 'captured', 'success'),
			],
		});
		expect(items.map(({ kind, event, details }) => [kind, event, details])).toMatchObject([
			['account', 'channelEvent', { type: 'payment', status: 'pending' }],
			['account', 'channelEvent', { status: 'failed', payment: { transaction: { id: 't2' } } }],
			['account', 'channelEvent', { status: 'failed', payment: { transaction: { id: 't3' } } }],
			['account', 'channelEvent', { status: 'captured' }],
		]);
	});

	test('who signs up by a link has opted in to marketing', async () => {
		const preference = {
			wa_id: '16505551234',
			category: 'marketing_messages',
			value: 'signup',
			signup_id: 's1',
			timestamp: 1785500100,
		};
		const items = await fromMeta({ user_preferences: [preference] }, 'user_preferences');
		expect(items).toMatchObject([{ kind: 'consent', action: 'optIn', scope: 'marketing' }]);
		expect(await categories(items)).toEqual(['optIn']);
	});

	test('an id of more digits than a number holds stays the one that it is', async () => {
		const items = await fromMeta(
			'{"messages":[{"id":"wamid.4","from":16505551234,"timestamp":"1764000000","type":"order","order":{"catalog_id":9007199254740993123,"text":"1 {\\"a\\":9007199254740993}","n":9007199254740991}}]}',
		);
		expect(items).toMatchObject([
			{
				from: '+16505551234',
				order: { catalog_id: '9007199254740993123', text: '1 {"a":9007199254740993}', n: 9007199254740991 },
			},
		]);
	});
});

describe('ids of more digits than a number holds', () => {
	const mapping = {
		mapping: 'own',
		ownMapping: JSON.stringify({ message: { id: 'id', from: 'from', to: "'ACME'", text: 'text' } }),
	};

	test('two messages whose ids a number would make one are two', async () => {
		const ids = ['9007199254740993', '9007199254740992'];
		const bodies = ids.map((id) => `{"id":${id},"from":"+16505551234","text":"num"}`);
		const items = await receivedInTurn('custom', bodies, mapping);
		expect(items.map(({ id }) => id)).toEqual(ids);
	});

	test.each(['application/json', 'text/json', 'application/vnd.gateway+json'])(
		"a gateway's answer of the type %s says which message it took",
		async (type) => {
			nock('https://provider.test')
				.post(/.*/)
				.reply(200, '{"message":{"id":9007199254740993,"n":1.5}}', { 'content-type': type });
			const request = {
				...{ name: 'Mine', method: 'POST', path: '/send', body: { to: '{{ to }}' } },
				types: { text: { text: '{{ text }}' } },
				answer: { messageId: 'message.id' },
			};
			const outputs = await execute(new MessagingSend(), [{ from: '+16505551234' }], {
				credentialType: 'customMessagingApi',
				credential: {
					baseUrl: 'https://provider.test',
					authentication: 'basic',
					username: 'u',
					password: 'p',
				},
				parameters: {
					...{ provider: 'custom', operation: 'sendResponse', text: 'Hi' },
					...{ request: 'own', ownRequest: JSON.stringify(request) },
				},
			});
			expect(outputs[0]?.[0]?.json).toMatchObject({ outcome: 'accepted', messageId: '9007199254740993' });
		},
	);
});

describe('an answer to a message over WhatsApp', () => {
	const event = { channel: 'whatsapp', from: '+5215512345678', to: '+15550783881' };
	const reply = { sender: locator('={{ $json.to }}'), text: 'Hello' };

	test('through Twilio', async () => {
		const { sent, given } = await send('custom', event, { ...reply, request: 'twilio' });
		expect(sent[0]?.body).toEqual({
			To: 'whatsapp:+5215512345678',
			From: 'whatsapp:+15550783881',
			Body: 'Hello',
		});
		expect(given).toMatchObject({ outcome: 'accepted', channel: 'whatsapp' });
	});

	test('through Twilio, to a person who hides the number', async () => {
		const hidden = { channel: 'whatsapp', fromUserId: 'US.1349', to: '+15550783881' };
		const { sent } = await send('custom', hidden, { ...reply, request: 'twilio' });
		expect(sent[0]?.body).toMatchObject({ To: 'whatsapp:US.1349' });
	});

	test('through the Messages API of Vonage', async () => {
		const { sent } = await send('custom', event, { ...reply, request: 'vonageMessages' });
		expect(sent[0]?.body).toMatchObject({ channel: 'whatsapp', to: '5215512345678', from: '15550783881' });
	});

	test.each([
		['SMS where the panel says so', event, { channel: 'sms' }, '+5215512345678'],
		['SMS where the item says so', { ...event, channel: 'sms' }, {}, '+5215512345678'],
		[
			'what the request says where the item has another word',
			{ ...event, channel: 'Newsletter' },
			{},
			'+5215512345678',
		],
		[
			'WhatsApp where the panel says so',
			{ ...event, channel: 'sms' },
			{ channel: 'WhatsApp' },
			'whatsapp:+5215512345678',
		],
	])('%s', async (_name, item, parameters, to) => {
		const { sent } = await send('custom', item, { ...reply, request: 'twilio', ...parameters });
		expect(sent[0]?.body.To).toBe(to);
	});

	test('a channel that nobody knows is refused', async () => {
		const { sent, given } = await send('custom', event, { ...reply, request: 'twilio', channel: 'whatsap' });
		expect(sent).toEqual([]);
		expect(given?.error).toMatchObject({ title: expect.stringContaining('\'Channel\' cannot be "whatsap"') });
	});
});

describe('a content template through a custom gateway', () => {
	const template = (request: string, values: object) => ({
		...{ request, operation: 'sendTemplate', sender: locator('+15550783881'), template: locator('HX1|en') },
		...{ recipientFrom: 'writer', consentFrom: 'none', fillIn: 'json', valuesJson: JSON.stringify(values) },
	});

	test('all values go out by the numbers that they have at Twilio', async () => {
		const values = { body_1: 'Ann', '2': 'https://shop.example/a.jpg', body_3: 'o-17' };
		const { sent } = await send('custom', { from: '+16505551234' }, template('twilio', values));
		expect(sent[0]?.body).toMatchObject({
			ContentSid: 'HX1',
			ContentVariables: '{"1":"Ann","2":"https://shop.example/a.jpg","3":"o-17"}',
		});
	});

	test.each([
		['twilio', { body_1: 'Ann', header_image: 'https://shop.example/a.jpg' }, 'header_image'],
		['twilio', { body_1: 'Ann', button_0_url: 'o-17' }, 'button_0_url'],
		['vonageMessages', { body_1: 'Ann', button_0_url: 'o-17' }, 'button_0_url'],
		['vonageMessages', { body_name: 'Ann' }, 'body_name'],
	])('%s refuses %j', async (request, values, key) => {
		const { sent, given } = await send('custom', { from: '+16505551234' }, template(request, values));
		expect(sent).toEqual([]);
		expect(given?.error).toMatchObject({ field: `values.${key}`, title: expect.stringContaining(key) });
	});
});

describe('a long SMS through Vonage', () => {
	const sms = { request: 'vonageSms', sender: locator('Harbour'), text: 'Hi' };
	const part = (status: string, id: string) => ({
		status,
		'message-id': id,
		'error-text': status === '0' ? '' : 'Throttled',
	});

	test.each([
		[
			'all accepted',
			['0', '0'],
			{ outcome: 'accepted', messageId: 'p0', messageIds: ['p0', 'p1'], parts: 2 },
		],
		['one alone', ['0'], { outcome: 'accepted', messageId: 'p0' }],
		['none accepted', ['4', '4'], { error: { code: '4', cause: 'credentialInvalid' } }],
		[
			'a part refused',
			['0', '1'],
			{ error: { code: '1', retryable: false, detail: expect.stringContaining('1 of 2') } },
		],
	])('%s', async (_name, statuses, shown) => {
		const messages = statuses.map((status, at) => part(status, `p${at}`));
		const answer = { messages };
		const { given } = await send('custom', { from: '+16505551234' }, sms, { answer });
		expect(given).toMatchObject(shown);
	});
});

describe('the channels of Sinch', () => {
	test.each([
		['messenger', '1234567890123456', { channel: 'MESSENGER', identity: '1234567890123456', app_id: 'app' }],
		[
			'instagram',
			'17841400000000000',
			{ channel: 'INSTAGRAM', identity: '17841400000000000', app_id: 'app' },
		],
		['line', 'U4af4980629', { channel: 'LINE', identity: 'U4af4980629', app_id: 'app' }],
		['wechat', 'oABC', { channel: 'WECHAT', identity: 'oABC', app_id: 'app' }],
		['telegram', '99887766', { channel: 'TELEGRAM', identity: '99887766' }],
		['viber', '+16505551234', { channel: 'VIBERBM', identity: '+16505551234' }],
		['viberbm', '+16505551234', { channel: 'VIBERBM', identity: '+16505551234' }],
	])('%s', async (channel, from, identity) => {
		const { sent } = await send('sinch', { from }, { channel, text: 'Hi' });
		expect(sent[0]?.body.recipient).toEqual({ identified_by: { channel_identities: [identity] } });
	});

	test('products', async () => {
		const products = {
			...{
				channel: 'whatsapp',
				messageType: 'productList',
				headerText: 'Lamps',
				body: 'For you',
				catalogId: '7',
			},
			sections: { section: [{ title: 'New', productIds: 'lamp-1, lamp-2' }] },
		};
		const { sent } = await send('sinch', { from: '+16505551234' }, products);
		expect(sent[0]?.body.message).toEqual({
			list_message: {
				title: 'For you',
				sections: [
					{
						title: 'New',
						items: [
							{ product: { id: 'lamp-1', marketplace: 'FACEBOOK' } },
							{ product: { id: 'lamp-2', marketplace: 'FACEBOOK' } },
						],
					},
				],
				message_properties: { catalog_id: '7', whatsapp_header: 'Lamps' },
			},
		});
	});
});

test('a contact card offers to write to the person', async () => {
	const contact = { firstName: 'Ann', lastName: 'Bell', phone: '+1 650 555 1234' };
	const { sent } = await send(
		'whatsAppCloud',
		{ from: '+16505551234' },
		{ sender: locator('2001'), messageType: 'contacts', contacts: { contact: [contact] } },
	);
	expect(sent[0]?.body).toMatchObject({
		contacts: [{ phones: [{ phone: '+1 650 555 1234', type: 'WORK', wa_id: '16505551234' }] }],
	});
});
