import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import {
	PORTFOLIO,
	SHARED_ACCOUNT_ID,
	SIGNUP_ACCOUNT_ID,
	SIGNUP_CODE,
} from '../../../whatsapp-cloud/administration/portfolio.ts';
import { WORLD } from '../../../settings.ts';
import { eventually } from '../../shared/receiver.ts';
import { assertError, BEARER, WhatsAppCloud, text, WHO } from '../whatsapp-cloud.ts';

const { customer, number, silentCustomer } = WHO;
const PROFILE = `/v25.0/${number.id}/whatsapp_business_profile`;
const BLOCKED = `/v25.0/${number.id}/block_users`;
const UPLOADS = `/v25.0/${WORLD.appId}/uploads`;
const Rows = z.object({ data: z.array(z.record(z.unknown())) });
let standIn: WhatsAppCloud;

beforeEach(async () => {
	standIn = await WhatsAppCloud.start();
});

afterEach(() => standIn.close());

const get = (path: string, authorization = BEARER) => standIn.call('GET', path, undefined, authorization);
const post = (path: string, body: object = {}, authorization = BEARER) =>
	standIn.call('POST', path, body, authorization);
const rows = async (path: string, authorization = BEARER) =>
	Rows.parse((await get(path, authorization)).data).data;

/** Leaves a file with the upload API and gives its handle. */
async function upload(type = 'image/png', bytes = Buffer.from('picture')): Promise<string> {
	const query = `file_name=logo&file_length=${bytes.length}&file_type=${encodeURIComponent(type)}`;
	const { id } = z
		.object({ id: z.string().startsWith('upload:') })
		.parse((await post(`${UPLOADS}?${query}`)).data);
	const { data } = await sendBytes(id, bytes);
	return z.object({ h: z.string() }).parse(data).h;
}

const sendBytes = (session: string, bytes: Buffer, headers: Record<string, string> = {}) =>
	axios.post<unknown>(`${standIn.api.baseUrl}/v25.0/${session}`, bytes, {
		headers: {
			authorization: `OAuth ${WORLD.accessToken}`,
			file_offset: '0',
			'Content-Type': 'application/octet-stream',
			...headers,
		},
		validateStatus: () => true,
	});

describe('accounts', () => {
	test('are listed by whose they are', async () => {
		const ids = async (edge: string) =>
			(await rows(`/v25.0/${PORTFOLIO.id}/${edge}?fields=id,name,ownership_type&limit=100`)).map(
				({ id }) => id,
			);
		assert.deepEqual(await ids('owned_whatsapp_business_accounts'), [WORLD.businessAccountId]);
		assert.deepEqual(await ids('client_whatsapp_business_accounts'), [SHARED_ACCOUNT_ID]);
	});

	test('of others have numbers and subscriptions of their own', async () => {
		const path = `/v25.0/${SHARED_ACCOUNT_ID}`;
		const [shared] = await rows(`${path}/phone_numbers?fields=id,status`);
		assert.deepEqual(shared, { status: 'CONNECTED', id: '200000000000011' });
		assert.deepEqual(await rows(`${path}/subscribed_apps`), []);
		await post(`${path}/subscribed_apps`);
		assert.equal((await rows(`${path}/subscribed_apps`)).length, 1);
		assert.deepEqual(await rows(`${path}/message_templates`), []);
		assertError(await post(`${path}/message_templates`, { name: 'x' }), 400, 100);
	});

	test('that nobody shares are not seen', async () => {
		assertError(await get(`/v25.0/${SIGNUP_ACCOUNT_ID}`), 400, 100);
	});
});

describe('Embedded Signup', () => {
	const exchange = (code: string, secret = WORLD.appSecret) =>
		get(`/v25.0/oauth/access_token?client_id=${WORLD.appId}&client_secret=${secret}&code=${code}`, '');
	const tokenOf = async (code = SIGNUP_CODE) =>
		z.object({ access_token: z.string() }).parse((await exchange(code)).data).access_token;

	test('leads from a code to a registered number', async () => {
		const token = await tokenOf();
		const bearer = `Bearer ${token}`;
		const { data } = await get(`/v25.0/debug_token?input_token=${token}`, bearer);
		const Targets = z.object({
			data: z.object({ granular_scopes: z.array(z.object({ target_ids: z.array(z.string()) })) }),
		});
		const targets = Targets.parse(data).data.granular_scopes.flatMap(({ target_ids }) => target_ids);
		assert.deepEqual([...new Set(targets)], [SIGNUP_ACCOUNT_ID]);
		await post(`/v25.0/${SIGNUP_ACCOUNT_ID}/subscribed_apps`, {}, bearer);
		const numbers = await rows(
			`/v25.0/${SIGNUP_ACCOUNT_ID}/phone_numbers?fields=id,platform_type,is_on_biz_app`,
			bearer,
		);
		assert.deepEqual(
			numbers.map(({ platform_type, is_on_biz_app }) => [platform_type, is_on_biz_app]),
			[
				['NOT_APPLICABLE', false],
				['CLOUD_API', true],
			],
		);
		const registration = { messaging_product: 'whatsapp', pin: '135790' };
		const path = `/v25.0/${String(numbers[0]?.id)}/register`;
		assert.deepEqual((await post(path, registration, bearer)).data, { success: true });
		assertError(await post(`/v25.0/${String(numbers[1]?.id)}/deregister`, {}, bearer), 400, 100);
		assertError(await get(`/v25.0/${WORLD.businessAccountId}`, bearer), 403, 200);
		assert.equal((await get(`/v25.0/${SIGNUP_ACCOUNT_ID}`)).status, 200);
	});

	test('gives a code that is good once', async () => {
		assertError(await exchange('never heard of'), 400, 100);
		assertError(await exchange(SIGNUP_CODE, 'wrong'), 400, 1);
		await tokenOf();
		assertError(await exchange(SIGNUP_CODE), 400, 100);
		await post('/sandbox/rules', { signupCodes: ['next'] });
		await tokenOf('next');
	});
});

describe('the business profile', () => {
	const FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical';
	const read = async () => (await rows(`${PROFILE}?fields=${FIELDS}`))[0];
	const update = (change: object) => post(PROFILE, { messaging_product: 'whatsapp', ...change });

	test('keeps what is not changed', async () => {
		const change = {
			about: 'Open all day',
			email: 'hi@sunrise.example',
			websites: ['https://sunrise.example'],
			vertical: 'RESTAURANT',
		};
		assert.deepEqual((await update(change)).data, { success: true });
		await update({ address: '1 Market Street', email: '' });
		const expected = { ...change, email: '', address: '1 Market Street', messaging_product: 'whatsapp' };
		assert.deepEqual(await read(), expected);
	});

	test('shows the picture that was uploaded', async () => {
		await update({ profile_picture_handle: await upload() });
		const { profile_picture_url: url } = z.object({ profile_picture_url: z.string() }).parse(await read());
		const { data, headers } = await axios.get<unknown>(url);
		assert.deepEqual([data, headers['content-type']], ['picture', 'image/png']);
	});

	const refused: [string, object][] = [
		['an empty about text', { about: '' }],
		['a long about text', { about: 'x'.repeat(140) }],
		['a long description', { description: 'x'.repeat(257) }],
		['an e-mail address that is none', { email: 'hi' }],
		['three websites', { websites: ['https://a.example', 'https://b.example', 'https://c.example'] }],
		['a website that is none', { websites: ['sunrise'] }],
		['an unknown industry', { vertical: 'COFFEE' }],
		['the handle of nothing', { profile_picture_handle: '4::x' }],
		['another product', { messaging_product: 'sms', about: 'x' }],
	];
	for (const [what, change] of refused) {
		test(`does not take ${what}`, async () => {
			assertError(await update(change), 400, 100);
		});
	}

	test('does not take a document as its picture', async () => {
		assertError(await update({ profile_picture_handle: await upload('application/pdf') }), 400, 100);
	});
});

describe('a number also has', () => {
	const edge = (name: string) => `/v25.0/${number.id}/${name}`;
	const success = { success: true };

	test('settings, of which each is kept by itself', async () => {
		const calling = { status: 'ENABLED' };
		assert.deepEqual((await post(edge('settings'), { calling })).data, success);
		const Settings = z.object({ calling: z.record(z.unknown()), user_identity_change: z.object({}) });
		assert.deepEqual(Settings.parse((await get(edge('settings'))).data).calling, {
			status: 'ENABLED',
			call_icon_visibility: 'DEFAULT',
			callback_permission_status: 'DISABLED',
		});
		assertError(await post(edge('settings'), { shoes: {} }), 400, 100);
	});

	test("the shop's settings", async () => {
		const path = edge('whatsapp_commerce_settings');
		assert.deepEqual((await post(path, { is_catalog_visible: true })).data, success);
		assert.deepEqual(await rows(path), [{ is_cart_enabled: true, is_catalog_visible: true, id: number.id }]);
		assertError(await post(path, { is_cart_enabled: 'perhaps' }), 400, 100);
	});

	test('QR codes, which are made, changed and deleted', async () => {
		const path = edge('message_qrdls');
		assertError(await post(path), 400, 131008);
		const made = await post(path, { prefilled_message: 'Hi', generate_qr_image: 'SVG' });
		const { code } = z.object({ code: z.string(), qr_image_url: z.string() }).parse(made.data);
		await post(`${path}/${code}`, { prefilled_message: 'Hello' });
		const deep_link_url = `https://wa.me/message/${code}`;
		const expected = [{ code, prefilled_message: 'Hello', deep_link_url }];
		assert.deepEqual(await rows(path), expected);
		assert.deepEqual(await rows(`${path}/${code}`), expected);
		assert.deepEqual((await standIn.call('DELETE', `${path}/${code}`)).data, success);
		assert.deepEqual(await rows(path), []);
		assertError(await get(`${path}/${code}`), 400, 100);
	});

	test('calls, which nobody takes', async () => {
		const product = { messaging_product: 'whatsapp' };
		const connect = { ...product, to: customer.phoneNumber, action: 'connect' };
		const session = { sdp_type: 'offer', sdp: 'v=0' };
		assertError(await post(edge('calls'), connect), 400, 131008);
		const { data } = await post(edge('calls'), { ...connect, session });
		const [call] = z.object({ calls: z.tuple([z.object({ id: z.string() })]) }).parse(data).calls;
		const end = await post(edge('calls'), { ...product, call_id: call.id, action: 'terminate' });
		assert.deepEqual(end.data, { ...product, success: true });
		assertError(await post(edge('calls'), { ...product, action: 'hum' }), 400, 100);
	});
});

describe('an upload', () => {
	const session = async () => {
		const { data } = await post(`${UPLOADS}?file_name=a.png&file_length=4&file_type=image/png`);
		return z.object({ id: z.string() }).parse(data).id;
	};

	const refused: [string, string][] = [
		['no length', 'file_type=image/png'],
		['no bytes', 'file_length=0&file_type=image/png'],
		['an unknown type', 'file_length=4&file_type=picture'],
	];
	for (const [what, query] of refused) {
		test(`with ${what} is refused`, async () => {
			assert.equal((await post(`${UPLOADS}?${query}`)).status, 400);
		});
	}

	test('wants as many bytes as announced, from the start, under its own signature', async () => {
		const id = await session();
		assertError(await sendBytes(id, Buffer.from('five!')), 400, 100);
		assertError(await sendBytes(id, Buffer.from('four'), { file_offset: '2' }), 400, 100);
		assertError(await sendBytes(id.split('?')[0] ?? '', Buffer.from('four')), 400, 100);
		assert.equal((await sendBytes(id, Buffer.from('four'))).status, 200);
		assertError(await sendBytes(id, Buffer.from('four')), 400, 100);
	});
});

describe('blocked users', () => {
	const users = (...list: object[]) => ({ messaging_product: 'whatsapp', block_users: list });
	const waId = customer.phoneNumber.slice(1);

	beforeEach(async () => {
		await standIn.api.customerSends(customer.phoneNumber, 'Hi').delivered;
	});

	test('are added, listed and removed, by number or id', async () => {
		const added = { input: customer.phoneNumber, wa_id: waId };
		assert.deepEqual((await post(BLOCKED, users({ user: customer.phoneNumber }))).data, {
			messaging_product: 'whatsapp',
			block_users: { added_users: [added] },
		});
		assert.deepEqual(await rows(`${BLOCKED}?limit=100`), [{ messaging_product: 'whatsapp', wa_id: waId }]);
		const byId = users({ user_id: customer.userId });
		assert.deepEqual((await standIn.call('DELETE', BLOCKED, byId)).data, {
			messaging_product: 'whatsapp',
			block_users: { removed_users: [{ input: customer.userId, user_id: customer.userId }] },
		});
		assert.deepEqual(await rows(BLOCKED), []);
	});

	test('neither reach the business nor are reached', async () => {
		await post(BLOCKED, users({ user: customer.phoneNumber }));
		const { state } = await standIn.api.customerSends(customer.phoneNumber, 'Hello?').delivered;
		assert.equal(state, 'noWebhook');
		const id = await standIn.send(text());
		const failed = await eventually(() => standIn.receiver.statusesOf(id)[0], 'failed');
		assert.equal(failed.status, 'failed');
	});

	test('are refused one by one, with a reason', async () => {
		const answer = await post(
			BLOCKED,
			users(
				{ user: customer.phoneNumber },
				{ user: silentCustomer.phoneNumber },
				{ user: number.phoneNumber },
				{ user: 'somebody' },
				{ user_id: 'US.9' },
			),
		);
		assertError(answer, 400, 139100);
		const Failed = z.object({
			block_users: z.object({
				added_users: z.array(z.object({ wa_id: z.string() })),
				failed_users: z.array(z.object({ errors: z.tuple([z.object({ code: z.number() })]) })),
			}),
		});
		const { added_users, failed_users } = Failed.parse(answer.data).block_users;
		assert.deepEqual(
			added_users.map(({ wa_id }) => wa_id),
			[waId],
		);
		assert.deepEqual(
			failed_users.map(({ errors }) => errors[0].code),
			[131047, 131021, 131009, 131009],
		);
	});

	test('are named in a list', async () => {
		assertError(await post(BLOCKED, { messaging_product: 'whatsapp' }), 400, 100);
		assertError(await post(BLOCKED, users()), 400, 100);
	});
});
