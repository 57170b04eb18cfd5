import type { EventKind } from '../../../events';
import type { ManualStep } from '../../../webhooks/registration';
import type { SinchTarget } from './target';
import { urlToEnter } from '../../../webhooks/callback-url';

const DASHBOARD = 'https://dashboard.sinch.com/';

/** Webhook triggers by the events that come of them (Sinch, Conversation API: Webhooks). */
const TRIGGERS: Record<EventKind, readonly string[]> = {
	message: ['EVENT_INBOUND', 'MESSAGE_INBOUND'],
	status: ['MESSAGE_DELIVERY'],
	consent: ['OPT_IN', 'OPT_OUT'],
	account: [
		'CAPABILITY',
		'CHANNEL_EVENT',
		'CONTACT_CREATE',
		'CONTACT_DELETE',
		'CONTACT_IDENTITIES_DUPLICATION',
		'CONTACT_MERGE',
		'CONTACT_UPDATE',
	],
	unknown: ['UNSUPPORTED'],
};

export function triggersFor(kinds: readonly EventKind[]): string[] {
	return [...new Set(kinds.flatMap((kind) => TRIGGERS[kind]))].sort();
}

/** The callback URL of a service plan, which no public API sets. */
export function smsStep({ callbackUrl, servicePlanId }: SinchTarget): ManualStep {
	return {
		place: 'Sinch Build Dashboard → SMS → Service APIs',
		action:
			'Open the service plan, add the callback URL and save. It serves received messages and, where a message asks for them, delivery reports.',
		values: [
			{ field: 'Service plan', value: servicePlanId ?? '' },
			{ field: 'Callback URL', value: urlToEnter(callbackUrl) },
		],
		link: DASHBOARD,
	};
}

function webhookStep({ callbackUrl, kinds }: SinchTarget): ManualStep {
	return {
		place: 'Sinch Build Dashboard → Conversation API → Apps → your app → Webhooks',
		action: 'Choose "Add Webhook", enter the values and save. An app has room for five.',
		values: [
			{ field: 'Target Type', value: 'HTTP' },
			{ field: 'Target URL', value: urlToEnter(callbackUrl) },
			{ field: 'Secret', value: "the credential's Webhook Secret" },
			...triggersFor(kinds).map((value) => ({ field: 'Trigger', value })),
		],
		link: DASHBOARD,
	};
}

export function manualSteps(target: SinchTarget): ManualStep[] {
	return [
		...(target.appId === undefined ? [] : [webhookStep(target)]),
		...(target.servicePlanId === undefined ? [] : [smsStep(target)]),
	];
}
