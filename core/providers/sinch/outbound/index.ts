import type { OutgoingMessage } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import type { Outbound } from '../../../provider';
import type { Account } from '../../../messages/account';
import { readAnswer } from './answer';
import { conversationRequest } from './conversation';
import { MAX_RECIPIENTS } from './limits';
import { smsPart, smsRequest, type SmsPart } from './sms';
import { rates } from './rates';
import { templates } from './templates';
import { problem } from '../../../lib/result';

const SMS_CHANNELS: ReadonlySet<string> = new Set(['sms', 'mms']);

/** The service plan that takes the message; without one SMS and MMS go through the Conversation API like all others. */
function planOf({ channel = 'sms' }: OutgoingMessage, { servicePlanId }: Account): string | undefined {
	return SMS_CHANNELS.has(channel.toLowerCase()) ? servicePlanId : undefined;
}

function build(message: OutgoingMessage, line: Account): BuildResult {
	const plan = planOf(message, line);
	if (plan === undefined) return conversationRequest(message, line);
	const part = smsPart(message, plan);
	return part.ok ? smsRequest(part, [part.to]) : part;
}

/** A batch sends one text to many, so all but the recipient has to be the same, the callback data included. */
function batchKey(message: OutgoingMessage, line: Account): string | undefined {
	const plan = planOf(message, line);
	if (plan === undefined) return undefined;
	const part = smsPart(message, plan);
	return part.ok && part.joins ? JSON.stringify([part.path, part.settings]) : undefined;
}

function buildBatch(messages: readonly OutgoingMessage[], line: Account): BuildResult {
	const parts: SmsPart[] = [];
	for (const message of messages) {
		const plan = planOf(message, line);
		if (plan === undefined) {
			return problem('channel', 'The Conversation API of Sinch takes one message a call');
		}
		const part = smsPart(message, plan);
		if (!part.ok) return part;
		parts.push(part);
	}
	const [first] = parts;
	if (first === undefined) return problem('message', 'There is no message to send');
	return smsRequest(
		first,
		parts.map(({ to }) => to),
	);
}

/** SMS and MMS by the SMS API where there is a service plan, everything else by the Conversation API. */
export const outbound: Outbound = {
	build,
	batchKey,
	batchSize: MAX_RECIPIENTS,
	buildBatch,
	readAnswer(messages, httpStatus, body, line) {
		const [first] = messages;
		return readAnswer(messages, httpStatus, body, first !== undefined && planOf(first, line) !== undefined);
	},
	rates,
	templates,
};
