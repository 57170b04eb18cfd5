import type { ManualStep } from '../../../webhooks/registration';
import { withoutSecrets } from '../../../webhooks/callback-url';
import type { Subscription } from './subscriptions';

const PLACE = 'Infobip Portal → Developer Tools → Subscriptions Management';
const LINK = 'https://portal.infobip.com/';

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
