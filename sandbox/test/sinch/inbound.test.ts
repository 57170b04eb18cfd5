import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { WORLD } from '../../settings.ts';
import { bodyOf } from '../shared/providers.ts';
import { eventually } from '../shared/receiver.ts';
import { AnyObject, Callback, isSignedWith, Sinch, SMS, WHATSAPP, WHO } from './sinch.ts';

const { sinch: ACCOUNT } = WORLD;
const { digits: CUSTOMER } = WHO;
let sinch: Sinch;

beforeEach(async () => {
	sinch = await Sinch.start();
});

afterEach(() => sinch.close());

describe('a customer writes', () => {
	test('by SMS: mo_text, with the token in the URL and no signature', async () => {
		const { messageId, delivered } = sinch.writes(SMS.id, '¡Olá! 👋');
		const { attempts } = await delivered;
		assert(ACCOUNT.smsWebhookAuthentication.kind === 'urlToken');
		assert(attempts[0]?.url.endsWith(`?token=${ACCOUNT.smsWebhookAuthentication.token}`));
		const [webhook] = sinch.receiver.received;
		assert(webhook);
		assert.equal(webhook.headers['x-sinch-webhook-signature'], undefined);
		const { sent_at: sentAt, received_at: receivedAt, ...message } = AnyObject.parse(bodyOf(webhook));
		assert(!Number.isNaN(Date.parse(String(sentAt))) && !Number.isNaN(Date.parse(String(receivedAt))));
		assert.deepEqual(message, {
			type: 'mo_text',
			id: messageId,
			from: CUSTOMER,
			to: SMS.phoneNumber.slice(1),
			body: '¡Olá! 👋',
			operator_id: '310260',
		});
	});

	test('by WhatsApp: MESSAGE_INBOUND, signed', async () => {
		const { messageId, delivered } = sinch.writes(WHATSAPP.id, '¡Olá! 👋');
		await delivered;
		const [webhook] = sinch.receiver.received;
		assert(webhook && isSignedWith(webhook, ACCOUNT.webhookSecret));
		const { message } = Callback.parse(bodyOf(webhook));
		assert.equal(message?.id, messageId);
		assert.deepEqual(message.contact_message, { text_message: { text: '¡Olá! 👋' } });
		assert.deepEqual(message.channel_identity, {
			channel: 'WHATSAPP',
			identity: CUSTOMER,
			app_id: ACCOUNT.appId,
		});
		assert.equal(message.sender_id, WHATSAPP.phoneNumber.slice(1));
	});

	for (const [numberId, answer, attempts, state] of [
		[SMS.id, 204, 1, 'taken'],
		[SMS.id, 500, 3, 'taken'],
		[SMS.id, 429, 3, 'taken'],
		[SMS.id, 401, 1, 'givenUp'],
		[WHATSAPP.id, 401, 3, 'taken'],
		[WHATSAPP.id, 500, 3, 'taken'],
	] as const) {
		test(`${numberId}: of two answers ${answer} come ${attempts} attempts, ${state}`, async () => {
			sinch.receiver.answers = [answer, answer];
			const delivery = await sinch.writes(numberId).delivered;
			assert.deepEqual([delivery.attempts.length, delivery.state], [attempts, state]);
			const [first] = sinch.receiver.received;
			assert(first && sinch.receiver.received.every(({ raw }) => raw.equals(first.raw)));
		});
	}

	test('the waits between attempts double', async () => {
		sinch.receiver.answers = [500, 500, 500, 500];
		const { attempts } = await sinch.writes(SMS.id).delivered;
		const starts = attempts.map(({ at }) => Date.parse(at));
		const waits = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
		assert.equal(waits.length, 4);
		waits.forEach((wait, index) => {
			assert(wait >= 10 * 2 ** index - 2, `wait ${index}: ${wait} ms`);
		});
	});

	test('a keyword opts out where consent management is on', async () => {
		await sinch.writes(WHATSAPP.id, 'stop').delivered;
		assert.equal(sinch.receiver.received.length, 1);
		sinch.api.setConsentManagement('primary');
		await sinch.writes(WHATSAPP.id, 'stop').delivered;
		const told = await eventually(
			() =>
				sinch.receiver.received
					.map(bodyOf)
					.map((body) => Callback.parse(body).opt_out_notification)
					.find(Boolean),
			'OPT_OUT',
		);
		assert.deepEqual([told.channel, told.identity, told.status], ['WHATSAPP', CUSTOMER, 'OPT_OUT_SUCCEEDED']);
	});

	test('wrongSignature spoils signature and token', async () => {
		sinch.api.faults.set('wrongSignature', 2);
		await sinch.writes(WHATSAPP.id).delivered;
		await sinch.writes(SMS.id).delivered;
		const [signed] = sinch.receiver.received;
		assert(signed && !isSignedWith(signed, ACCOUNT.webhookSecret));
		const forged = sinch.api.ledger.deliveries[1]?.attempts[0]?.url;
		assert.match(forged ?? '', /\?token=not\+/);
	});
});
