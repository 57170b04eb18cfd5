/** A campaign that another system starts: who may call, what is answered, and what each person gets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import axios from 'axios';
import { TemplateLab } from './lab.ts';

const KEY = { name: 'X-Campaign-Key', value: 'a-long-random-key-of-this-test' };

const lab = await TemplateLab.start('triggered-campaign', { credentials: { httpHeaderAuth: KEY } });
const url = lab.webhookUrl('Campaign Call');
const [ana, ben, chloe] = lab.customers;
assert(ana && ben && chloe);
await lab.runManually('set-up.workflow.json', 'Set Up');

await lab.addRows('messaging_users', [
	{ external_user_id: 'u-1', phone: ana.phoneNumber, first_name: 'Ana' },
	{ external_user_id: 'u-2', phone: ben.phoneNumber, first_name: 'Ben' },
	{ external_user_id: 'u-3', phone: chloe.phoneNumber, first_name: 'Chloé' },
]);
await lab.addRows('messaging_campaigns', [
	{
		campaign_id: 'order-status',
		template: 'order_update|en_US',
		purpose: 'utility',
		values: JSON.stringify({
			header_text_1: '{order}',
			body_1: '{first_name}',
			body_2: '{state}',
			body_3: '{day}',
			button_0_url: '{order}',
		}),
	},
]);
await lab.addRows('messaging_contacts', [
	{ key: 'a', address: ana.phoneNumber, status: 'optedOut', scope: 'all', timestamp: '2026-01-01T00:00:00Z' },
	{ key: 'b', address: ana.phoneNumber, status: 'optedIn', scope: 'all', timestamp: '2026-02-01T00:00:00Z' },
	{
		key: 'c',
		address: chloe.phoneNumber,
		status: 'optedOut',
		scope: 'all',
		timestamp: '2026-02-01T00:00:00Z',
	},
]);

function call(body: unknown, headers: Record<string, string> = { [KEY.name]: KEY.value }) {
	return axios.post<Record<string, unknown>>(url, body, {
		headers,
		validateStatus: () => true,
		proxy: false,
	});
}

/** The rows of a dispatch once all are settled. */
function sendsOf(dispatchId: unknown, people: number) {
	return lab.eventually(async () => {
		const rows = (await lab.table('messaging_sends')).filter(({ key }) =>
			String(key).startsWith(`${String(dispatchId)}|`),
		);
		return rows.length === people && rows.every(({ status }) => status !== 'sending') && rows;
	}, `${people} rows of the dispatch`);
}

const recipient = (external_user_id: unknown, trigger_properties: object = {}) => ({
	external_user_id,
	trigger_properties,
});

test('without the key nothing starts', async () => {
	const before = (await lab.runs()).length;
	const body = { campaign_id: 'welcome', recipients: [recipient('u-1')] };
	for (const headers of [{}, { [KEY.name]: 'wrong' }, { [KEY.name]: '' }]) {
		assert.equal((await call(body, headers)).status, 403);
	}
	assert.equal((await lab.runs()).length, before);
	assert.deepEqual(await lab.phone(0), []);
});

test('an unknown campaign is 404', async () => {
	for (const campaign_id of ['spring', '', undefined, { $ne: '' }, 7]) {
		const { status, data } = await call({ campaign_id, recipients: [recipient('u-1')] });
		assert.equal(status, 404, JSON.stringify(data));
		assert.match(String(data.message), /no campaign/);
	}
});

test('a call without people is 400', async () => {
	for (const recipients of [undefined, [], 'u-1', [{}], [null], [recipient('')]]) {
		const { status, data } = await call({ campaign_id: 'welcome', recipients });
		assert.equal(status, 400, JSON.stringify(data));
	}
});

test('each person gets the template with their own values', async () => {
	const { status, data } = await call({
		campaign_id: 'order-status',
		recipients: [
			recipient('u-1', { order: 'A-1001', state: 'on its way', day: 'Friday' }),
			recipient('u-2', { order: 'B-2002', state: 'roasted', day: 'Monday', first_name: 'Benjamin' }),
			recipient('u-1', { order: 'A-1001', state: 'on its way', day: 'Friday' }),
		],
	});
	assert.deepEqual([status, data.message], [201, 'success']);
	assert.match(String(data.dispatch_id), /^[0-9a-f-]{36}$/);
	const rows = await sendsOf(data.dispatch_id, 2);
	assert.deepEqual(
		rows.map(({ recipient, campaign, status, error }) => ({ recipient, campaign, status, error })),
		[
			{ recipient: ana.phoneNumber, campaign: 'order-status', status: 'accepted', error: '' },
			{ recipient: ben.phoneNumber, campaign: 'order-status', status: 'accepted', error: '' },
		],
	);
	const [toAna, ...more] = await lab.phone(0);
	const [toBen] = await lab.phone(1);
	assert.deepEqual(more, [], 'named twice, written to once');
	assert.equal(toAna?.text, 'Hi Ana, your order is on its way. It will be with you by Friday.');
	assert.equal(toBen?.text, 'Hi Benjamin, your order is roasted. It will be with you by Monday.');
	assert.match(JSON.stringify(toBen.content), /Order B-2002/);
	assert.equal(toAna.template, 'order_update');
	assert.deepEqual(
		rows.map(({ messageId, key }) => [messageId, key]),
		[toAna, toBen].map(({ id, callbackData }) => [id, callbackData]),
	);
});

test('marketing goes to people who opted in and to nobody else', async () => {
	const { data } = await call({
		campaign_id: 'welcome',
		recipients: ['u-1', 'u-2', 'u-3'].map((id) => recipient(id)),
	});
	const rows = await sendsOf(data.dispatch_id, 3);
	assert.deepEqual(
		new Map(
			rows.map(({ recipient, status, error }) => [
				recipient,
				`${String(status)} ${String(error).split(':')[0]}`,
			]),
		),
		new Map([
			[ana.phoneNumber, 'accepted '],
			[ben.phoneNumber, 'suppressed noConsent'],
			[chloe.phoneNumber, 'suppressed optedOut'],
		]),
	);
	assert.equal((await lab.phone(0)).at(-1)?.template, 'welcome');
	assert.equal((await lab.phone(1)).length, 1);
	assert.deepEqual(await lab.phone(2), []);
});

test('who is not known and what the provider refuses stands in the table', async () => {
	const { status, data } = await call({
		campaign_id: 'order-status',
		recipients: [recipient('u-9'), recipient('u-2', { order: 'B-2002' })],
	});
	assert.equal(status, 201);
	const rows = await sendsOf(data.dispatch_id, 2);
	const errors = new Map(rows.map(({ recipient, status, error }) => [recipient, [status, error]]));
	assert.deepEqual(errors.get('u-9'), ['failed', 'Nobody in messaging_users has this external_user_id.']);
	assert.equal(errors.get(ben.phoneNumber)?.[0], 'failed');
	assert.match(String(errors.get(ben.phoneNumber)?.[1]), /\S/);
	assert.equal((await lab.phone(1)).length, 1);
});

test('a campaign that is paused writes to nobody, and who is held out gets nothing', async () => {
	const table = await lab.api.findDataTable('messaging_campaigns');
	assert(table);
	const before = (await lab.phone(1)).length;
	const order = {
		campaign_id: 'order-status',
		recipients: [recipient('u-2', { order: 'B-2', state: 'ready', day: 'today' })],
	};
	for (const state of ['paused', 'stopped']) {
		await lab.api.changeRows(table, 'campaign_id', 'order-status', { state });
		const { status, data } = await call(order);
		assert.deepEqual([status, data], [409, { message: `The campaign is ${state}. Nobody was written to.` }]);
	}
	await lab.api.changeRows(table, 'campaign_id', 'order-status', { state: 'running', holdout: '100' });
	const { data } = await call(order);
	const [row] = await sendsOf(data.dispatch_id, 1);
	assert.deepEqual(
		[row?.status, row?.error, row?.sentAt],
		['suppressed', 'holdout: Held out of the campaign.', ''],
	);

	const minutes = (from: number) => new Date(Date.now() + from * 60_000).toISOString().slice(11, 16);
	const quiet = { holdout: '', quiet_from: minutes(-60), quiet_to: minutes(60) };
	await lab.api.changeRows(table, 'campaign_id', 'order-status', quiet);
	const asleep = await call({
		...order,
		recipients: [recipient('u-2', { order: 'B-2', state: 'ready', day: 'today', time_zone: 'UTC' })],
	});
	const [held] = await sendsOf(asleep.data.dispatch_id, 1);
	assert.match(String(held?.error), /^quietHours: /);
	assert.equal((await lab.phone(1)).length, before);
});
