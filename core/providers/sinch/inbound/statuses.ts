import { z } from 'zod';
import type { JsonObject, JsonValue, MessageStatus, MessagingEvent, StatusEvent } from '../../../events';
import { conversationKey, toAddress } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject, listOf, rowOf, textOf } from '../../../lib/json';
import { lenient } from '../../../lib/schema';
import { timeFromIso } from '../../../lib/time';
import { isUserId } from '../../../whatsapp/person';
import { reasonError, reportError } from '../errors/classify';
import { readParty, timeOf, unknownEvent, type Callback, type CallbackReader } from './element';

interface StatusMeaning {
	status: MessageStatus;
	final: boolean;
	/** Whether the reason or code beside it explains it; Sinch sends one along with deliveries, too. */
	failed: boolean;
}

/**
 * Words of a receipt (Sinch SDK for Node.js, DeliveryStatus). SWITCHING_CHANNEL means that one channel failed and the
 * message is queued for the next.
 */
const RECEIPTS: Readonly<Record<string, StatusMeaning>> = {
	QUEUED: { status: 'queued', final: false, failed: false },
	QUEUED_ON_CHANNEL: { status: 'queued', final: false, failed: false },
	SWITCHING_CHANNEL: { status: 'queued', final: false, failed: true },
	DELIVERED: { status: 'delivered', final: false, failed: false },
	READ: { status: 'read', final: true, failed: false },
	FAILED: { status: 'failed', final: true, failed: true },
};

const UNKNOWN_STATUS: StatusMeaning = { status: 'unknown', final: false, failed: false };

/** Channels that report no reading, so that nothing comes after the delivery. */
const WITHOUT_READ: ReadonlySet<string | undefined> = new Set(['sms', 'mms']);

function receiptEvent(callback: Callback, word: string, meaning: StatusMeaning): StatusEvent {
	const { status, final, failed } = meaning;
	const { envelope, value, raw } = callback;
	const { channel, address, userId, channelId } = readParty(callback);
	// A contact id is an entry of an address book, not an address.
	const to = address ?? (userId !== undefined && isUserId(userId) ? userId : undefined);
	const messageId = idOf(value.message_id);
	const id = messageId ?? contentHash(raw);
	return compact<StatusEvent>({
		kind: 'status',
		provider: 'sinch',
		channel,
		id,
		eventKey: ['sinch:status', id, channel, word].filter(Boolean).join(':'),
		timestamp: timeOf(callback),
		to,
		channelId,
		conversationKey: conversationKey('sinch', channelId, address ?? userId),
		messageId,
		status,
		final: final || (status === 'delivered' && WITHOUT_READ.has(channel)),
		callbackData: envelope.correlation_id ?? envelope.message_metadata ?? textOf(value.metadata),
		error: failed ? reasonError(value.reason) : undefined,
		raw,
	});
}

/** MESSAGE_DELIVERY: what became of a message that we sent, on the channel that it was tried on. */
export const readDelivery: CallbackReader = (callback) => {
	const word = textOf(callback.value.status);
	if (word === undefined) return undefined;
	return receiptEvent(callback, word, rowOf(RECEIPTS, word.toUpperCase()) ?? UNKNOWN_STATUS);
};

/** MESSAGE_SUBMIT: the message was handed to the channel. The text in it is our own, not a message of a person. */
export const readSubmit: CallbackReader = (callback) =>
	receiptEvent(callback, 'SUBMITTED', { status: 'queued', final: false, failed: false });

/** Words of a delivery report (Sinch, Delivery reports). Unknown is final: the operator gave no usable receipt. */
const REPORTS: Readonly<Record<string, StatusMeaning>> = {
	queued: { status: 'queued', final: false, failed: false },
	dispatched: { status: 'sent', final: false, failed: false },
	delivered: { status: 'delivered', final: true, failed: false },
	aborted: { status: 'failed', final: true, failed: true },
	failed: { status: 'failed', final: true, failed: true },
	cancelled: { status: 'cancelled', final: true, failed: true },
	rejected: { status: 'rejected', final: true, failed: true },
	deleted: { status: 'deleted', final: true, failed: true },
	expired: { status: 'expired', final: true, failed: true },
	unknown: { status: 'unknown', final: true, failed: false },
};

const headSchema = z.object({
	type: z.string(),
	batch_id: lenient(idOf),
	client_reference: lenient(textOf),
});

type Head = z.output<typeof headSchema>;

interface Line {
	code?: string;
	status: string;
	recipient?: string;
	sender?: string;
	timestamp?: string;
	/** Tells a line without recipient from another one of the same status and code. */
	count?: string;
}

/** The batch is the message, and all its recipients share its id. */
function reportEvent(head: Head, line: Line, raw: JsonValue): StatusEvent {
	const { status, final, failed } = rowOf(REPORTS, line.status.toLowerCase()) ?? UNKNOWN_STATUS;
	const { recipient, sender, timestamp, code, count } = line;
	const { batch_id: batchId, client_reference: callbackData } = head;
	const id = batchId ?? contentHash(raw);
	const key = ['sinch:status', id, recipient ?? `batch.${count ?? ''}`, line.status, code];
	return compact<StatusEvent>({
		kind: 'status',
		provider: 'sinch',
		channel: head.type.endsWith('_mms') ? 'mms' : 'sms',
		id,
		eventKey: key.filter((part) => part !== undefined).join(':'),
		timestamp,
		from: sender,
		to: recipient,
		channelId: sender,
		conversationKey: conversationKey('sinch', sender, recipient),
		messageId: batchId,
		status,
		final,
		callbackData,
		error: failed ? reportError(code, line.status) : undefined,
		raw,
	});
}

const recipientReportSchema = headSchema.extend({
	status: z.string().min(1),
	code: lenient(idOf),
	recipient: lenient(toAddress),
	applied_originator: lenient(toAddress),
	at: lenient(timeFromIso),
});

/** A report about one recipient (modes per_recipient and per_recipient_final). */
export function readRecipientReport(raw: JsonObject): MessagingEvent[] {
	const result = recipientReportSchema.safeParse(raw);
	if (!result.success) return [unknownEvent(raw)];
	const { status, code, recipient, applied_originator: sender, at: timestamp } = result.data;
	return [reportEvent(result.data, compact({ status, code, recipient, sender, timestamp }), raw)];
}

const rowSchema = z.object({
	status: z.string().min(1),
	code: lenient(idOf),
	count: lenient(idOf),
	recipients: z.array(z.unknown()).nullish(),
});

/** Members of a row beside its recipients: what else stands there is not repeated with each of them. */
const ROW_MEMBERS = ['code', 'count', 'status'] as const;

/**
 * A row of a batch report: one event for every recipient, or a single one without `to` where none is named. With several
 * recipients `raw` names the one that the event is about: a row may list a thousand, and a thousand copies of it would be a
 * million addresses.
 */
function readRow(raw: JsonValue, head: Head): MessagingEvent[] {
	const result = rowSchema.safeParse(raw);
	if (!result.success || !isJsonObject(raw)) return [unknownEvent(raw)];
	const { status, code, count, recipients } = result.data;
	if (!recipients || recipients.length === 0) {
		return [reportEvent(head, compact<Line>({ status, code, count }), raw)];
	}
	const own = Object.fromEntries(ROW_MEMBERS.flatMap((name) => (name in raw ? [[name, raw[name]]] : [])));
	return listOf(recipients).map((given) => {
		const part = recipients.length === 1 ? raw : { ...own, recipients: [given] };
		const recipient = toAddress(given);
		return recipient === undefined
			? unknownEvent(part)
			: reportEvent(head, compact<Line>({ status, code, recipient }), part);
	});
}

/** A report about a batch: mode `full` names its recipients, mode `summary` counts them. */
export function readBatchReport(raw: JsonObject): MessagingEvent[] {
	const head = headSchema.safeParse(raw);
	if (!head.success || !Array.isArray(raw.statuses)) return [unknownEvent(raw)];
	return listOf(raw.statuses).flatMap((row) => readRow(row, head.data));
}
