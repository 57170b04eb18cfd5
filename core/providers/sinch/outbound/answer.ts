import type { JsonObject } from '../../../events';
import type { OutgoingMessage } from '../../../messages';
import type { SendAnswer } from '../../../messages/sending';
import { toE164 } from '../../../lib/phone/address';
import { readErrorBody } from '../../../http/http-failure';
import { idOf, textOf } from '../../../lib/json';
import { classifyError } from '../errors/classify';

/** The batch is the message: all recipients share its id, and the statuses tell them apart by `to`. */
function batchDetails({ to, toGroupId }: OutgoingMessage): JsonObject {
	if (to === undefined) return toGroupId === undefined ? {} : { groupId: toGroupId };
	return { to: toE164(to) ?? to };
}

function conversationDetails(body: JsonObject): JsonObject {
	const acceptedAt = textOf(body.accepted_time);
	return acceptedAt === undefined ? {} : { acceptedAt };
}

/** A batch is accepted or refused as a whole: the statuses tell about a single recipient. */
export function readAnswer(
	messages: readonly OutgoingMessage[],
	httpStatus: number,
	body: unknown,
	isBatch: boolean,
): SendAnswer[] {
	const isSuccess = httpStatus >= 200 && httpStatus <= 299;
	const answer = isSuccess ? (readErrorBody(body).object ?? {}) : {};
	const messageId = idOf(isBatch ? answer.id : answer.message_id);
	if (messageId === undefined) {
		const error = classifyError(httpStatus, body);
		return messages.map(() => ({ outcome: 'rejected', error }));
	}
	return messages.map((message) => ({
		outcome: 'accepted',
		messageId,
		details: isBatch ? batchDetails(message) : conversationDetails(answer),
	}));
}
