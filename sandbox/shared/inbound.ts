import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import type { Tapped } from './content.ts';
import type { ChatMessage, Conversations } from './conversations.ts';
import type { WebhookDelivery } from './ledger.ts';
import type { Stage } from './stage.ts';

/** What customers can send. The text of a tap is the label of what was tapped. */
export type CustomerMessage =
	| { type: 'text'; text: string; replyToId?: string | undefined }
	| { type: 'tap'; text: string; replyToId: string; tapped: Tapped };

/** A message that a customer wrote. */
export interface CustomerSend {
	messageId: string;
	/** Kept when the webhook was taken (`taken`) or will not come any more (`givenUp`, `noWebhook`). Never rejects. */
	delivered: Promise<WebhookDelivery>;
}

/** One message of a customer on its way to a provider. */
export interface Written {
	id: string;
	line: SandboxLine;
	customer: SandboxCustomer;
	message: CustomerMessage;
	/** Milliseconds since 1970. */
	at: number;
}

interface Surroundings {
	stage: Stage;
	lines: readonly SandboxLine[];
	/** A new message id in the provider's form. */
	newId: (line: SandboxLine, customer: SandboxCustomer) => string;
	/** Sends the provider's webhook off. */
	post: (written: Written) => Promise<WebhookDelivery>;
}

/** The customers' side: what they write becomes a webhook. */
export class Inbound {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** To the first line unless another is named. Throws where the customer or the line is not of this world. */
	send(phoneNumber: string, content: string | CustomerMessage, lineId?: string): CustomerSend {
		const { lines, newId, post, stage } = this.#around;
		const customer = stage.people.customer(phoneNumber);
		if (!customer) throw new Error(`No customer has the phone number ${phoneNumber}`);
		const line = lines.find(({ id }) => lineId === undefined || id === lineId);
		if (!line) throw new Error(`The business has no number with the id ${lineId ?? ''}`);

		const message = typeof content === 'string' ? { type: 'text' as const, text: content } : content;
		const id = newId(line, customer);
		const at = stage.now();
		stage.conversations.add({
			id,
			numberId: line.id,
			customer: customer.phoneNumber,
			sender: 'customer',
			text: message.text,
			...(message.type === 'tap' && message.tapped.kind === 'place'
				? { content: { place: message.tapped.place } }
				: {}),
			at,
			...(message.replyToId === undefined ? {} : { replyToId: message.replyToId }),
			status: 'sent',
		});
		return { messageId: id, delivered: post({ id, line, customer, message, at }) };
	}
}

/** What a delivery is about where it carries a customer's message. */
export const CUSTOMER_MESSAGE = 'message';

/** Shows on the customer's message how its webhook fares. Of a webhook that is delivered twice, the better one counts. */
export function showProgress(conversations: Conversations, delivery: WebhookDelivery): void {
	const message = conversations.message(delivery.messageId ?? '');
	if (delivery.about !== CUSTOMER_MESSAGE || !message || message.webhook?.state === 'taken') return;
	conversations.update(message, {
		...statusAfter(message, delivery),
		webhook: {
			state: delivery.state,
			attempts: delivery.attempts.length,
			...lastProblem(delivery),
			...(delivery.nextAttemptAt === undefined ? {} : { nextAttemptAt: delivery.nextAttemptAt }),
		},
	});
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
