import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import type { Content } from './content.ts';
import type { ChatMessage, DeliveryFailure } from './conversations.ts';
import { LIMITS, type Timing } from './options.ts';
import type { Stage } from './stage.ts';

/** How far a message came. What a provider reports of it, and in which words, is its own matter. */
export type Progress = 'sent' | 'delivered' | 'read' | 'failed';

/** A message that was accepted and is now on its way to a phone. */
export interface Outbound {
	/** Of this message to this one recipient. */
	id: string;
	line: SandboxLine;
	/** Absent where the address belongs to nobody. */
	customer: SandboxCustomer | undefined;
	/** Recipient as the caller wrote it. */
	to: string;
	/** What the customer sees; absent where there is no customer. */
	message?: ChatMessage | undefined;
	/** The provider reports nothing after `sent`. */
	endsSent?: true;
}

/** What the customer sees of a message. */
export interface Shown {
	text: string;
	content?: Content | undefined;
	replyToId?: string | undefined;
}

interface Surroundings<Message extends Outbound, Failure extends DeliveryFailure> {
	stage: Stage;
	timing: Timing;
	/** Decides after the acceptance whether the message can be delivered, as the providers do it. */
	failureOf: (outbound: Message) => Failure | undefined;
	/** Tells the caller's webhook. */
	report: (outbound: Message, progress: Progress, failure?: Failure) => void;
}

/** What becomes of accepted messages: sent, delivered, and read once the customer looks at the chat; or failed. */
export class Delivery<Message extends Outbound, Failure extends DeliveryFailure> {
	readonly #around: Surroundings<Message, Failure>;
	/** Delivered and not yet read, by id. */
	readonly #unread = new Map<string, Message>();

	constructor(around: Surroundings<Message, Failure>) {
		this.#around = around;
	}

	/** Shows the message on the customer's phone, or tells the pages that nobody has this address. Nothing to show is sent all the same. */
	dispatch(outbound: Message, shown: Shown | undefined): void {
		const { stage, timing, failureOf } = this.#around;
		const sent = shown ? { ...outbound, message: this.#show(outbound, shown) } : outbound;
		const failure = failureOf(sent);
		stage.timers.after(timing.sentMs, () => {
			if (failure) {
				this.#move(sent, 'failed', failure);
				return;
			}
			this.#move(sent, 'sent');
			if (sent.endsSent) return;
			stage.timers.after(timing.deliveredMs, () => {
				this.#move(sent, 'delivered');
				this.#keepUnread(sent);
				this.#readIfOpen(sent);
			});
		});
	}

	/** The customer looks at a chat: what was delivered there is read shortly after. */
	opened(numberId: string, customer: string): void {
		for (const outbound of this.#unread.values()) {
			if (outbound.line.id === numberId && outbound.customer?.phoneNumber === customer) {
				this.#readIfOpen(outbound);
			}
		}
	}

	clear(): void {
		this.#unread.clear();
	}

	#show({ id, line, customer, to }: Message, { text, content, replyToId }: Shown): ChatMessage | undefined {
		const { conversations, live, now } = this.#around.stage;
		if (!customer) {
			live.publish({ type: 'stray', to, text });
			return undefined;
		}
		const message: ChatMessage = {
			id,
			numberId: line.id,
			customer: customer.phoneNumber,
			sender: 'business',
			text,
			...(content ? { content } : {}),
			at: now(),
			...(replyToId === undefined ? {} : { replyToId }),
			status: 'accepted',
		};
		conversations.add(message);
		return message;
	}

	#readIfOpen(outbound: Message): void {
		const { stage, timing } = this.#around;
		if (!this.#isOpen(outbound)) return;
		stage.timers.after(timing.readMs, () => {
			if (this.#isOpen(outbound) && this.#unread.delete(outbound.id)) this.#move(outbound, 'read');
		});
	}

	/** Nobody may ever open a chat, so the oldest make room. */
	#keepUnread(outbound: Message): void {
		const oldest = this.#unread.keys().next().value;
		if (this.#unread.size >= LIMITS.ledger && oldest !== undefined) this.#unread.delete(oldest);
		this.#unread.set(outbound.id, outbound);
	}

	#isOpen({ line, customer }: Message): boolean {
		return (
			customer !== undefined &&
			this.#around.stage.isChatOpen({ numberId: line.id, customer: customer.phoneNumber })
		);
	}

	#move(outbound: Message, progress: Progress, failure?: Failure): void {
		const { stage, report } = this.#around;
		if (outbound.message) {
			stage.conversations.update(outbound.message, { status: progress, ...(failure ? { failure } : {}) });
		}
		report(outbound, progress, failure);
	}
}
