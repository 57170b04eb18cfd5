import type { JsonObject } from '../../../events';
import type { OutgoingMessage } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import type { Outbound } from '../../../provider';
import { addressed, senderOf } from './addressing';
import { readAnswer } from './answer';
import type { Written } from './content';
import { readReceiptBody } from './plain';
import { writeContent } from './write';
import { rates } from './rates';
import { templates } from './templates';

/** The body of the request. A reaction names its message itself and quotes none. */
function bodyOf(message: OutgoingMessage): Written {
	if (message.type === 'readReceipt') return { ok: true, content: readReceiptBody(message) };
	const replyToId = message.type === 'reaction' ? undefined : message.replyToId;
	return addressed(message, writeContent(message), replyToId);
}

/** Templates for marketing may take Meta's Marketing Messages API, all else the one for messages. */
function edgeOf(message: OutgoingMessage): string {
	return message.type === 'template' && message.marketing === true ? 'marketing_messages' : 'messages';
}

function build(message: OutgoingMessage): BuildResult {
	const from = senderOf(message);
	if (!from.ok) return from;
	const written = bodyOf(message);
	if (!written.ok) return written;
	const body: JsonObject = written.content;
	return { ok: true, request: { method: 'POST', path: `/${from.sender}/${edgeOf(message)}`, body } };
}

/** Meta takes one message a call and knows no repeats. */
export const outbound: Outbound = {
	build,
	readAnswer: (messages, httpStatus, body) =>
		messages.map((message) => readAnswer(message, httpStatus, body)),
	rates,
	templates,
};
