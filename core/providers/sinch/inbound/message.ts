import { z } from 'zod';
import type { JsonObject, MessageEvent } from '../../../events';
import { conversationKey, toAddress } from '../../../lib/phone/address';
import type { MessageContent } from '../../../webhooks/content';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { lenient, requiredId } from '../../../lib/schema';
import { timeFromIso } from '../../../lib/time';
import { readChannelEvent, readEcho } from './account-events';
import { readContactMessage, readMmsBody } from './content';
import { addressOn, readParty, timeOf, type Callback, type CallbackReader } from './element';

function messageEvent(callback: Callback, content: MessageContent): MessageEvent {
	const { value, raw } = callback;
	const { channel, address, userId, channelId } = readParty(callback);
	const id = idOf(value.id) ?? contentHash(raw);
	return compact<MessageEvent>({
		kind: 'message',
		provider: 'sinch',
		channel,
		id,
		eventKey: `sinch:message:${id}`,
		timestamp: timeFromIso(value.accept_time) ?? timeOf(callback),
		from: address,
		to: addressOn(channel, value.sender_id),
		fromUserId: userId,
		channelId,
		conversationKey: conversationKey('sinch', channelId, address ?? userId),
		...content,
		raw,
	});
}

/** MESSAGE_INBOUND. Messages of the business come in the same notification and are not messages of a person. */
export const readMessage: CallbackReader = (callback) => {
	const { value } = callback;
	if (value.direction === 'TO_CONTACT' || value.app_message !== undefined) return readEcho(callback);
	const message = objectOf(value.contact_message);
	const content = message && readContactMessage(message);
	return content && messageEvent(callback, content);
};

const reactionSchema = z.object({
	emoji: lenient(textOf),
	action: lenient(textOf),
	message_id: lenient(idOf),
});

/** EVENT_INBOUND: a reaction is said by a person; typing, comments, payments and the like only happen. */
export const readInboundEvent: CallbackReader = (callback) => {
	const reaction = reactionSchema.safeParse(objectOf(callback.value.contact_message_event)?.reaction_event);
	if (!reaction.success) return readChannelEvent('EVENT_INBOUND')(callback);
	const { emoji, action, message_id } = reaction.data;
	return messageEvent(callback, {
		type: 'reaction',
		text: action === 'REACTION_ACTION_UNREACT' ? undefined : emoji,
		replyToId: message_id,
	});
};

type SmsBodyReader = (body: unknown, udh: string | undefined) => MessageContent | undefined;

const readText: SmsBodyReader = (body) =>
	typeof body === 'string' ? { type: 'text', text: textOf(body) } : undefined;

/** Base64 of bytes whose meaning only sender and receiver know, so there is neither a text nor a keyword in it. */
const readBinary: SmsBodyReader = (body, udh) => {
	if (typeof body !== 'string') return undefined;
	const payload: JsonObject = udh === undefined ? { body } : { body, udh };
	return { type: 'unsupported', payload };
};

const SMS_READERS: Readonly<Record<string, SmsBodyReader>> = {
	mo_text: readText,
	mo_binary: readBinary,
	mo_media: readMmsBody,
};

const smsSchema = z.object({
	type: z.string(),
	id: lenient(idOf),
	from: requiredId,
	to: lenient(toAddress),
	body: z.unknown(),
	udh: lenient(textOf),
	received_at: lenient(timeFromIso),
});

/** An inbound SMS or MMS. The callback does not name the service plan, so our number is the channel's id. */
export function readSms(raw: JsonObject): MessageEvent | undefined {
	const result = smsSchema.safeParse(raw);
	if (!result.success) return undefined;
	const { type, from, to, body, udh, received_at } = result.data;
	const content = rowOf(SMS_READERS, type)?.(body, udh);
	if (content === undefined) return undefined;
	const address = toAddress(from);
	const id = result.data.id ?? contentHash(raw);
	return compact<MessageEvent>({
		kind: 'message',
		provider: 'sinch',
		channel: type === 'mo_media' ? 'mms' : 'sms',
		id,
		eventKey: `sinch:message:${id}`,
		timestamp: received_at,
		from: address,
		to,
		channelId: to,
		conversationKey: conversationKey('sinch', to, address),
		...content,
		raw,
	});
}
