import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import { bodyOf } from '../shared/providers.ts';
import { eventually, Receiver } from '../shared/receiver.ts';
import {
	AnyObject,
	BATCHES,
	Callback,
	isSignedWith,
	PLAN,
	PROJECT,
	Sinch,
	SMS,
	WHATSAPP,
	WHO,
} from './sinch.ts';

const { sinch: ACCOUNT } = WORLD;
const { customer, other, digits: CUSTOMER } = WHO;
let sinch: Sinch;

beforeEach(async () => {
	sinch = await Sinch.start();
});

afterEach(() => sinch.close());

describe('sending by SMS', () => {
	const batch = (more: object = {}) => ({
		from: SMS.phoneNumber,
		to: [customer.phoneNumber],
		body: 'Hello',
		...more,
	});
	const reports = () => sinch.receiver.received.map((webhook) => AnyObject.parse(bodyOf(webhook)));
	const send = async (body: unknown) => {
		const { status, data } = await sinch.call('POST', BATCHES, body, PLAN);
		assert.equal(status, 201, JSON.stringify(data));
		return z.object({ id: z.string() }).parse(data).id;
	};

	test('a batch is tried out without being sent', async () => {
		const body = 'x'.repeat(161);
		const path = `${BATCHES}/dry_run?per_recipient=true`;
		const { data } = await sinch.call('POST', path, batch({ body }), PLAN);
		const recipient = customer.phoneNumber;
		assert.deepEqual(data, {
			number_of_recipients: 1,
			number_of_messages: 2,
			per_recipient: [{ recipient, body, number_of_parts: 2, encoding: 'text' }],
		});
		assert.equal(sinch.api.ledger.accepted.length, 0);
		assert.equal((await sinch.call('POST', path, batch({ to: [] }), PLAN)).status, 400);
	});

	test('every recipient is reported on the way and at the end', async () => {
		const id = await send(batch({ delivery_report: 'per_recipient', client_reference: 'order 7' }));
		await eventually(() => reports().length === 2, 'two reports');
		const told = reports().map(({ batch_id, recipient, code, status, client_reference }) => [
			batch_id,
			recipient,
			code,
			status,
			client_reference,
		]);
		assert.deepEqual(told, [
			[id, CUSTOMER, 401, 'Dispatched', 'order 7'],
			[id, CUSTOMER, 0, 'Delivered', 'order 7'],
		]);
	});

	test('nothing is reported unless it is asked for', async () => {
		await send(batch());
		await sinch.quiet();
		assert.equal(reports().length, 0);
	});

	for (const mode of ['full', 'summary'] as const) {
		test(`${mode} reports the batch once`, async () => {
			const to = [customer.phoneNumber, other.phoneNumber, '+15550999999'];
			const id = await send(batch({ to, delivery_report: mode }));
			const [report] = await eventually(() => reports().length === 1 && reports(), 'report');
			const rows = [
				{ code: 402, count: 1, recipients: ['15550999999'], status: 'Aborted' },
				{ code: 0, count: 2, recipients: [CUSTOMER, other.phoneNumber.slice(1)], status: 'Delivered' },
			];
			assert.deepEqual(report, {
				type: 'delivery_report_sms',
				batch_id: id,
				statuses: rows.map(({ recipients, ...row }) => (mode === 'full' ? { ...row, recipients } : row)),
				total_message_count: 3,
			});
		});
	}

	test('parameters are filled in for each recipient, and a missing one fails with 405', async () => {
		const parameters = { name: { [CUSTOMER]: 'Ana' } };
		const to = [customer.phoneNumber, other.phoneNumber];
		await send(batch({ to, body: 'Hi ${name}', parameters, delivery_report: 'per_recipient_final' }));
		await eventually(() => reports().length === 2, 'two reports');
		assert.equal(sinch.api.ledger.accepted[0]?.text, 'Hi Ana');
		assert.deepEqual(new Set(reports().map(({ code }) => code)), new Set([0, 405]));
	});

	const refused: [string, unknown, number, RegExp][] = [
		['no recipients', batch({ to: [] }), 400, /syntax_constraint_violation.*to/],
		['no text', batch({ body: '' }), 400, /syntax_constraint_violation.*body/],
		['a number of somebody else', batch({ from: '+15550109999' }), 403, /forbidden_number/],
	];
	for (const [what, body, status, words] of refused) {
		test(`${what} is refused with ${status}`, async () => {
			const response = await sinch.call('POST', BATCHES, body, PLAN);
			assert.equal(response.status, status);
			assert.match(JSON.stringify(response.data), words);
		});
	}
});

describe('sending through the app', () => {
	const message = (more: object = {}) => ({
		app_id: ACCOUNT.appId,
		recipient: { identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity: CUSTOMER }] } },
		message: { text_message: { text: 'Hello' } },
		correlation_id: 'order 7',
		...more,
	});
	const send = async (body: unknown = message()) => {
		const { status, data } = await sinch.call('POST', `${PROJECT}/messages:send`, body);
		assert.equal(status, 200, JSON.stringify(data));
		return z.object({ message_id: z.string(), accepted_time: z.string() }).parse(data).message_id;
	};
	const reportsOf = (id: string, receiver = sinch.receiver) =>
		receiver.received
			.map((webhook) => Callback.parse(bodyOf(webhook)))
			.filter(({ message_delivery_report: report }) => report?.message_id === id);

	test('an event is taken, and one of two kinds is not', async () => {
		const path = `${PROJECT}/events:send`;
		const identity = { channel: 'WHATSAPP', identity: CUSTOMER };
		const recipient = { identified_by: { channel_identities: [identity] } };
		const event = (more: object) => ({ app_id: ACCOUNT.appId, recipient, event: more });
		const { status, data } = await sinch.call('POST', path, event({ composing_event: {} }));
		assert.equal(status, 200, JSON.stringify(data));
		z.object({ event_id: z.string(), accepted_time: z.string() }).parse(data);
		const both = event({ composing_event: {}, composing_end_event: {} });
		assert.equal((await sinch.call('POST', path, both)).status, 400);
		assert.equal((await sinch.call('POST', path, event({ shoes: {} }))).status, 400);
	});

	test('queued, delivered and read, with the correlation id', async () => {
		await sinch.writes(WHATSAPP.id).delivered;
		sinch.sandbox.openChat({ numberId: WHATSAPP.id, customer: customer.phoneNumber });
		const id = await send();
		await eventually(() => reportsOf(id).length === 3, 'three reports');
		assert.deepEqual(
			reportsOf(id).map(({ message_delivery_report: report }) => report?.status),
			['QUEUED_ON_CHANNEL', 'DELIVERED', 'READ'],
		);
		assert(reportsOf(id).every(({ correlation_id: correlation }) => correlation === 'order 7'));
	});

	test('outside the window it fails with its reason', async () => {
		const id = await send();
		const report = await eventually(() => reportsOf(id)[0]?.message_delivery_report, 'report');
		assert.equal(report.status, 'FAILED');
		assert.match(JSON.stringify(report.reason), /OUTSIDE_ALLOWED_SENDING_WINDOW/);
	});

	test('an overriding callback URL gets the receipts, signed with the secret for it', async () => {
		const receiver = new Receiver();
		await receiver.start();
		const id = await send(message({ callback_url: receiver.url }));
		await eventually(() => reportsOf(id, receiver).length === 1, 'report');
		assert(receiver.received[0] && isSignedWith(receiver.received[0], ACCOUNT.overrideSecret));
		assert.equal(sinch.receiver.received.length, 0);
		await receiver.close();
	});

	const refused: [string, unknown, number, RegExp][] = [
		['no message', message({ message: {} }), 400, /INVALID_ARGUMENT.*must have one of text_message/],
		['another app', message({ app_id: 'another' }), 404, /NOT_FOUND/],
		[
			'a channel that the app has not',
			message({ channel_priority_order: ['MESSENGER'] }),
			400,
			/no channel of MESSENGER/,
		],
	];
	for (const [what, body, status, words] of refused) {
		test(`${what} is refused with ${status}`, async () => {
			const response = await sinch.call('POST', `${PROJECT}/messages:send`, body);
			assert.equal(response.status, status);
			assert.match(JSON.stringify(response.data), words);
		});
	}
});
