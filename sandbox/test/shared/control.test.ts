import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import { eventually } from './receiver.ts';
import { assertError, MESSAGES, WhatsAppCloud, text, WHO } from '../whatsapp-cloud/whatsapp-cloud.ts';

const { customer, number } = WHO;
const CHAT = { numberId: number.id, customer: customer.phoneNumber };
const State = z.object({
	customers: z.array(z.object({ phoneNumber: z.string() })),
	threads: z.array(
		z.object({
			windowOpenUntil: z.number().optional(),
			messages: z.array(
				z.object({
					sender: z.string(),
					text: z.string(),
					status: z.string(),
					webhook: z.object({ state: z.string(), problem: z.string().optional() }).optional(),
				}),
			),
		}),
	),
	webhooks: z.object({ whatsAppCloud: z.object({ url: z.string(), problem: z.string().optional() }) }),
	faults: z.array(z.object({ fault: z.string(), times: z.union([z.number(), z.literal('always')]) })),
});
const Refusal = z.object({ error: z.string() });
let standIn: WhatsAppCloud;

beforeEach(async () => {
	standIn = await WhatsAppCloud.start();
});

afterEach(() => standIn.close());

async function state() {
	return State.parse((await standIn.call('GET', '/sandbox/state')).data);
}

/** A page's stream of events, collected as they come. */
async function watch(page: string) {
	const stop = new AbortController();
	const response = await axios.get<NodeJS.ReadableStream>(
		`${standIn.api.baseUrl}/sandbox/events?page=${page}`,
		{
			responseType: 'stream',
			signal: stop.signal,
		},
	);
	let received = '';
	response.data.on('data', (chunk: Buffer) => (received += chunk.toString()));
	response.data.on('error', (error) => {
		if (!stop.signal.aborted) throw error;
	});
	return {
		stop: () => {
			stop.abort();
		},
		events: () =>
			received
				.split('\n\n')
				.filter((block) => block.startsWith('data: '))
				.map((block) =>
					z
						.object({ type: z.string() })
						.passthrough()
						.parse(JSON.parse(block.slice(6))),
				),
	};
}

test('a message written on the page goes out as a webhook and shows how it fared', async () => {
	standIn.receiver.answers = [401, 401, 401, 401];
	const messageOf = async (text: string) =>
		(await state()).threads[0]?.messages.find((message) => message.text === text);
	assert.equal((await standIn.call('POST', '/sandbox/messages', { ...CHAT, text: 'refused' })).status, 201);
	const refused = await eventually(async () => {
		const message = await messageOf('refused');
		return message?.status === 'failed' && message;
	}, 'given up');
	assert.deepEqual(refused.webhook, { state: 'givenUp', problem: 'answered 401: not now' });
	assert.equal((await standIn.call('POST', '/sandbox/messages', { ...CHAT, text: 'taken' })).status, 201);
	await eventually(async () => (await messageOf('taken'))?.status === 'delivered', 'delivered');
});

test('a page is told of messages, statuses and faults as they happen', async () => {
	const page = await watch('one');
	standIn.api.customerSends(customer.phoneNumber, 'Hi');
	await standIn.send();
	await standIn.send(text('to nobody', '+15550999999'));
	standIn.api.faults.set('hang');
	const seen = (type: string) => page.events().some((event) => event.type === type);
	await eventually(() => ['message', 'thread', 'stray', 'faults'].every(seen), 'events');
	page.stop();
});

test('an open chat is open only while its page is there', async () => {
	standIn.api.customerSends(customer.phoneNumber, 'Hi');
	const page = await watch('one');
	await standIn.call('POST', '/sandbox/open', { page: 'one', chat: CHAT });
	const read = await standIn.send();
	await eventually(() => standIn.receiver.statusesOf(read).length === 3, 'read');
	page.stop();
	const open = z.object({ open: z.boolean() });
	await eventually(async () => {
		const { data } = await standIn.call('POST', '/sandbox/open', { page: 'one', chat: CHAT });
		return !open.parse(data).open;
	}, 'page gone');
	const unread = await standIn.send();
	await eventually(() => standIn.receiver.statusesOf(unread).length === 2, 'delivered');
	await standIn.quiet();
	assert.equal(standIn.receiver.statusesOf(unread).length, 2);
});

test('faults are set, listed and cleared over HTTP', async () => {
	await standIn.call('POST', '/sandbox/faults', { fault: 'rateLimited', times: 'always' });
	assert.deepEqual((await state()).faults, [{ fault: 'rateLimited', times: 'always' }]);
	assertError(await standIn.call('POST', MESSAGES, text()), 400, 130429);
	await standIn.call('POST', '/sandbox/faults', { clear: true });
	await standIn.send();
	const refused = await standIn.call('POST', '/sandbox/faults', { fault: 'earthquake' });
	assert.equal(refused.status, 400);
});

test('a window that was closed by hand fails messages', async () => {
	await standIn.api.customerSends(customer.phoneNumber, 'Hi').delivered;
	await standIn.call('POST', '/sandbox/window/close', CHAT);
	const id = await standIn.send();
	await eventually(() => standIn.receiver.statusesOf(id)[0]?.status === 'failed', 'failed');
});

test('a new customer can be reached, and is forgotten on reset', async () => {
	const added = { phoneNumber: '+15550123777', name: 'Dina' };
	assert.equal((await standIn.call('POST', '/sandbox/customers', added)).status, 201);
	assert.equal((await standIn.call('POST', '/sandbox/customers', added)).status, 400);
	await standIn.api.customerSends(added.phoneNumber, 'Hi').delivered;
	const id = await standIn.send(text('Hello', added.phoneNumber));
	await eventually(() => standIn.receiver.statusesOf(id).length === 2, 'delivered');
	await standIn.call('POST', '/sandbox/reset', {});
	const after = await state();
	assert.deepEqual([after.threads, after.customers.length], [[], 3]);
	assert.deepEqual(standIn.api.ledger.counts, { calls: 0, accepted: 0, deliveries: 0 });
	assert.equal(after.webhooks.whatsAppCloud.url, standIn.receiver.url);
});

test('setting the webhook over HTTP tells why it was refused', async () => {
	standIn.receiver.onHandshake = () => ({ status: 403, body: '' });
	const refused = await standIn.call('POST', '/sandbox/webhook', { url: standIn.receiver.url });
	assert.equal(refused.status, 400);
	assert.match(Refusal.parse(refused.data).error, /HTTP Status Code = 403/);
});

test('of a consent record the newest row of a person is shown, and forgotten with all else', async () => {
	const row = (status: string, hour: number) => ({
		address: '+15550123001',
		status,
		evidence: null,
		timestamp: `2026-11-20T${hour}:00:00.000Z`,
	});
	const shown = async () =>
		z.object({ consents: z.unknown() }).parse((await standIn.call('GET', '/sandbox/state')).data);
	assert.deepEqual(await shown(), {});
	await standIn.call('POST', '/sandbox/consents', { rows: [row('optedOut', 12), row('optedIn', 11)] });
	assert.deepEqual(await shown(), { consents: { '+15550123001': { ...row('optedOut', 12), evidence: '' } } });
	await standIn.call('POST', '/sandbox/reset', {});
	assert.deepEqual(await shown(), {});
});

const malformed: [string, string, unknown][] = [
	['a consent of no known state', '/sandbox/consents', { rows: [{ address: '+1', status: 'gone' }] }],
	['an empty message', '/sandbox/messages', { ...CHAT, text: '' }],
	['a message to an unknown number', '/sandbox/messages', { ...CHAT, numberId: '1', text: 'x' }],
	['a customer without a number', '/sandbox/customers', { name: 'Eve' }],
	['a local phone number', '/sandbox/customers', { name: 'Eve', phoneNumber: '0123' }],
	['a webhook that is not an address', '/sandbox/webhook', { url: 'here' }],
];
for (const [what, path, body] of malformed) {
	test(`${what} is refused with a reason`, async () => {
		const response = await standIn.call('POST', path, body);
		assert.equal(response.status, 400);
		assert(Refusal.parse(response.data).error.length > 5);
	});
}

test('a form of another site is refused', async () => {
	const response = await axios.post(`${standIn.api.baseUrl}/sandbox/reset`, 'a=b', {
		validateStatus: () => true,
	});
	assert.equal(response.status, 415);
});

test('the phone page is served', async () => {
	const response = await axios.get(`${standIn.api.baseUrl}/`);
	assert.match(String(response.headers['content-type']), /^text\/html/);
	assert.match(String(response.headers['content-security-policy']), /default-src 'self'/);
});
