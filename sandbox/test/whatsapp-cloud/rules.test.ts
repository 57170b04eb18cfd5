import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import { afterEach, beforeEach, describe, test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import { eventually } from '../shared/receiver.ts';
import { assertError, BEARER, MESSAGES, WhatsAppCloud, text, WHO } from './whatsapp-cloud.ts';

const { customer, otherNumber } = WHO;
const STRANGER = '+15550999999';
let now: number;
let standIn: WhatsAppCloud;

beforeEach(async () => {
	now = Date.parse('2026-06-01T08:00:00Z');
	standIn = await WhatsAppCloud.start(() => now);
});

afterEach(() => standIn.close());

const Ledger = z.object({
	counts: z.object({ calls: z.number(), accepted: z.number(), deliveries: z.number() }),
	answers: z.array(z.object({ status: z.string(), code: z.string(), count: z.number() })),
	recipients: z.number(),
	pairs: z.number(),
	uncounted: z.number(),
	entries: z.array(z.object({ to: z.string(), callbackData: z.string(), count: z.number() })),
});
const ledger = async (query = '') =>
	Ledger.parse((await standIn.call('GET', `/sandbox/ledger${query}`)).data);
const rules = (wish: Record<string, unknown>) => standIn.call('POST', '/sandbox/rules', wish);
const send = (to: string, path = MESSAGES) => standIn.call('POST', path, text('Hi', to));
const stranger = (index: number) => `+1555200${String(index).padStart(4, '0')}`;

describe('rates', () => {
	test('no second holds more sends of a number than the rules allow', async () => {
		await rules({ messagesPerSecond: 3 });
		const outcomes: (number | string)[] = [];
		for (const at of [0, 400, 800, 900, 999, 1000, 1100, 1400, 1799, 1800]) {
			now = Date.parse('2026-06-01T08:00:00Z') + at;
			const { status, data } = await send(stranger(at));
			if (status === 400) assertError({ ...(await send(stranger(at))) }, 400, 130429);
			outcomes.push(`${at}: ${status}`);
			assert(data);
		}
		assert.deepEqual(outcomes, [
			'0: 200',
			'400: 200',
			'800: 200',
			'900: 400',
			'999: 400',
			'1000: 200',
			'1100: 400',
			'1400: 200',
			'1799: 400',
			'1800: 200',
		]);
		const other = await send(stranger(1), `/v25.0/${otherNumber.id}/messages`);
		assert.equal(other.status, 200);
	});

	test('80 a second unless told otherwise', async () => {
		for (let index = 0; index < 80; index += 1) assert.equal((await send(stranger(index))).status, 200);
		assertError(await send(stranger(80)), 400, 130429);
	});

	test('one person gets a burst, then one message in six seconds, whatever others get', async () => {
		for (let index = 0; index < 45; index += 1) await standIn.send();
		assertError(await standIn.call('POST', MESSAGES, text()), 400, 131056);
		assertError(
			await standIn.call('POST', MESSAGES, { ...text(), to: undefined, recipient: customer.userId }),
			400,
			131056,
		);
		assert.equal((await send(STRANGER)).status, 200);
		now += 6_000;
		await standIn.send();
		assertError(await standIn.call('POST', MESSAGES, text()), 400, 131056);
	});
});

describe('reach', () => {
	const firstStatus = async (to: string) => {
		const id = await standIn.send(text('Hi', to));
		const { status, errors } = await eventually(() => standIn.receiver.statusesOf(id)[0], 'status');
		return (
			z
				.array(z.object({ code: z.number() }))
				.optional()
				.parse(errors)?.[0]?.code ?? status
		);
	};

	test('numbers can be made unreachable, and strangers reachable', async () => {
		standIn.api.customerSends(customer.phoneNumber, 'Hi');
		assert.equal(await firstStatus(customer.phoneNumber), 'sent');
		assert.equal(await firstStatus(STRANGER), 131026);
		await rules({ unreachable: [customer.phoneNumber], strangersReachable: true });
		assert.equal(await firstStatus(customer.phoneNumber), 131026);
		assert.equal(await firstStatus(STRANGER), 131047);
		await rules({ ignoresWindow: true });
		assert.equal(await firstStatus(STRANGER), 'sent');
	});

	test('a rule that is not known or out of range changes nothing', async () => {
		const before = (await standIn.call('GET', '/sandbox/rules')).data;
		for (const wish of [{ speed: 3 }, { messagesPerSecond: 0 }, { templates: { welcome: 'NICE' } }]) {
			assert.equal((await rules({ strangersReachable: true, ...wish })).status, 400);
		}
		assert.equal((await rules({ provider: 'nobody' })).status, 400);
		assert.deepEqual((await standIn.call('GET', '/sandbox/rules')).data, before);
	});
});

describe('shares of faults', () => {
	const outcome = async (index: number) => {
		try {
			const { status } = await send(stranger(index));
			return String(status);
		} catch (failure) {
			return axios.isAxiosError(failure) ? (failure.code ?? 'none') : 'none';
		}
	};
	const outcomes = async (seed: number) => {
		await standIn.call('POST', '/sandbox/reset', {});
		await rules({ messagesPerSecond: 10_000 });
		const shares = { rateLimited: 10, serverError: 10, reset: 5, resetAfterAccepting: 5 };
		assert.equal((await standIn.call('POST', '/sandbox/faults', { shares, seed })).status, 200);
		const seen: string[] = [];
		for (let index = 0; index < 200; index += 1) seen.push(await outcome(index));
		return seen;
	};

	test('hit about as many calls as they say, and the same ones for the same seed', async () => {
		const first = await outcomes(7);
		const { answers, counts } = await ledger();
		const count = (word: string) => first.filter((seen) => seen === word).length;
		for (const [word, expected] of [
			['400', 20],
			['500', 20],
			['ECONNRESET', 20],
			['200', 140],
		] as const) {
			assert(Math.abs(count(word) - expected) <= 14, `${word}: ${count(word)} of 200`);
		}
		assert.deepEqual(
			answers.find(({ code }) => code === '130429'),
			{ status: '400', code: '130429', count: count('400') },
		);
		assert(counts.accepted > count('200'), 'some were accepted without an answer');
		assert.deepEqual(await outcomes(7), first);
		assert.notDeepEqual(await outcomes(8), first);
	});

	test('of what is not known are refused', async () => {
		for (const shares of [{ earthquake: 5 }, { reset: 101 }]) {
			assert.equal((await standIn.call('POST', '/sandbox/faults', { shares })).status, 400);
		}
	});
});

test('the ledger tells what was taken twice', async () => {
	await standIn.send({ ...text(), biz_opaque_callback_data: 'order 1' });
	await standIn.send({ ...text(), biz_opaque_callback_data: 'order 1' });
	await standIn.send({ ...text(), biz_opaque_callback_data: 'order 2' });
	await standIn.send(text('Hi', STRANGER));
	const { entries, pairs, recipients, counts } = await ledger();
	assert.deepEqual([counts.accepted, pairs, recipients], [4, 3, 2]);
	const twice = { to: customer.phoneNumber, callbackData: 'order 1', count: 2 };
	assert.deepEqual(entries[0], twice);
	assert.deepEqual((await ledger('?repeated=true')).entries, [twice]);
	assert.deepEqual((await ledger(`?to=${encodeURIComponent(STRANGER)}`)).entries, [
		{ to: STRANGER, callbackData: '', count: 1 },
	]);
});

test('2,000 sends over kept connections are taken quickly, each once, and cost no webhooks', async (context) => {
	const messages = 2_000;
	await standIn.close();
	standIn = await WhatsAppCloud.start();
	await standIn.api.setWebhook(undefined);
	await rules({ messagesPerSecond: 100_000, strangersReachable: true, ignoresWindow: true });
	standIn.api.faults.latencyMs = 100;
	const httpAgent = new Agent({ keepAlive: true, maxSockets: 200 });
	const start = performance.now();
	let next = 0;
	const work = async () => {
		while (next < messages) {
			const to = stranger(next);
			next += 1;
			const body = { ...text('Hi', to), biz_opaque_callback_data: `order ${next}` };
			const headers = { authorization: BEARER };
			await axios.post(standIn.api.baseUrl + MESSAGES, body, { headers, httpAgent });
		}
	};
	await Promise.all(Array.from({ length: 200 }, work));
	const seconds = (performance.now() - start) / 1_000;
	context.diagnostic(`${Math.round(messages / seconds)} messages a second, client included`);
	httpAgent.destroy();
	const asked = performance.now();
	const { counts, entries, pairs, uncounted } = await ledger('?limit=2000');
	context.diagnostic(`${Math.round(performance.now() - asked)} ms for the ledger`);
	assert.deepEqual([counts.accepted, pairs, uncounted, entries.length], [messages, messages, 0, messages]);
	assert(entries.every(({ count }) => count === 1));
	assert(messages / seconds > 100, `${messages / seconds} messages a second`);
});
