/** Channels of Infobip, and what can go wrong with them. */
import {
	type InfobipChannelFault,
	REPLACED_KEY,
} from '../../sandbox/infobip/administration/channel-faults.ts';
import { type Chain, listener } from './channel-chain.ts';
import { byId } from './channel-flow.ts';
import { type Broken, type ChannelStage, CODE, fromBody, TEMPLATE } from './channel-stage.ts';
import { SMS, WHATSAPP } from '../../sandbox/test/infobip/infobip.ts';
import type { Published } from './lab.ts';

/** Registers a trigger for one sender, as Check wants it. */
async function webhookOf(
	stage: ChannelStage,
	events: Published,
	of: 'SMS' | 'WHATSAPP',
	sender: string,
): Promise<Chain> {
	const set = await stage.operation('infobip', 'webhook', 'set', {
		callbackUrl: events.url,
		channels: [of],
		events: ['message', 'status'],
		options: { sender },
	});
	await set.run();
	return set;
}

export async function infobipTexts(stage: ChannelStage): Promise<Broken<InfobipChannelFault>> {
	const number = SMS.phoneNumber;
	const events = await listener(stage.lab, 'infobip', number, 'manual');
	const check = await stage.operation('infobip', 'channel', 'check', {
		reportAs: 'channel',
		name: 'Sunrise_SMS',
		sender: byId(number),
		channels: ['SMS'],
		callbackUrl: events.url,
		options: { leastBalance: 10 },
	});
	const buy = await stage.operation('infobip', 'number', 'buy', { country: 'US', available: byId(number) });
	const own = await stage.operation('infobip', 'number', 'getMany', { filters: { phoneNumber: number } });
	const follow = await stage.operation('infobip', 'number', 'setInboundAction', {
		numberKey: byId(fromBody('numberKey')),
		channel: 'SMS',
		inboundAction: 'none',
	});
	const register = await webhookOf(stage, events, 'SMS', number);
	const name = `Number ${number.slice(1)} (SMS)`;

	return {
		look: () => check.run(),
		hears: () => stage.hears(events, 'infobip', number),
		rows: [
			['keyReplaced', 'API key', () => stage.credential('infobip', { apiKey: REPLACED_KEY })],
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

export async function infobipWhatsApp(stage: ChannelStage): Promise<Broken<InfobipChannelFault>> {
	const number = WHATSAPP.phoneNumber;
	const sender = byId(number);
	const events = await listener(stage.lab, 'infobip', number, 'manual');
	const check = await stage.operation('infobip', 'channel', 'check', {
		reportAs: 'channel',
		name: 'Sunrise_WhatsApp',
		sender,
		channels: ['WHATSAPP'],
		callbackUrl: events.url,
	});
	const requestCode = await stage.operation('infobip', 'number', 'requestCode', { sender });
	const verifyCode = await stage.operation('infobip', 'number', 'verifyCode', {
		sender,
		code: fromBody('code'),
	});
	const create = await stage.operation('infobip', 'template', 'create', { sender, ...TEMPLATE });
	const register = await webhookOf(stage, events, 'WHATSAPP', number);
	const name = `WhatsApp sender ${number.slice(1)}`;

	return {
		look: () => check.run(),
		hears: () => stage.hears(events, 'infobip', number),
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
