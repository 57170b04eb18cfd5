import { z } from 'zod';
import type { JsonObject, Media } from '../../../events';
import { contentReader, type Content, type ContentReader } from '../../../webhooks/content';
import { compact, idOf, listOf, numberOf, textOf } from '../../../lib/json';
import { lenient, required, requiredId, requiredObject } from '../../../lib/schema';
import { readInteractive } from './interactive';

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
	return contentReader(mediaSchema, (file) => ({
		type,
		text: file.caption,
		media: compact<Media>({
			id: file.id,
			url: file.url,
			mimeType: file.mime_type,
			filename: file.filename,
			sha256: file.sha256,
			sizeBytes: file.file_size,
			voice: file.voice,
			animated: file.animated,
		}),
	}));
}

const coordinate = required(numberOf);

const locationReader = contentReader(
	z.object({
		latitude: coordinate,
		longitude: coordinate,
		name: lenient(textOf),
		address: lenient(textOf),
	}),
	(location) => ({ type: 'location', location: compact(location) }),
);

const revokeReader = contentReader(z.object({ original_message_id: lenient(idOf) }), (revoke) => ({
	type: 'unsupported',
	replyToId: revoke.original_message_id,
}));

const PLAIN_READERS = new Map<string, ContentReader>([
	[
		'text',
		contentReader(z.object({ body: z.string() }), ({ body }) => ({ type: 'text', text: textOf(body) })),
	],
	['image', mediaReader('image')],
	['audio', mediaReader('audio')],
	['video', mediaReader('video')],
	['document', mediaReader('document')],
	['sticker', mediaReader('sticker')],
	['location', locationReader],
	[
		'contacts',
		contentReader(z.array(z.unknown()), (contacts) => ({ type: 'contacts', contacts: listOf(contacts) })),
	],
	[
		'reaction',
		contentReader(z.object({ message_id: requiredId, emoji: lenient(textOf) }), (reaction) => ({
			type: 'reaction',
			text: reaction.emoji,
			replyToId: reaction.message_id,
		})),
	],
	[
		'button',
		contentReader(z.object({ text: z.string(), payload: lenient(textOf) }), ({ text, payload }) => ({
			type: 'buttonReply',
			text: textOf(text),
			payload,
		})),
	],
	['interactive', readInteractive],
	[
		'order',
		contentReader(requiredObject, (order) => ({
			type: 'order',
			text: textOf(order.text),
			order,
		})),
	],
	[
		'system',
		contentReader(z.object({ body: lenient(textOf) }), ({ body }) => ({ type: 'system', text: body })),
	],
	['revoke', revokeReader],
]);

function readPlain(message: JsonObject, type: string): Content | undefined {
	const read = PLAIN_READERS.get(type);
	return read === undefined ? { type: 'unsupported' } : read(message[type]);
}

const editSchema = z.object({
	original_message_id: lenient(idOf),
	message: requiredObject,
});

/**
 * An edit brings the whole message once more. It is no new utterance, so it does not get the inner type, by
 * which a workflow would answer it again; its text and media are kept for those who look. `replyToId` is
 * the edited message.
 */
function readEdit(message: JsonObject): Content | undefined {
	const edit = editSchema.safeParse(message.edit);
	if (!edit.success) return undefined;
	const inner = edit.data.message;
	const type = typeOf(inner);
	const content = type === undefined ? undefined : readPlain(inner, type);
	return content && { ...content, type: 'unsupported', replyToId: edit.data.original_message_id };
}

/**
 * The message's type; where it is missing, which happens with locations, the name of the content that is
 * there.
 */
export function typeOf(message: JsonObject): string | undefined {
	return textOf(message.type) ?? [...PLAIN_READERS.keys()].find((type) => message[type] !== undefined);
}

/**
 * A message's content by its type. A type that is not known is `unsupported`, like the one that Meta itself
 * could not pass on: newer kinds of messages appear before anybody documents them.
 *
 * @returns `undefined` where a known type comes without its content, or with one of another shape
 */
export function readContent(message: JsonObject): Content | undefined {
	const type = typeOf(message);
	if (type === undefined) return undefined;
	return type === 'edit' ? readEdit(message) : readPlain(message, type);
}
