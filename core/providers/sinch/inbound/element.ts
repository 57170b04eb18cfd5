import { z } from 'zod';
import type { JsonObject, JsonValue, MessagingEvent, UnknownEvent } from '../../../events';
import { hasPhoneNumbers, toAddress } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { idOf, isJsonObject, objectOf, textOf } from '../../../lib/json';
import { lenient } from '../../../lib/schema';
import { timeFromIso } from '../../../lib/time';
import { isUserId } from '../../../whatsapp/person';

/** An event with what is not understood, as it came. Without an id of its own, a hash of the content is its id. */
export function unknownEvent(raw: JsonValue): UnknownEvent {
	const hash = contentHash(raw);
	return {
		kind: 'unknown',
		provider: 'sinch',
		id: (isJsonObject(raw) ? (idOf(raw.id) ?? idOf(raw.batch_id)) : undefined) ?? hash,
		eventKey: `sinch:unknown:${hash}`,
		raw,
	};
}

/** What stands around the notification in every callback of the Conversation API. */
export const envelopeSchema = z.object({
	app_id: lenient(textOf),
	accepted_time: lenient(timeFromIso),
	event_time: lenient(timeFromIso),
	message_metadata: lenient(textOf),
	correlation_id: lenient(textOf),
});

export interface Callback {
	envelope: z.output<typeof envelopeSchema>;
	/** The value under the key that names the notification. */
	value: JsonObject;
	/** The whole body: ids and times are in the envelope. */
	raw: JsonObject;
}

/**
 * Reads the notification of a Conversation callback.
 *
 * @returns `undefined` where something is missing without which the event makes no sense
 */
export type CallbackReader = (callback: Callback) => MessagingEvent | undefined;

/** An address as its channel writes it: E.164 where it is a phone number, an id as given. */
export function addressOn(channel: string | undefined, value: unknown): string | undefined {
	return channel !== undefined && hasPhoneNumbers(channel) ? toAddress(value) : idOf(value);
}

/** The other end of a conversation, the same for what comes in and what goes out. */
export interface Party {
	channel: string | undefined;
	/** E.164 where the channel has phone numbers; absent where the person hides it. */
	address: string | undefined;
	userId: string | undefined;
	channelId: string | undefined;
}

/**
 * The person whom a notification is about. Payloads of before 2022 have `channel` beside the rest instead of a channel
 * identity; contact ids are empty for apps that keep no contacts (Sinch, processing mode DISPATCH).
 */
export function readParty({ envelope, value }: Callback): Party {
	const nested = objectOf(value.channel_identity);
	const channel = (textOf(nested?.channel) ?? textOf(value.channel))?.toLowerCase();
	const identity = idOf(nested?.identity) ?? idOf(value.identity);
	const hidden = channel === 'whatsapp' && identity !== undefined && isUserId(identity);
	return {
		channel,
		address: hidden ? undefined : addressOn(channel, identity),
		userId: hidden ? identity : textOf(value.contact_id),
		channelId: envelope.app_id ?? textOf(nested?.app_id),
	};
}

/** The time at the channel where it is told, else the one at which Sinch took the event in. */
export function timeOf({ envelope }: Callback): string | undefined {
	return envelope.event_time ?? envelope.accepted_time;
}
