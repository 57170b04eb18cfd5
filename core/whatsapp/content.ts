import { z } from 'zod';
import type { JsonObject, JsonValue } from '../events';
import { compact, idOf, numberOf, parseJson, textOf } from '../lib/json';
import { lenient, required } from '../lib/schema';
import { contentReader, type ContentReader, type MessageContent } from '../webhooks/content';

/** Contents of WhatsApp's messages that providers pass on in WhatsApp's own shape. */

export const coordinate = required(numberOf);

export const readLocation = contentReader(
	z.object({
		latitude: coordinate,
		longitude: coordinate,
		name: lenient(textOf),
		address: lenient(textOf),
	}),
	(location) => ({ type: 'location', location: compact(location) }),
);

/** A tapped quick reply of a template. */
export const readButton = contentReader(
	z
		.object({ text: lenient(textOf), payload: lenient(textOf) })
		.refine(({ text, payload }) => text !== undefined || payload !== undefined),
	({ text, payload }) => ({ type: 'buttonReply', text, payload }),
);

const replySchema = z
	.object({ id: lenient(idOf), title: lenient(textOf) })
	.refine(({ id, title }) => id !== undefined || title !== undefined);

/** A tapped button or row of a free-form message. */
export function replyReader(type: 'buttonReply' | 'listReply'): ContentReader {
	return contentReader(replySchema, ({ id, title }) => ({ type, text: title, payload: id }));
}

/**
 * Whether the business may call. Answered by a tap, but not a reply of the conversation: as a `buttonReply` its word
 * "accept" could pass for the keyword of an opt-in, so it is `unsupported`, with the answer in `text` and `payload`.
 */
export function callPermission(answer: JsonObject): MessageContent {
	return { type: 'unsupported', text: textOf(answer.response), payload: answer };
}

/** The answers of a flow, which come as JSON within JSON. What is not JSON stays the text that it is. */
export function flowAnswers(text: string | undefined): JsonValue | undefined {
	return text && (parseJson(text) ?? text);
}
