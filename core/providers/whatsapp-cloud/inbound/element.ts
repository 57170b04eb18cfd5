import { z } from 'zod';
import type { JsonObject, JsonValue, UnknownEvent } from '../../../events';
import { toAddress } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { lenient } from '../../../lib/schema';
import { personOf, type Person } from '../../../whatsapp/person';

const contactSchema = z.object({
	wa_id: lenient(idOf),
	user_id: lenient(idOf),
	parent_user_id: lenient(idOf),
	identity_key_hash: lenient(textOf),
	profile: lenient(objectOf),
});

type Contact = z.output<typeof contactSchema>;

/**
 * The `contacts` beside the messages of one change. They do not tell an inbound message: status payloads carry them too,
 * and system messages come without.
 */
export class People {
	private readonly contacts: Contact[];
	private readonly byId = new Map<string, Contact>();

	constructor(contacts: unknown) {
		this.contacts = listOf(contacts).flatMap((contact) => contactSchema.safeParse(contact).data ?? []);
		for (const contact of this.contacts) {
			for (const id of [contact.wa_id, contact.user_id]) if (id !== undefined) this.byId.set(id, contact);
		}
	}

	/**
	 * The person whom an element names by phone number (`from`, `wa_id`), by user id, or by both. A contact
	 * that stands alone belongs to the element even where its ids differ: in Meta's own samples of edited
	 * messages they do.
	 */
	identify(phone: string | undefined, userId: string | undefined): Person {
		const contact =
			(userId === undefined ? undefined : this.byId.get(userId)) ??
			(phone === undefined ? undefined : this.byId.get(phone)) ??
			(this.contacts.length === 1 ? this.contacts[0] : undefined);
		return {
			...personOf(phone ?? contact?.wa_id, userId ?? contact?.user_id),
			parentUserId: contact?.parent_user_id,
			name: textOf(contact?.profile?.name),
			username: textOf(contact?.profile?.username),
			identityHash: contact?.identity_key_hash,
		};
	}
}

/** One `changes[]` element of a webhook call, with what its events need to know from around them. */
export interface Change {
	field: string;
	value: JsonObject;
	/** The change as it came. */
	raw: JsonObject;
	/** The WhatsApp Business Account, for partner events the partner's business. */
	entryId: string | undefined;
	/** ISO 8601; only account and template fields carry it. */
	entryTime: string | undefined;
	/** The phone number id; absent from account and template fields. */
	channelId: string | undefined;
	/** The business number in E.164. */
	businessNumber: string | undefined;
	people: People;
}

const metadataSchema = z.object({
	phone_number_id: lenient(idOf),
	display_phone_number: lenient(toAddress),
});

export function readMetadata(value: JsonObject): Pick<Change, 'channelId' | 'businessNumber'> {
	const metadata = metadataSchema.safeParse(value.metadata);
	return {
		channelId: metadata.data?.phone_number_id,
		businessNumber: metadata.data?.display_phone_number,
	};
}

/** An event with what is not understood, as it came. Without an id of its own, a hash of the content is its id. */
export function unknownEvent(raw: JsonValue, change?: Pick<Change, 'channelId'>): UnknownEvent {
	const hash = contentHash(raw);
	return compact<UnknownEvent>({
		kind: 'unknown',
		provider: 'whatsAppCloud',
		channel: 'whatsapp',
		id: (isJsonObject(raw) ? idOf(raw.id) : undefined) ?? hash,
		eventKey: `whatsAppCloud:unknown:${hash}`,
		channelId: change?.channelId,
		raw,
	});
}
