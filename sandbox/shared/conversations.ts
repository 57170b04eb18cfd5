import type { Content } from './content.ts';
import type { DeliveryState } from './ledger.ts';
import { LIMITS } from './options.ts';

/** A customer's message opens a window of 24 hours for free-form messages (Meta, Service messages); of use on WhatsApp alone. */
const WINDOW_MS = 24 * 60 * 60 * 1_000;
/** A typing indicator goes away by itself after 25 seconds. */
const TYPING_MS = 25_000;

type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** Why a message was not delivered, in the provider's words. */
export interface DeliveryFailure {
	code: string | number;
	title: string;
	details: string;
}

/** How the webhook of a customer's message fares. */
interface WebhookProgress {
	state: DeliveryState;
	attempts: number;
	/** Why the last attempt was not taken. */
	problem?: string;
	nextAttemptAt?: string;
}

export interface ChatMessage {
	id: string;
	/** Id of the business's line. */
	numberId: string;
	/** The customer's phone number, E.164 with `+`. */
	customer: string;
	sender: 'customer' | 'business';
	/** The message in a line or more of plain text. */
	text: string;
	/** Absent where the text is all there is. */
	content?: Content;
	/** The emoji with which the other side reacted. */
	reaction?: string;
	/** Milliseconds since 1970. */
	at: number;
	replyToId?: string;
	status: MessageStatus;
	failure?: DeliveryFailure;
	/** On a customer's message. */
	webhook?: WebhookProgress;
}

interface ThreadState {
	numberId: string;
	customer: string;
	/** Milliseconds since 1970; absent where the customer never wrote. */
	windowOpenUntil?: number;
	typingUntil?: number;
}

/** What one customer and one line of the business wrote to each other. */
interface Thread {
	state: ThreadState;
	messages: ChatMessage[];
}

/** A chat as it was, with what its messages said. */
export type RestoredThread = ThreadState & { messages: readonly ChatMessage[] };

export type ConversationChange =
	{ type: 'message'; message: ChatMessage } | { type: 'thread'; thread: ThreadState };

export class Conversations {
	readonly #threads = new Map<string, Thread>();
	readonly #messages = new Map<string, ChatMessage>();
	readonly #now: () => number;
	readonly #changed: (change: ConversationChange) => void;

	constructor(now: () => number, changed: (change: ConversationChange) => void) {
		this.#now = now;
		this.#changed = changed;
	}

	/** Threads with the latest activity first. */
	get threads(): (ThreadState & { messages: readonly ChatMessage[] })[] {
		const lastAt = (thread: Thread) => thread.messages.at(-1)?.at ?? 0;
		const threads = [...this.#threads.values()].sort((a, b) => lastAt(b) - lastAt(a));
		return threads.map(({ state, messages }) => ({ ...state, messages }));
	}

	/** Puts chats of earlier back. What was on its way then is not. */
	restore(threads: readonly RestoredThread[]): void {
		for (const { messages, ...state } of threads) {
			const thread = this.#thread(state.numberId, state.customer);
			Object.assign(thread.state, state);
			thread.messages.unshift(...messages);
			for (const message of messages) this.#messages.set(message.id, message);
		}
	}

	messages(numberId: string, customer: string): readonly ChatMessage[] {
		return this.#thread(numberId, customer).messages;
	}

	message(id: string): ChatMessage | undefined {
		return this.#messages.get(id);
	}

	add(message: ChatMessage): void {
		const thread = this.#thread(message.numberId, message.customer);
		thread.messages.push(message);
		this.#messages.set(message.id, message);
		if (thread.messages.length > LIMITS.messagesPerThread) {
			const oldest = thread.messages.shift();
			if (oldest) this.#messages.delete(oldest.id);
		}
		this.#changed({ type: 'message', message });
		if (message.sender === 'customer') this.#update(thread, { windowOpenUntil: this.#now() + WINDOW_MS });
		else if (thread.state.typingUntil !== undefined) this.#update(thread, { typingUntil: 0 });
	}

	/** Changes a message where it stands. */
	update(
		message: ChatMessage,
		change: Partial<Pick<ChatMessage, 'status' | 'failure' | 'webhook' | 'reaction'>>,
	): void {
		Object.assign(message, change);
		this.#changed({ type: 'message', message });
	}

	isWindowOpen(numberId: string, customer: string): boolean {
		return (this.#thread(numberId, customer).state.windowOpenUntil ?? 0) > this.#now();
	}

	/** Ends the window as if the customer had last written 24 hours ago. */
	closeWindow(numberId: string, customer: string): void {
		this.#update(this.#thread(numberId, customer), { windowOpenUntil: this.#now() });
	}

	showTyping(numberId: string, customer: string): void {
		this.#update(this.#thread(numberId, customer), { typingUntil: this.#now() + TYPING_MS });
	}

	clear(): void {
		this.#threads.clear();
		this.#messages.clear();
	}

	#update({ state }: Thread, change: Pick<ThreadState, 'windowOpenUntil' | 'typingUntil'>): void {
		Object.assign(state, change);
		this.#changed({ type: 'thread', thread: state });
	}

	#thread(numberId: string, customer: string): Thread {
		const key = `${numberId}:${customer}`;
		const known = this.#threads.get(key);
		if (known) return known;
		const thread: Thread = { state: { numberId, customer }, messages: [] };
		this.#threads.set(key, thread);
		return thread;
	}
}
