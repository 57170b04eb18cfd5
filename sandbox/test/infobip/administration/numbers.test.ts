import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { SMS, sms, WHATSAPP, WHO } from '../infobip.ts';
import { eventually } from '../../shared/receiver.ts';
import { NumberPage, NumberRow, NUMBERS, startInfobip } from './set-up.ts';

const SENDER = WHATSAPP.phoneNumber.slice(1);
const BLOCK_LIST = '/platform/1/blocklists';
const INBOUND = '/resource-management/1/inbound-message-configurations';
const { infobip, answer, refused, owned } = await startInfobip();

describe('numbers', () => {
	const searches: [query: string, found: string[]][] = [
		['country=US&capabilities=SMS&npa=555', ['15550100111', '15550100112']],
		['country=US&capabilities=SMS,MMS', ['15550100111']],
		['country=US&state=CA', ['15550100113']],
		['country=GB&number=900112', ['447700900112']],
		['country=US&limit=1&page=1', ['15550100112']],
		['country=FR', []],
	];
	for (const [query, found] of searches) {
		test(`a search for ${query}`, async () => {
			const { numbers } = await answer(NumberPage, 'GET', `${NUMBERS}/available?${query}`);
			assert.deepEqual(
				numbers.map(({ number }) => number),
				found,
			);
		});
	}

	test('a number is bought, is ready after a while, sends, receives and is given back', async () => {
		infobip.api.rules.change({ provisionMs: 400 });
		const from = '15550100112';
		const bought = await answer(NumberRow, 'POST', NUMBERS, { number: from });
		assert.equal(bought.reservationStatus, 'PENDING');
		const text = { ...sms().messages[0], sender: from };
		assert.equal((await infobip.sendSms({ messages: [text] })).status.id, 11);
		await eventually(async () => (await owned(from))?.reservationStatus === undefined, 'the purchase');
		assert.equal((await infobip.sendSms({ messages: [text] })).status.id, 26);
		const line = infobip.api.lines.find(({ phoneNumber }) => phoneNumber === `+${from}`);
		const { delivered } = infobip.api.customerSends(WHO.customer.phoneNumber, 'Hi', {
			numberId: line?.id ?? '',
		});
		assert.equal((await delivered).state, 'taken');

		assert.equal((await infobip.call('DELETE', `${NUMBERS}/${bought.numberKey}`)).status, 204);
		assert.equal(await owned(from), undefined);
		assert.equal((await infobip.sendSms({ messages: [text] })).status.id, 11);
		const again = await answer(NumberPage, 'GET', `${NUMBERS}/available?country=US&number=${from}`);
		assert.equal(again.numberCount, 1);
	});

	const keyOf = async (number: string) => {
		const { numbers } = await answer(NumberPage, 'GET', `${NUMBERS}/available?number=${number}`);
		return numbers[0]?.numberKey;
	};
	const purchases: [what: string, number: string, by: 'number' | 'numberKey', expected: string][] = [
		['a number of the US by itself', '15550100111', 'number', 'PENDING'],
		['a number elsewhere by its key', '447700900111', 'numberKey', 'PENDING'],
		['a number that is too dear', '447700900112', 'numberKey', 'BILLING_FAILED'],
		['a number that somebody else buys meanwhile', '447700900113', 'numberKey', 'RESERVATION_FAILED'],
		['a number of the US by its key', '15550100111', 'numberKey', '404 NOT_FOUND'],
		['a number elsewhere by itself', '447700900111', 'number', '404 NOT_FOUND'],
		['a number that is not for sale', '15550109999', 'number', '404 NOT_FOUND'],
	];
	for (const [what, number, by, expected] of purchases) {
		test(`buying ${what}: ${expected}`, async () => {
			infobip.api.rules.change({ provisionMs: 1_000 });
			const body = { [by]: by === 'number' ? number : await keyOf(number) };
			const response = await infobip.call('POST', NUMBERS, body);
			if (response.status === 200) {
				const { reservationStatus } = NumberRow.parse(response.data);
				assert.equal(reservationStatus, expected);
				assert.equal(await owned(number).then((row) => row !== undefined), expected === 'PENDING');
			} else assert.equal((await refused('POST', NUMBERS, body)).join(' '), expected);
		});
	}

	test('a purchase costs money, and needs one name of the number', async () => {
		const balance = async () =>
			(await answer(z.object({ balance: z.number() }), 'GET', '/account/1/balance')).balance;
		const before = await balance();
		await answer(NumberRow, 'POST', NUMBERS, { number: '15550100111' });
		assert.equal(Math.round((before - (await balance())) * 100), 500);
		assert.deepEqual(await refused('POST', NUMBERS, {}), ['400', 'BAD_REQUEST', 'numberKey']);
	});
});

describe('limits', () => {
	const limits: [method: string, path: string, atOnce: number][] = [
		['GET', `${NUMBERS}/available`, 2],
		['GET', NUMBERS, 2],
		['GET', BLOCK_LIST, 1],
		['GET', `${INBOUND}?number=${SENDER}&channel=WHATSAPP`, 2],
	];
	for (const [method, path, atOnce] of limits) {
		test(`${method} ${path.split('?')[0] ?? ''}: ${atOnce} at once`, async () => {
			infobip.api.rules.change({ isPaced: true });
			for (let call = 0; call < atOnce; call++) assert.equal((await infobip.call(method, path)).status, 200);
			const { status, headers } = await infobip.call(method, path);
			assert.equal(status, 429);
			assert.equal(headers['retry-after'], '1');
		});
	}
});

describe('inbound configurations', () => {
	const Row = z.object({
		configurationKey: z.string(),
		keyword: z.string().optional(),
		forwarding: z
			.object({ type: z.string(), url: z.string().optional(), format: z.string().optional() })
			.optional(),
		autoResponse: z.object({ message: z.string() }).optional(),
	});
	const number = SMS.phoneNumber.slice(1);
	const set = async (more: object) => await answer(Row, 'POST', INBOUND, { channel: 'SMS', number, ...more });
	const list = async (query = `channel=SMS&number=${number}`) =>
		await answer(z.array(Row), 'GET', `${INBOUND}?${query}`);

	test('one is set, changed in part, listed by its number or key, and deleted', async () => {
		const forwarding = { type: 'HTTP_FORWARD', url: 'https://n8n.example.com/a' };
		const { configurationKey } = await set({ forwarding });
		await set({ autoResponse: { message: 'Thank you' } });
		assert.deepEqual(await list(), [
			{
				configurationKey,
				forwarding: { ...forwarding, format: 'MO_JSON_2' },
				autoResponse: { message: 'Thank you' },
			},
		]);
		const key = (await owned(number))?.numberKey ?? '';
		assert.equal((await list(`channel=SMS&numberKey=${key}`)).length, 1);
		assert.deepEqual(await list(`channel=MMS&number=${number}`), []);
		await set({ unset: ['FORWARDING'] });
		assert.deepEqual(await list(), [{ configurationKey, autoResponse: { message: 'Thank you' } }]);
		assert.equal((await infobip.call('DELETE', `${INBOUND}/${configurationKey}`)).status, 204);
		assert.deepEqual(await list(), []);
	});

	test('a number answers by itself', async () => {
		const { configurationKey } = await set({ keyword: 'HOURS', autoResponse: { message: 'From 8 to 18.' } });
		const writes = (text: string) =>
			infobip.api.customerSends(WHO.customer.phoneNumber, text, { numberId: SMS.id }).delivered;
		await writes('Hello');
		assert.equal(infobip.api.ledger.accepted.length, 0);
		await writes('hours please');
		const [answered] = infobip.api.ledger.accepted;
		assert.deepEqual([answered?.to, answered?.text], [WHO.customer.phoneNumber, 'From 8 to 18.']);
		await infobip.call('DELETE', `${INBOUND}/${configurationKey}`);
	});

	test('what is kept for pulling goes to no subscription', async () => {
		const writes = () =>
			infobip.api.customerSends(WHO.customer.phoneNumber, 'Hi', { numberId: SMS.id }).delivered;
		assert.equal((await writes()).state, 'taken');
		const { configurationKey } = await set({ forwarding: { type: 'PULL' } });
		assert.equal((await writes()).state, 'noWebhook');
		await infobip.call('DELETE', `${INBOUND}/${configurationKey}`);
	});

	const refusals: [what: string, more: object, expected: string[]][] = [
		['no number', { number: undefined }, ['400', 'BAD_REQUEST', 'number']],
		['a number of others', { number: '15550109999' }, ['404', 'NOT_FOUND']],
		['an unknown channel', { channel: 'TELEX' }, ['400', 'BAD_REQUEST', 'channel']],
		['no URL', { forwarding: { type: 'HTTP_FORWARD' } }, ['400', 'BAD_REQUEST', 'forwarding.url']],
		[
			'pulling from WhatsApp',
			{ channel: 'WHATSAPP', number: SENDER, forwarding: { type: 'PULL' } },
			['400', 'BAD_REQUEST', 'forwarding.type'],
		],
		['a keyword that is too long', { keyword: 'x'.repeat(51) }, ['400', 'BAD_REQUEST', 'keyword']],
		[
			'a response that is too long',
			{ autoResponse: { message: 'x'.repeat(1_081) } },
			['400', 'BAD_REQUEST', 'autoResponse.message'],
		],
	];
	for (const [what, more, expected] of refusals) {
		test(`${what} is refused`, async () => {
			assert.deepEqual(await refused('POST', INBOUND, { channel: 'SMS', number, ...more }), expected);
		});
	}
});
