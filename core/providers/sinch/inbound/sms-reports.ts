import { z } from 'zod';
import type { JsonObject, JsonValue, MessageStatus, MessagingEvent, StatusEvent } from '../../../events';
import { conversationKey, toAddress } from '../../../lib/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject, listOf, rowOf, textOf } from '../../../lib/json';
import { lenient } from '../../../lib/schema';
import { timeFromIso } from '../../../lib/time';
import { unknownEvent } from './element';
import { reportError } from '../errors/classify';

interface StatusMeaning {
	status: MessageStatus;
	final: boolean;
	failed: boolean;
}

/** Words of a delivery report (Sinch, Delivery reports). Unknown is final: the operator gave no usable receipt. */
const STATUSES: Readonly<Record<string, StatusMeaning>> = {
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

const UNKNOWN_STATUS: StatusMeaning = { status: 'unknown', final: false, failed: false };

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
	/** What tells a line without recipient from another one, beside its status and code. */
	count?: string;
}

/** The batch is the message, and all its recipients share its id. */
function statusEvent(head: Head, line: Line, raw: JsonValue): StatusEvent {
	const { status, final, failed } = rowOf(STATUSES, line.status.toLowerCase()) ?? UNKNOWN_STATUS;
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
	return [statusEvent(result.data, compact({ status, code, recipient, sender, timestamp }), raw)];
}

const rowSchema = z.object({
	status: z.string().min(1),
	code: lenient(idOf),
	count: lenient(idOf),
	recipients: z.array(z.unknown()).nullish(),
});

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
		return [statusEvent(head, compact<Line>({ status, code, count }), raw)];
	}
	return listOf(recipients).map((given) => {
		const part = recipients.length === 1 ? raw : { ...raw, recipients: [given] };
		const recipient = toAddress(given);
		return recipient === undefined
			? unknownEvent(part)
			: statusEvent(head, compact<Line>({ status, code, recipient }), part);
	});
}

/** A report about a batch: mode `full` names its recipients, mode `summary` counts them. */
export function readBatchReport(raw: JsonObject): MessagingEvent[] {
	const head = headSchema.safeParse(raw);
	if (!head.success || !Array.isArray(raw.statuses)) return [unknownEvent(raw)];
	return listOf(raw.statuses).flatMap((row) => readRow(row, head.data));
}
