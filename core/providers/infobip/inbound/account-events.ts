import { z } from 'zod';
import type { AccountEvent, AccountEventName, JsonObject } from '../../../events';
import { toAddress } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { lenient, requiredObject } from '../../../lib/schema';
import { timeFromIso } from '../../../lib/time';
import type { ElementReader } from './element';

type Reading = Partial<Pick<AccountEvent, 'channel' | 'id' | 'timestamp' | 'channelId'>>;

function accountEvent(
	event: AccountEventName,
	details: JsonObject,
	raw: JsonObject,
	reading: Reading,
): AccountEvent {
	const hash = contentHash(raw);
	return compact<AccountEvent>({
		kind: 'account',
		provider: 'infobip',
		id: hash,
		...compact(reading),
		eventKey: `infobip:${event}:${hash}`,
		event,
		details,
		raw,
	});
}

/**
 * Events of the subscriptions API by their name in `results[].event`. Those of the WhatsApp Business app are listed by
 * name only in the specification: they are recognised by name, so that a text which the business wrote on its own phone is
 * not taken for a message of a customer.
 */
const NAMED_EVENTS: Readonly<Record<string, AccountEventName>> = {
	RESOURCE_REQUEST_STATUS_UPDATE: 'numberUpdate',
	RESOURCE_REQUEST_REMINDER: 'numberUpdate',
	RESOURCE_REQUEST_FOC_DATE_CHANGE: 'numberUpdate',
	BRAND_STATUS_UPDATE: 'numberUpdate',
	BRAND_AUTH_UPDATE: 'numberUpdate',
	BRAND_VET_UPDATE: 'numberUpdate',
	CAMPAIGN_STATUS_UPDATE: 'numberUpdate',
	CAMPAIGN_NETWORK_STATUS_UPDATE: 'numberUpdate',
	AI_CAMPAIGN_FEEDBACK: 'numberUpdate',
	AI_CAMPAIGN_BUILDER: 'numberUpdate',
	ACCOUNT_REGISTRATION: 'numberUpdate',
	ACCOUNT_UPDATE_NOTIFICATION: 'accountUpdate',
	BUSINESS_APP_CONTACT_SYNC: 'contactUpdate',
	BUSINESS_APP_MESSAGE_ECHO: 'echo',
	BUSINESS_APP_MESSAGE_HISTORY: 'history',
};

/** Registration of numbers, brands and campaigns, and other events that name themselves. */
export const readNamedEvent: ElementReader = (raw) => {
	const name = textOf(raw.event);
	const event = rowOf(NAMED_EVENTS, name);
	const content = objectOf(raw.content);
	if (name === undefined || event === undefined || content === undefined) return undefined;
	return accountEvent(event, { event: name, ...content }, raw, {
		id: idOf(content.id) ?? idOf(raw.messageId),
		timestamp: timeFromIso(raw.receivedAt),
	});
};

const TEMPLATE_CHANGES: Readonly<Record<string, AccountEventName>> = {
	TEMPLATE_STATUS_UPDATE: 'templateStatus',
	TEMPLATE_CATEGORY_UPDATE: 'templateCategory',
	TEMPLATE_QUALITY_UPDATE: 'templateQuality',
};

/** A template was approved or refused, or got another category or quality. Details are the whole notification. */
export const readTemplateUpdate: ElementReader = (raw) => {
	const event = rowOf(TEMPLATE_CHANGES, textOf(objectOf(raw.change)?.type));
	return (
		event &&
		accountEvent(event, raw, raw, {
			channel: 'whatsapp',
			id: idOf(raw.messageTemplateId),
			timestamp: timeFromIso(raw.timestamp),
		})
	);
};

const notificationSchema = z.object({
	from: lenient(toAddress),
	createdAt: lenient(timeFromIso),
	content: requiredObject,
});

/** Notifications with the business in `from` and everything else in `content`. */
function notificationReader(event: AccountEventName): ElementReader {
	return (raw) => {
		const { data } = notificationSchema.safeParse(raw);
		return (
			data &&
			accountEvent(event, data.content, raw, {
				channel: 'whatsapp',
				timestamp: data.createdAt,
				channelId: data.from,
			})
		);
	};
}

/** Somebody has a new phone or a new installation; messages are held back until the identity is confirmed. */
export const readIdentityChange = notificationReader('identityChange');

/** A payment in a conversation went on. */
export const readPayment = notificationReader('channelEvent');
