import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import axios from 'axios';
import type { Fault } from '../../whatsapp-cloud/faults.ts';
import { eventually } from '../shared/receiver.ts';
import { assertError, BEARER, MESSAGES, WhatsAppCloud, text, WHO } from './whatsapp-cloud.ts';

const { number, customer } = WHO;
let standIn: WhatsAppCloud;

beforeEach(async () => {
	standIn = await WhatsAppCloud.start();
});

afterEach(() => standIn.close());

const answered: [Fault, number, number][] = [
	['rateLimited', 400, 130429],
	['accountRateLimited', 400, 80007],
	['tooManyRequests', 429, 130429],
	['serverError', 500, 131000],
	['tokenExpired', 401, 190],
	['permissionMissing', 403, 200],
];
for (const [fault, status, code] of answered) {
	test(`${fault} answers ${status} with ${code}, as often as told`, async () => {
		standIn.api.faults.set(fault, 2);
		assertError(await standIn.call('POST', MESSAGES, text()), status, code);
		assertError(await standIn.call('POST', MESSAGES, text()), status, code);
		assert.equal(standIn.api.ledger.accepted.length, 0);
		await standIn.send(text());
	});
}

test('always lasts until it is switched off', async () => {
	standIn.api.faults.set('rateLimited', 'always');
	for (let attempt = 1; attempt <= 3; attempt += 1) {
		assertError(await standIn.call('POST', MESSAGES, text()), 400, 130429);
	}
	standIn.api.faults.set('rateLimited', 0);
	await standIn.send(text());
});

test('a send fault leaves other calls alone', async () => {
	standIn.api.faults.set('serverError');
	assert.equal((await standIn.call('GET', `/v25.0/${number.id}`)).status, 200);
	assertError(await standIn.call('POST', MESSAGES, text()), 500, 131000);
});

test('badGateway answers with HTML', async () => {
	standIn.api.faults.set('badGateway');
	const response = await standIn.call('POST', MESSAGES, text());
	assert.equal(response.status, 502);
	assert.match(String(response.headers['content-type']), /^text\/html/);
});

for (const [fault, accepted] of [
	['reset', 0],
	['resetAfterAccepting', 1],
] as const) {
	test(`${fault} breaks the connection with ${accepted} message accepted`, async () => {
		standIn.api.faults.set(fault);
		await assert.rejects(standIn.call('POST', MESSAGES, text()), { code: 'ECONNRESET' });
		assert.equal(standIn.api.ledger.accepted.length, accepted);
	});
}

for (const [fault, accepted] of [
	['hang', 0],
	['hangAfterAccepting', 1],
] as const) {
	test(`${fault} gives no answer with ${accepted} message accepted`, async () => {
		standIn.api.faults.set(fault);
		const hanging = axios.post(standIn.api.baseUrl + MESSAGES, text(), {
			headers: { authorization: BEARER },
			timeout: 100,
		});
		await assert.rejects(hanging, { code: 'ECONNABORTED' });
		assert.equal(standIn.api.ledger.accepted.length, accepted);
	});
}

test('windowClosed lets an accepted message fail inside the window', async () => {
	standIn.api.customerSends(customer.phoneNumber, 'Hi');
	standIn.api.faults.set('windowClosed');
	const id = await standIn.send(text());
	await eventually(() => standIn.receiver.statusesOf(id)[0]?.status === 'failed', 'failed');
});

test('latency delays every answer', async () => {
	standIn.api.faults.latencyMs = 80;
	const start = performance.now();
	await standIn.call('GET', `/v25.0/${number.id}`);
	assert(performance.now() - start >= 79);
});
