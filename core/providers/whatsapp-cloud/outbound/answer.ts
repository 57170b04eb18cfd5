import { z } from 'zod';
import type { OutgoingMessage } from '../../../messages';
import type { SendAnswer } from '../../../messages/sending';
import { compact, idOf, listOf, objectOf, textOf } from '../../../lib/json';
import { lenient, requiredId } from '../../../lib/schema';
import { classifyError } from '../errors/classify';

const messageSchema = z.object({
	id: requiredId,
	message_status: lenient(textOf),
	group_id: lenient(idOf),
});

/**
 * The answer to a message. Accepted is not delivered, which the statuses tell of.
 *
 * `waId` is the number as WhatsApp knows it, digits only; in Brazil and Mexico it may differ from the one that was given.
 * `status` is `accepted`, `held_for_quality_assessment` or `paused`; most answers have none.
 */
function acceptedMessage(body: unknown): SendAnswer | undefined {
	const answer = objectOf(body);
	const message = messageSchema.safeParse(listOf(answer?.messages)[0]);
	if (!message.success) return undefined;
	const { id, message_status, group_id } = message.data;
	const contact = objectOf(listOf(answer?.contacts)[0]);
	const details = compact({
		waId: idOf(contact?.wa_id),
		userId: idOf(contact?.user_id),
		status: message_status,
		groupId: group_id,
	});
	return { outcome: 'accepted', messageId: id, details };
}

/** A message that was marked as read has no answer of its own: its id is the one that was marked. */
function acceptedReceipt(messageId: string, body: unknown): SendAnswer | undefined {
	return objectOf(body)?.success === true ? { outcome: 'accepted', messageId, details: {} } : undefined;
}

/** The outcome of a message by Meta's answer. An answer without an id is an error, whatever its HTTP status. */
export function readAnswer(message: OutgoingMessage, httpStatus: number, body: unknown): SendAnswer {
	const isSuccess = httpStatus >= 200 && httpStatus < 300;
	const accepted =
		message.type === 'readReceipt' ? acceptedReceipt(message.messageId, body) : acceptedMessage(body);
	return isSuccess && accepted !== undefined
		? accepted
		: { outcome: 'rejected', error: classifyError(httpStatus, body) };
}
