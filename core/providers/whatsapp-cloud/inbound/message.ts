import { z } from 'zod';
import type { AccountEvent, JsonObject, JsonValue, MessageEvent, MessagingEvent } from '../../../events';
import { conversationKey, toAddress } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject, listOf, objectOf, textOf, toJsonValue } from '../../../lib/json';
import { lenient, requiredId } from '../../../lib/schema';
import { timeFromEpoch } from '../../../lib/time';
import { writerFields, type Person } from '../../../whatsapp/person';
import { unknownEvent, type Change } from './element';
import { readContent } from './content';
import { inboundError } from '../errors/classify';

const messageSchema = z.object({
	id: requiredId,
	from: lenient(idOf),
	from_user_id: lenient(idOf),
	from_parent_user_id: lenient(idOf),
	identity: lenient(objectOf),
	group_id: lenient(idOf),
	timestamp: lenient(timeFromEpoch),
	context: lenient(objectOf),
	referral: lenient(objectOf),
	system: lenient(objectOf),
	errors: lenient((errors) => listOf(errors).find(isJsonObject)),
});

type Envelope = z.output<typeof messageSchema>;

/** The writer of a message. A person who changed the user id is the one of before, as `from` is the number of before. */
function writer(
	{ from, from_user_id, from_parent_user_id, identity, system }: Envelope,
	{ people }: Change,
): Person {
	const person = people.identify(from, from_user_id ?? idOf(system?.previous_user_id));
	const hash = textOf(identity?.hash) ?? textOf(objectOf(system?.identity)?.hash);
	return {
		...person,
		parentUserId: from_parent_user_id ?? idOf(system?.previous_parent_user_id) ?? person.parentUserId,
		identityHash: hash ?? person.identityHash,
	};
}

/** Notices of a person's new number or user id (Meta, system messages webhook; `customer_…` in older payloads). */
const MOVES: ReadonlySet<string> = new Set([
	'user_changed_number',
	'user_changed_user_id',
	'customer_changed_number',
]);

/** Both identities of a person who has a new one, so that consent and conversation can move. */
function moveFields({ system }: Envelope, before: Person, { channelId }: Change) {
	if (system === undefined || !MOVES.has(textOf(system.type) ?? '')) return {};
	const newAddress = toAddress(system.wa_id ?? system.new_wa_id);
	const newUserId = idOf(system.user_id);
	return {
		previousAddress: before.address,
		newAddress,
		previousUserId: before.userId,
		newUserId,
		previousParentUserId: before.parentUserId,
		newParentUserId: idOf(system.parent_user_id),
		newConversationKey: conversationKey('whatsAppCloud', channelId, newAddress ?? newUserId),
	};
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
		...writerFields(person),
		to: change.businessNumber,
		fromName: person.name,
		fromIdentityHash: person.identityHash,
		...moveFields(envelope.data, person, change),
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
