/** The consent record in Postgres: what is recorded and answered, once, and what becomes of an answer that was left behind. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nInstance } from '../../sandbox/n8n/instance.ts';
import type { Provider, SandboxLine } from '../../sandbox/settings.ts';
import { message, post, restart } from '../e2e/lab.ts';
import { callOf } from './calls.ts';
import { TemplateLab } from './lab.ts';
import { postgresCredential, startDatabase } from './postgres.ts';

const postgres = await startDatabase();
const lab = await TemplateLab.start('consent-at-scale', {
	credentials: postgresCredential(postgres),
	publish: false,
});
const setUp = await lab.runManually(undefined, 'Set Up');
await lab.publish();
const [ana, ben, chloe] = [0, 1, 2];
const GONE = /^You are unsubscribed/;
const TAKE_UP = 'Every Minute';

let again: N8nInstance | undefined;
after(() => again?.stop());

const addressOf = (customer: number) => lab.customers[customer]?.phoneNumber ?? '';
const contactsOf = (customer: number) =>
	postgres.rows(
		`select channel, scope, status, evidence from messaging.consent where address = '${addressOf(customer)}' order by timestamp`,
	);
const auditOf = async (customer: number) =>
	(
		await postgres.rows(
			`select previous_status, status from messaging.consent_audit where row->>'address' = '${addressOf(customer)}' order by recorded_at`,
		)
	).map(({ previous_status, status }) => [previous_status, status]);
const textsOf = async (customer: number) => (await lab.phone(customer)).map(({ text }) => text);
const states = async () =>
	(await postgres.rows('select state, count(*)::int as answers from messaging.outbox group by state')).map(
		({ state, answers }) => [state, answers],
	);
const settled = () =>
	lab.eventually(
		async () => (await states()).every(([state]) => state === 'delivered' || state === 'read') || undefined,
		'the statuses of all answers',
	);

const LINES: readonly { provider: Provider; channel: SandboxLine['channel']; customer: number }[] = [
	{ provider: 'whatsAppCloud', channel: 'whatsapp', customer: ana },
	{ provider: 'infobip', channel: 'sms', customer: ben },
	{ provider: 'sinch', channel: 'sms', customer: chloe },
];

for (const { provider, channel, customer } of LINES) {
	test(`${provider}: STOP is recorded and answered once, and START takes the person back`, async () => {
		assert.equal(setUp.error, undefined);
		const wrote = { provider, channel, customer };
		for (const text of ['Stop!', 'STOP']) await lab.customerWrites(text, wrote);
		// WhatsApp counts in seconds, and of one second the opt-out counts.
		await sleep(1_000);
		await lab.customerWrites('START', wrote);
		const [goodbye, welcome, ...more] = await lab.eventually(async () => {
			const texts = await textsOf(customer);
			return texts.length > 1 && texts;
		}, 'the answers');
		assert.match(goodbye ?? '', GONE);
		assert.match(welcome ?? '', /^Welcome!/);
		assert.deepEqual(more, []);
		assert.deepEqual(await contactsOf(customer), [
			{ channel, scope: 'all', status: 'optedIn', evidence: 'START' },
		]);
		assert.deepEqual(await auditOf(customer), [
			['none', 'optedOut'],
			['optedOut', 'optedOut'],
			['optedOut', 'optedIn'],
		]);
		await settled();
	});
}

test('START and STOP in one call: STOP counts and is answered, and the call again after a restart does nothing', async () => {
	const call = callOf([message('START').body, message('STOP').body, message('HELP').body]);
	const before = (await textsOf(ana)).length;
	const url = lab.webhookUrl('WhatsApp');
	assert.equal((await post(url, call)).status, 200);
	await settled();
	const texts = (await textsOf(ana)).slice(before).sort();
	assert.equal(texts.length, 2);
	assert.match(texts[0] ?? '', /^This is our message service/);
	assert.match(texts[1] ?? '', GONE);
	const audit = await auditOf(ana);
	({ again } = await restart(lab));
	assert.equal((await post(url, call)).status, 200);
	assert.equal((await textsOf(ana)).length, before + 2);
	assert.deepEqual(await auditOf(ana), audit);
});

test('an answer that was not taken is sent by the next minute', async () => {
	lab.sandbox.whatsAppCloud.faults.set('tokenExpired', 1);
	const before = (await textsOf(ben)).length;
	await lab.customerWrites('HELP', { customer: ben });
	assert.deepEqual(
		(await states()).filter(([state]) => state === 'open'),
		[['open', 1]],
	);
	await lab.runManually(undefined, TAKE_UP);
	assert.equal((await textsOf(ben)).length, before + 1);
	await settled();
});

test('an answer that a worker left behind is settled by its status, and sent where none came', async () => {
	await postgres.execute(
		"update messaging.outbox set state = 'claimed', claimed_by = 'gone', claimed_at = now()",
	);
	const before = (await textsOf(chloe)).length;
	await lab.runManually(undefined, TAKE_UP);
	assert.equal((await textsOf(chloe)).length, before);
	await postgres.execute(
		`update messaging.outbox set claimed_at = now() - interval '16 minutes' where recipient = '${addressOf(chloe)}' and event->>'text' = 'START'`,
	);
	await lab.runManually(undefined, TAKE_UP);
	assert.equal((await textsOf(chloe)).length, before + 1);
	assert.deepEqual((await states()).find(([state]) => state === 'claimed')?.[0], 'claimed');
});

test('a person with a new number keeps the record', async () => {
	const moved = '+16505559999';
	const notice = JSON.stringify({
		type: 'user_changed_number',
		body: 'Chloe has a new number',
		wa_id: moved.slice(1),
	});
	const from = addressOf(chloe).slice(1);
	await lab.customerWrites('STOP', { customer: chloe });
	const { body } = message('moved');
	const moves = body
		.replace(/"from":"\d+"/, `"from":"${from}"`)
		.replace(/"wa_id":"\d+"/, `"wa_id":"${from}"`)
		.replace(/"type":"text","text":\{[^}]*\}/, `"type":"system","system":${notice}`);
	const rows = await contactsOf(chloe);
	assert.notDeepEqual(rows, []);
	assert.equal((await post(lab.webhookUrl('WhatsApp'), moves)).status, 200);
	assert.deepEqual(await contactsOf(chloe), []);
	const [{ kept } = {}] = await postgres.rows(
		`select count(*)::int as kept from messaging.consent where address = '${moved}' and key like '%|${moved}|%'`,
	);
	assert.equal(kept, rows.length);
});
