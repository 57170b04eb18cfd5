import type { EventKind } from '../../../events';
import { INFOBIP_CHANNELS, type InfobipChannel } from './target';

type Events = Partial<Record<EventKind, readonly string[]>>;

const TEXT_MESSAGES: Events = { message: ['INBOUND_MESSAGE'], status: ['CLICK', 'DELIVERY'] };

/** Events of a subscription by what comes of them (Infobip, OpenAPI 3.210.0, Subscriptions). */
const EVENTS: Record<InfobipChannel, Events> = {
	SMS: TEXT_MESSAGES,
	MMS: TEXT_MESSAGES,
	WHATSAPP: {
		message: ['INBOUND_MESSAGE'],
		status: ['CLICK', 'DELIVERY', 'SEEN'],
		consent: ['MARKETING_SUBSCRIPTION_UPDATE'],
		account: [
			'ACCOUNT_REGISTRATION',
			'ACCOUNT_UPDATE_NOTIFICATION',
			'BUSINESS_APP_CONTACT_SYNC',
			'BUSINESS_APP_MESSAGE_ECHO',
			'BUSINESS_APP_MESSAGE_HISTORY',
			'IDENTITY_CHANGE',
			'PAYMENT_STATUS',
			'TEMPLATE_UPDATE',
		],
	},
	BLOCKLIST: { consent: ['BLOCK', 'UNBLOCK'] },
	REGISTRATION: {
		account: [
			'BRAND_AUTH_UPDATE',
			'BRAND_STATUS_UPDATE',
			'BRAND_VET_UPDATE',
			'CAMPAIGN_NETWORK_STATUS_UPDATE',
			'CAMPAIGN_STATUS_UPDATE',
			'RESOURCE_REQUEST_FOC_DATE_CHANGE',
			'RESOURCE_REQUEST_REMINDER',
			'RESOURCE_REQUEST_STATUS_UPDATE',
		],
	},
};

export function eventsFor(channel: InfobipChannel, kinds: readonly EventKind[]): string[] {
	return [...new Set(kinds.flatMap((kind) => EVENTS[channel][kind] ?? []))].sort();
}

/** The chosen channels on which anything wanted can happen, with their events. */
export function wantedEvents(
	channels: readonly InfobipChannel[] | undefined,
	kinds: readonly EventKind[],
): { channel: InfobipChannel; events: string[] }[] {
	return [...new Set(channels ?? INFOBIP_CHANNELS)]
		.map((channel) => ({ channel, events: eventsFor(channel, kinds) }))
		.filter(({ events }) => events.length > 0);
}
