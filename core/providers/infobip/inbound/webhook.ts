import type { JsonObject, JsonValue, MessagingEvent } from '../../../events';
import { idOf, isJsonObject, listOf, numberOf, objectOf, textOf, toJsonValue } from '../../../lib/json';
import { readIdentityChange, readNamedEvent, readPayment, readTemplateUpdate } from './account-events';
import { unknownEvent, type ElementReader } from './element';
import { readChatMessage, readMms, readSms } from './message';
import { isBlockListEvent, readBlockListEvent, readMarketingPreference } from './preferences';
import { readClick, readReport, readSeen } from './statuses';

interface Recogniser {
	/** Whether the element has the shape that only this kind of event has. */
	matches: (element: JsonObject) => boolean;
	read: ElementReader;
}

function hasStatus({ status }: JsonObject): boolean {
	return isJsonObject(status) && (textOf(status.groupName) ?? numberOf(status.groupId)) !== undefined;
}

function isMarketingPreference({ content }: JsonObject): boolean {
	return textOf(objectOf(content)?.notificationMessagesStatus) !== undefined;
}

function isIdentityChange({ content }: JsonObject): boolean {
	return objectOf(content)?.type === 'user_identity_changed';
}

function isPayment({ content }: JsonObject): boolean {
	return textOf(objectOf(content)?.paymentStatus) !== undefined;
}

/**
 * Elements of `results`, which name their kind only by their shape. The first that matches counts. Events with a name of
 * their own come first, because some carry the message that they are about; an element whose name is not known
 * is not a message either.
 */
const ELEMENTS: readonly Recogniser[] = [
	{ matches: ({ event }) => isBlockListEvent(event), read: readBlockListEvent },
	{ matches: ({ event }) => textOf(event) !== undefined, read: readNamedEvent },
	{ matches: ({ message }) => isJsonObject(message), read: readChatMessage },
	{ matches: ({ message }) => Array.isArray(message), read: readMms },
	{ matches: ({ seenAt }) => textOf(seenAt) !== undefined, read: readSeen },
	{ matches: hasStatus, read: readReport },
	{
		matches: ({ from, text, receivedAt }) =>
			idOf(from) !== undefined && (typeof text === 'string' || textOf(receivedAt) !== undefined),
		read: readSms,
	},
];

/** Bodies without `results`, which are one event. */
const BODIES: readonly Recogniser[] = [
	{ matches: ({ notificationType }) => textOf(notificationType) !== undefined, read: readClick },
	{ matches: ({ messageTemplateId }) => idOf(messageTemplateId) !== undefined, read: readTemplateUpdate },
	{ matches: isMarketingPreference, read: readMarketingPreference },
	{ matches: isIdentityChange, read: readIdentityChange },
	{ matches: isPayment, read: readPayment },
];

function readWith(recognisers: readonly Recogniser[], value: JsonValue): MessagingEvent {
	if (!isJsonObject(value)) return unknownEvent(value);
	const recogniser = recognisers.find(({ matches }) => matches(value));
	return recogniser?.read(value) ?? unknownEvent(value);
}

/**
 * One webhook call to its events, in order: every element of `results` (Infobip sends up to 100 reports in a call), or the
 * body itself where it has none.
 *
 * Each element is read by itself: one that is broken becomes an `unknown` event in its place. Nothing throws, and `raw` is
 * the element itself, not a copy.
 */
export function parseWebhook(body: unknown): MessagingEvent[] {
	if (isJsonObject(body) && Array.isArray(body.results)) {
		return listOf(body.results).map((element) => readWith(ELEMENTS, element));
	}
	return [readWith(BODIES, toJsonValue(body))];
}
