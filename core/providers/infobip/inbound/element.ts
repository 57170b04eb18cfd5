import type { JsonObject, JsonValue, MessagingEvent, UnknownEvent } from '../../../events';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject, textOf } from '../../../lib/json';
import { personOf, type Person } from '../../../whatsapp/person';

/**
 * Reads one element of a call whose kind was recognised.
 *
 * @returns `undefined` where something is missing without which the event makes no sense
 */
export type ElementReader = (element: JsonObject) => MessagingEvent | undefined;

/** Channels by Infobip's names (`WHATSAPP`, `VIBER`). */
export function channelOf(value: unknown): string | undefined {
	return textOf(value)?.toLowerCase();
}

/** An event with what is not understood, as it came. Without an id of its own, a hash of the content is its id. */
export function unknownEvent(raw: JsonValue): UnknownEvent {
	const hash = contentHash(raw);
	return compact<UnknownEvent>({
		kind: 'unknown',
		provider: 'infobip',
		id: (isJsonObject(raw) ? idOf(raw.messageId) : undefined) ?? hash,
		eventKey: `infobip:unknown:${hash}`,
		raw,
	});
}

/**
 * The person whom an element of WhatsApp names by an address and a `contact` beside it. Whoever hides the phone number has
 * a business-scoped user id instead, in `contact` and possibly in place of the address.
 */
export function readWhatsAppPerson(given: string | undefined, contact: JsonObject | undefined): Person {
	const person = personOf(idOf(contact?.phoneNumber) ?? given, idOf(contact?.userId));
	return {
		...person,
		parentUserId: idOf(contact?.parentUserId),
		name: textOf(contact?.name),
		username: textOf(contact?.username),
	};
}
