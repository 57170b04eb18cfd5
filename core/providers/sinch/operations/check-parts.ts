import { blameBy, judgeBy, judged, type Check, type Result } from '../../../operations/checks';
import { listOf, objectOf, textOf } from '../../../lib/json';
import type { Reply } from '../../../http/ask';
import { templates } from '../outbound/templates';
import { credentialsOf, identityOf } from './app';
import { linkOf, numberItem } from './number-item';
import { SENDER_STEPS, senderItem } from './sender-item';
import { knownError } from '../errors/classify';

export const faultOf = blameBy(knownError);
const judgedReply = judgeBy(faultOf);

const DASHBOARD = 'https://dashboard.sinch.com/';

/** The list of apps tells whether key and project belong together, in this region. */
export function checkCredential(apps: Reply): Check {
	return judgedReply('Access key', 'valid for the project', 'credential', apps, () => ({
		state: 'ok',
		found: 'accepted',
	}));
}

/** Whether an app has any channel, without which it receives nothing. */
export function checkChannels(app: Reply): Check {
	return judgedReply('Conversation app', 'in this region, with a channel', 'field', app, (body) => {
		const name = textOf(objectOf(body)?.display_name) ?? 'the app';
		const channels = credentialsOf(body).flatMap(({ channel }) => textOf(channel) ?? []);
		if (channels.length > 0) return { state: 'ok', found: `${name}: ${channels.join(', ')}` };
		const nextStep = 'Add a channel to the app in the Sinch Build Dashboard under Conversation API → Apps.';
		return { state: 'failed', found: `${name}: no channel`, nextStep };
	});
}

/** @param wanted the channel, and its own id in the app where it is known */
export function checkApp(app: Reply, wanted: { channel: string; identity?: string | undefined }): Check {
	const { channel, identity } = wanted;
	return judgedReply('Conversation app', `in this region, with ${channel}`, 'field', app, (body) => {
		const name = textOf(objectOf(body)?.display_name) ?? 'the app';
		const credential = credentialsOf(body).find((one) => one.channel === channel);
		const link = DASHBOARD;
		if (credential === undefined) {
			const nextStep =
				channel === 'WHATSAPP'
					? 'Link the sender to the app with Number: Link to App.'
					: 'Add SMS to the app in the Sinch Build Dashboard under Conversation API → Apps.';
			return { state: 'failed', found: `${name}: no ${channel}`, nextStep, link };
		}
		const held = identityOf(credential);
		if (identity !== undefined && held !== undefined && held !== identity) {
			const nextStep = `Link the app with ${identity}, or choose ${held} in the channel.`;
			return { state: 'failed', found: `${name}: ${held}`, nextStep, link };
		}
		const state = textOf(objectOf(credential.state)?.status);
		if (state === 'FAILING') {
			const nextStep =
				'Enter the token of the channel again in the Sinch Build Dashboard under Conversation API → Apps.';
			return { state: 'failed', found: `${name}: ${channel} is failing`, nextStep, link };
		}
		if (state === 'PENDING') {
			const nextStep = 'Wait until Sinch has set the channel of the app up.';
			return { state: 'warning', found: `${name}: ${channel} is pending`, nextStep };
		}
		return { state: 'ok', found: `${name}: ${channel}` };
	});
}

function linkResult(body: unknown, servicePlanId: string | undefined): Result {
	const link = linkOf(objectOf(body) ?? {});
	const found = link.servicePlanId ?? 'no service plan';
	if (link.status === 'FAILED') {
		const nextStep =
			'Unlink the number with Number: Update and link it again; for the US compare the campaign.';
		return { state: 'failed', found: ['linking failed', ...link.errorCodes].join(': '), nextStep };
	}
	if (link.servicePlanId === undefined && link.scheduledPlanId !== undefined) {
		const nextStep = 'Wait until Sinch has linked the number.';
		return { state: 'warning', found: `being linked with ${link.scheduledPlanId}`, nextStep };
	}
	if (
		link.servicePlanId === undefined ||
		(servicePlanId !== undefined && servicePlanId !== link.servicePlanId)
	) {
		const nextStep = `Link the number with the service plan ${servicePlanId ?? 'of the channel'} with Number: Update.`;
		return { state: 'failed', found, nextStep };
	}
	return { state: 'ok', found };
}

/** A number of the project that is linked with the plan from which the channel sends. */
export function checkNumber(number: Reply, sender: string, servicePlanId: string | undefined): Check[] {
	const name = `Number ${sender}`;
	if (!number.ok && number.status === 404) {
		const nextStep = 'Choose a number of this project, or rent it with Number: Activate.';
		return [
			judged(name, 'of the project, for SMS', 'field', {
				state: 'failed',
				found: 'not a number of this project',
				nextStep,
			}),
		];
	}
	const present = judgedReply(name, 'of the project, for SMS', 'field', number, (body) => {
		const [item] = numberItem(objectOf(body) ?? {});
		const found = listOf(item?.capabilities).flatMap((one) => textOf(one) ?? []);
		if (found.includes('SMS')) return { state: 'ok', found: found.join(', ') };
		const nextStep =
			'Choose a number that can carry SMS, or rent one with Number: Search and Number: Activate.';
		return { state: 'failed', found: found.join(', ') || 'nothing', nextStep };
	});
	if (!number.ok) return [present];
	return [
		present,
		judged(
			'Link to service plan',
			servicePlanId ?? 'a service plan',
			'field',
			linkResult(number.body, servicePlanId),
		),
	];
}

/** Reading the batches shows that plan, region and token fit together. */
export function checkServicePlan(batches: Reply, servicePlanId: string): Check {
	return judgedReply('SMS delivery path', 'service plan reachable in this region', 'field', batches, () => ({
		state: 'ok',
		found: servicePlanId,
	}));
}

export function checkSender(sender: Reply, senderId: string): Check[] {
	const name = `WhatsApp sender ${senderId}`;
	if (!sender.ok && sender.status === 404) {
		const nextStep =
			'Choose a sender of this project, which Number: Get Senders shows, or create one with Number: Create Sender.';
		const found = 'not a sender of this project';
		return [judged(name, 'ACTIVE', 'field', { state: 'failed', found, nextStep })];
	}
	const [item] = sender.ok ? senderItem(objectOf(sender.body) ?? {}) : [];
	const state = judgedReply(name, 'ACTIVE', 'field', sender, () => {
		const status = textOf(item?.status) ?? 'UNKNOWN';
		const found = [status, textOf(item?.errorReason)].flatMap((part) => part ?? []).join(': ');
		if (status === 'ACTIVE') return { state: 'ok', found };
		const nextStep =
			SENDER_STEPS[status] ?? 'Look at the sender in the Sinch Build Dashboard under WhatsApp.';
		return { state: status === 'IN_PROGRESS' ? 'warning' : 'failed', found, nextStep };
	});
	if (item === undefined) return [state];
	const rating = textOf(item.qualityRating) ?? 'UNKNOWN';
	const advice: Readonly<Record<string, Result['state']>> = { RED: 'warning', YELLOW: 'warning' };
	const result: Result = {
		state: advice[rating] ?? 'ok',
		found: rating,
		nextStep:
			advice[rating] === undefined
				? ''
				: 'Send fewer messages, to people who asked for them, and see which templates they block.',
	};
	return [state, judged('Quality', 'GREEN', 'entitlement', result)];
}

export function checkTemplates(reply: Reply): Check {
	return judgedReply('Approved template', 'at least one', 'field', reply, (body) => {
		const { rows } = templates.readPage(body);
		const approved = rows.flatMap(templates.readRow).find(({ sendable }) => sendable);
		if (approved !== undefined) return { state: 'ok', found: approved.name };
		const nextStep =
			'Create a template with Template: Create and wait for its approval: without one nobody can be written to first.';
		return { state: 'failed', found: 'none', nextStep };
	});
}
