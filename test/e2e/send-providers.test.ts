/** Every provider's sends, and their statuses, which come back to a Messaging Trigger and are joined with them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { credentialOf } from '../../sandbox/n8n/set-up.ts';
import { type Provider, WORLD } from '../../sandbox/settings.ts';
import type { StandIn } from '../../sandbox/shared/stand-in.ts';
import * as infobip from '../../sandbox/test/infobip/infobip.ts';
import { itemsOf, Lab, type Published, TRIGGER } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { type Sent, sendRows } from './send-flow.ts';
import * as sinch from '../../sandbox/test/sinch/sinch.ts';
import { triggerWorkflow } from './trigger-flow.ts';

const lab = await Lab.start('send-providers');
const { customers } = WORLD;
const [number] = WORLD.numbers;
assert(number);

/** A workflow that statuses alone start, registered with the provider or, where that has no API, set by hand. */
async function listen(provider: Provider): Promise<Published> {
	const parameters = { provider, purpose: 'selected', events: ['status'] };
	return await lab.publish(
		triggerWorkflow(`Statuses of ${provider}`, parameters, credentialOf(provider, lab.credentialIds)),
	);
}

const standIns: Record<'infobip' | 'sinch', StandIn> = {
	infobip: lab.sandbox.infobip,
	sinch: lab.sandbox.sinch,
};

interface Case {
	what: string;
	provider: 'infobip' | 'sinch';
	channel: 'sms' | 'whatsapp';
	sender: string;
	/** Calls that the messages to all customers take. */
	calls: number;
	path: RegExp;
}

const CASES: Case[] = [
	{
		what: 'Infobip SMS',
		provider: 'infobip',
		channel: 'sms',
		sender: infobip.SMS.phoneNumber,
		calls: 1,
		path: /\/sms\/3\/messages$/,
	},
	{
		what: 'Infobip WhatsApp',
		provider: 'infobip',
		channel: 'whatsapp',
		sender: infobip.WHATSAPP.phoneNumber,
		calls: customers.length,
		path: /\/whatsapp\/1\/message\/text$/,
	},
	{
		what: 'Sinch SMS',
		provider: 'sinch',
		channel: 'sms',
		sender: sinch.SMS.phoneNumber,
		calls: 1,
		path: /\/batches$/,
	},
	{
		what: 'WhatsApp over Sinch Conversation',
		provider: 'sinch',
		channel: 'whatsapp',
		sender: '',
		calls: customers.length,
		path: /\/messages:send$/,
	},
];

const listeners = { infobip: await listen('infobip'), sinch: await listen('sinch') };
// The SMS API of Sinch has no registration: its callback URL is set by hand, as in the dashboard.
await lab.sandbox.sinch.setWebhook(listeners.sinch.url);

/** The status that came for a message of ours, as the trigger gave it out. */
async function statusOf(published: Published, { messageId, to }: Record<string, unknown>, status: string) {
	const isIt = (event: Record<string, unknown>) =>
		event.messageId === messageId && event.to === to && event.status === status;
	const run = await published.runWith(isIt, `${status} of ${String(messageId)} to ${String(to)}`, 30_000);
	return itemsOf(run, TRIGGER).find(isIt) ?? {};
}

for (const { what, provider, channel, sender, calls, path } of CASES) {
	test(`${what}: sent to all, and the statuses are joined by message id and callback data`, async () => {
		const standIn = standIns[provider];
		const reference = `${provider}-${channel}`;
		for (const { phoneNumber } of customers) {
			const line = standIn.lines.find((each) => each.channel === channel);
			standIn.customerSends(phoneNumber, { type: 'text', text: 'Hi' }, { numberId: line?.id ?? '' });
		}
		const callsBefore = standIn.ledger.calls.length;

		const sent: Sent = await sendRows(
			lab,
			{
				provider,
				parameters: {
					operation: 'sendResponse',
					channel,
					sender: { __rl: true, mode: 'id', value: sender },
					recipientFrom: 'fields',
					recipientFields: 'phone',
					text: 'Your table is ready.',
					options: { callbackData: reference },
				},
			},
			customers.map(({ phoneNumber }) => ({ phone: phoneNumber })),
		);

		assert.deepEqual(sent.failed, []);
		assert.deepEqual(
			sent.accepted.map(({ outcome, to, callbackData }) => ({ outcome, to, callbackData })),
			customers.map(({ phoneNumber }) => ({
				outcome: 'accepted',
				to: phoneNumber,
				callbackData: reference,
			})),
		);
		const sends = standIn.ledger.calls.slice(callsBefore).filter((call) => path.test(call.path));
		assert.equal(sends.length, calls);
		for (const message of sent.accepted) {
			const event = await statusOf(listeners[provider], message, 'delivered');
			assert.equal(event.provider, provider);
			// Infobip's reports of SMS name no channel.
			if (event.channel !== undefined) assert.equal(event.channel, channel);
			assert.equal(event.callbackData, reference);
		}
	});
}

/** One SMS over Infobip to each customer. */
function sendSms(text: string) {
	const sender = { __rl: true, mode: 'id', value: infobip.SMS.phoneNumber };
	const recipient = { recipientFrom: 'fields', recipientFields: 'phone' };
	const parameters = { operation: 'sendResponse', channel: 'sms', sender, ...recipient, text };
	const rows = customers.map(({ phoneNumber, name }) => ({ phone: phoneNumber, name }));
	return sendRows(lab, { provider: 'infobip', parameters }, rows);
}

test('a message that Infobip refuses in a success leaves the others of its call alone', async () => {
	lab.sandbox.infobip.faults.set('blocked');

	const sent = await sendSms('=Hi {{ $json.name }}');

	assert.equal(sent.accepted.length, customers.length - 1);
	assert.equal(sent.failed.length, 1);
	assert.equal(sent.failed[0]?.name, customers[0]?.name);
	assert.match(JSON.stringify(sent.failed[0]?.error), /optedOut/);
});

test('a call to Infobip that breaks off is repeated, and no message goes out twice', async () => {
	const { faults, ledger } = lab.sandbox.infobip;
	const before = ledger.accepted.length;
	faults.set('resetAfterAccepting');

	const sent = await sendSms('Once only.');

	assert.deepEqual(
		sent.accepted.map(({ outcome, repeated }) => ({ outcome, repeated })),
		customers.map(() => ({ outcome: 'accepted', repeated: true })),
	);
	assert.equal(ledger.accepted.length - before, customers.length);
	const ids = new Set(ledger.accepted.slice(before).map(({ id }) => id));
	assert.deepEqual(new Set(sent.accepted.map(({ messageId }) => messageId)), ids);
});

test('statuses of WhatsApp Cloud come back with the callback data of the item', async () => {
	// One webhook at a time is registered with an app.
	await lab.api.unpublish(lab.workflow);
	const published = await listen('whatsAppCloud');
	lab.sandbox.whatsAppCloud.rules.change({ ignoresWindow: true });

	const { accepted } = await sendRows(
		lab,
		{
			provider: 'whatsAppCloud',
			parameters: {
				operation: 'sendResponse',
				sender: { __rl: true, mode: 'id', value: number.id },
				recipientFrom: 'fields',
				recipientFields: 'phone',
				text: 'Your table is ready.',
				options: { callbackData: '={{ $json.reference }}' },
			},
		},
		customers.map(({ phoneNumber }, index) => ({ phone: phoneNumber, reference: `table-${index}` })),
	);

	assert.equal(accepted.length, customers.length);
	for (const [index, message] of accepted.entries()) {
		const event = await statusOf(published, message, 'delivered');
		assert.equal(event.callbackData, `table-${index}`);
	}
	await eventually(
		() => lab.sandbox.whatsAppCloud.ledger.accepted.length >= customers.length,
		'all messages',
	);
});
