import type { MessageStatus, StatusEvent } from '../../../events';
import { conversationKey } from '../../../lib/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, rowOf, textOf } from '../../../lib/json';
import { isUserId } from '../../../whatsapp/user-id';
import { readParty, timeOf, type Callback, type CallbackReader } from './element';
import { reasonError } from '../errors/classify';

interface StatusMeaning {
	status: MessageStatus;
	final: boolean;
	/** Whether `reason` explains it; Sinch sends one along with deliveries, too. */
	failed: boolean;
}

/**
 * Words of a receipt (Sinch SDK for Node.js, DeliveryStatus). SWITCHING_CHANNEL means that one channel failed and the
 * message is queued for the next.
 */
const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	QUEUED_ON_CHANNEL: { status: 'queued', final: false, failed: false },
	SWITCHING_CHANNEL: { status: 'queued', final: false, failed: true },
	DELIVERED: { status: 'delivered', final: false, failed: false },
	READ: { status: 'read', final: true, failed: false },
	FAILED: { status: 'failed', final: true, failed: true },
};

const UNKNOWN_STATUS: StatusMeaning = { status: 'unknown', final: false, failed: false };

/** Channels that report no reading, so that nothing comes after the delivery. */
const WITHOUT_READ: ReadonlySet<string | undefined> = new Set(['sms', 'mms']);

function statusEvent(
	callback: Callback,
	word: string,
	{ status, final, failed }: StatusMeaning,
): StatusEvent {
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
	return statusEvent(callback, word, rowOf(STATUSES, word.toUpperCase()) ?? UNKNOWN_STATUS);
};

/** MESSAGE_SUBMIT: the message was handed to the channel. What it brings along is our own text, nobody's message. */
export const readSubmit: CallbackReader = (callback) =>
	statusEvent(callback, 'SUBMITTED', { status: 'queued', final: false, failed: false });
