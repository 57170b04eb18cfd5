import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { FIRST_PIN } from '../../../whatsapp-cloud/administration/portfolio.ts';
import { WORLD } from '../../../settings.ts';
import { eventually } from '../../shared/receiver.ts';
import { changesOf } from './changes.ts';
import { assertError, ErrorBody, MESSAGES, WhatsAppCloud, text, WHO } from '../whatsapp-cloud.ts';

const { customer, number } = WHO;
const ACCOUNT = `/v25.0/${WORLD.businessAccountId}`;
const HOUR_MS = 3_600_000;
const NEW = { cc: '49', phone_number: '15112345678', verified_name: 'Sunrise Berlin' };
const CODE = '123456';
const SUCCESS = { success: true };
let now: number;
let standIn: WhatsAppCloud;

beforeEach(async () => {
	now = Date.parse('2026-06-01T08:00:00Z');
	standIn = await WhatsAppCloud.start(() => now);
	await standIn.call('POST', '/sandbox/rules', { reviewMs: 20 });
});

afterEach(() => standIn.close());

const post = (path: string, body: object = {}) => standIn.call('POST', path, body);
const done = async (path: string, body: object = {}) => {
	const { data } = await post(path, body);
	assert.deepEqual(data, SUCCESS, path);
};
const read = async (id: string, fields: string) => {
	const { data } = await standIn.call('GET', `/v25.0/${id}?fields=${fields}`);
	return z.record(z.unknown()).parse(data);
};
const create = async (more: object = {}) => {
	const { data } = await post(`${ACCOUNT}/phone_numbers`, { ...NEW, ...more });
	return z.object({ id: z.string().regex(/^\d+$/) }).parse(data).id;
};
const register = (id: string, pin = FIRST_PIN, more: object = {}) =>
	post(`/v25.0/${id}/register`, { messaging_product: 'whatsapp', pin, ...more });
const requestCode = (id: string, more: object = {}) =>
	post(`/v25.0/${id}/request_code`, { code_method: 'SMS', language: 'en_US', ...more });
const verify = (id: string, code = CODE) => post(`/v25.0/${id}/verify_code`, { code });
const verified = async () => {
	const id = await create();
	assert.deepEqual((await requestCode(id)).data, SUCCESS);
	assert.deepEqual((await verify(id)).data, SUCCESS);
	return id;
};
const changes = (field: string) => changesOf(standIn.receiver.received, field);

describe('a new number', () => {
	const LIFE = 'status,code_verification_status,platform_type,is_pin_enabled,throughput,name_status';

	test('goes from nothing to its first message', async () => {
		standIn.timers.hold();
		const id = await create();
		assert.deepEqual(await read(id, LIFE), {
			status: 'UNVERIFIED',
			code_verification_status: 'NOT_VERIFIED',
			platform_type: 'NOT_APPLICABLE',
			is_pin_enabled: false,
			throughput: { level: 'NOT_APPLICABLE' },
			name_status: 'PENDING_REVIEW',
			id,
		});
		standIn.timers.release();
		assertError(await register(id), 400, 133006);
		await done(`/v25.0/${id}/request_code`, { code_method: 'VOICE', language: 'de_DE' });
		await done(`/v25.0/${id}/verify_code`, { code: '123-456' });
		assert.equal((await read(id, 'status')).status, 'PENDING');
		const messages = `/v25.0/${id}/messages`;
		assertError(await post(messages, text()), 400, 133010);
		assert.deepEqual((await register(id, '135790', { data_localization_region: 'DE' })).data, SUCCESS);
		await eventually(() => changes('phone_number_name_update')[0], 'the name is reviewed');
		assert.deepEqual(await read(id, LIFE), {
			status: 'CONNECTED',
			code_verification_status: 'VERIFIED',
			platform_type: 'CLOUD_API',
			is_pin_enabled: true,
			throughput: { level: 'STANDARD' },
			name_status: 'APPROVED',
			id,
		});
		assert.equal((await post(messages, text())).status, 200);
		const listed = z
			.object({ data: z.array(z.object({ id: z.string() })) })
			.parse((await standIn.call('GET', `${ACCOUNT}/phone_numbers`)).data);
		assert(listed.data.some((row) => row.id === id));
		const sent = standIn.api.customerSends(customer.phoneNumber, 'Hallo', { numberId: id });
		assert.equal((await sent.delivered).state, 'taken');
	});

	const refused: [string, object, number][] = [
		['a country code with a plus', { cc: '+49' }, 100],
		['no country code', { cc: '' }, 131008],
		['a number with blanks', { phone_number: '151 123' }, 100],
		['a name of one letter', { verified_name: 'X' }, 100],
		['a name of 76 letters', { verified_name: 'X'.repeat(76) }, 100],
		['a number that is there', { cc: '1', phone_number: number.phoneNumber.slice(2) }, 100],
	];
	for (const [what, more, code] of refused) {
		test(`with ${what} is refused`, async () => {
			assertError(await post(`${ACCOUNT}/phone_numbers`, { ...NEW, ...more }), 400, code);
		});
	}

	test('is one of as many as the rules allow', async () => {
		await post('/sandbox/rules', { numbersPerAccount: 3 });
		await create();
		assertError(await post(`${ACCOUNT}/phone_numbers`, { ...NEW, phone_number: '1511' }), 400, 100);
	});

	test('that was verified beforehand needs no code', async () => {
		const id = await create({ preverified_id: '77' });
		assert.deepEqual((await register(id)).data, SUCCESS);
	});

	test('moves over from another account when it is registered', async () => {
		const [cc, phone_number] = ['1', '5550100031'];
		const id = await create({ cc, phone_number, migrate_phone_number: true });
		await requestCode(id);
		await verify(id);
		await register(id, '135790');
		assert.equal((await read('200000000000011', 'status')).status, 'MIGRATED');
	});
});

describe('codes', () => {
	const wrong: [string, object, number][] = [
		['no method', { code_method: '' }, 131008],
		['another method', { code_method: 'FAX' }, 100],
		['a short language', { language: 'en' }, 100],
	];
	for (const [what, more, code] of wrong) {
		test(`are not asked for with ${what}`, async () => {
			assertError(await requestCode(await create(), more), 400, code);
		});
	}

	test('are told to the phone page with the number that they come to', async () => {
		const id = await create();
		await requestCode(id);
		const { data } = await standIn.call('GET', '/sandbox/watch');
		const Watched = z.object({ codes: z.array(z.object({ phoneNumber: z.string(), code: z.string() })) });
		assert.deepEqual(Watched.parse(data).codes, [{ phoneNumber: '+4915112345678', code: CODE }]);
	});

	test('that are wrong, too old or used up are refused with words for a person', async () => {
		const id = await create();
		assertError(await verify(id), 400, 136025);
		await requestCode(id);
		const answer = await verify(id, '000000');
		assertError(answer, 400, 136025);
		const { error } = ErrorBody.extend({
			error: ErrorBody.shape.error.extend({ error_user_msg: z.string() }),
		}).parse(answer.data);
		assert.equal(error.error_subcode, 2_388_093);
		assert.match(error.error_user_msg, /not correct/);
		now += 11 * 60_000;
		assertError(await verify(id), 400, 136025);
		await requestCode(id);
		for (let guess = 0; guess < 5; guess += 1) assertError(await verify(id, '000000'), 400, 136025);
		assertError(await verify(id), 400, 136025);
	});

	test('come five times in an hour, and never to a verified number', async () => {
		const id = await create();
		for (let count = 0; count < 5; count += 1) assert.deepEqual((await requestCode(id)).data, SUCCESS);
		assertError(await requestCode(id), 400, 136024);
		now += HOUR_MS;
		assert.deepEqual((await requestCode(id)).data, SUCCESS);
		assertError(await requestCode(number.id), 400, 136024);
	});

	test('can be another than 123456', async () => {
		await post('/sandbox/rules', { verificationCode: '908172' });
		const id = await create();
		await requestCode(id);
		assertError(await verify(id), 400, 136025);
		assert.deepEqual((await verify(id, '908172')).data, SUCCESS);
	});
});

describe('the PIN', () => {
	test('that is wrong locks the number out', async () => {
		const guess = async (afterMs: number) => {
			now += afterMs;
			return ErrorBody.parse((await register(number.id, '000000')).data).error.code;
		};
		const codes = [
			await guess(0),
			await guess(500),
			await guess(5_000),
			await guess(5_000),
			await guess(5_000),
		];
		assert.deepEqual(codes, [133005, 133009, 133005, 133005, 133008]);
		assert.match(assertError(await register(number.id), 400, 133008), /Try again in 3600 seconds/);
		now += HOUR_MS;
		assert.deepEqual((await register(number.id)).data, SUCCESS);
	});

	test('is replaced without the old one, which is reported', async () => {
		await done(`/v25.0/${number.id}`, { pin: '135790' });
		assertError(await register(number.id), 400, 133005);
		assert.deepEqual((await register(number.id, '135790')).data, SUCCESS);
		const [change] = await eventually(
			() => (changes('security').length > 0 ? changes('security') : undefined),
			'the change of the PIN',
		);
		assert.equal(change?.event, 'PIN_CHANGED');
		assert.doesNotMatch(JSON.stringify(change), /135790/);
	});

	for (const pin of ['12345', '1234567', 'abcdef', '']) {
		test(`"${pin}" is none`, async () => {
			const { status } = await register(number.id, pin);
			assert.equal(status, 400);
			assert.equal((await post(`/v25.0/${number.id}`, { pin })).status, 400);
		});
	}
});

describe('registrations', () => {
	test('are ten in 72 hours; one more blocks the number for as long', async () => {
		for (let count = 0; count < 10; count += 1) {
			assert.deepEqual((await register(number.id)).data, SUCCESS);
			now += HOUR_MS;
		}
		assertError(await register(number.id), 400, 133016);
		now += 71 * HOUR_MS;
		assertError(await register(number.id), 400, 133016);
		now += HOUR_MS;
		assert.deepEqual((await register(number.id)).data, SUCCESS);
	});

	test('end, and sending and receiving with them', async () => {
		await done(`/v25.0/${number.id}/deregister`);
		assertError(await post(MESSAGES, text()), 400, 133010);
		assert.equal((await standIn.api.customerSends(customer.phoneNumber, 'Hi').delivered).state, 'noWebhook');
		assertError(await post(`/v25.0/${number.id}/deregister`), 400, 133010);
		assert.equal((await read(number.id, 'status')).status, 'DISCONNECTED');
		assertError(await register(number.id, '000000'), 400, 133005);
		assert.deepEqual((await register(number.id)).data, SUCCESS);
	});

	const refused: [string, object, number][] = [
		['an unknown region', { data_localization_region: 'FR' }, 100],
		['another product', { messaging_product: 'sms' }, 100],
		['a backup without a password', { backup: { data: 'x' } }, 100],
	];
	for (const [what, more, code] of refused) {
		test(`with ${what} are refused`, async () => {
			assertError(await register(number.id, FIRST_PIN, more), 400, code);
		});
	}

	test('bring a number over from the on-premises API', async () => {
		await post('/sandbox/rules', { break: ['numberOnPremise'] });
		assertError(await post(MESSAGES, text()), 400, 133010);
		const backup = { data: 'x', password: 'y' };
		assert.deepEqual((await register(number.id, FIRST_PIN, { backup })).data, SUCCESS);
		await standIn.send();
	});
});

describe('display names', () => {
	const ask = (name: string) => post(`/v25.0/${number.id}?new_display_name=${encodeURIComponent(name)}`);
	const reviewed = async (count: number) =>
		await eventually(() => {
			const updates = changes('phone_number_name_update');
			return updates.length >= count ? updates : undefined;
		}, 'reviewed');
	const FIELDS = 'verified_name,name_status,new_display_name,new_name_status';

	test('come into use by registering within 14 days of the approval', async () => {
		standIn.timers.hold();
		assert.deepEqual((await ask('Sunset Coffee')).data, SUCCESS);
		assert.equal((await read(number.id, FIELDS)).new_name_status, 'PENDING_REVIEW');
		standIn.timers.release();
		const [update] = await reviewed(1);
		assert.deepEqual(update, {
			display_phone_number: number.phoneNumber.slice(1),
			decision: 'APPROVED',
			requested_verified_name: 'Sunset Coffee',
			rejection_reason: null,
		});
		assert.equal((await read(number.id, FIELDS)).verified_name, number.verifiedName);
		await register(number.id);
		assert.deepEqual(await read(number.id, FIELDS), {
			verified_name: 'Sunset Coffee',
			name_status: 'APPROVED',
			id: number.id,
		});
	});

	test('are gone after 14 days', async () => {
		await ask('Sunset Coffee');
		await reviewed(1);
		now += 15 * 24 * HOUR_MS;
		await register(number.id);
		const { verified_name, new_name_status } = await read(number.id, FIELDS);
		assert.deepEqual([verified_name, new_name_status], [number.verifiedName, 'EXPIRED']);
	});

	test('are declined, and asked for ten times in 30 days', async () => {
		await post('/sandbox/rules', { declinedNames: ['Other Coffee'] });
		await ask('Other Coffee');
		await reviewed(1);
		await ask('WhatsApp Coffee');
		const updates = await reviewed(2);
		assert.deepEqual(
			updates.map(({ decision }) => decision),
			['REJECTED', 'REJECTED'],
		);
		assert.equal((await read(number.id, FIELDS)).new_name_status, 'DECLINED');
		for (let count = 2; count < 10; count += 1) assert.deepEqual((await ask('Sunset')).data, SUCCESS);
		assertError(await ask('Sunset'), 400, 100);
	});
});

test('a reset forgets new numbers and brings back the first ones', async () => {
	const id = await verified();
	await done(`/v25.0/${number.id}/deregister`);
	await post('/sandbox/reset');
	assertError(await standIn.call('GET', `/v25.0/${id}`), 400, 100);
	await standIn.send();
});
