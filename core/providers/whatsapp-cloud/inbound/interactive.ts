import { z } from 'zod';
import type { JsonValue } from '../../../events';
import { contentReader, type Content, type ContentReader } from '../../../webhooks/content';
import { idOf, isJsonObject, parseJson, textOf, toJsonValue } from '../../../lib/json';
import { lenient, requiredObject } from '../../../lib/schema';

const replySchema = z.object({ id: lenient(idOf), title: z.string() });

function replyReader(type: 'buttonReply' | 'listReply'): ContentReader {
	return contentReader(replySchema, ({ id, title }) => ({ type, text: textOf(title), payload: id }));
}

/** The answers of a flow come as JSON within JSON; what is no JSON stays the text that it is. */
function readAnswers(value: unknown): JsonValue | undefined {
	if (value === undefined) return undefined;
	return typeof value === 'string' ? (parseJson(value) ?? textOf(value)) : toJsonValue(value);
}

const flowReader = contentReader(
	z.object({ body: lenient(textOf), response_json: lenient(readAnswers) }),
	({ body, response_json }) => ({ type: 'flowReply', text: body, payload: response_json }),
);

/**
 * Whether the business may call. Answered by a tap, but not a reply of the conversation: as a `buttonReply`
 * its word "accept" could pass for the keyword of an opt-in, so it is `unsupported`, with the answer in
 * `text` and `payload`.
 */
const callPermissionReader = contentReader(requiredObject, (answer) => ({
	type: 'unsupported',
	text: textOf(answer.response),
	payload: answer,
}));

const INTERACTIVE_READERS = new Map<string, ContentReader>([
	['button_reply', replyReader('buttonReply')],
	['list_reply', replyReader('listReply')],
	['nfm_reply', flowReader],
	['call_permission_reply', callPermissionReader],
]);

/**
 * An answer to a free-form message with buttons, a list, a flow, an address form or a call permission
 * request.
 */
export function readInteractive(content: unknown): Content | undefined {
	if (!isJsonObject(content)) return undefined;
	const type = textOf(content.type);
	if (type === undefined) return undefined;
	const read = INTERACTIVE_READERS.get(type);
	return read === undefined ? { type: 'unsupported' } : read(content[type]);
}
