import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import { Infobip, Results, SMS, sms, Status, TIME, WHATSAPP, WHO } from './infobip.ts';
import { bodyOf } from '../shared/providers.ts';
import { eventually, Receiver } from '../shared/receiver.ts';

const { infobip: ACCOUNT } = WORLD;
const { customer, digits: CUSTOMER } = WHO;
let infobip: Infobip;

beforeEach(async () => {
	infobip = await Infobip.start();
});

afterEach(() => infobip.close());

describe('a customer writes', () => {
	test('by SMS: MO_JSON_2, with the token in the URL', async () => {
		const { messageId, delivered } = infobip.api.customerSends(customer.phoneNumber, 'STOP', {
			numberId: SMS.id,
		});
		const { attempts } = await delivered;
		assert(ACCOUNT.webhookAuthentication.kind === 'urlToken');
		assert.match(attempts[0]?.url ?? '', new RegExp(`\\?token=${ACCOUNT.webhookAuthentication.token}$`));
		const [webhook] = infobip.receiver.received;
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
		await infobip.api.customerSends(
			customer.phoneNumber,
			{ type: 'text', text: '¡Olá! 👋', replyToId: 'wamid.quoted' },
			{ numberId: WHATSAPP.id },
		).delivered;
		const [message] = infobip.results();
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
			infobip.receiver.answers = [answer, answer];
			const { state, attempts } = await infobip.api.customerSends(customer.phoneNumber, 'Hi').delivered;
			assert.equal(state, 'taken');
			assert.equal(attempts.length, 3);
			const [first, , third] = infobip.receiver.received;
			assert(first && third?.raw.equals(first.raw));
		});
	}

	test('marketing messages are stopped in WhatsApp: the business is the outer from', async () => {
		await infobip.api.customerPrefers(customer.phoneNumber, 'stop');
		const [webhook] = infobip.receiver.received;
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
		const { messageId, status } = await infobip.sendSms(
			sms('Hello', CUSTOMER, { webhooks: { callbackData: 'order 7' } }),
		);
		assert.deepEqual(status.groupName, 'PENDING');
		const [report] = await eventually(
			() => infobip.reportsOf(messageId).length === 1 && infobip.reportsOf(messageId),
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
		await infobip.sendSms(sms('Hello', CUSTOMER, { webhooks: { delivery } }));
		await eventually(() => other.received.length === 2, 'two reports');
		const groups = other.received.map(
			(webhook) => Status.parse(Results.parse(bodyOf(webhook)).results[0].status).groupName,
		);
		assert.deepEqual(groups, ['PENDING', 'DELIVERED']);
		assert.equal(infobip.receiver.received.length, 0);
		await other.close();
	});

	test('an SMS to nobody is reported as undeliverable with its error', async () => {
		const { messageId } = await infobip.sendSms(sms('Hello', '15550999999'));
		const report = await eventually(() => infobip.reportsOf(messageId)[0], 'report');
		assert.equal(Status.parse(report.status).groupName, 'UNDELIVERABLE');
		assert.equal(Status.parse(report.error).id, 1);
	});

	test('a repeated message id is rejected with HTTP 200', async () => {
		const twice = sms();
		Object.assign(twice.messages[0] ?? {}, { destinations: [{ to: CUSTOMER, messageId: 'mine-1' }] });
		assert.equal((await infobip.sendSms(twice)).status.groupName, 'PENDING');
		assert.deepEqual((await infobip.sendSms(twice)).status, { groupName: 'REJECTED', id: 23 });
		assert.equal(infobip.api.ledger.accepted.length, 1);
	});

	test('an unknown sender is rejected with HTTP 200', async () => {
		const { status } = await infobip.sendSms(sms('Hello', CUSTOMER, { sender: 'InfoSMS' }));
		assert.deepEqual(status, { groupName: 'REJECTED', id: 11 });
	});

	test('WhatsApp: accepted, delivered, seen once the chat is open; refused outside the window', async () => {
		const send = async () => {
			const body = { from: WHATSAPP.phoneNumber, to: customer.phoneNumber, content: { text: 'Hello' } };
			const { status, data } = await infobip.call('POST', '/whatsapp/1/message/text', body);
			assert.equal(status, 200);
			return z.object({ messageId: z.string() }).parse(data).messageId;
		};
		const early = await send();
		const refused = await eventually(() => infobip.reportsOf(early)[0], 'report');
		assert.equal(Status.parse(refused.error).id, 7024);

		await infobip.api.customerSends(customer.phoneNumber, 'Hi', { numberId: WHATSAPP.id }).delivered;
		infobip.sandbox.openChat({ numberId: WHATSAPP.id, customer: customer.phoneNumber });
		const id = await send();
		await eventually(() => infobip.reportsOf(id).length === 2, 'delivered and seen');
		const [delivered, seen] = infobip.reportsOf(id);
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
			const { status, data } = await infobip.call('POST', path, body);
			assert.equal(status, 400);
			assert.match(JSON.stringify(data), words);
		});
	}
});
