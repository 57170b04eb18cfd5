import type { JsonObject, MessagingEvent } from '../../../events';
import { idOf, isJsonObject, rowOf, textOf, toJsonValue } from '../../../lib/json';
import {
	readCapability,
	readChannelEvent,
	readChannelNotification,
	readContactUpdate,
	readNumbersEvent,
} from './account-events';
import { envelopeSchema, unknownEvent, type CallbackReader } from './element';
import { readInboundEvent, readMessage, readSms } from './message';
import { readOptIn, readOptOut } from './preferences';
import { readBatchReport, readDelivery, readRecipientReport, readSubmit } from './statuses';

/**
 * Callbacks of the Conversation API carry no trigger name: the key under which the notification stands is all that tells
 * them apart (Sinch SDKs for Node.js and Java). A redacted message is a second copy of one that came before, so it is not
 * a message.
 */
const NOTIFICATIONS: Readonly<Record<string, CallbackReader>> = {
	message: readMessage,
	message_delivery_report: readDelivery,
	message_submit_notification: readSubmit,
	event: readInboundEvent,
	event_delivery_report: readChannelEvent('EVENT_DELIVERY'),
	opt_in_notification: readOptIn,
	opt_out_notification: readOptOut,
	capability_notification: readCapability,
	channel_event_notification: readChannelNotification,
	contact_create_notification: readContactUpdate('CONTACT_CREATE'),
	contact_delete_notification: readContactUpdate('CONTACT_DELETE'),
	contact_merge_notification: readContactUpdate('CONTACT_MERGE'),
	contact_update_notification: readContactUpdate('CONTACT_UPDATE'),
	duplicated_contact_identities_notification: readContactUpdate('CONTACT_IDENTITIES_DUPLICATION'),
	conversation_start_notification: readChannelEvent('CONVERSATION_START'),
	conversation_stop_notification: readChannelEvent('CONVERSATION_STOP'),
	conversation_delete_notification: readChannelEvent('CONVERSATION_DELETE'),
	message_redaction: readChannelEvent('MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION'),
	smart_conversation_notification: readChannelEvent('SMART_CONVERSATION'),
	record_notification: readChannelEvent('RECORD_NOTIFICATION'),
	unsupported_callback: readChannelEvent('UNSUPPORTED'),
	// As the SDK for Node.js knows it: a list at the top.
	duplicated_identities: readContactUpdate('CONTACT_IDENTITIES_DUPLICATION'),
};

function readNotification(key: string, read: CallbackReader, raw: JsonObject): MessagingEvent {
	const given = raw[key];
	const value = Array.isArray(given) ? { [key]: given } : given;
	const envelope = envelopeSchema.safeParse(raw);
	if (!isJsonObject(value) || Object.keys(value).length === 0 || !envelope.success) return unknownEvent(raw);
	return read({ envelope: envelope.data, value, raw }) ?? unknownEvent(raw);
}

/** A key with nothing under it announces nothing. */
function readConversation(raw: JsonObject): MessagingEvent[] {
	return Object.entries(NOTIFICATIONS)
		.filter(([key]) => Object.hasOwn(raw, key) && raw[key] !== null)
		.map(([key, read]) => readNotification(key, read, raw));
}

type BodyReader = (body: JsonObject) => MessagingEvent[];

const readMobileOriginated: BodyReader = (body) => [readSms(body) ?? unknownEvent(body)];

/** Callbacks of the SMS API name their kind (Sinch, SMS Webhooks). */
const SMS_TYPES: Readonly<Record<string, BodyReader>> = {
	mo_text: readMobileOriginated,
	mo_binary: readMobileOriginated,
	mo_media: readMobileOriginated,
	delivery_report_sms: readBatchReport,
	delivery_report_mms: readBatchReport,
	recipient_delivery_report_sms: readRecipientReport,
	recipient_delivery_report_mms: readRecipientReport,
};

/** Whether a body is a callback of the SMS API, and is read as nothing else. */
export function isSmsCallback(body: unknown): boolean {
	return isJsonObject(body) && rowOf(SMS_TYPES, textOf(body.type)) !== undefined;
}

function isNumbersEvent({ eventId, resourceId, eventType }: JsonObject): boolean {
	return idOf(eventId) !== undefined && idOf(resourceId) !== undefined && textOf(eventType) !== undefined;
}

function readBody(body: JsonObject): MessagingEvent[] {
	const readSmsCallback = rowOf(SMS_TYPES, textOf(body.type));
	if (readSmsCallback !== undefined) return readSmsCallback(body);
	if (isNumbersEvent(body)) return [readNumbersEvent(body) ?? unknownEvent(body)];
	const events = readConversation(body);
	return events.length > 0 ? events : [unknownEvent(body)];
}

/**
 * One webhook call to its events, in order. The SMS, Conversation and Numbers APIs may call the same address; all but the
 * batch reports of SMS bring a single event.
 *
 * Nothing throws: what is not understood becomes an `unknown` event.
 */
export function parseWebhook(body: unknown): MessagingEvent[] {
	return isJsonObject(body) ? readBody(body) : [unknownEvent(toJsonValue(body))];
}
