import type { OutgoingContact } from '../../../messages';
import { compact } from '../../../lib/json';
import { written, type ContentResult, type Contents } from './content';
import { type FieldProblem, problem } from '../../../lib/result';

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

function contacts(list: readonly OutgoingContact[]): ContentResult {
	for (const [position, contact] of list.entries()) {
		const complaint = unknownType(contact, position);
		if (complaint !== undefined) return complaint;
	}
	return written({ contacts: list.map(contactOf) });
}

type PlainType =
	'text' | 'image' | 'audio' | 'voice' | 'video' | 'document' | 'sticker' | 'location' | 'contacts';

/** Contents without buttons. Media are links; the check for them has been made. */
export const PLAIN: Contents<PlainType> = {
	text: { path: 'text', write: ({ text, previewUrl }) => written(compact({ text, previewUrl })) },
	image: {
		path: 'image',
		write: ({ media, caption }) => written(compact({ mediaUrl: media.link, caption })),
	},
	audio: { path: 'audio', write: ({ media }) => written({ mediaUrl: media.link }) },
	voice: { path: 'audio', write: ({ media }) => written({ mediaUrl: media.link, voice: true }) },
	video: {
		path: 'video',
		write: ({ media, caption }) => written(compact({ mediaUrl: media.link, caption })),
	},
	document: {
		path: 'document',
		write: ({ media, caption, filename }) => written(compact({ mediaUrl: media.link, caption, filename })),
	},
	sticker: { path: 'sticker', write: ({ media }) => written({ mediaUrl: media.link }) },
	location: {
		path: 'location',
		write: ({ latitude, longitude, name, address }) =>
			written(compact({ latitude, longitude, name, address })),
	},
	contacts: { path: 'contact', write: (message) => contacts(message.contacts) },
};
