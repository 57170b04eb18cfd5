import { z } from 'zod';
import type {
	AccountEvent,
	DeliveryError,
	JsonObject,
	JsonValue,
	MessageStatus,
	MessagingEvent,
	Price,
	StatusEvent,
} from '../../../events';
import { conversationKey, toAddress } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject, listOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { lenient, requiredId } from '../../../lib/schema';
import { timeFromEpoch } from '../../../lib/time';
import { isUserId, recipientFields } from '../../../whatsapp/person';
import { unknownEvent, type Change } from './element';
import { statusError } from '../errors/classify';

/**
 * `delivered` may still be followed by `read`; `played` follows the `read` of a voice message only (Meta,
 * Status messages webhook). `deleted` is a word of older payloads.
 */
const STATUSES: Readonly<Record<string, { status: MessageStatus; final: boolean }>> = {
	sent: { status: 'sent', final: false },
	delivered: { status: 'delivered', final: false },
	read: { status: 'read', final: true },
	played: { status: 'played', final: true },
	failed: { status: 'failed', final: true },
	deleted: { status: 'deleted', final: true },
};

const UNKNOWN_STATUS = { status: 'unknown', final: false } as const;

const statusSchema = z.object({
	id: requiredId,
	status: z.string().min(1),
	timestamp: lenient(timeFromEpoch),
	recipient_id: lenient(idOf),
	recipient_user_id: lenient(idOf),
	recipient_parent_user_id: lenient(idOf),
	recipient_identity_key_hash: lenient(textOf),
	recipient_participant_id: lenient(idOf),
	recipient_participant_user_id: lenient(idOf),
	biz_opaque_callback_data: lenient(textOf),
	pricing: lenient(objectOf),
	errors: lenient(listOf),
});

/** Only `type` says it after `billable`, which Meta is removing (Meta, Status messages webhook). */
const BILLED: Readonly<Record<string, boolean>> = {
	regular: true,
	free_customer_service: false,
	free_entry_point: false,
};

function readPrice(pricing: JsonObject | undefined): Price | undefined {
	if (pricing === undefined) return undefined;
	const { billable } = pricing;
	const price = compact<Price>({
		category: textOf(pricing.category),
		model: textOf(pricing.pricing_model),
		billable: typeof billable === 'boolean' ? billable : rowOf(BILLED, textOf(pricing.type)),
	});
	return Object.keys(price).length === 0 ? undefined : price;
}

type Report = z.output<typeof statusSchema>;

/** A failure may come with several errors, a general one among them: what says most of what to do counts. */
function mostTelling(errors: JsonValue[]): DeliveryError | undefined {
	const read = errors.map(statusError);
	const known = read.filter(({ cause }) => cause !== 'unknown');
	return known.find(({ retryable }) => !retryable) ?? known[0] ?? read[0];
}

/** The recipient beyond the address. In a group the contacts are its members. */
function recipientOf(report: Report, { people }: Change) {
	const { recipient_id, recipient_user_id, recipient_parent_user_id, recipient_identity_key_hash } = report;
	if (report.recipient_participant_id !== undefined || report.recipient_participant_user_id !== undefined) {
		return {};
	}
	const person = people.identify(recipient_id, recipient_user_id);
	return recipientFields({
		...person,
		parentUserId: recipient_parent_user_id ?? person.parentUserId,
		identityHash: recipient_identity_key_hash ?? person.identityHash,
	});
}

const paymentSchema = z
	.object({
		id: requiredId,
		type: lenient(textOf),
		status: lenient(textOf),
		timestamp: lenient(timeFromEpoch),
		payment: lenient(objectOf),
	})
	.refine(({ type, payment }) => type === 'payment' || payment !== undefined);

/**
 * What became of a payment stands among the statuses of messages, and is none of them: a declined card is not a message that
 * was not delivered. Each try is a transaction of its own (Meta, Payments API: webhooks).
 */
function readPayment(raw: JsonObject, change: Change): AccountEvent | undefined {
	const { data } = paymentSchema.safeParse(raw);
	if (data === undefined) return undefined;
	const { id, status, timestamp, payment } = data;
	const transaction = objectOf(payment?.transaction);
	const steps = [
		id,
		idOf(transaction?.id) ?? idOf(payment?.reference_id),
		status,
		textOf(transaction?.status),
	];
	return compact<AccountEvent>({
		kind: 'account',
		provider: 'whatsAppCloud',
		channel: 'whatsapp',
		id,
		eventKey: ['whatsAppCloud:payment', ...steps].filter(Boolean).join(':'),
		timestamp,
		channelId: change.channelId,
		event: 'channelEvent',
		details: raw,
		raw,
	});
}

function readStatus(raw: JsonObject, change: Change): MessagingEvent {
	const payment = readPayment(raw, change);
	if (payment !== undefined) return payment;
	const result = statusSchema.safeParse(raw);
	if (!result.success) return unknownEvent(raw, change);
	const report = result.data;
	const { status, final } = rowOf(STATUSES, report.status.toLowerCase()) ?? UNKNOWN_STATUS;
	const { recipient_id, recipient_user_id } = report;
	const recipient =
		recipient_id !== undefined && !isUserId(recipient_id)
			? toAddress(recipient_id)
			: (recipient_user_id ?? recipient_id);
	// In a group every member delivers and reads on their own.
	const member = report.recipient_participant_user_id ?? report.recipient_participant_id;
	return compact<StatusEvent>({
		kind: 'status',
		provider: 'whatsAppCloud',
		channel: 'whatsapp',
		id: report.id,
		eventKey: ['whatsAppCloud:status', report.id, report.status, member].filter(Boolean).join(':'),
		timestamp: report.timestamp,
		from: change.businessNumber,
		to: recipient,
		...recipientOf(report, change),
		channelId: change.channelId,
		conversationKey: conversationKey('whatsAppCloud', change.channelId, recipient),
		messageId: report.id,
		status,
		final,
		callbackData: report.biz_opaque_callback_data,
		error: mostTelling(report.errors),
		price: readPrice(report.pricing),
		raw,
	});
}

export function readStatuses(statuses: JsonValue[], change: Change): MessagingEvent[] {
	return statuses.map((raw) => (isJsonObject(raw) ? readStatus(raw, change) : unknownEvent(raw, change)));
}

const clickSchema = z.object({
	action_type: z.literal('marketing_messages_link_click'),
	timestamp: lenient(timeFromEpoch),
	marketing_messages_link_click_data: lenient(objectOf),
});

/** A click on a link of a marketing message. It names neither the message nor the person. */
function readUserAction(raw: JsonValue, change: Change): MessagingEvent {
	const result = clickSchema.safeParse(raw);
	if (!result.success) return unknownEvent(raw, change);
	const hash = contentHash(raw);
	return compact<StatusEvent>({
		kind: 'status',
		provider: 'whatsAppCloud',
		channel: 'whatsapp',
		id: idOf(result.data.marketing_messages_link_click_data?.click_id) ?? hash,
		eventKey: `whatsAppCloud:click:${hash}`,
		timestamp: result.data.timestamp,
		from: change.businessNumber,
		channelId: change.channelId,
		status: 'clicked',
		final: true,
		raw,
	});
}

export function readUserActions(actions: JsonValue[], change: Change): MessagingEvent[] {
	return actions.map((raw) => readUserAction(raw, change));
}
