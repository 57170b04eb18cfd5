import type { ContentOf, OutgoingType } from '../../../messages';
import type { Writers } from '../../../messages/writing';
import { compact } from '../../../lib/json';
import { found, mapFound, problem, type FieldProblem, type Reading } from '../../../lib/result';
import type { ConversationChannel } from './channels';
import { readLink } from './part';

/** Writers of the `message` of the Conversation API, whose key names its kind. */
export type ConversationWriters<Type extends OutgoingType> = Writers<Type, object, [ConversationChannel]>;

interface MediaMessage {
	media: { id?: string | undefined; link?: string | undefined };
	caption?: string | undefined;
	filename?: string | undefined;
}

/** The kind of file is seen from the file itself. */
function media({ media: file, caption, filename }: MediaMessage): Reading<object> {
	if (caption !== undefined) {
		return problem(
			'caption',
			'The Conversation API sends media without a caption: send a card, or the words as a text of their own',
		);
	}
	return mapFound(readLink(file, 'media'), (url) => ({
		media_message: compact({ url, filename_override: filename }),
	}));
}

function location({ latitude, longitude, name, address }: ContentOf<'location'>): Reading<object> {
	const title = name ?? address;
	if (title === undefined) {
		return problem('name', 'The name of the location is missing: Sinch shows it beside the map');
	}
	const label = name === undefined ? undefined : address;
	return found({ location_message: compact({ coordinates: { latitude, longitude }, title, label }) });
}

/** A problem with a part of a contact for which the Conversation API has no place. */
function contactProblem(contacts: ContentOf<'contacts'>['contacts']): FieldProblem | undefined {
	if (contacts.length > 1) {
		return problem(
			'contacts.1',
			'Sinch sends one contact at a time: send every contact as a message of its own',
		);
	}
	const [contact] = contacts;
	if (contact?.phones === undefined || contact.phones.length === 0) {
		return problem('contacts.0.phones', 'The phone number of the contact is missing: Sinch asks for one');
	}
	const street = contact.addresses?.findIndex((address) => address.street !== undefined) ?? -1;
	return street >= 0
		? problem(
				`contacts.0.addresses.${street}.street`,
				'Sinch sends no street with a contact: leave it empty, or send the address as a location',
			)
		: undefined;
}

function contact({ contacts }: ContentOf<'contacts'>): Reading<object> {
	const complaint = contactProblem(contacts);
	if (complaint !== undefined) return complaint;
	const [first] = contacts.map(({ name, organisation, ...person }) =>
		compact({
			name: compact({
				full_name: name,
				first_name: person.firstName,
				last_name: person.lastName,
				middle_name: person.middleName,
				prefix: person.prefix,
				suffix: person.suffix,
			}),
			phone_numbers: person.phones?.map(({ phone, type }) => compact({ phone_number: phone, type })),
			addresses: person.addresses?.map(({ countryCode, ...address }) =>
				compact({ ...address, country_code: countryCode }),
			),
			email_addresses: person.emails?.map(({ email, type }) => compact({ email_address: email, type })),
			organization: organisation && compact(organisation),
			urls: person.urls?.map(({ url, type }) => compact({ url, type })),
			birthday: person.birthday,
		}),
	);
	return found({ contact_info_message: first });
}

/** Contents without buttons. */
export const PLAIN = {
	text: ({ text }) => found({ text_message: { text } }),
	image: media,
	audio: media,
	video: media,
	document: media,
	sticker: media,
	location,
	contacts: contact,
} satisfies Partial<ConversationWriters<OutgoingType>>;
