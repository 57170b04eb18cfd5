import type { SandboxCustomer, SandboxNumber } from '../settings.ts';
import type { ChatMessage, Conversations } from './conversations.ts';
import { type DeliveryFailure, FAILURES } from './errors.ts';
import type { Faults } from './faults.ts';
import { LIMITS, type Timing } from './options.ts';
import { envelope, type OutboundStatus, statusValue } from './payloads.ts';
import type { Timers } from './timers.ts';
import type { Notification } from './webhooks.ts';

/** A message that was accepted and is now on its way to a phone. */
export interface Outbound {
	id: string;
	number: SandboxNumber;
	/** Absent where the address belongs to nobody with WhatsApp. */
	customer: SandboxCustomer | undefined;
	/** Recipient as the caller wrote it. */
	to: string;
	callbackData?: string | undefined;
	/** What the customer sees; absent where there is no customer. */
	message?: ChatMessage | undefined;
}

interface Surroundings {
	businessAccountId: string;
	conversations: Conversations;
	faults: Faults;
	timing: Timing;
	timers: Timers;
	now: () => number;
	post: (notification: Notification) => void;
	isChatOpen: (numberId: string, customer: string) => boolean;
}

/**
 * What becomes of accepted messages: `sent`, `delivered`, and `read` once the customer looks at the chat; or `failed`. Whether a
 * message can be delivered is decided here, after its acceptance, as Meta does it (131047 and 131026 come as statuses).
 */
export class Delivery {
	readonly #around: Surroundings;
	/** Delivered and not yet read, by message id. */
	readonly #unread = new Map<string, Outbound>();

	constructor(around: Surroundings) {
		this.#around = around;
	}

	dispatch(outbound: Outbound): void {
		const { timing, timers } = this.#around;
		const failure = this.#failure(outbound);
		timers.after(timing.sentMs, () => {
			if (failure) {
				this.#report(outbound, 'failed', failure);
				return;
			}
			this.#report(outbound, 'sent');
			timers.after(timing.deliveredMs, () => {
				this.#report(outbound, 'delivered');
				this.#keepUnread(outbound);
				this.#readIfOpen(outbound);
			});
		});
	}

	/** The customer looks at a chat: what was delivered there is read shortly after. */
	opened(numberId: string, customer: string): void {
		for (const outbound of this.#unread.values()) {
			if (outbound.number.id === numberId && outbound.customer?.phoneNumber === customer) {
				this.#readIfOpen(outbound);
			}
		}
	}

	#readIfOpen(outbound: Outbound): void {
		const { timers, timing } = this.#around;
		if (!this.#isOpen(outbound)) return;
		timers.after(timing.readMs, () => {
			if (this.#isOpen(outbound) && this.#unread.delete(outbound.id)) this.#report(outbound, 'read');
		});
	}

	clear(): void {
		this.#unread.clear();
	}

	/** Nobody may ever open a chat, so the oldest make room. */
	#keepUnread(outbound: Outbound): void {
		const oldest = this.#unread.keys().next().value;
		if (this.#unread.size >= LIMITS.ledger && oldest !== undefined) this.#unread.delete(oldest);
		this.#unread.set(outbound.id, outbound);
	}

	#isOpen({ number, customer }: Outbound): boolean {
		return customer !== undefined && this.#around.isChatOpen(number.id, customer.phoneNumber);
	}

	#failure({ number, customer }: Outbound): DeliveryFailure | undefined {
		const { faults, conversations } = this.#around;
		if (!customer || faults.take('undeliverable')) return FAILURES.undeliverable;
		const closed =
			faults.take('windowClosed') || !conversations.isWindowOpen(number.id, customer.phoneNumber);
		return closed ? FAILURES.windowClosed : undefined;
	}

	#report(outbound: Outbound, status: OutboundStatus, failure?: DeliveryFailure): void {
		const { businessAccountId, conversations, now, post } = this.#around;
		const { id, number, customer, to, callbackData, message } = outbound;
		if (message) conversations.update(message, { status, ...(failure ? { failure } : {}) });
		const report = { messageId: id, status, atMs: now(), customer, to, callbackData, failure };
		post({
			field: 'messages',
			about: status,
			messageId: id,
			payload: envelope(businessAccountId, 'messages', statusValue(number, report)),
		});
	}
}
