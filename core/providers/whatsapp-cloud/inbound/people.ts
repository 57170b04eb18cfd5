import { z } from 'zod';
import { toAddress } from '../../../lib/address';
import { idOf, listOf, objectOf, textOf } from '../../../lib/json';
import { lenient } from '../../../lib/schema';
import { isUserId } from '../../../whatsapp/user-id';

/** A person at the other end. A phone number may be hidden, a user id may be missing from older payloads. */
export interface Person {
	/** E.164; as given where it is no phone number. */
	address: string | undefined;
	userId: string | undefined;
	name: string | undefined;
}

const contactSchema = z.object({
	wa_id: lenient(idOf),
	user_id: lenient(idOf),
	profile: lenient((profile) => textOf(objectOf(profile)?.name)),
});

interface Contact {
	waId: string | undefined;
	userId: string | undefined;
	name: string | undefined;
}

function readContact(value: unknown): Contact[] {
	const { data } = contactSchema.safeParse(value);
	return data ? [{ waId: data.wa_id, userId: data.user_id, name: data.profile }] : [];
}

/**
 * The `contacts` beside the messages of one change. They are no sign of an inbound message: status payloads
 * carry them too, and system messages come without.
 */
export class People {
	private readonly contacts: Contact[];
	private readonly byId = new Map<string, Contact>();

	constructor(contacts: unknown) {
		this.contacts = listOf(contacts).flatMap(readContact);
		for (const contact of this.contacts) {
			for (const id of [contact.waId, contact.userId]) if (id !== undefined) this.byId.set(id, contact);
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
		const given = phone ?? contact?.waId;
		const hidden = given !== undefined && isUserId(given);
		return {
			address: hidden ? undefined : toAddress(given),
			userId: userId ?? contact?.userId ?? (hidden ? given : undefined),
			name: contact?.name,
		};
	}
}
