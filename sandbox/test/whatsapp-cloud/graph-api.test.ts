import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import { eventually } from '../shared/receiver.ts';
import { assertError, ErrorBody, MESSAGES, WhatsAppCloud, text, WHO } from './whatsapp-cloud.ts';

const Page = z.object({
	data: z.array(z.object({ id: z.string() })),
	paging: z.object({
		cursors: z.object({ before: z.string(), after: z.string() }),
		next: z.string().optional(),
		previous: z.string().optional(),
	}),
});

const { number, otherNumber, customer, silentCustomer } = WHO;
let standIn: WhatsAppCloud;

beforeEach(async () => {
	standIn = await WhatsAppCloud.start();
});

afterEach(() => standIn.close());

describe('access', () => {
	test('a call without a token is refused with 104', async () => {
		assertError(await standIn.call('GET', `/v25.0/${number.id}`, undefined, ''), 401, 104);
	});

	test('a call with a wrong token is refused with 190', async () => {
		assertError(await standIn.call('POST', MESSAGES, text(), 'Bearer wrong'), 401, 190);
		assert.equal(standIn.api.ledger.accepted.length, 0);
	});

	test('a proof that does not belong to the token is refused', async () => {
		assertError(await standIn.call('GET', `/v25.0/${number.id}?appsecret_proof=00`), 400, 100);
	});

	test('debug_token tells valid tokens from others', async () => {
		const valid = await standIn.call('GET', `/debug_token?input_token=${WORLD.accessToken}`);
		const invalid = await standIn.call('GET', '/debug_token?input_token=wrong');
		const Data = z.object({ data: z.object({ is_valid: z.boolean(), scopes: z.array(z.string()) }) });
		assert.equal(Data.parse(valid.data).data.is_valid, true);
		assert(Data.parse(valid.data).data.scopes.includes('whatsapp_business_messaging'));
		assert.deepEqual(Data.parse(invalid.data).data, { is_valid: false, scopes: [] });
	});
});

describe('objects', () => {
	for (const version of ['', '/v25.0', '/v21.0']) {
		test(`the account is read under ${version || 'no version'}`, async () => {
			const { data } = await standIn.call('GET', `${version}/${WORLD.businessAccountId}?fields=name,id`);
			assert.deepEqual(data, { name: WORLD.businessAccountName, id: WORLD.businessAccountId });
		});
	}

	test('an unknown object is answered with 100 and subcode 33', async () => {
		const response = await standIn.call('GET', '/v25.0/424242');
		assert.match(assertError(response, 400, 100), /Unsupported get request. Object with ID '424242'/);
		assert.equal(ErrorBody.parse(response.data).error.error_subcode, 33);
	});

	test('an unknown field and an unknown edge are named', async () => {
		assert.match(
			assertError(await standIn.call('GET', `/${number.id}?fields=shoe_size`), 400, 100),
			/shoe_size/,
		);
		assert.match(assertError(await standIn.call('GET', `/${number.id}/shoes`), 400, 100), /\(shoes\)/);
	});

	test('fields that say little are there', async () => {
		const account = await standIn.call('GET', `/${WORLD.businessAccountId}?fields=status`);
		assert.deepEqual(account.data, { status: 'ACTIVE', id: WORLD.businessAccountId });
		const { data } = await standIn.call('GET', `/${number.id}?fields=is_preverified_number`);
		assert.deepEqual(data, { is_preverified_number: false, id: number.id });
	});

	test('a list may come as the text of its JSON', async () => {
		const contacts = JSON.stringify([{ name: { formatted_name: 'Ana Ruiz', first_name: 'Ana' } }]);
		const { to } = text();
		const message = { messaging_product: 'whatsapp', to, type: 'contacts', contacts };
		assert.equal((await standIn.call('POST', MESSAGES, message)).status, 200);
	});

	test('a number is displayed with separators', async () => {
		const { data } = await standIn.call('GET', `/${number.id}?fields=display_phone_number`);
		assert.deepEqual(data, { display_phone_number: '+1 555-010-0001', id: number.id });
	});

	test('phone numbers come in pages that lead on and back', async () => {
		const path = `/v25.0/${WORLD.businessAccountId}/phone_numbers?limit=1`;
		const first = Page.parse((await standIn.call('GET', path)).data);
		assert.deepEqual(first.data[0]?.id, number.id);
		assert.equal(first.paging.previous, undefined);
		assert(first.paging.next);
		const second = Page.parse(
			(await standIn.call('GET', first.paging.next.slice(standIn.api.baseUrl.length))).data,
		);
		assert.deepEqual(second.data[0]?.id, otherNumber.id);
		assert.equal(second.paging.next, undefined);
		const back = Page.parse(
			(await standIn.call('GET', `${path}&before=${second.paging.cursors.before}`)).data,
		);
		assert.deepEqual(back.data, first.data);
	});

	test('without a subscribed app no webhook is sent', async () => {
		const path = `/v25.0/${WORLD.businessAccountId}/subscribed_apps`;
		assert.deepEqual((await standIn.call('DELETE', path)).data, { success: true });
		assert.deepEqual((await standIn.call('GET', path)).data, { data: [] });
		assert.equal((await standIn.api.customerSends(customer.phoneNumber, 'Hi').delivered).state, 'noWebhook');
		assert.deepEqual((await standIn.call('POST', path)).data, { success: true });
		assert.equal((await standIn.api.customerSends(customer.phoneNumber, 'Hi').delivered).state, 'taken');
		assert.equal(standIn.receiver.received.length, 1);
	});
});

describe('sending', () => {
	const withoutProduct = { ...text(), messaging_product: undefined };
	const rejected: [string, unknown, number, RegExp][] = [
		['no messaging_product', withoutProduct, 100, /messaging_product is required/],
		['another product', { ...text(), messaging_product: 'sms' }, 100, /must be one of \{WHATSAPP\}/],
		['malformed JSON', Buffer.from('{"messaging_product":'), 100, /messaging_product is required/],
		['no recipient', text('Hi', ''), 100, /parameter to is required/],
		['a recipient that is not a number', text('Hi', 'Ana'), 131009, /phone number is not valid/],
		['the sender itself', text('Hi', number.phoneNumber), 131021, /cannot be sender/],
		['an unknown type', { ...text(), type: 'hologram' }, 100, /AUDIO, .*, VIDEO} - got "hologram"/],
		['a text message without text', { ...text(), text: undefined }, 131008, /text is required/],
		['an empty body', text(''), 131008, /text\['body'\]/],
		['a body of 4097 characters', text('x'.repeat(4097)), 100, /must be at most 4096 characters long/],
		['a flag that is none', { ...text(), text: { body: 'x', preview_url: 'maybe' } }, 100, /preview_url/],
		['a long reference', { ...text(), biz_opaque_callback_data: 'x'.repeat(513) }, 100, /at most 512/],
	];
	for (const [what, body, code, message] of rejected) {
		test(`${what} is refused with ${code}`, async () => {
			assert.match(assertError(await standIn.call('POST', MESSAGES, body), 400, code), message);
			assert.equal(standIn.api.ledger.accepted.length, 0);
		});
	}

	test('a body of 4096 characters is accepted', async () => {
		await standIn.send(text('x'.repeat(4096)));
	});

	test('the answer names the contact as it was addressed', async () => {
		const byPhone = await standIn.call('POST', MESSAGES, text());
		const byUserId = await standIn.call('POST', MESSAGES, {
			...text(),
			to: undefined,
			recipient: customer.userId,
		});
		const Contacts = z.object({ contacts: z.array(z.record(z.string())) });
		assert.deepEqual(Contacts.parse(byPhone.data).contacts, [
			{ input: customer.phoneNumber, wa_id: customer.phoneNumber.slice(1) },
		]);
		assert.deepEqual(Contacts.parse(byUserId.data).contacts, [
			{ input: customer.userId, user_id: customer.userId },
		]);
	});

	test('statuses come in order, carry the reference, and end with delivered while nobody looks', async () => {
		standIn.api.customerSends(customer.phoneNumber, 'Hi');
		const id = await standIn.send({ ...text(), biz_opaque_callback_data: 'order 7' });
		await eventually(() => standIn.receiver.statusesOf(id).length === 2, 'two statuses');
		await standIn.quiet();
		const statuses = standIn.receiver.statusesOf(id);
		assert.deepEqual(
			statuses.map(({ status }) => status),
			['sent', 'delivered'],
		);
		assert(statuses.every((status) => status.biz_opaque_callback_data === 'order 7'));
		assert(statuses.every((status) => status.recipient_user_id === customer.userId));
	});

	test('a message is read when the customer opens the chat, and at once where it is open', async () => {
		standIn.api.customerSends(customer.phoneNumber, 'Hi');
		const first = await standIn.send(text());
		await eventually(() => standIn.receiver.statusesOf(first).length === 2, 'delivered');
		standIn.sandbox.openChat({ numberId: otherNumber.id, customer: customer.phoneNumber });
		standIn.sandbox.openChat({ numberId: number.id, customer: customer.phoneNumber });
		const second = await standIn.send(text());
		for (const id of [first, second]) {
			await eventually(() => standIn.receiver.statusesOf(id).length === 3, 'read');
			assert.deepEqual(
				standIn.receiver.statusesOf(id).map(({ status }) => status),
				['sent', 'delivered', 'read'],
			);
		}
	});

	test('outside the 24-hour window a message is accepted and fails with 131047', async () => {
		const id = await standIn.send(text('Hello', silentCustomer.phoneNumber));
		const status = await eventually(() => standIn.receiver.statusesOf(id)[0], 'failed');
		assert.equal(status.status, 'failed');
		const Errors = z.tuple([z.object({ code: z.number(), error_data: z.object({ details: z.string() }) })]);
		assert.equal(Errors.parse(status.errors)[0].code, 131047);
		assert.equal(status.recipient_user_id, undefined);
	});

	test('the window ends 24 hours after the last message of the customer', async () => {
		let now = Date.parse('2026-06-01T08:00:00Z');
		const later = await WhatsAppCloud.start(() => now);
		const statusAfter = async (hours: number) => {
			now += hours * 60 * 60 * 1_000;
			const id = await later.send();
			return eventually(() => later.receiver.statusesOf(id)[0]?.status, 'status');
		};
		later.api.customerSends(customer.phoneNumber, 'Hi');
		assert.equal(await statusAfter(23), 'sent');
		later.api.customerSends(customer.phoneNumber, 'Hi again');
		assert.equal(await statusAfter(23), 'sent');
		assert.equal(await statusAfter(1), 'failed');
		await later.close();
	});

	test('the window belongs to one number', async () => {
		standIn.api.customerSends(customer.phoneNumber, 'Hi', { numberId: otherNumber.id });
		const id = await standIn.send(text());
		await eventually(() => standIn.receiver.statusesOf(id)[0]?.status === 'failed', 'failed');
	});

	test('an address without WhatsApp fails with 131026', async () => {
		const id = await standIn.send(text('Hello', '+15550999999'));
		const status = await eventually(() => standIn.receiver.statusesOf(id)[0], 'failed');
		assert.deepEqual(
			[status.status, status.recipient_id, z.array(z.object({ code: z.number() })).parse(status.errors)],
			['failed', '15550999999', [{ code: 131026 }]],
		);
	});

	test('a customer message is marked as read, an unknown one is not', async () => {
		const { messageId } = standIn.api.customerSends(customer.phoneNumber, 'Hi');
		const read = { messaging_product: 'whatsapp', status: 'read', message_id: messageId };
		const answer = await standIn.call('POST', MESSAGES, { ...read, typing_indicator: { type: 'text' } });
		assert.deepEqual([answer.status, answer.data], [200, { success: true }]);
		assertError(await standIn.call('POST', MESSAGES, { ...read, message_id: 'wamid.none' }), 400, 131009);
	});
});
