import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import { BATCHES, PLAN, PROJECT, Sinch, SMS, WHATSAPP, WHO } from './sinch.ts';

const REPORTS = `/xms/v1/${WORLD.sinch.servicePlanId}/delivery_reports`;
const MESSAGES = `${PROJECT}/messages`;
const { appId } = WORLD.sinch;

let sinch: Sinch;

beforeEach(async () => {
	sinch = await Sinch.start();
});

afterEach(() => sinch.close());

const Batch = z.object({ id: z.string() });
const Report = z.object({
	batch_id: z.string(),
	recipient: z.string(),
	status: z.string(),
	code: z.number(),
});
const Page = z.object({ count: z.number(), page: z.number(), page_size: z.number() });

async function ask<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	path: string,
	query: Record<string, string> = {},
	key?: string,
): Promise<Output> {
	const asked = `${path}?${new URLSearchParams(query).toString()}`;
	const { status, data } = await sinch.call('GET', asked, undefined, key);
	assert.equal(status, 200, JSON.stringify(data));
	return schema.parse(data);
}

const reports = (query?: Record<string, string>) =>
	ask(Page.extend({ delivery_reports: z.array(Report) }), REPORTS, query, PLAN);
const batches = (query?: Record<string, string>) =>
	ask(Page.extend({ batches: z.array(Batch) }), BATCHES, query, PLAN);

async function send(to: string[], more: object = {}) {
	const body = {
		to,
		from: SMS.phoneNumber.slice(1),
		type: 'mt_text',
		body: 'Hi',
		delivery_report: 'none',
		...more,
	};
	const { data } = await sinch.call('POST', BATCHES, body, PLAN);
	return Batch.parse(data).id;
}

describe('SMS', () => {
	test('a batch and each of its recipients tell what became of them, though nobody asked for reports', async () => {
		const id = await send([WHO.digits, '15550000001']);
		await sinch.quiet();
		const path = `${BATCHES}/${id}/delivery_report`;
		const Full = z.object({
			statuses: z.array(z.object({ recipients: z.array(z.string()).optional(), status: z.string() })),
		});
		const told = (await ask(Full, path, { type: 'full' }, PLAN)).statuses;
		assert.deepEqual(
			told.map(({ recipients }) => recipients),
			[[WHO.digits], ['15550000001']],
		);
		assert.equal((await ask(Full, path, {}, PLAN)).statuses[0]?.recipients, undefined);
		const one = await ask(Report, `${path}/${WHO.digits}`, {}, PLAN);
		assert.equal(one.status, 'Delivered');
		for (const none of [`${BATCHES}/other/delivery_report`, `${path}/4915`]) {
			assert.equal((await sinch.call('GET', none, undefined, PLAN)).status, 404);
		}
	});

	test('lists have what is done and what was sent, by reference and time, page after page', async () => {
		const future = new Date(Date.now() + 60_000).toISOString();
		const first = await send([WHO.digits], { client_reference: 'row-1' });
		assert.equal((await reports({ client_reference: 'row-1' })).count, 0);
		assert.deepEqual(
			(await batches({ client_reference: 'row-1' })).batches.map(({ id }) => id),
			[first],
		);
		await send([WHO.digits]);
		await sinch.quiet();
		const [page] = (await reports({ client_reference: 'row-1' })).delivery_reports;
		assert.equal(page?.batch_id, first);
		const second = await reports({ page: '1', page_size: '1' });
		assert.deepEqual([second.count, second.page, second.page_size], [2, 1, 1]);
		const none: Record<string, string>[] = [
			{ start_date: future },
			{ client_reference: 'row-9' },
			{ status: 'Failed' },
		];
		for (const query of none) {
			assert.equal((await reports(query)).count, 0, JSON.stringify(query));
		}
		assert.equal((await batches({ start_date: future })).count, 0);
		assert.equal((await batches({ from: '1' })).count, 0);
		assert.equal((await sinch.call('GET', `${REPORTS}?page_size=101`, undefined, PLAN)).status, 400);
	});
});

describe('messages of the app', () => {
	const Message = z.object({
		id: z.string(),
		direction: z.string(),
		metadata: z.string(),
		message_status: z.object({ status: z.string(), reason: z.string().optional() }).optional(),
	});
	const Messages = z.object({ messages: z.array(Message), next_page_token: z.string() });
	const source = { messages_source: 'DISPATCH_SOURCE' };
	const sends = async () => {
		const { data } = await sinch.call('POST', `${MESSAGES}:send`, {
			app_id: appId,
			recipient: { identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity: WHO.digits }] } },
			message: { text_message: { text: 'Hello' } },
			message_metadata: 'row-1',
		});
		return z.object({ message_id: z.string() }).parse(data).message_id;
	};

	test('those sent have their status, those received none', async () => {
		const failed = await sends();
		await sinch.quiet();
		await sinch.writes(WHATSAPP.id).delivered;
		const delivered = await sends();
		await sinch.quiet();
		const { messages } = await ask(Messages, MESSAGES, { ...source, app_id: appId, page_size: '100' });
		assert.deepEqual(
			messages.map(({ id, direction, message_status: told }) => [
				id === failed || id === delivered,
				direction,
				told?.status,
			]),
			[
				[true, 'TO_CONTACT', 'DELIVERED'],
				[false, 'TO_APP', undefined],
				[true, 'TO_CONTACT', 'FAILED'],
			],
		);
		assert.equal(messages[2]?.message_status?.reason, 'OUTSIDE_ALLOWED_SENDING_WINDOW');
		const one = await ask(Message, `${MESSAGES}/${delivered}`, source);
		assert.deepEqual([one.metadata, one.message_status?.status], ['row-1', 'DELIVERED']);
		const page = await ask(Messages, MESSAGES, { ...source, page_size: '2' });
		const rest = await ask(Messages, MESSAGES, {
			...source,
			page_size: '2',
			page_token: page.next_page_token,
		});
		assert.deepEqual([rest.messages.map(({ id }) => id), rest.next_page_token], [[failed], '']);
	});

	test('are chosen from', async () => {
		const id = await sends();
		const future = new Date(Date.now() + 60_000).toISOString();
		const mine = {
			...source,
			channel: 'WHATSAPP',
			channel_identity: WHO.digits,
			direction: 'TO_CONTACT',
			end_time: future,
		};
		assert.deepEqual(
			(await ask(Messages, MESSAGES, mine)).messages.map((one) => one.id),
			[id],
		);
		for (const query of [
			{ ...mine, start_time: future },
			{ ...mine, channel: 'SMS' },
			{ ...mine, direction: 'TO_APP' },
			{ ...mine, app_id: 'other' },
			{ ...mine, channel_identity: '4915' },
			{ ...mine, messages_source: 'CONVERSATION_SOURCE' },
		]) {
			assert.deepEqual((await ask(Messages, MESSAGES, query)).messages, []);
		}
		assert.equal((await sinch.call('GET', `${MESSAGES}/${id}`)).status, 404);
		assert.equal((await sinch.call('GET', `${MESSAGES}?page_size=1001`)).status, 400);
	});
});
