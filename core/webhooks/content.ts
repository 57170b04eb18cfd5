import { z } from 'zod';
import type { Media, MessageEvent, MessageType } from '../events';
import { rowOf, textOf } from '../lib/json';

/** The content of a message, without its writer and time. */
export type MessageContent = Pick<
	MessageEvent,
	| 'type'
	| 'text'
	| 'cleanText'
	| 'keyword'
	| 'payload'
	| 'media'
	| 'attachments'
	| 'location'
	| 'contacts'
	| 'order'
	| 'referral'
	| 'replyToId'
	| 'error'
>;

/** Reads a message's content; `undefined` where it is missing or malformed. */
export type ContentReader = (content: unknown) => MessageContent | undefined;

export function contentReader<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	read: (content: Output) => MessageContent,
): ContentReader {
	return (content) => {
		const result = schema.safeParse(content);
		return result.success ? read(result.data) : undefined;
	};
}

/** A text under the name `text`. */
export const readText = contentReader(z.object({ text: z.string() }), ({ text }) => ({
	type: 'text',
	text: textOf(text),
}));

const MEDIA_TYPES: Readonly<Record<string, MessageType>> = { image: 'image', audio: 'audio', video: 'video' };

/** The message type of a file by its MIME type: whatever is not a picture, sound or film is a document. */
export function typeOfMedia(mimeType: string | undefined): MessageType {
	const family = mimeType?.split('/')[0]?.toLowerCase();
	return rowOf(MEDIA_TYPES, family) ?? 'document';
}

/** The media fields of a message: the first one, and all of them where there are more. */
export function mediaFields(media: Media[]): Pick<MessageEvent, 'media' | 'attachments'> {
	const [first] = media;
	if (first === undefined) return {};
	return media.length === 1 ? { media: first } : { media: first, attachments: media };
}
