/** Channels of Infobip and Sinch from their first number to a report on their health, set up in n8n and broken there. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { REPLACED_KEY } from '../../sandbox/infobip/administration/channel-faults.ts';
import { PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { REPLACED } from '../../sandbox/sinch/administration/channel-faults.ts';
import { FIRST_SENDER_ID, SENDER_TOKEN } from '../../sandbox/sinch/administration/sender-record.ts';
import { Chain, channel, listener, type Step } from './channel-chain.ts';
import type { Json } from './channel-chain.ts';
import { byId, keptOfExecutions } from './channel-flow.ts';
import { infobipTexts, infobipWhatsApp } from './channel-infobip.ts';
import { sinchTexts, sinchWhatsApp } from './channel-sinch.ts';
import { type Broken, ChannelStage, CODE, fromBody, type Provider } from './channel-stage.ts';
import * as infobip from '../../sandbox/test/infobip/infobip.ts';
import { Lab } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

const WRONG_CODE = '918273';
const [customer] = WORLD.customers;
assert(customer);

const lab = await Lab.start('channel-providers');
const stage = new ChannelStage(lab);
const standIns = { infobip: lab.sandbox.infobip, sinch: lab.sandbox.sinch };

const fromNode = (node: string, member: string) => `={{ $('${node}').item.json.${member} }}`;
const WAIT: Step = {
	name: 'Wait',
	type: 'n8n-nodes-base.wait',
	parameters: { amount: 1, unit: 'seconds' },
	withoutCredential: true,
};

function firstMessage(sender: string): Step {
	return {
		name: 'First Message',
		type: `${PACKAGE}.messagingSend`,
		parameters: {
			operation: 'sendResponse',
			channel: 'sms',
			sender: byId(sender),
			recipientFrom: 'value',
			to: fromBody('to'),
			text: 'Hello from our new number.',
		},
	};
}

beforeEach(() => {
	for (const { rules } of Object.values(standIns)) {
		rules.change({ provisionMs: 1, reviewMs: 1, verificationCode: CODE, isPaced: false });
	}
});

const table: Json[] = [];

after(() => {
	console.table(table);
});

function breaks<Fault extends string>(provider: Provider, { look, hears, rows }: Broken<Fault>): void {
	const { rules } = standIns[provider];
	let broken: Fault | undefined;

	afterEach(async () => {
		if (broken === undefined) return;
		rules.change({ repair: [broken] });
		await stage.credential(provider);
		broken = undefined;
	});

	test('in order it is active', async () => {
		const { status, firstFailed, checks } = await look();
		assert.deepEqual(
			{ status, firstFailed },
			{ status: 'active', firstFailed: undefined },
			JSON.stringify(checks),
		);
		await hears?.();
	});

	for (const [fault, first, mend, expected = 'failed'] of rows) {
		test(`${fault} is found by "${first}", and mended by its next step`, async () => {
			broken = fault;
			rules.change({ break: [fault] });
			const { status, firstFailed, nextStep } = await look();
			assert.deepEqual({ status, firstFailed }, { status: expected, firstFailed: first });
			assert(typeof nextStep === 'string' && nextStep !== '', 'no next step');

			if (mend) await mend();
			else rules.change({ repair: [fault] });
			await eventually(
				async () => (await look()).status === 'active',
				`${fault} mended by: ${nextStep}`,
				10_000,
			);
			table.push({ fault, status: expected, first, nextStep: nextStep.slice(0, 70) });
		});
	}
}

const channels = {
	infobipTexts: await infobipTexts(stage),
	infobipWhatsApp: await infobipWhatsApp(stage),
	sinchTexts: await sinchTexts(stage),
	sinchWhatsApp: await sinchWhatsApp(stage),
};

describe('a number from its search to its first message', () => {
	test('of Infobip, within its limits of calls', async () => {
		const standIn = standIns.infobip;
		standIn.rules.change({ isPaced: true, provisionMs: 500 });
		const events = await listener(lab, 'infobip', '+15550100111', 'manual');
		const { kind, ...rest } = WORLD.infobip.webhookAuthentication;
		assert(kind === 'urlToken' && 'token' in rest);
		const number = fromNode('Search', 'phoneNumber');
		const chain = await Chain.publish(lab, 'infobip', 'new number', [
			channel('Search', 'number', 'search', {
				country: 'US',
				limit: 1,
				filters: { capabilities: ['SMS'], areaCode: '555' },
			}),
			channel('Buy', 'number', 'buy', { country: 'US', available: byId(number) }),
			WAIT,
			channel('Set Inbound Action', 'number', 'setInboundAction', {
				numberKey: byId(fromNode('Buy', 'numberKey')),
				channel: 'SMS',
				inboundAction: 'forwardToUrl',
				url: fromBody('url'),
			}),
			channel('Set Webhook', 'webhook', 'set', {
				callbackUrl: events.url,
				channels: ['SMS'],
				events: ['message', 'status'],
				options: { sender: number },
			}),
			channel('Check', 'channel', 'check', {
				reportAs: 'channel',
				name: 'Sunrise_SMS',
				sender: byId(number),
				channels: ['SMS'],
				callbackUrl: events.url,
				options: { leastBalance: 10 },
			}),
			firstMessage(number),
		]);

		const sent = await chain.run({ to: customer.phoneNumber, url: `${events.url}?token=${rest.token}` });
		const items = await chain.items();
		assert.deepEqual(
			[items.Buy?.bought, items.Buy?.reservationStatus, items.Check?.status, items.Check?.firstFailed],
			[true, 'PENDING', 'active', undefined],
			JSON.stringify(items.Check),
		);
		assert.deepEqual([sent.outcome, sent.to], ['accepted', customer.phoneNumber]);
		const accepted = standIn.ledger.accepted.at(-1);
		assert.equal(accepted?.numberId, 'infobip-15550100111');
		await stage.hears(events, 'infobip', '+15550100111');
	});

	test('of Sinch', async () => {
		const standIn = standIns.sinch;
		standIn.rules.change({ provisionMs: 500 });
		const events = await listener(lab, 'sinch', '+15550100121', 'manual');
		const number = fromNode('Search', 'phoneNumber');
		const chain = await Chain.publish(lab, 'sinch', 'new number', [
			channel('Search', 'number', 'search', {
				country: 'US',
				type: 'LOCAL',
				capability: 'SMS',
				limit: 1,
			}),
			channel('Activate', 'number', 'activate', { country: 'US', type: 'LOCAL', phoneNumber: byId(number) }),
			WAIT,
			channel('Get', 'number', 'get', { phoneNumber: byId(number) }),
			channel('Set Webhook', 'webhook', 'set', {
				callbackUrl: events.url,
				events: ['message', 'status'],
			}),
			channel('Check', 'channel', 'check', {
				reportAs: 'channel',
				name: 'Sunrise_SMS',
				channel: 'SMS',
				phoneNumber: byId(number),
				callbackUrl: events.url,
			}),
			firstMessage(number),
		]);

		const sent = await chain.run({ to: customer.phoneNumber });
		const items = await chain.items();
		assert.deepEqual(
			[items.Activate?.linkStatus, items.Get?.servicePlanId, items.Check?.status, items.Check?.firstFailed],
			['WAITING', WORLD.sinch.servicePlanId, 'active', undefined],
			JSON.stringify(items.Check),
		);
		assert.deepEqual([sent.outcome, sent.to], ['accepted', customer.phoneNumber]);
		assert.equal(standIn.ledger.accepted.at(-1)?.numberId, 'sinch-15550100121');
		// The service plan's callback URL is set by hand.
		await standIn.setWebhook(events.url);
		await stage.hears(events, 'sinch', '+15550100121');
		await standIn.setWebhook(undefined);
		await lab.api.unpublish(events.workflow);
	});
});

describe('an SMS channel of Infobip', () => {
	breaks('infobip', channels.infobipTexts);
});

describe('a WhatsApp channel of Infobip', () => {
	breaks('infobip', channels.infobipWhatsApp);
});

describe('an SMS channel of Sinch', () => {
	breaks('sinch', channels.sinchTexts);
});

describe('a WhatsApp channel of Sinch', () => {
	breaks('sinch', channels.sinchWhatsApp);
});

test('no code, key or token stands in what nodes gave out, in their errors or in the log', async () => {
	const faults: [Provider, Json][] = [
		['infobip', { sender: byId(infobip.WHATSAPP.phoneNumber) }],
		['sinch', { senderId: byId(FIRST_SENDER_ID) }],
	];
	for (const [provider, sender] of faults) {
		standIns[provider].rules.change({ break: ['senderUnverified'] });
		await (await stage.operation(provider, 'number', 'requestCode', sender)).run();
		const verify = await stage.operation(provider, 'number', 'verifyCode', {
			...sender,
			code: fromBody('code'),
		});
		await verify.fail({ code: WRONG_CODE });
		standIns[provider].rules.change({ repair: ['senderUnverified'] });
	}

	const { infobip: ofInfobipAccount, sinch: ofSinchAccount } = WORLD;
	const inUrls = [ofInfobipAccount.webhookAuthentication, ofSinchAccount.smsWebhookAuthentication].map(
		(each) => {
			assert(each.kind === 'urlToken');
			return each.token;
		},
	);
	const held = [
		ofInfobipAccount.apiKey,
		REPLACED_KEY,
		ofSinchAccount.keySecret,
		ofSinchAccount.smsApiToken,
		ofSinchAccount.webhookSecret,
		...Object.values(REPLACED),
		SENDER_TOKEN,
	];
	const kept = await eventually(() => {
		const found = keptOfExecutions(lab.userFolder);
		// What a call brings stays with it, which shows that this looks in the right place.
		return found.whole.some((data) => data.includes(WRONG_CODE)) && found;
	}, 'the executions');
	const log = await readFile(lab.logFile, 'utf8');

	assert.ok(kept.executions > table.length);
	for (const secret of [CODE, WRONG_CODE, ...inUrls, ...held]) {
		const alone = new RegExp(`(?<![\\w-])${secret}(?!\\w)`);
		for (const part of [...kept.ofNodes, log]) assert.doesNotMatch(part, alone);
	}
	for (const secret of held)
		for (const part of kept.whole) assert.ok(!part.includes(secret), 'a secret is kept');
	console.log(`${kept.executions} executions hold ${kept.ofNodes.length} runs of nodes without a secret`);
});
