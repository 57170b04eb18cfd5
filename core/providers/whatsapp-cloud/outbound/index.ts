import { objectOf } from '../../../lib/json';
import { found, problem, type Reading } from '../../../lib/result';
import type { OutgoingMessage } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import type { Outbound } from '../../../provider';
import { get } from '../operations/operation';
import { addressed, senderOf } from './addressing';
import { readAnswer } from './answer';
import { readReceiptBody } from './plain';
import { rates } from './rates';
import { templates } from './templates';
import { contentOf } from './whatsapp';

/** The body of the request. A reaction names its message itself and quotes none. */
function bodyOf(message: OutgoingMessage): Reading<object> {
	if (message.type === 'readReceipt') return found(readReceiptBody(message));
	const replyToId = message.type === 'reaction' ? undefined : message.replyToId;
	return addressed(message, contentOf(message), replyToId);
}

/** Templates for marketing may take Meta's Marketing Messages API, all else the one for messages. */
function edgeOf(message: OutgoingMessage): string {
	return message.type === 'template' && message.marketing === 'on' ? 'marketing_messages' : 'messages';
}

function build(message: OutgoingMessage): BuildResult {
	const sender = senderOf(message);
	if (!sender.ok) return sender;
	const body = bodyOf(message);
	if (!body.ok) return body;
	if (
		edgeOf(message) === 'marketing_messages' &&
		message.to === undefined &&
		message.toUserId === undefined
	) {
		return problem('toGroupId', 'The Marketing Messages API writes to people, not to groups: switch it off');
	}
	const path = `/${sender.value}/${edgeOf(message)}`;
	return { ok: true, request: { method: 'POST', path, body: body.value } };
}

/** Meta takes one message a call and knows no repeats. */
export const outbound: Outbound = {
	build,
	readAnswer: (messages, httpStatus, body) =>
		messages.map((message) => readAnswer(message, httpStatus, body)),
	rates,
	templates,
	marketing: {
		request: ({ accountId = '' }) =>
			accountId === ''
				? undefined
				: get(`/${encodeURIComponent(accountId)}`, { fields: 'marketing_messages_onboarding_status' }),
		/** Accepted terms are what it takes (Meta, Marketing Messages API: Onboard). */
		isOpen: (body) => objectOf(body)?.marketing_messages_onboarding_status === 'ONBOARDED',
	},
};
