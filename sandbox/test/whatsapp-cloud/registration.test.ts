import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import { isSignedWith, Receiver } from '../shared/receiver.ts';
import { assertError, WhatsAppCloud, WHO } from './whatsapp-cloud.ts';

const { customer, number, otherNumber } = WHO;
const [stranger] = WORLD.otherApps;
assert(stranger);
const SUBSCRIPTIONS = `/v25.0/${WORLD.appId}/subscriptions`;
const SUBSCRIBED_APPS = `/v25.0/${WORLD.businessAccountId}/subscribed_apps`;
const APP_TOKEN = `Bearer ${WORLD.appId}|${WORLD.appSecret}`;
const STRANGER = `Bearer ${stranger.accessToken}`;

let standIn: WhatsAppCloud;
let other: Receiver;

beforeEach(async () => {
	standIn = await WhatsAppCloud.start();
	other = new Receiver();
	await other.start();
});

afterEach(async () => {
	await standIn.close();
	await other.close();
});

const subscription = (more: object = {}) => ({
	object: 'whatsapp_business_account',
	callback_url: other.url,
	verify_token: 'of the app',
	fields: 'messages,account_update',
	...more,
});
const writesTo = (numberId: string) =>
	standIn.api.customerSends(customer.phoneNumber, 'Hi', { numberId }).delivered;
const counts = () => [standIn.receiver.received.length, other.received.length];

test('the app token sets the callback of the app after a handshake, and reads it back', async () => {
	assert.deepEqual((await standIn.call('POST', SUBSCRIPTIONS, subscription(), APP_TOKEN)).data, {
		success: true,
	});
	assert.equal(other.handshakes[0]?.get('hub.verify_token'), 'of the app');
	await writesTo(number.id);
	assert.deepEqual(counts(), [0, 1]);
	const { data } = await standIn.call('GET', SUBSCRIPTIONS, undefined, APP_TOKEN);
	const Listed = z.object({
		data: z.tuple([
			z.object({
				callback_url: z.string(),
				active: z.literal(true),
				fields: z.array(z.object({ name: z.string() })),
			}),
		]),
	});
	const [listed] = Listed.parse(data).data;
	assert.equal(listed.callback_url, other.url);
	assert.deepEqual(
		listed.fields.map(({ name }) => name),
		['messages', 'account_update'],
	);
});

test('a field that the app does not hear of brings nothing', async () => {
	await standIn.call('POST', SUBSCRIPTIONS, subscription({ fields: ['account_update'] }), APP_TOKEN);
	assert.equal((await writesTo(number.id)).state, 'noWebhook');
});

test('an app token comes from id and secret', async () => {
	const path = `/oauth/access_token?grant_type=client_credentials&client_id=${WORLD.appId}&client_secret=`;
	const { data } = await standIn.call('GET', `${path}${WORLD.appSecret}`, undefined, '');
	assert.deepEqual(data, { access_token: `${WORLD.appId}|${WORLD.appSecret}`, token_type: 'bearer' });
	assertError(await standIn.call('GET', `${path}wrong`, undefined, ''), 400, 1);
});

test('debug_token tells what an app token is', async () => {
	const path = `/debug_token?input_token=${encodeURIComponent(`${WORLD.appId}|${WORLD.appSecret}`)}`;
	const { data } = await standIn.call('GET', path, undefined, APP_TOKEN);
	const Data = z.object({ data: z.object({ type: z.string(), app_id: z.string(), is_valid: z.boolean() }) });
	assert.deepEqual(Data.parse(data).data, { type: 'APP', app_id: WORLD.appId, is_valid: true });
});

const refused: [string, object, number, RegExp][] = [
	['another object', { object: 'page' }, 100, /knows no object/],
	['no fields', { fields: '' }, 100, /fields is required/],
	['an unknown field', { fields: 'messages,shoes' }, 100, /"shoes"/],
	['no verify token', { verify_token: '' }, 100, /verify_token is required/],
	['a callback that is not an address', { callback_url: 'here' }, 100, /callback_url must be a valid URI/],
];
for (const [what, change, code, words] of refused) {
	test(`a subscription with ${what} is refused`, async () => {
		const response = await standIn.call('POST', SUBSCRIPTIONS, subscription(change), APP_TOKEN);
		assert.match(assertError(response, 400, code), words);
	});
}

test('the subscription of an app wants its own token, and a successful handshake', async () => {
	assertError(await standIn.call('POST', SUBSCRIPTIONS, subscription()), 400, 15);
	other.onHandshake = () => ({ status: 403, body: '' });
	assertError(await standIn.call('POST', SUBSCRIPTIONS, subscription(), APP_TOKEN), 400, 2200);
	await writesTo(number.id);
	assert.deepEqual(counts(), [1, 0]);
});

test('an override of the number wins over that of the account, and ends with an empty address', async () => {
	const [ofNumber, ofAccount] = [other, new Receiver()];
	await ofAccount.start();
	const override = (url: string) => ({ override_callback_uri: url, verify_token: 'x' });
	await standIn.call('POST', SUBSCRIBED_APPS, override(ofAccount.url));
	const configure = (url: string) =>
		standIn.call('POST', `/v25.0/${number.id}`, { webhook_configuration: override(url) });
	assert.deepEqual((await configure(ofNumber.url)).data, { success: true });
	await writesTo(number.id);
	await writesTo(otherNumber.id);
	assert.deepEqual([...counts(), ofAccount.received.length], [0, 1, 1]);

	const read = async () =>
		(await standIn.call('GET', `/v25.0/${number.id}?fields=webhook_configuration`)).data;
	assert.deepEqual(await read(), {
		webhook_configuration: {
			phone_number: ofNumber.url,
			whatsapp_business_account: ofAccount.url,
			application: standIn.receiver.url,
		},
		id: number.id,
	});
	await configure('');
	await writesTo(number.id);
	assert.deepEqual([...counts(), ofAccount.received.length], [0, 1, 2]);
	await ofAccount.close();
});

test('two apps on one account both hear, each signed with its own secret', async () => {
	const callback = `/v25.0/${stranger.id}/subscriptions`;
	await standIn.call('POST', callback, subscription(), `Bearer ${stranger.id}|${stranger.secret}`);
	await writesTo(number.id);
	assert.deepEqual(counts(), [1, 0]);
	await standIn.call('POST', SUBSCRIBED_APPS, undefined, STRANGER);
	await writesTo(number.id);
	assert.deepEqual(counts(), [2, 1]);
	assert(other.received[0] && isSignedWith(other.received[0], stranger.secret));

	const Apps = z.object({
		data: z.array(z.object({ whatsapp_business_api_data: z.object({ name: z.string() }) })),
	});
	const listed = async () =>
		Apps.parse((await standIn.call('GET', SUBSCRIBED_APPS)).data).data.map(
			({ whatsapp_business_api_data: { name } }) => name,
		);
	assert.deepEqual(await listed(), [`${WORLD.businessAccountName} app`, stranger.name]);
	await standIn.call('DELETE', SUBSCRIBED_APPS);
	assert.deepEqual(await listed(), [stranger.name]);
});
