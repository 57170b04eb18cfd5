import { z } from 'zod';
import type { JsonObject, MessageEvent } from '../../../events';
import { conversationKey, hasPhoneNumbers, toAddress } from '../../../lib/phone/address';
import type { MessageContent } from '../../../webhooks/content';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, listOf, objectOf, textOf } from '../../../lib/json';
import { lenient, requiredId } from '../../../lib/schema';
import { timeFromIso } from '../../../lib/time';
import { readContent, readParts } from './content';
import { writerFields, type Person } from '../../../whatsapp/person';
import { channelOf, readWhatsAppPerson, type ElementReader } from './element';

const messageSchema = z.object({
	messageId: lenient(idOf),
	from: requiredId,
	to: lenient(idOf),
	receivedAt: lenient(timeFromIso),
	contact: lenient(objectOf),
	identity: lenient(objectOf),
});

type Envelope = z.output<typeof messageSchema>;

function readSides(
	{ from, to, contact }: Envelope,
	channel: string,
): { person: Person; to: string | undefined } {
	const addressOf = hasPhoneNumbers(channel) ? toAddress : idOf;
	const person =
		channel === 'whatsapp'
			? readWhatsAppPerson(from, contact)
			: { address: addressOf(from), userId: undefined, name: textOf(contact?.name) };
	return { person, to: addressOf(to) };
}

/** Infobip knows our side by nothing but the sender, so that is the channel's id. */
function readMessage(raw: JsonObject, channel: string, content: MessageContent): MessageEvent | undefined {
	const envelope = messageSchema.safeParse(raw);
	if (!envelope.success) return undefined;
	const { messageId, receivedAt, identity } = envelope.data;
	const { person, to } = readSides(envelope.data, channel);
	const id = messageId ?? contentHash(raw);
	return compact<MessageEvent>({
		kind: 'message',
		provider: 'infobip',
		channel,
		id,
		eventKey: `infobip:message:${id}`,
		timestamp: receivedAt,
		...writerFields(person),
		to,
		fromName: person.name,
		fromIdentityHash: textOf(identity?.hash),
		channelId: to,
		conversationKey: conversationKey('infobip', to, person.address ?? person.userId),
		...content,
		raw,
	});
}

/** WhatsApp, and whatever else comes in the format MO_OTT_CONTACT: `message` is an object with a type. */
export const readChatMessage: ElementReader = (raw) => {
	const message = objectOf(raw.message);
	const type = textOf(message?.type);
	const content = message && type && readContent(message, type);
	return content ? readMessage(raw, channelOf(raw.integrationType) ?? 'whatsapp', content) : undefined;
};

/** MMS: `message` is the list of its parts. */
export const readMms: ElementReader = (raw) => {
	const content = readParts(listOf(raw.message));
	return content && readMessage(raw, 'mms', content);
};

/**
 * SMS: the whole text is in `text`; `cleanText` lacks the keyword that the number was configured with, and an opt-out may
 * be just that. On a number that several services share it is the other way round: the keyword names the service.
 */
export const readSms: ElementReader = (raw) => {
	const cleanText = textOf(raw.cleanText);
	const keyword = textOf(raw.keyword);
	const text = textOf(raw.text) ?? cleanText ?? keyword;
	return readMessage(raw, 'sms', {
		type: 'text',
		text,
		cleanText: cleanText === text ? undefined : cleanText,
		keyword,
	});
};
