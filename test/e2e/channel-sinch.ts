/** Channels of Sinch, and what can go wrong with them. */
import { WORLD } from '../../sandbox/settings.ts';
import { REPLACED, type SinchChannelFault } from '../../sandbox/sinch/administration/channel-faults.ts';
import { FIRST_SENDER_ID } from '../../sandbox/sinch/administration/sender-record.ts';
import { listener } from './channel-chain.ts';
import { byId } from './channel-flow.ts';
import { type Broken, type ChannelStage, CODE, fromBody, TEMPLATE } from './channel-stage.ts';
import { SMS, WHATSAPP } from '../../sandbox/test/sinch/sinch.ts';

export async function sinchTexts(stage: ChannelStage): Promise<Broken<SinchChannelFault>> {
	const number = SMS.phoneNumber;
	const phoneNumber = byId(number);
	const events = await listener(stage.lab, 'sinch', number, 'automatic');
	const check = await stage.operation('sinch', 'channel', 'check', {
		reportAs: 'channel',
		name: 'Sunrise_SMS',
		channel: 'SMS',
		phoneNumber,
		callbackUrl: events.url,
	});
	const activate = await stage.operation('sinch', 'number', 'activate', {
		country: 'US',
		type: 'LOCAL',
		phoneNumber,
	});
	const update = await stage.operation('sinch', 'number', 'update', {
		phoneNumber,
		changes: { servicePlanId: WORLD.sinch.servicePlanId },
	});
	const unlink = await stage.operation('sinch', 'number', 'update', {
		phoneNumber,
		changes: { unlink: true },
	});
	const name = `Number ${number}`;

	return {
		look: () => check.run(),
		rows: [
			['keyReplaced', 'Access key', () => stage.credential('sinch', { keySecret: REPLACED.keySecret })],
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
				() => stage.credential('sinch', { smsApiToken: REPLACED.smsApiToken }),
			],
			['smsNotInApp', 'Conversation app'],
			['smsFailing', 'Conversation app'],
			['webhookDeleted', 'Webhook registration', () => stage.publishAgain(events)],
			['webhookElsewhere', 'Webhook registration', () => stage.publishAgain(events)],
		],
	};
}

export async function sinchWhatsApp(stage: ChannelStage): Promise<Broken<SinchChannelFault>> {
	const senderId = byId(FIRST_SENDER_ID);
	const events = await listener(stage.lab, 'sinch', WHATSAPP.phoneNumber, 'automatic');
	const check = await stage.operation('sinch', 'channel', 'check', {
		reportAs: 'channel',
		name: 'Sunrise_WhatsApp',
		channel: 'WHATSAPP',
		senderId,
		callbackUrl: events.url,
	});
	const requestCode = await stage.operation('sinch', 'number', 'requestCode', { senderId });
	const verifyCode = await stage.operation('sinch', 'number', 'verifyCode', {
		senderId,
		code: fromBody('code'),
	});
	const link = await stage.operation('sinch', 'number', 'linkToApp', { senderId });
	const create = await stage.operation('sinch', 'template', 'create', TEMPLATE);
	const name = `WhatsApp sender ${FIRST_SENDER_ID}`;

	return {
		look: () => check.run(),
		hears: () => stage.hears(events, 'sinch', WHATSAPP.phoneNumber),
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
