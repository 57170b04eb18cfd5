import { z } from 'zod';
import type { AccountEvent, JsonObject, JsonValue, MessageEvent, MessagingEvent } from '../../../events';
import { conversationKey } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject, listOf, objectOf, toJsonValue } from '../../../lib/json';
import { lenient, requiredId } from '../../../lib/schema';
import { timeFromEpoch } from '../../../lib/time';
import { unknownEvent, type Change } from './element';
import { readContent } from './content';
import { inboundError } from '../errors/classify';

const messageSchema = z.object({
	id: requiredId,
	from: lenient(idOf),
	from_user_id: lenient(idOf),
	group_id: lenient(idOf),
	timestamp: lenient(timeFromEpoch),
	context: lenient(objectOf),
	referral: lenient(objectOf),
	system: lenient(objectOf),
	errors: lenient((errors) => listOf(errors)[0]),
});

type Envelope = z.output<typeof messageSchema>;

/** The writer of a message. A person who changed the user id is the one of before, as `from` is the number of before. */
function writer({ from, from_user_id, system }: Envelope, { people }: Change) {
	return people.identify(from, from_user_id ?? idOf(system?.previous_user_id));
}

/**
 * One message of a person. In a group the conversation is the group's, so that an answer does not go astray
 * into the private chat with whoever wrote there.
 *
 * @param valueError an error beside the messages; it explains a message that came without content, and only
 * such
 */
function readMessage(raw: JsonObject, change: Change, valueError: JsonValue | undefined): MessagingEvent {
	const envelope = messageSchema.safeParse(raw);
	if (!envelope.success) return unknownEvent(raw, change);
	const { id, context, group_id, referral, timestamp, errors } = envelope.data;
	const understood = readContent(raw);
	const error = errors ?? (understood === undefined ? valueError : undefined);
	if (understood === undefined && error === undefined) return unknownEvent(raw, change);
	const person = writer(envelope.data, change);
	const content = understood ?? { type: 'unsupported' };
	return compact<MessageEvent>({
		kind: 'message',
		provider: 'whatsAppCloud',
		channel: 'whatsapp',
		id,
		eventKey: `whatsAppCloud:message:${id}`,
		timestamp,
		from: person.address,
		to: change.businessNumber,
		fromUserId: person.userId,
		fromName: person.name,
		channelId: change.channelId,
		conversationKey: conversationKey(
			'whatsAppCloud',
			change.channelId,
			group_id ?? person.address ?? person.userId,
		),
		...content,
		replyToId: content.replyToId ?? idOf(context?.id),
		forwarded: context?.forwarded === true || context?.frequently_forwarded === true ? true : undefined,
		referral,
		error: error === undefined ? undefined : inboundError(error),
		raw,
	});
}

/** Errors that do not belong to a message of the call concern the number as a whole. */
function readValueErrors({ value, entryId, entryTime, channelId }: Change): AccountEvent {
	const errors = toJsonValue(value.errors);
	const hash = contentHash(errors);
	return compact<AccountEvent>({
		kind: 'account',
		provider: 'whatsAppCloud',
		channel: 'whatsapp',
		id: entryId ?? hash,
		eventKey: ['whatsAppCloud:errors', channelId ?? entryId, entryTime, hash].filter(Boolean).join(':'),
		timestamp: entryTime,
		channelId,
		event: 'channelEvent',
		details: { errors },
		raw: errors,
	});
}

/** @param errors errors beside the messages; where messages carry the same ones, they stand there */
export function readMessages(messages: JsonValue[], errors: JsonValue[], change: Change): MessagingEvent[] {
	const [valueError] = errors;
	const events = messages.map((raw) =>
		isJsonObject(raw) ? readMessage(raw, change, valueError) : unknownEvent(raw, change),
	);
	const carried = new Set(events.map((event) => (event.kind === 'message' ? event.error?.code : undefined)));
	const explained = errors.every((error) => carried.has(inboundError(error).code));
	return explained ? events : [...events, readValueErrors(change)];
}
