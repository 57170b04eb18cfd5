/** WhatsApp first; an SMS where that fails or takes too long, never after a delivered message and never twice. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { addWorkflow } from '../../sandbox/n8n/set-up.ts';
import { type PhoneMessage, readPhone } from './phone.ts';
import { TemplateLab } from './lab.ts';

/** How long WhatsApp has; less for the message of which nobody reports anything. */
const WAIT_MS = 25_000;
const SHORT_WAIT_MS = 5_000;
/** How often due messages are looked for. */
const EVERY_MS = 1_000;
const Parameters = z.record(z.unknown());
const SENDERS = { infobip: '+15550100011', sinch: '+15550100021' };

const NEW_PARAMETERS: Record<string, (text: string) => string> = {
	Settings: (text) =>
		text
			.replace('"value":"infobip"', `"value":"={{ $json.text.includes('Sinch') ? 'sinch' : 'infobip' }}"`)
			.replace(
				'"name":"smsSender","value":""',
				`"name":"smsSender","value":"={{ $json.text.includes('Sinch') ? '${SENDERS.sinch}' : '${SENDERS.infobip}' }}"`,
			)
			.replace(
				'"value":10',
				`"value":"={{ ($json.text.includes('taxi') ? ${SHORT_WAIT_MS} : ${WAIT_MS}) / 60000 }}"`,
			),
	Example: (text) =>
		text.replace('"name":"recipient","value":""', '"name":"recipient","value":"+15550123001"'),
	'Every Minute': () =>
		JSON.stringify({ rule: { interval: [{ field: 'seconds', secondsInterval: EVERY_MS / 1_000 }] } }),
};

const change = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) => {
		const edit = NEW_PARAMETERS[node.name];
		if (!edit) return node;
		const before = JSON.stringify(node.parameters);
		const after = edit(before);
		assert.notEqual(after, before, node.name);
		const parameters = Parameters.parse(JSON.parse(after));
		return { ...node, parameters };
	}),
});

const lab = await TemplateLab.start('sms-fallback', { change });
const { whatsAppCloud } = lab.sandbox;
const [ana, ben, chloe] = lab.customers;
assert(ana && ben && chloe);

/** A workflow of somebody else that calls the template. */
async function publishCaller(): Promise<string> {
	const path = randomUUID();
	const inputs = ['recipient', 'text', 'properties'];
	const node = (name: string, type: string, typeVersion: number, parameters: object, more: object = {}) => ({
		id: `${path}-${name}`,
		name,
		type: `n8n-nodes-base.${type}`,
		typeVersion,
		position: [0, 0],
		parameters: { ...parameters },
		...more,
	});
	await addWorkflow(lab.api, {
		id: path,
		name: 'Caller',
		nodes: [
			node('Call', 'webhook', 2, { httpMethod: 'POST', path, responseMode: 'lastNode' }, { webhookId: path }),
			node('Send', 'executeWorkflow', 1.2, {
				source: 'database',
				workflowId: { __rl: true, mode: 'id', value: lab.workflow().id },
				workflowInputs: {
					mappingMode: 'defineBelow',
					value: Object.fromEntries(inputs.map((name) => [name, `={{ $json.body.${name} }}`])),
					schema: inputs.map((id) => ({
						id,
						displayName: id,
						type: 'string',
						display: true,
						required: false,
					})),
				},
			}),
		],
		connections: { Call: { main: [[{ node: 'Send', type: 'main', index: 0 }]] } },
		settings: {},
	});
	return `${lab.n8n.url}/webhook/${path}`;
}
const caller = await publishCaller();

async function send(recipient: string, text: string): Promise<void> {
	const { status } = await axios.post(
		caller,
		{ recipient, text, properties: '{}' },
		{ proxy: false, validateStatus: () => true },
	);
	assert.equal(status, 200);
}

const fallbackOf = async (recipient: string) =>
	(await lab.table('messaging_fallbacks')).findLast((row) => row.recipient === recipient);
const becomes = (recipient: string, state: string) =>
	lab.eventually(
		async () => {
			const row = await fallbackOf(recipient);
			return row?.state === state && row;
		},
		`${recipient} to be ${state}`,
		60_000,
	);
const smsOf = async (phoneNumber: string): Promise<PhoneMessage[]> =>
	(await readPhone(lab.sandbox, phoneNumber)).filter(({ channel }) => channel === 'sms');
/** Until the message would have been due, and was looked for a few times. */
const pastDue = ({ dueAt }: Record<string, unknown>) =>
	sleep(Math.max(0, Date.parse(String(dueAt)) - Date.now()) + 3 * EVERY_MS);
const sendsOf = async (recipient: string) =>
	(await lab.table('messaging_sends'))
		.filter((row) => row.recipient === recipient)
		.map(({ channel, provider, status }) => ({ channel, provider, status }));

test('after a delivered message there is no SMS', async () => {
	const run = await lab.runManually(undefined, 'Try It');
	assert.equal(run.error, undefined);
	await pastDue(await becomes(ana.phoneNumber, 'delivered'));
	const messages = await lab.phone(0);
	assert.deepEqual(
		messages.map(({ channel, template }) => ({ channel, template })),
		[{ channel: 'whatsapp', template: 'welcome' }],
	);
	assert.deepEqual(await sendsOf(ana.phoneNumber), [
		{ channel: 'whatsapp', provider: 'whatsAppCloud', status: 'delivered' },
	]);
});

for (const [provider, text] of [
	['infobip', 'Your table is booked.'],
	['sinch', 'Your table is booked, says Sinch.'],
] as const) {
	test(`a message that fails is followed by one SMS over ${provider}`, async () => {
		whatsAppCloud.rules.change({ unreachable: [ben.phoneNumber] });
		const before = (await smsOf(ben.phoneNumber)).length;
		await send(ben.phoneNumber, text);
		const row = await becomes(ben.phoneNumber, 'sent');
		assert.match(String(row.error), /^131026 /);
		assert.match(String(row.messageId), /^\S+$/);
		await pastDue(row);
		const sms = (await smsOf(ben.phoneNumber)).slice(before);
		assert.deepEqual(
			sms.map((message) => [message.provider, message.text]),
			[[provider, text]],
		);
		assert.deepEqual((await sendsOf(ben.phoneNumber)).slice(-2), [
			{ channel: 'whatsapp', provider: 'whatsAppCloud', status: 'failed' },
			{ channel: 'sms', provider, status: 'accepted' },
		]);
	});
}

test('a message that nobody reports as delivered is followed by one SMS when the time is over', async () => {
	whatsAppCloud.faults.set('wrongSignature', 'always');
	await send(chloe.phoneNumber, 'Your taxi is here.');
	const row = await becomes(chloe.phoneNumber, 'sent');
	whatsAppCloud.faults.clear();
	await pastDue(row);
	const [sms, ...more] = await smsOf(chloe.phoneNumber);
	assert.deepEqual([sms?.text, more], ['Your taxi is here.', []]);
	assert((sms?.at ?? 0) >= Date.parse(String(row.dueAt)), 'not before the time is over');
	assert.equal((await fallbackOf(chloe.phoneNumber))?.state, 'sent');
});

test('who stopped marketing gets no SMS instead', async () => {
	const before = (await smsOf(chloe.phoneNumber)).length;
	whatsAppCloud.rules.change({ marketingStopped: [chloe.phoneNumber] });
	await send(chloe.phoneNumber, 'Half price today.');
	const row = await becomes(chloe.phoneNumber, 'optedOut');
	assert.match(String(row.error), /^131050 /);
	await pastDue(row);
	assert.equal((await smsOf(chloe.phoneNumber)).length, before);
});

test('what WhatsApp does not even take goes out as SMS', async () => {
	whatsAppCloud.rules.change({ templates: { welcome: 'PAUSED' }, unreachable: [] });
	const before = (await smsOf(ben.phoneNumber)).length;
	await send(ben.phoneNumber, 'Your parcel is here.');
	await becomes(ben.phoneNumber, 'sent');
	const sms = (await smsOf(ben.phoneNumber)).slice(before);
	assert.deepEqual(
		sms.map(({ text }) => text),
		['Your parcel is here.'],
	);
	whatsAppCloud.rules.change({ templates: { welcome: 'APPROVED' } });
});

test('an SMS that is not taken is written down', async () => {
	whatsAppCloud.rules.change({ unreachable: [ben.phoneNumber] });
	lab.sandbox.infobip.faults.set('keyInvalid', 'always');
	await send(ben.phoneNumber, 'Your parcel is still here.');
	const row = await becomes(ben.phoneNumber, 'failed');
	assert.notEqual(row.error, '');
	lab.sandbox.infobip.faults.clear();
});
