/** Channels of Infobip and Sinch from their first number to a report on their health, set up in n8n and broken there. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import {
	type InfobipChannelFault,
	REPLACED_KEY,
} from '../../sandbox/infobip/administration/channel-faults.ts';
import { CREDENTIALS, PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { REPLACED, type SinchChannelFault } from '../../sandbox/sinch/administration/channel-faults.ts';
import { FIRST_SENDER_ID, SENDER_TOKEN } from '../../sandbox/sinch/administration/sender-record.ts';
import { Chain, channel, listener, type Step } from './channel-chain.ts';
import { byId, type Json, keptOfExecutions } from './channel-flow.ts';
import * as infobip from './infobip.ts';
import { itemsOf, Lab, type Published, TRIGGER } from './lab.ts';
import { eventually } from './receiver.ts';
import * as sinch from './sinch.ts';

const CODE = '907153';
const WRONG_CODE = '918273';
const [customer] = WORLD.customers;
assert(customer);

const lab = await Lab.start('channel-providers');
const standIns = { infobip: lab.sandbox.infobip, sinch: lab.sandbox.sinch };
type Provider = keyof typeof standIns;

const fromBody = (name: string) => `={{ $('Call').item.json.body.${name} }}`;
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
			to: fromBody('to'),
			text: 'Hello from our new number.',
		},
	};
}

const operation = (provider: Provider, resource: string, name: string, parameters: Json = {}) =>
	Chain.publish(lab, provider, `${resource} ${name}`, [channel('Channel', resource, name, parameters)]);

/** The credential with other fields than the sandbox gave it. */
async function credential(provider: Provider, fields: Record<string, string> = {}): Promise<void> {
	const { type, name, data } = CREDENTIALS[provider];
	const stored = { ...data(standIns[provider].baseUrl), ...fields };
	await lab.api.saveCredential({ id: lab.credentialIds[provider], name, type, data: stored });
}

async function publishAgain({ workflow }: Published): Promise<void> {
	await lab.api.unpublish(workflow);
	await lab.api.publish(workflow);
}

/** A message of the customer starts the workflow. */
async function hears(published: Published, provider: Provider, phoneNumber: string): Promise<void> {
	const standIn = standIns[provider];
	const line = standIn.lines.find((each) => each.phoneNumber === phoneNumber);
	assert(line && customer);
	const { messageId } = standIn.customerSends(customer.phoneNumber, 'Hi', { numberId: line.id });
	const [event] = itemsOf(await published.runOf(messageId), TRIGGER);
	assert.deepEqual([event?.kind, event?.to], ['message', phoneNumber]);
}

beforeEach(() => {
	for (const { rules } of Object.values(standIns)) {
		rules.change({ provisionMs: 1, reviewMs: 1, verificationCode: CODE, isPaced: false });
	}
});

/** What Channel → Check finds first, the next step where a node can do it, and where the fault only warns. */
type Row<Fault> = readonly [
	fault: Fault,
	first: string,
	mend?: (() => Promise<unknown>) | undefined,
	status?: 'degraded',
];

interface Broken<Fault> {
	look: () => Promise<Json>;
	/** That messages arrive, where the provider's API says where they go. */
	hears?: () => Promise<void>;
	rows: readonly Row<Fault>[];
}

const table: Json[] = [];

after(() => {
	console.table(table);
});

function breaks<Fault extends string>(
	provider: Provider,
	{ look, hears: listens, rows }: Broken<Fault>,
): void {
	const { rules } = standIns[provider];
	let broken: Fault | undefined;

	afterEach(async () => {
		if (broken === undefined) return;
		rules.change({ repair: [broken] });
		await credential(provider);
		broken = undefined;
	});

	test('in order it is active', async () => {
		const { status, firstFailed, checks } = await look();
		assert.deepEqual(
			{ status, firstFailed },
			{ status: 'active', firstFailed: undefined },
			JSON.stringify(checks),
		);
		await listens?.();
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

const ofInfobip = (resource: string, name: string, parameters?: Json) =>
	operation('infobip', resource, name, parameters);
const ofSinch = (resource: string, name: string, parameters?: Json) =>
	operation('sinch', resource, name, parameters);
const TEMPLATE = {
	name: fromBody('name'),
	language: 'en',
	category: 'MARKETING',
	body: 'The autumn menu is here.',
};

/** Registers a trigger for one sender, as Check wants it. */
async function webhookOf(events: Published, of: 'SMS' | 'WHATSAPP', sender: string): Promise<Chain> {
	const set = await ofInfobip('webhook', 'set', {
		callbackUrl: events.url,
		channels: [of],
		events: ['message', 'status'],
		options: { sender },
	});
	await set.run();
	return set;
}

async function infobipTexts(): Promise<Broken<InfobipChannelFault>> {
	const number = infobip.SMS.phoneNumber;
	const events = await listener(lab, 'infobip', number, 'manual');
	const check = await ofInfobip('channel', 'check', {
		name: 'Sunrise_SMS',
		sender: byId(number),
		channels: ['SMS'],
		callbackUrl: events.url,
		options: { leastBalance: 10 },
	});
	const buy = await ofInfobip('number', 'buy', { country: 'US', available: byId(number) });
	const own = await ofInfobip('number', 'getMany', { filters: { phoneNumber: number } });
	const follow = await ofInfobip('number', 'setInboundAction', {
		numberKey: byId(fromBody('numberKey')),
		channel: 'SMS',
		inboundAction: 'none',
	});
	const register = await webhookOf(events, 'SMS', number);
	const name = `Number ${number.slice(1)} (SMS)`;

	return {
		look: () => check.run(),
		hears: () => hears(events, 'infobip', number),
		rows: [
			['keyReplaced', 'API key', () => credential('infobip', { apiKey: REPLACED_KEY })],
			['fundsGone', 'Account funds'],
			['fundsLow', 'Account funds', undefined, 'degraded'],
			['numbersScopeMissing', name],
			['numberReleased', name, () => buy.run()],
			['numberPending', name],
			['numberWithoutSms', name],
			['subscriptionsEnded', 'Webhook registration', () => register.run()],
			['callbackElsewhere', 'Webhook registration', () => register.run()],
			[
				'numberForwardedElsewhere',
				`Forwarding of ${number.slice(1)} (SMS)`,
				async () => follow.run({ numberKey: (await own.run()).numberKey }),
			],
		],
	};
}

async function infobipWhatsApp(): Promise<Broken<InfobipChannelFault>> {
	const number = infobip.WHATSAPP.phoneNumber;
	const sender = byId(number);
	const events = await listener(lab, 'infobip', number, 'manual');
	const check = await ofInfobip('channel', 'check', {
		name: 'Sunrise_WhatsApp',
		sender,
		channels: ['WHATSAPP'],
		callbackUrl: events.url,
	});
	const requestCode = await ofInfobip('number', 'requestCode', { sender });
	const verifyCode = await ofInfobip('number', 'verifyCode', { sender, code: fromBody('code') });
	const create = await ofInfobip('template', 'create', { sender, ...TEMPLATE });
	const register = await webhookOf(events, 'WHATSAPP', number);
	const name = `WhatsApp sender ${number.slice(1)}`;

	return {
		look: () => check.run(),
		hears: () => hears(events, 'infobip', number),
		rows: [
			['whatsAppScopeMissing', name],
			['senderGone', name],
			[
				'senderUnverified',
				name,
				async () => {
					await requestCode.run();
					await verifyCode.run({ code: CODE });
				},
			],
			['senderBanned', name],
			['senderRestricted', name, undefined, 'degraded'],
			['limitReached', name, undefined, 'degraded'],
			['qualityLow', 'Quality', undefined, 'degraded'],
			['noApprovedTemplate', 'Approved template', () => create.run({ name: 'autumn_menu' })],
			['subscriptionsEnded', 'Webhook registration', () => register.run()],
			['senderForwardedElsewhere', `Forwarding of ${number.slice(1)} (WHATSAPP)`],
		],
	};
}

async function sinchTexts(): Promise<Broken<SinchChannelFault>> {
	const number = sinch.SMS.phoneNumber;
	const phoneNumber = byId(number);
	const events = await listener(lab, 'sinch', number, 'automatic');
	const check = await ofSinch('channel', 'check', {
		name: 'Sunrise_SMS',
		channel: 'SMS',
		phoneNumber,
		callbackUrl: events.url,
	});
	const activate = await ofSinch('number', 'activate', { country: 'US', type: 'LOCAL', phoneNumber });
	const update = await ofSinch('number', 'update', {
		phoneNumber,
		changes: { servicePlanId: WORLD.sinch.servicePlanId },
	});
	const unlink = await ofSinch('number', 'update', { phoneNumber, changes: { unlink: true } });
	const name = `Number ${number}`;

	return {
		look: () => check.run(),
		rows: [
			['keyReplaced', 'Access key', () => credential('sinch', { keySecret: REPLACED.keySecret })],
			['numberReleased', name, () => activate.run()],
			['numberWithoutSms', name],
			['numberUnlinked', 'Link to service plan', () => update.run()],
			['numberLinkedElsewhere', 'Link to service plan', () => update.run()],
			[
				'linkFailed',
				'Link to service plan',
				async () => {
					await unlink.run();
					await update.run();
				},
			],
			[
				'smsTokenReplaced',
				'SMS delivery path',
				() => credential('sinch', { smsApiToken: REPLACED.smsApiToken }),
			],
			['smsNotInApp', 'Conversation app'],
			['smsFailing', 'Conversation app'],
			['webhookDeleted', 'Webhook registration', () => publishAgain(events)],
			['webhookElsewhere', 'Webhook registration', () => publishAgain(events)],
		],
	};
}

async function sinchWhatsApp(): Promise<Broken<SinchChannelFault>> {
	const senderId = byId(FIRST_SENDER_ID);
	const events = await listener(lab, 'sinch', sinch.WHATSAPP.phoneNumber, 'automatic');
	const check = await ofSinch('channel', 'check', {
		name: 'Sunrise_WhatsApp',
		channel: 'WHATSAPP',
		senderId,
		callbackUrl: events.url,
	});
	const requestCode = await ofSinch('number', 'requestCode', { senderId });
	const verifyCode = await ofSinch('number', 'verifyCode', { senderId, code: fromBody('code') });
	const link = await ofSinch('number', 'linkToApp', { senderId });
	const create = await ofSinch('template', 'create', TEMPLATE);
	const name = `WhatsApp sender ${FIRST_SENDER_ID}`;

	return {
		look: () => check.run(),
		hears: () => hears(events, 'sinch', sinch.WHATSAPP.phoneNumber),
		rows: [
			['senderGone', name],
			[
				'senderUnverified',
				name,
				async () => {
					await requestCode.run();
					await verifyCode.run({ code: CODE });
				},
			],
			['senderSuspended', name],
			['qualityLow', 'Quality', undefined, 'degraded'],
			['noApprovedTemplate', 'Approved template', () => create.run({ name: 'autumn_menu' })],
			['senderNotInApp', 'Conversation app', () => link.run()],
		],
	};
}

const channels = {
	infobipTexts: await infobipTexts(),
	infobipWhatsApp: await infobipWhatsApp(),
	sinchTexts: await sinchTexts(),
	sinchWhatsApp: await sinchWhatsApp(),
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
		await hears(events, 'infobip', '+15550100111');
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
		await hears(events, 'sinch', '+15550100121');
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
		await (await operation(provider, 'number', 'requestCode', sender)).run();
		const verify = await operation(provider, 'number', 'verifyCode', { ...sender, code: fromBody('code') });
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
