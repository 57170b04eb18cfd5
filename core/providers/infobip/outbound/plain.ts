import type { OutgoingContact, OutgoingType } from '../../../messages';
import type { Writers } from '../../../messages/writing';
import { compact } from '../../../lib/json';
import { found, problem, type FieldProblem, type Reading } from '../../../lib/result';

/** A message of WhatsApp as Infobip takes it, without sender and recipient. */
export interface WhatsAppContent {
	/** Below `/whatsapp/1/message/`. */
	path: string;
	/** One kind has none. */
	content?: object;
}

export function written(path: string, content: object): Reading<WhatsAppContent> {
	return found({ path, content: compact(content) });
}

/** Kinds of phone numbers, addresses, emails and websites that Infobip knows (OpenAPI 3.210.0). */
const PHONE_TYPES: ReadonlySet<string> = new Set(['CELL', 'MAIN', 'IPHONE', 'HOME', 'WORK']);
const PLACE_TYPES: ReadonlySet<string> = new Set(['HOME', 'WORK']);

const TYPED: readonly (readonly [list: 'phones' | 'emails' | 'urls' | 'addresses', ReadonlySet<string>])[] = [
	['phones', PHONE_TYPES],
	['emails', PLACE_TYPES],
	['urls', PLACE_TYPES],
	['addresses', PLACE_TYPES],
];

function unknownType(contact: OutgoingContact, position: number): FieldProblem | undefined {
	for (const [list, known] of TYPED) {
		for (const [index, { type }] of (contact[list] ?? []).entries()) {
			if (type !== undefined && !known.has(type.toUpperCase())) {
				const types = [...known].join(', ');
				return problem(
					`contacts.${position}.${list}.${index}.type`,
					`There is no type "${type}", only ${types}`,
				);
			}
		}
	}
	return undefined;
}

function withType<Entry extends { type?: string | undefined }>(entry: Entry) {
	return compact({ ...entry, type: entry.type?.toUpperCase() });
}

/** Infobip asks for a first name; a contact without one has its whole name there. */
function contactOf({ name, ...contact }: OutgoingContact): object {
	return compact({
		addresses: contact.addresses?.map(withType),
		birthday: contact.birthday,
		emails: contact.emails?.map(withType),
		name: compact({
			firstName: contact.firstName ?? name,
			lastName: contact.lastName,
			middleName: contact.middleName,
			namePrefix: contact.prefix,
			nameSuffix: contact.suffix,
			formattedName: name,
		}),
		org: contact.organisation && compact(contact.organisation),
		phones: contact.phones?.map(({ phone, type, userId }) =>
			compact({ phone, type: type?.toUpperCase(), waId: userId }),
		),
		urls: contact.urls?.map(withType),
	});
}

function contacts(list: readonly OutgoingContact[]): Reading<WhatsAppContent> {
	for (const [position, contact] of list.entries()) {
		const complaint = unknownType(contact, position);
		if (complaint !== undefined) return complaint;
	}
	return written('contact', { contacts: list.map(contactOf) });
}

/** Contents without buttons. Media are links; the check for them has been made. */
export const PLAIN = {
	text: ({ text, previewUrl }) => written('text', { text, previewUrl }),
	image: ({ media, caption }) => written('image', { mediaUrl: media.link, caption }),
	audio: ({ media }) => written('audio', { mediaUrl: media.link }),
	voice: ({ media }) => written('audio', { mediaUrl: media.link, voice: true }),
	video: ({ media, caption }) => written('video', { mediaUrl: media.link, caption }),
	document: ({ media, caption, filename }) =>
		written('document', { mediaUrl: media.link, caption, filename }),
	sticker: ({ media }) => written('sticker', { mediaUrl: media.link }),
	location: ({ latitude, longitude, name, address }) =>
		written('location', { latitude, longitude, name, address }),
	contacts: (message) => contacts(message.contacts),
} satisfies Partial<Writers<OutgoingType, WhatsAppContent>>;
