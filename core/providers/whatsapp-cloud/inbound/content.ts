import { z } from 'zod';
import type { JsonObject, Media } from '../../../events';
import { compact, idOf, isJsonObject, listOf, numberOf, rowOf, textOf, toJsonValue } from '../../../lib/json';
import { lenient, requiredId, requiredObject } from '../../../lib/schema';
import { contentReader, type ContentReader, type MessageContent } from '../../../webhooks/content';
import {
	callPermission,
	flowAnswers,
	readButton,
	readLocation,
	replyReader,
} from '../../../whatsapp/content';

const flag = lenient((value) => (typeof value === 'boolean' ? value : undefined));

const mediaSchema = z
	.object({
		id: lenient(idOf),
		url: lenient(textOf),
		mime_type: lenient(textOf),
		filename: lenient(textOf),
		sha256: lenient(textOf),
		file_size: lenient(numberOf),
		voice: flag,
		animated: flag,
		caption: lenient(textOf),
	})
	.refine(({ id, url }) => id !== undefined || url !== undefined);

function mediaReader(type: 'image' | 'audio' | 'video' | 'document' | 'sticker'): ContentReader {
	return contentReader(mediaSchema, ({ caption, mime_type, file_size, ...file }) => ({
		type,
		text: caption,
		media: compact<Media>({ ...file, mimeType: mime_type, sizeBytes: file_size }),
	}));
}

const readFlowReply = contentReader(
	z.object({ body: lenient(textOf), response_json: z.unknown() }),
	({ body, response_json: answers }) => ({
		type: 'flowReply',
		text: body,
		payload:
			typeof answers === 'string' || answers === undefined ? flowAnswers(answers) : toJsonValue(answers),
	}),
);

/** Answers to free-form messages with buttons, a list, a flow, an address form or a call permission request. */
const INTERACTIVE_READERS: Readonly<Record<string, ContentReader>> = {
	button_reply: replyReader('buttonReply'),
	list_reply: replyReader('listReply'),
	nfm_reply: readFlowReply,
	call_permission_reply: contentReader(requiredObject, callPermission),
};

const readInteractive: ContentReader = (content) => {
	const type = isJsonObject(content) ? textOf(content.type) : undefined;
	if (!isJsonObject(content) || type === undefined) return undefined;
	const read = rowOf(INTERACTIVE_READERS, type);
	return read === undefined ? { type: 'unsupported' } : read(content[type]);
};

const READERS: Readonly<Record<string, ContentReader>> = {
	text: contentReader(z.object({ body: z.string() }), ({ body }) => ({ type: 'text', text: textOf(body) })),
	image: mediaReader('image'),
	audio: mediaReader('audio'),
	video: mediaReader('video'),
	document: mediaReader('document'),
	sticker: mediaReader('sticker'),
	location: readLocation,
	contacts: contentReader(z.array(z.unknown()), (contacts) => ({
		type: 'contacts',
		contacts: listOf(contacts),
	})),
	reaction: contentReader(
		z.object({ message_id: requiredId, emoji: lenient(textOf) }),
		({ message_id, emoji }) => ({ type: 'reaction', text: emoji, replyToId: message_id }),
	),
	button: readButton,
	interactive: readInteractive,
	order: contentReader(requiredObject, (order) => ({ type: 'order', text: textOf(order.text), order })),
	system: contentReader(z.object({ body: lenient(textOf) }), ({ body }) => ({ type: 'system', text: body })),
	revoke: contentReader(z.object({ original_message_id: lenient(idOf) }), ({ original_message_id }) => ({
		type: 'unsupported',
		replyToId: original_message_id,
	})),
};

function readPlain(message: JsonObject, type: string): MessageContent | undefined {
	const read = rowOf(READERS, type);
	return read === undefined ? { type: 'unsupported' } : read(message[type]);
}

const editSchema = z.object({ original_message_id: lenient(idOf), message: requiredObject });

/**
 * An edit brings the whole message once more. It is not a new utterance, so it does not get the inner type, by which a
 * workflow would answer it again; its text and media are kept for those who look. `replyToId` is the edited message.
 */
function readEdit(message: JsonObject): MessageContent | undefined {
	const { data: edit } = editSchema.safeParse(message.edit);
	const type = edit && typeOf(edit.message);
	const content = edit && type && readPlain(edit.message, type);
	return content ? { ...content, type: 'unsupported', replyToId: edit.original_message_id } : undefined;
}

/** The message's type; where it is missing, as happens with locations, the name of the content that is there. */
function typeOf(message: JsonObject): string | undefined {
	return textOf(message.type) ?? Object.keys(READERS).find((type) => message[type] !== undefined);
}

/**
 * A message's content by its type. A type that is not known is `unsupported`, like the one that Meta itself could not pass
 * on: newer kinds of messages appear before anybody documents them.
 *
 * @returns `undefined` where a known type comes without its content, or with one of another shape
 */
export function readContent(message: JsonObject): MessageContent | undefined {
	const type = typeOf(message);
	if (type === undefined) return undefined;
	return type === 'edit' ? readEdit(message) : readPlain(message, type);
}
