import type { InfobipTarget } from './target';
import type { ManualStep } from '../../../webhooks/registration';
import { urlToEnter, withoutSecrets } from '../../../webhooks/callback-url';
import type { Subscription } from './subscriptions';
import { wantedEvents } from './webhook-events';

const PLACE = 'Infobip Portal → Developer Tools → Subscriptions Management';
const LINK = 'https://portal.infobip.com/';

function authentication({ basic, header, hmac }: InfobipTarget['secrets']): ManualStep['values'] {
	const field = 'Authentication';
	return [
		...(basic
			? [{ field, value: "Basic, with the credential's Webhook User Name and Webhook Password" }]
			: []),
		...(header ? [{ field: `Header ${header.name}`, value: "the credential's Webhook Header Value" }] : []),
		...(hmac ? [{ field, value: "HMAC, with the credential's Signature Key" }] : []),
	];
}

/** A subscription per channel (Infobip, Manage your event subscriptions). */
export function manualSteps({ callbackUrl, channels, kinds, secrets, sender }: InfobipTarget): ManualStep[] {
	return wantedEvents(channels, kinds).map(({ channel, events }) => ({
		place: `${PLACE} → Subscriptions`,
		action: `Choose "Create subscription", the category ${channel} and these events, with a notification profile that holds the URL.`,
		values: [
			...events.map((value) => ({ field: 'Event', value })),
			{ field: 'Webhook URL', value: urlToEnter(callbackUrl) },
			...authentication(secrets),
			...(sender === undefined ? [] : [{ field: 'Resource', value: sender }]),
		],
		link: LINK,
	}));
}

/** Without groups an event goes to one of the subscriptions that it matches (Infobip, Subscription groups). */
export function separateSubscriptions({ channel, name }: Subscription): ManualStep {
	return {
		place: `${PLACE} → Subscriptions`,
		action: `"${name}" listens to the same events of ${channel} for other senders. Put it and "n8n Messaging Trigger" into different groups if one of them stays silent.`,
		values: [{ field: 'Subscription', value: name }],
		link: LINK,
	};
}

/** The setting of a number wins over every subscription (Infobip, Configure your inbound messages). */
export function followSubscriptions(sender: string, forwardsTo: string): ManualStep {
	return {
		place: 'Infobip Portal → Channels and Numbers → Numbers',
		action:
			'Open the number, and under its keywords set the forwarding action to follow the subscription: as it is, received messages go to another URL.',
		values: [
			{ field: 'Number', value: sender },
			{ field: 'Forwards to', value: withoutSecrets(forwardsTo) },
		],
		link: LINK,
	};
}
