import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../sandbox/settings.ts';
import { bodyOf, call, lineOf, Providers } from './providers.ts';
import { eventually, Receiver } from './receiver.ts';

const { infobip: ACCOUNT } = WORLD;
const SMS = lineOf(ACCOUNT.lines, 'sms');
const WHATSAPP = lineOf(ACCOUNT.lines, 'whatsapp');
const [customer] = WORLD.customers;
assert(customer);
const CUSTOMER = customer.phoneNumber.slice(1);
const KEY = { Authorization: `App ${ACCOUNT.apiKey}` };
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;

const Results = z.object({ results: z.tuple([z.record(z.unknown())]) });
const Status = z.object({ groupName: z.string(), id: z.number() });
const Sent = z.object({
	messages: z.array(z.object({ messageId: z.string(), status: Status, destination: z.string() })),
});

let providers: Providers;
const api = (method: string, path: string, data?: unknown, headers: Record<string, string> = KEY) =>
	call(method, providers.sandbox.infobip.baseUrl + path, { data, headers });

beforeEach(async () => {
	providers = await Providers.start();
});

afterEach(() => providers.close());

const sms = (text = 'Hello', to = CUSTOMER, more: object = {}) => ({
	messages: [{ sender: SMS.phoneNumber, destinations: [{ to }], content: { text }, ...more }],
});
const results = () => providers.receiver.received.map((webhook) => Results.parse(bodyOf(webhook)).results[0]);
const reportsOf = (id: string) => results().filter(({ messageId }) => messageId === id);

async function sendSms(body: unknown = sms()) {
	const response = await api('POST', '/sms/3/messages', body);
	assert.equal(response.status, 200, JSON.stringify(response.data));
	const [message] = Sent.parse(response.data).messages;
	assert(message);
	return message;
}

describe('a customer writes', () => {
	test('by SMS: MO_JSON_2, with the token in the URL', async () => {
		const { messageId, delivered } = providers.sandbox.infobip.customerSends(customer.phoneNumber, 'STOP', {
			numberId: SMS.id,
		});
		const { attempts } = await delivered;
		assert(ACCOUNT.webhookAuthentication.kind === 'urlToken');
		assert.match(attempts[0]?.url ?? '', new RegExp(`\\?token=${ACCOUNT.webhookAuthentication.token}$`));
		const [webhook] = providers.receiver.received;
		assert(webhook);
		const { results: all, ...rest } = Results.parse(bodyOf(webhook));
		const { receivedAt, ...message } = all[0];
		assert.match(String(receivedAt), TIME);
		assert.deepEqual(rest, {});
		assert.deepEqual(message, {
			messageId,
			from: CUSTOMER,
			to: SMS.phoneNumber.slice(1),
			text: 'STOP',
			cleanText: 'STOP',
			smsCount: 1,
			price: { pricePerMessage: 0, currency: 'EUR' },
		});
	});

	test('by WhatsApp: MO_OTT_CONTACT', async () => {
		await providers.sandbox.infobip.customerSends(
			customer.phoneNumber,
			{ type: 'text', text: '¡Olá! 👋', replyToId: 'wamid.quoted' },
			{ numberId: WHATSAPP.id },
		).delivered;
		const [message] = results();
		assert.equal(message?.integrationType, 'WHATSAPP');
		assert.deepEqual(message.message, {
			text: '¡Olá! 👋',
			type: 'TEXT',
			context: { from: WHATSAPP.phoneNumber.slice(1), id: 'wamid.quoted' },
		});
		assert.deepEqual(message.contact, {
			name: customer.name,
			phoneNumber: CUSTOMER,
			userId: customer.userId,
		});
	});

	for (const answer of [0, 302, 401, 500]) {
		test(`an answer of ${answer} is retried with the same bytes`, async () => {
			providers.receiver.answers = [answer, answer];
			const { state, attempts } = await providers.sandbox.infobip.customerSends(customer.phoneNumber, 'Hi')
				.delivered;
			assert.equal(state, 'taken');
			assert.equal(attempts.length, 3);
			const [first, , third] = providers.receiver.received;
			assert(first && third?.raw.equals(first.raw));
		});
	}

	test('marketing messages are stopped in WhatsApp: the business is the outer from', async () => {
		await providers.sandbox.infobip.customerPrefers(customer.phoneNumber, 'stop');
		const [webhook] = providers.receiver.received;
		assert(webhook);
		const Preference = z.object({ from: z.string(), content: z.record(z.string()) });
		const { from, content } = Preference.parse(bodyOf(webhook));
		assert.equal(from, WHATSAPP.phoneNumber.slice(1));
		assert.equal(content.from, CUSTOMER);
		assert.equal(content.notificationMessagesStatus, 'stop');
	});
});

describe('sending', () => {
	test('an SMS is accepted, and its delivery is reported', async () => {
		const { messageId, status } = await sendSms(
			sms('Hello', CUSTOMER, { webhooks: { callbackData: 'order 7' } }),
		);
		assert.deepEqual(status.groupName, 'PENDING');
		const [report] = await eventually(
			() => reportsOf(messageId).length === 1 && reportsOf(messageId),
			'report',
		);
		assert(report);
		assert.deepEqual(Status.parse(report.status), { groupName: 'DELIVERED', id: 5 });
		assert.deepEqual(
			[report.to, report.sender, report.callbackData],
			[CUSTOMER, SMS.phoneNumber.slice(1), 'order 7'],
		);
		assert.equal(Status.parse(report.error).id, 0);
		assert.match(String(report.doneAt), TIME);
	});

	test('intermediate reports come where they are asked for, to the URL of the message', async () => {
		const other = new Receiver();
		await other.start();
		const delivery = { url: other.url, intermediateReport: true };
		await sendSms(sms('Hello', CUSTOMER, { webhooks: { delivery } }));
		await eventually(() => other.received.length === 2, 'two reports');
		const groups = other.received.map(
			(webhook) => Status.parse(Results.parse(bodyOf(webhook)).results[0].status).groupName,
		);
		assert.deepEqual(groups, ['PENDING', 'DELIVERED']);
		assert.equal(providers.receiver.received.length, 0);
		await other.close();
	});

	test('an SMS to nobody is reported as undeliverable with its error', async () => {
		const { messageId } = await sendSms(sms('Hello', '15550999999'));
		const report = await eventually(() => reportsOf(messageId)[0], 'report');
		assert.equal(Status.parse(report.status).groupName, 'UNDELIVERABLE');
		assert.equal(Status.parse(report.error).id, 1);
	});

	test('a repeated message id is rejected with HTTP 200', async () => {
		const twice = sms();
		Object.assign(twice.messages[0] ?? {}, { destinations: [{ to: CUSTOMER, messageId: 'mine-1' }] });
		assert.equal((await sendSms(twice)).status.groupName, 'PENDING');
		assert.deepEqual((await sendSms(twice)).status, { groupName: 'REJECTED', id: 23 });
		assert.equal(providers.sandbox.infobip.ledger.accepted.length, 1);
	});

	test('an unknown sender is rejected with HTTP 200', async () => {
		const { status } = await sendSms(sms('Hello', CUSTOMER, { sender: 'InfoSMS' }));
		assert.deepEqual(status, { groupName: 'REJECTED', id: 11 });
	});

	test('WhatsApp: accepted, delivered, seen once the chat is open; refused outside the window', async () => {
		const send = async () => {
			const body = { from: WHATSAPP.phoneNumber, to: customer.phoneNumber, content: { text: 'Hello' } };
			const { status, data } = await api('POST', '/whatsapp/1/message/text', body);
			assert.equal(status, 200);
			return z.object({ messageId: z.string() }).parse(data).messageId;
		};
		const early = await send();
		const refused = await eventually(() => reportsOf(early)[0], 'report');
		assert.equal(Status.parse(refused.error).id, 7024);

		await providers.sandbox.infobip.customerSends(customer.phoneNumber, 'Hi', { numberId: WHATSAPP.id })
			.delivered;
		providers.sandbox.openChat({ numberId: WHATSAPP.id, customer: customer.phoneNumber });
		const id = await send();
		await eventually(() => reportsOf(id).length === 2, 'delivered and seen');
		const [delivered, seen] = reportsOf(id);
		assert.equal(Status.parse(delivered?.status).groupName, 'DELIVERED');
		assert.equal(delivered?.sender, undefined);
		assert.match(String(seen?.seenAt), TIME);
	});

	const rejected: [string, string, unknown, RegExp][] = [
		['SMS without messages', '/sms/3/messages', {}, /"errorCode":"E400".*"property":"messages"/],
		['SMS without recipient', '/sms/3/messages', sms('x', ''), /messages\[0\]\.destinations\[0\]\.to/],
		['SMS without text', '/sms/3/messages', sms(''), /messages\[0\]\.content\.text/],
		[
			'WhatsApp without sender',
			'/whatsapp/1/message/text',
			{ to: CUSTOMER },
			/BAD_REQUEST.*"from":\["must not be null"\]/,
		],
		[
			'WhatsApp of an unknown sender',
			'/whatsapp/1/message/text',
			{ from: '447860099299', to: CUSTOMER, content: { text: 'x' } },
			/sender is not registered/,
		],
	];
	for (const [what, path, body, words] of rejected) {
		test(`${what} is refused`, async () => {
			const { status, data } = await api('POST', path, body);
			assert.equal(status, 400);
			assert.match(JSON.stringify(data), words);
		});
	}
});

describe('access', () => {
	const basic = `Basic ${Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`).toString('base64')}`;
	for (const [what, authorization, expected] of [
		['the API key', KEY.Authorization, 200],
		['user name and password', basic, 200],
		['another key', 'App wrong', 401],
		['no header', '', 401],
	] as const) {
		test(`the balance with ${what}: ${expected}`, async () => {
			const { status } = await api('GET', '/account/1/balance', undefined, { authorization });
			assert.equal(status, expected);
		});
	}

	test('an unknown path is 404', async () => {
		assert.equal((await api('GET', '/shoes')).status, 404);
	});
});

describe('registration', () => {
	const subscription = (notifyUrl: string, more: object = {}) => ({
		subscriptionId: 'n8n-1',
		events: ['INBOUND_MESSAGE'],
		profile: { profileId: 'profile-1', webhook: { notifyUrl }, ...more },
	});
	const SUBSCRIPTIONS = '/subscriptions/1/subscription/SMS';
	const writes = () => providers.sandbox.infobip.customerSends(customer.phoneNumber, 'Hi').delivered;

	beforeEach(() => providers.sandbox.infobip.setWebhook(undefined));

	test('a subscription brings messages until it is deleted, and its profile stays', async () => {
		assert.equal((await writes()).state, 'noWebhook');
		const created = await api('POST', SUBSCRIPTIONS, subscription(providers.receiver.url));
		assert.equal(created.status, 201);
		assert.deepEqual(created.data, { subscriptionId: 'n8n-1', profile: { profileId: 'profile-1' } });
		assert.equal((await writes()).state, 'taken');
		assert.equal((await api('POST', SUBSCRIPTIONS, subscription(providers.receiver.url))).status, 400);
		assert.equal((await api('DELETE', '/subscriptions/1/profiles/profile-1')).status, 400);
		assert.equal((await api('DELETE', `${SUBSCRIPTIONS}/n8n-1`)).status, 200);
		assert.equal((await writes()).state, 'noWebhook');
		const profile = await api('GET', '/subscriptions/1/profiles/profile-1');
		assert.deepEqual(profile.data, {
			profileId: 'profile-1',
			webhook: { notifyUrl: providers.receiver.url },
		});
		assert.equal((await api('DELETE', '/subscriptions/1/profiles/profile-1')).status, 200);
	});

	test('a subscription is for its senders alone', async () => {
		const body = { ...subscription(providers.receiver.url), resources: ['15550109999'] };
		await api('POST', SUBSCRIPTIONS, body);
		assert.equal((await writes()).state, 'noWebhook');
	});

	test('Basic, headers and HMAC of the profile are on every call', async () => {
		const security = { authId: 'a-1', type: 'BASIC', credentials: { username: 'u', password: 'p' } };
		const headers = { 'X-Secret': 's3cret' };
		await api('POST', SUBSCRIPTIONS, subscription(providers.receiver.url, { security, headers }));
		await writes();
		const [first] = providers.receiver.received;
		assert.equal(first?.headers.authorization, `Basic ${Buffer.from('u:p').toString('base64')}`);
		assert.equal(first.headers['x-secret'], 's3cret');

		const hmac = { authId: 'a-2', type: 'HMAC', credentials: { secretKey: 'k', algorithm: 'HMAC_SHA_256' } };
		const signed = subscription(providers.receiver.url, { profileId: 'profile-2', security: hmac });
		await api('DELETE', `${SUBSCRIPTIONS}/n8n-1`);
		await api('POST', SUBSCRIPTIONS, signed);
		await writes();
		const second = providers.receiver.received[1];
		assert(second);
		const expected = createHmac('sha256', 'k').update(second.raw).digest('hex');
		assert.equal(second.headers[ACCOUNT.signature.header.toLowerCase()], expected);
	});

	test('a configuration of the number wins over subscriptions, and its keyword blocks', async () => {
		const other = new Receiver();
		await other.start();
		await api('POST', SUBSCRIPTIONS, subscription(providers.receiver.url));
		const events = ['BLOCK', 'UNBLOCK'];
		const blocks = { ...subscription(providers.receiver.url), events, profile: { profileId: 'profile-1' } };
		await api('POST', '/subscriptions/1/subscription/BLOCKLIST', blocks);
		const configured = await api('POST', '/resource-management/1/inbound-message-configurations', {
			channel: 'SMS',
			number: SMS.phoneNumber,
			keyword: 'STOP',
			forwarding: { type: 'HTTP_FORWARD', url: other.url },
			blockListConfiguration: { type: 'BLOCK', level: 'FROM_SENDER' },
		});
		assert.equal(configured.status, 200);
		await providers.sandbox.infobip.customerSends(customer.phoneNumber, 'stop it').delivered;
		const [forwarded] = other.received;
		assert(forwarded);
		const [message] = Results.parse(bodyOf(forwarded)).results;
		assert.deepEqual([message.keyword, message.text, message.cleanText], ['STOP', 'stop it', 'it']);
		const [event] = await eventually(() => results().length === 1 && results(), 'block event');
		assert.equal(event?.event, 'BLOCK');
		assert.deepEqual((await sendSms()).status, { groupName: 'REJECTED', id: 14 });
		await other.close();
	});
});
