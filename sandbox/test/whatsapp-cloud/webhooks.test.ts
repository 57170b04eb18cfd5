import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { startSandbox } from '../../sandbox.ts';
import { WORLD } from '../../settings.ts';
import { eventually, isSignedWith, Receiver, valueOf } from '../shared/receiver.ts';
import { assertError, WhatsAppCloud, WHO } from './whatsapp-cloud.ts';

const { customer, number } = WHO;
const SUBSCRIBED_APPS = `/v25.0/${WORLD.businessAccountId}/subscribed_apps`;
let standIn: WhatsAppCloud;

beforeEach(async () => {
	standIn = await WhatsAppCloud.start();
});

afterEach(() => standIn.close());

function customerSends(text: string) {
	return standIn.api.customerSends(customer.phoneNumber, text);
}

test('a webhook is signed over escaped bytes', async () => {
	const { messageId, delivered } = customerSends('¡Olá! 안녕 👋 </b>/');
	await delivered;
	const [webhook] = standIn.receiver.received;
	assert(webhook);
	const raw = webhook.raw.toString('latin1');
	assert.match(raw, /^[\x20-\x7e]+$/);
	assert(raw.includes('"\\u00a1Ol\\u00e1! \\uc548\\ub155 \\ud83d\\udc4b </b>/"'), raw);
	assert(isSignedWith(webhook, WORLD.appSecret));
	assert.equal(webhook.headers['content-type'], 'application/json');
	assert.equal(webhook.headers['user-agent'], 'facebookexternalua');
	const value = valueOf(webhook);
	assert.equal(value.metadata.phone_number_id, number.id);
	assert.deepEqual(value.contacts, [{ wa_id: customer.phoneNumber.slice(1), user_id: customer.userId }]);
	const { timestamp, ...message } = value.messages?.[0] ?? {};
	assert.match(String(timestamp), /^\d{10}$/);
	assert.deepEqual(message, {
		from: customer.phoneNumber.slice(1),
		from_user_id: customer.userId,
		id: messageId,
		text: { body: '¡Olá! 안녕 👋 </b>/' },
		type: 'text',
	});
});

test('a reply names the message that it answers', async () => {
	const { delivered } = standIn.api.customerSends(customer.phoneNumber, {
		type: 'text',
		text: 'Yes',
		replyToId: 'wamid.quoted',
	});
	await delivered;
	const [webhook] = standIn.receiver.received;
	assert(webhook);
	assert.deepEqual(valueOf(webhook).messages?.[0]?.context, {
		from: number.phoneNumber.slice(1),
		id: 'wamid.quoted',
	});
});

for (const answer of [202, 204, 302, 401, 500, 0]) {
	const how = answer === 0 ? 'a broken connection' : `an answer of ${answer}`;
	test(`${how} is retried with the same bytes until 200`, async () => {
		standIn.receiver.answers = [answer, answer, 200];
		const delivery = await customerSends('Hé').delivered;
		assert.equal(delivery.state, 'taken');
		const statuses = delivery.attempts.map(({ status }) => status ?? 0);
		assert.deepEqual(statuses, [answer, answer, 200]);
		const [first, second, third] = standIn.receiver.received;
		assert(first && second && third);
		assert(first.raw.equals(third.raw));
		assert(third.at - second.at > second.at - first.at, 'the waits grow');
	});
}

test('the attempts are bounded, and the ledger keeps each', async () => {
	standIn.receiver.answers = [500, 500, 500, 500, 500];
	const { messageId, delivered } = customerSends('Hi');
	assert.equal((await delivered).state, 'givenUp');
	const delivery = standIn.api.ledger.deliveries.find((candidate) => candidate.messageId === messageId);
	assert(delivery);
	assert.equal(delivery.attempts.length, 4);
	for (const { answer, problem } of delivery.attempts) {
		assert.deepEqual([answer, problem], ['not now', 'answered 500']);
	}
	assert.equal(standIn.api.webhook.problem, 'answered 500: not now');
	await customerSends('Hi').delivered;
	standIn.receiver.answers = [];
	await customerSends('Hi').delivered;
	assert.equal(standIn.api.webhook.problem, undefined);
});

test('one delivery that waits for a retry holds up no other', async () => {
	standIn.receiver.answers = [500];
	const first = customerSends('one');
	await eventually(() => standIn.receiver.received.length === 1, 'first attempt');
	await customerSends('two').delivered;
	assert.equal(standIn.receiver.received.length, 2);
	assert.equal((await first.delivered).attempts.length, 2);
});

test('duplicateWebhook delivers the same bytes twice', async () => {
	standIn.api.faults.set('duplicateWebhook');
	await customerSends('Hi').delivered;
	await customerSends('Hi').delivered;
	const [first, second, third] = await eventually(
		() => standIn.receiver.received.length === 3 && standIn.receiver.received,
		'three webhooks',
	);
	assert(first && second && third);
	assert(first.raw.equals(second.raw));
	assert(!first.raw.equals(third.raw));
});

test('wrongSignature spoils one signature', async () => {
	standIn.api.faults.set('wrongSignature');
	await customerSends('Hi').delivered;
	await customerSends('Hi').delivered;
	const signed = standIn.receiver.received.map((webhook) => isSignedWith(webhook, WORLD.appSecret));
	assert.deepEqual(signed, [false, true]);
});

test('the handshake hands over mode, token and challenge', () => {
	const [query] = standIn.receiver.handshakes;
	assert(query);
	assert.equal(query.get('hub.mode'), 'subscribe');
	assert.equal(query.get('hub.verify_token'), WORLD.verifyToken);
	assert.match(query.get('hub.challenge') ?? '', /^\d+$/);
	assert.equal(standIn.api.webhook.url, standIn.receiver.url);
});

const refusals: [string, Receiver['onHandshake'], RegExp][] = [
	['403', () => ({ status: 403, body: '' }), /HTTP Status Code = 403; HTTP Message = Forbidden/],
	['another text', () => ({ status: 200, body: 'OK' }), /does not match challenge.*received = "OK"/],
	[
		'a quoted challenge',
		(query) => ({ status: 200, body: JSON.stringify(query.get('hub.challenge')) }),
		/does not match challenge/,
	],
	['201', (query) => ({ status: 201, body: query.get('hub.challenge') ?? '' }), /HTTP Status Code = 201/],
];
for (const [what, answer, message] of refusals) {
	test(`a handshake answered with ${what} is refused and leaves the webhook as it was`, async () => {
		const other = new Receiver();
		await other.start();
		other.onHandshake = answer;
		await assert.rejects(standIn.api.setWebhook(other.url), message);
		assert.equal(standIn.api.webhook.url, standIn.receiver.url);
		await other.close();
	});
}

test('a start with a webhook that nobody answers fails', async () => {
	const webhookUrl = 'http://127.0.0.1:9/webhook';
	const start = startSandbox({ world: WORLD, port: 0, whatsAppCloud: { webhookUrl } });
	await assert.rejects(start, /\(#2200\) Callback verification failed.*ECONNREFUSED/);
});

test('without a webhook a message is not delivered', async () => {
	await standIn.api.setWebhook(undefined);
	assert.equal((await customerSends('Hi').delivered).state, 'noWebhook');
});

test('an account override takes the webhooks over until it is dropped', async () => {
	const other = new Receiver();
	await other.start();
	const override = { override_callback_uri: other.url, verify_token: 'of the override' };
	assert.equal((await standIn.call('POST', SUBSCRIBED_APPS, override)).status, 200);
	assert.equal(other.handshakes[0]?.get('hub.verify_token'), 'of the override');
	await customerSends('to the override').delivered;
	await standIn.call('POST', SUBSCRIBED_APPS);
	await customerSends('to the app').delivered;
	assert.deepEqual([other.received.length, standIn.receiver.received.length], [1, 1]);
	await other.close();
});

test('an override that fails its handshake is refused with 2200', async () => {
	standIn.receiver.onHandshake = () => ({ status: 404, body: '' });
	const override = { override_callback_uri: standIn.receiver.url, verify_token: 'x' };
	assertError(await standIn.call('POST', SUBSCRIBED_APPS, override), 400, 2200);
});
