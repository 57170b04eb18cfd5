import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { WORLD } from '../../settings.ts';
import { Infobip, KEY, Results, SMS, WHO } from './infobip.ts';
import { bodyOf } from '../shared/providers.ts';
import { eventually, Receiver } from '../shared/receiver.ts';

const { infobip: ACCOUNT } = WORLD;
const { customer } = WHO;
let infobip: Infobip;

beforeEach(async () => {
	infobip = await Infobip.start();
});

afterEach(() => infobip.close());

describe('access', () => {
	const basic = `Basic ${Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`).toString('base64')}`;
	for (const [what, authorization, expected] of [
		['the API key', KEY.Authorization, 200],
		['user name and password', basic, 200],
		['another key', 'App wrong', 401],
		['no header', '', 401],
	] as const) {
		test(`the balance with ${what}: ${expected}`, async () => {
			const { status } = await infobip.call('GET', '/account/1/balance', undefined, { authorization });
			assert.equal(status, expected);
		});
	}

	test('an unknown path is 404', async () => {
		assert.equal((await infobip.call('GET', '/shoes')).status, 404);
	});
});

describe('registration', () => {
	const subscription = (notifyUrl: string, more: object = {}) => ({
		subscriptionId: 'n8n-1',
		events: ['INBOUND_MESSAGE'],
		profile: { profileId: 'profile-1', webhook: { notifyUrl }, ...more },
	});
	const SUBSCRIPTIONS = '/subscriptions/1/subscription/SMS';
	const writes = () => infobip.api.customerSends(customer.phoneNumber, 'Hi').delivered;

	beforeEach(() => infobip.api.setWebhook(undefined));

	test('a subscription brings messages until it is deleted, and its profile stays', async () => {
		assert.equal((await writes()).state, 'noWebhook');
		const created = await infobip.call('POST', SUBSCRIPTIONS, subscription(infobip.receiver.url));
		assert.equal(created.status, 201);
		assert.deepEqual(created.data, { subscriptionId: 'n8n-1', profile: { profileId: 'profile-1' } });
		assert.equal((await writes()).state, 'taken');
		assert.equal((await infobip.call('POST', SUBSCRIPTIONS, subscription(infobip.receiver.url))).status, 400);
		assert.equal((await infobip.call('DELETE', '/subscriptions/1/profiles/profile-1')).status, 400);
		assert.equal((await infobip.call('DELETE', `${SUBSCRIPTIONS}/n8n-1`)).status, 200);
		assert.equal((await writes()).state, 'noWebhook');
		const profile = await infobip.call('GET', '/subscriptions/1/profiles/profile-1');
		assert.deepEqual(profile.data, {
			profileId: 'profile-1',
			webhook: { notifyUrl: infobip.receiver.url },
		});
		assert.equal((await infobip.call('DELETE', '/subscriptions/1/profiles/profile-1')).status, 200);
	});

	test('a subscription is for its senders alone', async () => {
		const body = { ...subscription(infobip.receiver.url), resources: ['15550109999'] };
		await infobip.call('POST', SUBSCRIPTIONS, body);
		assert.equal((await writes()).state, 'noWebhook');
	});

	test('Basic, headers and HMAC of the profile are on every call', async () => {
		const security = { authId: 'a-1', type: 'BASIC', credentials: { username: 'u', password: 'p' } };
		const headers = { 'X-Secret': 's3cret' };
		await infobip.call('POST', SUBSCRIPTIONS, subscription(infobip.receiver.url, { security, headers }));
		await writes();
		const [first] = infobip.receiver.received;
		assert.equal(first?.headers.authorization, `Basic ${Buffer.from('u:p').toString('base64')}`);
		assert.equal(first.headers['x-secret'], 's3cret');

		const hmac = { authId: 'a-2', type: 'HMAC', credentials: { secretKey: 'k', algorithm: 'HMAC_SHA_256' } };
		const signed = subscription(infobip.receiver.url, { profileId: 'profile-2', security: hmac });
		await infobip.call('DELETE', `${SUBSCRIPTIONS}/n8n-1`);
		await infobip.call('POST', SUBSCRIPTIONS, signed);
		await writes();
		const second = infobip.receiver.received[1];
		assert(second);
		const expected = createHmac('sha256', 'k').update(second.raw).digest('hex');
		assert.equal(second.headers[ACCOUNT.signature.header.toLowerCase()], expected);
	});

	test('a configuration of the number wins over subscriptions, and its keyword blocks', async () => {
		const other = new Receiver();
		await other.start();
		await infobip.call('POST', SUBSCRIPTIONS, subscription(infobip.receiver.url));
		const events = ['BLOCK', 'UNBLOCK'];
		const blocks = { ...subscription(infobip.receiver.url), events, profile: { profileId: 'profile-1' } };
		await infobip.call('POST', '/subscriptions/1/subscription/BLOCKLIST', blocks);
		const configured = await infobip.call('POST', '/resource-management/1/inbound-message-configurations', {
			channel: 'SMS',
			number: SMS.phoneNumber,
			keyword: 'STOP',
			forwarding: { type: 'HTTP_FORWARD', url: other.url },
			blockListConfiguration: { type: 'BLOCK', level: 'FROM_SENDER' },
		});
		assert.equal(configured.status, 200);
		await infobip.api.customerSends(customer.phoneNumber, 'stop it').delivered;
		const [forwarded] = other.received;
		assert(forwarded);
		const [message] = Results.parse(bodyOf(forwarded)).results;
		assert.deepEqual([message.keyword, message.text, message.cleanText], ['STOP', 'stop it', 'it']);
		const [event] = await eventually(
			() => infobip.results().length === 1 && infobip.results(),
			'block event',
		);
		assert.equal(event?.event, 'BLOCK');
		assert.deepEqual((await infobip.sendSms()).status, { groupName: 'REJECTED', id: 14 });
		await other.close();
	});
});
