import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { Infobip, SMS, sms, TIME, WHATSAPP, WHO } from './infobip.ts';
import { eventually } from '../shared/receiver.ts';

const Rows = z.object({
	results: z.array(
		z.object({
			messageId: z.string(),
			destination: z.string(),
			sender: z.string(),
			sentAt: z.string().regex(TIME),
			status: z.object({ groupName: z.string(), name: z.string() }),
			error: z.object({ name: z.string() }),
			callbackData: z.string().optional(),
		}),
	),
	cursor: z.object({ nextCursor: z.string().optional() }).optional(),
});

let infobip: Infobip;

beforeEach(async () => {
	infobip = await Infobip.start();
});

afterEach(() => infobip.close());

async function ask(path: string, query: Record<string, string> = {}) {
	const { status, data } = await infobip.call('GET', `${path}?${new URLSearchParams(query).toString()}`);
	assert.equal(status, 200, JSON.stringify(data));
	return Rows.parse(data);
}

const logs = (query?: Record<string, string>) => ask('/sms/3/logs', query);
const reports = (query: Record<string, string> = { channel: 'WHATSAPP' }) =>
	ask('/messages-api/1/reports', query);
const ids = ({ results }: z.output<typeof Rows>) => results.map(({ messageId }) => messageId);

describe('logs of SMS', () => {
	test('say as often as asked what became of a message', async () => {
		const { messageId } = await infobip.sendSms();
		assert.deepEqual(ids(await logs({ messageId })), [messageId]);
		await infobip.quiet();
		for (let round = 0; round < 2; round += 1) {
			const [row] = (await logs({ messageId: `other,${messageId}` })).results;
			assert.equal(row?.status.name, 'DELIVERED_TO_HANDSET');
			assert.equal(row.destination, WHO.digits);
			assert.equal(row.sender, SMS.phoneNumber.slice(1));
			assert.equal(row.error.name, 'NO_ERROR');
		}
	});

	test('tell of what failed and of what was refused', async () => {
		infobip.api.faults.set('undeliverable', 1);
		const failed = await infobip.sendSms();
		await infobip.quiet();
		infobip.api.faults.set('noCredits', 1);
		const refused = await infobip.sendSms();
		const repeated = await infobip.sendSms(
			sms('Again', undefined, { destinations: [{ to: WHO.digits, messageId: failed.messageId }] }),
		);
		assert.equal(repeated.status.id, 23);
		const { results } = await logs();
		assert.deepEqual(
			results.map(({ messageId, status }) => [messageId, status.groupName]),
			[
				[refused.messageId, 'REJECTED'],
				[failed.messageId, 'UNDELIVERABLE'],
			],
		);
	});

	test('are chosen from, page after page', async () => {
		const before = new Date(Date.now() - 60_000).toISOString().replace('Z', '+0000');
		const options = { options: { campaignReferenceId: 'spring' } };
		const sent = [
			await infobip.sendSms({
				...sms('1'),
				messages: sms('1').messages.map((one) => ({ ...one, ...options })),
			}),
			await infobip.sendSms(),
			await infobip.sendSms(),
		].map(({ messageId }) => messageId);
		await infobip.quiet();
		const first = await logs({ limit: '2', useCursor: 'true' });
		const second = await logs({ limit: '2', useCursor: 'true', cursor: first.cursor?.nextCursor ?? '' });
		assert.deepEqual([...ids(first), ...ids(second)], sent.toReversed());
		assert.equal(second.cursor?.nextCursor, undefined);
		const all = { sender: SMS.phoneNumber, destination: WHO.digits, generalStatus: 'DELIVERED' };
		assert.equal(ids(await logs({ ...all, sentSince: before })).length, 3);
		const others: Record<string, string>[] = [
			{ sentUntil: before },
			{ destination: '4915' },
			{ generalStatus: 'REJECTED' },
			{ sender: 'X' },
		];
		for (const none of others) {
			assert.deepEqual(ids(await logs(none)), []);
		}
		assert.deepEqual(ids(await logs({ campaignReferenceId: 'spring' })), sent.slice(0, 1));
	});

	for (const [name, value] of Object.entries({
		sentSince: '2026-11-20',
		limit: '1001',
		generalStatus: 'LOST',
	})) {
		test(`${name}=${value} is refused`, async () => {
			assert.equal((await infobip.call('GET', `/sms/3/logs?${name}=${value}`)).status, 400);
		});
	}
});

describe('reports', () => {
	const send = async () => {
		await infobip.api.customerSends(WHO.customer.phoneNumber, 'Hi', { numberId: WHATSAPP.id }).delivered;
		const { data } = await infobip.call('POST', '/whatsapp/1/message/text', {
			from: WHATSAPP.phoneNumber,
			to: WHO.digits,
			content: { text: 'Hello' },
			callbackData: 'row-1',
		});
		await infobip.quiet();
		return z.object({ messageId: z.string() }).parse(data).messageId;
	};

	test('are handed out once, where no webhook took them', async () => {
		await infobip.api.setWebhook(undefined);
		const id = await send();
		assert.deepEqual(ids(await reports({ channel: 'SMS' })), []);
		assert.deepEqual(ids(await reports({ messageId: 'other' })), []);
		const [row] = (await reports()).results;
		assert.deepEqual([row?.messageId, row?.callbackData], [id, 'row-1']);
		assert.deepEqual(ids(await reports()), []);
	});

	test('that a webhook took are not there', async () => {
		const id = await send();
		await eventually(() => infobip.reportsOf(id).length > 0, 'a report');
		assert.deepEqual(ids(await reports()), []);
	});
});
