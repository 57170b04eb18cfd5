import type { ChatMessage, Conversations } from './conversations.ts';
import type { Directory } from './directory.ts';
import { digits, messageId } from './identifiers.ts';
import type { WebhookDelivery } from './ledger.ts';
import { type CustomerMessage, envelope, inboundValue } from './payloads.ts';
import type { Webhooks } from './webhooks.ts';

/** A message that a customer wrote. */
export interface CustomerSend {
	messageId: string;
	/** Kept when the webhook was taken (`taken`) or will not come any more (`givenUp`, `noWebhook`). Never rejects. */
	delivered: Promise<WebhookDelivery>;
}

interface Surroundings {
	directory: Directory;
	conversations: Conversations;
	webhooks: Webhooks;
	now: () => number;
}

/** The customers' side: what they write becomes a signed webhook. */
export class Inbound {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** Throws where the customer or the number is not of this world. */
	send(phoneNumber: string, message: CustomerMessage, numberId?: string): CustomerSend {
		const { conversations, directory, now, webhooks } = this.#around;
		const customer = directory.customer(phoneNumber);
		if (!customer) throw new Error(`No customer has the phone number ${phoneNumber}`);
		const number = numberId === undefined ? directory.numbers[0] : directory.number(numberId);
		if (!number) throw new Error(`The business has no number with the id ${numberId ?? ''}`);

		const id = messageId(digits(customer.phoneNumber), 'inbound');
		const at = now();
		conversations.add({
			id,
			numberId: number.id,
			customer: customer.phoneNumber,
			sender: 'customer',
			type: 'text',
			text: message.text,
			at,
			...(message.replyToId === undefined ? {} : { replyToId: message.replyToId }),
			status: 'sent',
		});
		const value = inboundValue(number, customer, message, id, at);
		const { done } = webhooks.post({
			field: 'messages',
			about: 'message',
			messageId: id,
			payload: envelope(directory.world.businessAccountId, 'messages', value),
		});
		return { messageId: id, delivered: done };
	}

	/** Shows on the customer's message how its webhook fares. Of a webhook that is delivered twice, the better one counts. */
	progressed(delivery: WebhookDelivery): void {
		const message = this.#around.conversations.message(delivery.messageId ?? '');
		if (delivery.about !== 'message' || !message || message.webhook?.state === 'taken') return;
		this.#around.conversations.update(message, {
			...statusAfter(message, delivery),
			webhook: {
				state: delivery.state,
				attempts: delivery.attempts.length,
				...lastProblem(delivery),
				...(delivery.nextAttemptAt === undefined ? {} : { nextAttemptAt: delivery.nextAttemptAt }),
			},
		});
	}
}

/** A workflow may mark a message as read before it answers the webhook. */
function statusAfter(message: ChatMessage, { state }: WebhookDelivery): Partial<Pick<ChatMessage, 'status'>> {
	if (message.status === 'read') return {};
	if (state === 'taken') return { status: 'delivered' };
	return state === 'givenUp' || state === 'noWebhook' ? { status: 'failed' } : {};
}

export function lastProblem(delivery: WebhookDelivery): { problem?: string } {
	const attempt = delivery.attempts.at(-1);
	if (attempt?.problem === undefined) return {};
	const answer = attempt.answer?.replace(/\s+/g, ' ').trim();
	return { problem: answer ? `${attempt.problem}: ${answer}` : attempt.problem };
}
