import type { OutgoingMessage } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import type { Outbound } from '../../../provider';
import type { Account } from '../../../messages/account';
import { readAnswer } from './answer';
import { hasOwnIds } from './channels';
import { conversationRequest } from './conversation';
import { MAX_RECIPIENTS } from './limits';
import { buildSms } from './sms';
import { rates } from './rates';
import { templates } from './templates';

const SMS_CHANNELS: ReadonlySet<string> = new Set(['sms', 'mms']);

/** The service plan that takes the message; without one SMS and MMS go through the Conversation API like all others. */
function planOf({ channel = 'sms' }: OutgoingMessage, { servicePlanId }: Account): string | undefined {
	return SMS_CHANNELS.has(channel.toLowerCase()) ? servicePlanId : undefined;
}

function build(message: OutgoingMessage, account: Account): BuildResult {
	const plan = planOf(message, account);
	return plan === undefined ? conversationRequest(message, account) : buildSms(message, plan);
}

/** SMS and MMS by the SMS API where there is a service plan, everything else by the Conversation API. */
export const outbound: Outbound = {
	build,
	batchSize: MAX_RECIPIENTS,
	readAnswer(messages, httpStatus, body, account) {
		const [first] = messages;
		const isBatch = first !== undefined && planOf(first, account) !== undefined;
		return readAnswer(messages, httpStatus, body, isBatch);
	},
	rates,
	hasOwnIds,
	templates,
};
