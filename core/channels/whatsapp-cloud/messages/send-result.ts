import { z } from 'zod';
import { compact, idOf, listOf, textOf } from '../../shared/json';
import { lenient, requiredId } from '../../shared/schema';

/** Accepted, not delivered: whether the message arrives is told by its statuses. */
export interface SendResult {
	messageId: string;
	/**
	 * The number as WhatsApp knows it, digits only; in Brazil and Mexico it may differ from the one that
	 * was given.
	 */
	waId?: string;
	userId?: string;
	/** `accepted`, `held_for_quality_assessment` or `paused`; absent from most answers. */
	status?: string;
}

const resultSchema = z.object({
	messages: z.preprocess(
		(messages) => listOf(messages)[0],
		z.object({ id: requiredId, message_status: lenient(textOf) }),
	),
	contacts: z.preprocess(
		(contacts) => listOf(contacts)[0] ?? {},
		z.object({ wa_id: lenient(idOf), user_id: lenient(idOf) }),
	),
});

/** The answer to a send; `undefined` where it is none. */
export function parseSendResult(body: unknown): SendResult | undefined {
	const result = resultSchema.safeParse(body);
	if (!result.success) return undefined;
	const { messages, contacts } = result.data;
	return compact<SendResult>({
		messageId: messages.id,
		waId: contacts.wa_id,
		userId: contacts.user_id,
		status: messages.message_status,
	});
}
