import type { ContentOf, OutgoingContact, OutgoingMedia, OutgoingType } from '../../../messages';
import type { Writers } from '../../../messages/writing';
import { compact } from '../../../lib/json';
import { found, type Reading } from '../../../lib/result';

/** `type` and the member of the same name, which is what a type of message adds to recipient and context. */
export function written(type: string, content: object): Reading<object> {
	return found({ type, [type]: compact(content) });
}

export function mediaOf({ id, link }: OutgoingMedia): object {
	return compact({ id, link });
}

/** A list or an object with nothing in it is not written. */
function filled<Value extends object>(value: Value): Value | undefined {
	return Object.keys(value).length > 0 ? value : undefined;
}

/** Meta wants one part of the name beside the whole; where none is given, the whole serves. */
function nameOf({ name, firstName, lastName, middleName, prefix, suffix }: OutgoingContact): object {
	const parts = compact({
		first_name: firstName,
		last_name: lastName,
		middle_name: middleName,
		prefix,
		suffix,
	});
	return { formatted_name: name, ...(filled(parts) ?? { first_name: name }) };
}

function contactOf(contact: OutgoingContact): object {
	const { phones = [], emails = [], urls = [], addresses = [], organisation, birthday } = contact;
	return compact({
		name: nameOf(contact),
		phones: filled(phones.map(({ phone, type, userId }) => compact({ phone, type, wa_id: userId }))),
		emails: filled(emails.map((email) => compact(email))),
		urls: filled(urls.map((url) => compact(url))),
		addresses: filled(
			addresses.map(({ countryCode, ...address }) => compact({ ...address, country_code: countryCode })),
		),
		org: organisation && filled(compact(organisation)),
		birthday,
	});
}

/** Contents without buttons. A recording has to be OGG with the Opus codec (Meta, Status messages webhook). */
export const PLAIN = {
	text: ({ text, previewUrl }) => written('text', { body: text, preview_url: previewUrl }),
	image: ({ media, caption }) => written('image', { ...mediaOf(media), caption }),
	audio: ({ media }) => written('audio', mediaOf(media)),
	voice: ({ media }) => written('audio', { ...mediaOf(media), voice: true }),
	video: ({ media, caption }) => written('video', { ...mediaOf(media), caption }),
	document: ({ media, caption, filename }) => written('document', { ...mediaOf(media), caption, filename }),
	sticker: ({ media }) => written('sticker', mediaOf(media)),
	location: ({ latitude, longitude, name, address }) =>
		written('location', { latitude, longitude, name, address }),
	contacts: ({ contacts }) => found({ type: 'contacts', contacts: contacts.map(contactOf) }),
	/** An empty emoji takes the reaction back. */
	reaction: ({ messageId, emoji = '' }) => written('reaction', { message_id: messageId, emoji }),
} satisfies Partial<Writers<OutgoingType, object>>;

/** Marks the person's message as read. WhatsApp shows typing only together with it, for 25 seconds at most. */
export function readReceiptBody({ messageId, typing }: ContentOf<'readReceipt'>): object {
	return {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: messageId,
		...(typing === true && { typing_indicator: { type: 'text' } }),
	};
}
