import type { JsonObject } from '../../../events';
import type { ContentOf, OutgoingContact } from '../../../messages';
import { written, type Written } from './content';
import { compact } from '../../../lib/json';

/** Meta wants one part of the name beside the whole; where none is given, the whole serves. */
function nameOf(contact: OutgoingContact): JsonObject {
	const parts = compact({
		first_name: contact.firstName,
		last_name: contact.lastName,
		middle_name: contact.middleName,
		prefix: contact.prefix,
		suffix: contact.suffix,
	});
	const hasParts = Object.keys(parts).length > 0;
	return { formatted_name: contact.name, ...(hasParts ? parts : { first_name: contact.name }) };
}

/** A list or an object with nothing in it is not written. */
function filled<Value extends object>(value: Value): Value | undefined {
	return Object.keys(value).length > 0 ? value : undefined;
}

function contactOf(contact: OutgoingContact): JsonObject {
	const { phones = [], emails = [], urls = [], addresses = [], organisation, birthday } = contact;
	return compact({
		name: nameOf(contact),
		phones: filled(phones.map(({ phone, type, userId }) => compact({ phone, type, wa_id: userId }))),
		emails: filled(emails.map(({ email, type }) => compact({ email, type }))),
		urls: filled(urls.map(({ url, type }) => compact({ url, type }))),
		addresses: filled(
			addresses.map(({ street, city, state, zip, country, countryCode, type }) =>
				compact({ street, city, state, zip, country, country_code: countryCode, type }),
			),
		),
		org:
			organisation &&
			filled(
				compact({
					company: organisation.company,
					department: organisation.department,
					title: organisation.title,
				}),
			),
		birthday,
	});
}

export function contactsContent({ contacts }: ContentOf<'contacts'>): Written {
	return written('contacts', contacts.map(contactOf));
}
