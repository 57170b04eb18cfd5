/** Sends in doubt are settled by asking Sinch and Infobip: found, failed, or surely never sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import { CREDENTIALS } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { TemplateLab } from './lab.ts';

const lab = await TemplateLab.start('reconcile', { publish: false });
const { infobip, sinch } = lab.sandbox;
const [ana, ben, chloe] = lab.customers.map(({ phoneNumber }) => phoneNumber);
assert(ana && ben && chloe);

const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS).toISOString();
const Parameters = z.record(z.unknown());

/** The provider of *Settings* and of *Ask the Provider*, as the page says. */
async function chooseInfobip(): Promise<void> {
	const nodes = lab.workflow().nodes.map((node) => {
		const text = JSON.stringify(node.parameters).replace('"sinch"', '"infobip"');
		const { type, name } = CREDENTIALS.infobip;
		const credentials = { [type]: { id: lab.credentialIds.infobip, name } };
		return {
			...node,
			parameters: Parameters.parse(JSON.parse(text)),
			...(node.name === 'Ask the Provider' && { credentials }),
		};
	});
	await lab.api.changeWorkflow({ ...lab.workflow(), nodes });
}

const row = (provider: string, recipient: string, name: string, more: object = {}) => ({
	key: `${provider}-${name}|${recipient}`,
	provider,
	recipient,
	channel: 'sms',
	campaign: 'Spring',
	status: 'sending',
	progress: 0,
	claim: '77',
	sentAt: ago(40),
	messageId: '',
	...more,
});

async function post(url: string, body: object, authorization: string): Promise<void> {
	await axios.post(url, body, { headers: { authorization }, proxy: false });
}

const sendBySinch = async (to: string, reference: string) => {
	const { servicePlanId, smsApiToken } = WORLD.sinch;
	const body = { to: [to], body: 'Hi', client_reference: reference };
	await post(`${sinch.baseUrl}/xms/v1/${servicePlanId}/batches`, body, `Bearer ${smsApiToken}`);
};

const sendByInfobip = async (to: string, messageId: string) => {
	const message = { sender: '15550100011', destinations: [{ to, messageId }], content: { text: 'Hi' } };
	const body = { messages: [message] };
	await post(`${infobip.baseUrl}/sms/3/messages`, body, `App ${WORLD.infobip.apiKey}`);
};

/** What a row of the provider says by its name. */
async function settled(provider: string) {
	const rows = (await lab.table('messaging_sends')).filter((one) => one.provider === provider);
	return Object.fromEntries(
		rows.map(({ key, status, progress, sentAt }) => [
			String(key).replace(/^.*-|\|.*$/g, ''),
			[status, progress, sentAt !== ''],
		]),
	);
}

async function run(): Promise<void> {
	const { error } = await lab.runManually();
	assert.equal(error, undefined);
}

test('an empty table is made, and nobody is asked', async () => {
	await run();
	assert.deepEqual(await lab.table('messaging_sends'), []);
});

test('Sinch tells of what it has by the reference, and the rest is open again', async () => {
	await lab.addRows('messaging_sends', [
		row('sinch', ana, 'found'),
		row('sinch', ben, 'failed', { status: 'unknown' }),
		row('sinch', chloe, 'lost'),
		row('sinch', chloe, 'young', { sentAt: ago(5) }),
		row('sinch', chloe, 'old', { sentAt: ago(24 * 60) }),
		row('sinch', chloe, 'whatsapp', { channel: 'whatsapp' }),
		row('sinch', chloe, 'heldBack', { status: 'suppressed', sentAt: '' }),
		row('sinch', chloe, 'read', { status: 'read', progress: 5 }),
	]);
	await sendBySinch(ana, `sinch-found|${ana}`);
	await lab.eventually(() => lab.sandbox.isQuiet(), 'nothing on its way');
	sinch.faults.set('undeliverable', 1);
	await sendBySinch(ben, `sinch-failed|${ben}`);
	await sendBySinch(chloe, 'of another campaign');
	await lab.eventually(() => lab.sandbox.isQuiet(), 'nothing on its way');
	await run();
	assert.deepEqual(await settled('sinch'), {
		found: ['delivered', 4, true],
		failed: ['failed', 3, true],
		lost: ['unsent', 0, false],
		young: ['sending', 0, true],
		old: ['sending', 0, true],
		whatsapp: ['sending', 0, true],
		heldBack: ['suppressed', 0, false],
		read: ['read', 5, true],
	});
});

test('a call that fails changes nothing', async () => {
	await lab.addRows('messaging_sends', [row('sinch', ben, 'again')]);
	sinch.faults.set('tokenInvalid', 'always');
	assert.notEqual((await lab.runManually()).error, undefined);
	sinch.faults.set('tokenInvalid', 0);
	assert.deepEqual((await settled('sinch')).again, ['sending', 0, true]);
});

test("Infobip's logs are told apart by the execution that sent", async () => {
	await lab.addRows('messaging_sends', [
		row('infobip', ana, 'claimed'),
		row('infobip', ben, 'named', { messageId: 'of-our-own' }),
		row('infobip', chloe, 'lost'),
	]);
	await sendByInfobip(ana, '2250be2d4219-77-node-0-0');
	await sendByInfobip(ben, 'of-our-own');
	await sendByInfobip(chloe, '2250be2d4219-78-node-0-0');
	await lab.eventually(() => lab.sandbox.isQuiet(), 'nothing on its way');
	await chooseInfobip();
	await run();
	assert.deepEqual(await settled('infobip'), {
		claimed: ['delivered', 4, true],
		named: ['delivered', 4, true],
		lost: ['unsent', 0, false],
	});
});
