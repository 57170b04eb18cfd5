import { LIMITS } from './options.ts';
import { Tally } from './tally.ts';

/** A call of a provider's API and how it was answered. */
export interface CallRecord {
	at: string;
	method: string;
	/** Without the query, which may carry a token. */
	path: string;
	/** Absent while the answer is outstanding, and for good where the connection was reset or left hanging. */
	status?: number;
	/** The provider's error code. */
	code?: string | number;
	/** The fault that decided the answer. */
	fault?: string;
}

/** A message that the provider took over: from here on a retry of the caller would send it twice. */
export interface AcceptedMessage {
	id: string;
	at: string;
	/** Id of the line that it was sent from. */
	numberId: string;
	/** Recipient as the caller wrote it. */
	to: string;
	type: string;
	text: string;
	callbackData?: string;
	/** The request's parameters as they came, without a token. */
	request: Readonly<Record<string, unknown>>;
}

/** One POST of a webhook. */
export interface WebhookAttempt {
	at: string;
	url: string;
	durationMs: number;
	/** HTTP status; absent where no answer came. */
	status?: number;
	/** Beginning of the answer's body. */
	answer?: string;
	/** In words, why this attempt does not count as taken. */
	problem?: string;
}

export type DeliveryState = 'waiting' | 'retrying' | 'taken' | 'givenUp' | 'noWebhook';

/** One webhook on its way, with all of its attempts. */
export interface WebhookDelivery {
	id: string;
	at: string;
	/** What the provider calls this kind of webhook: Meta's `changes[].field`, an event of Infobip's, a trigger of Sinch's. */
	field: string;
	/** What the webhook is about: `message`, or the status word. */
	about: string;
	messageId?: string;
	/** The exact body as it goes over the wire; empty where no one listened. */
	body: string;
	state: DeliveryState;
	attempts: WebhookAttempt[];
	/** ISO 8601, while `retrying`. */
	nextAttemptAt?: string;
}

/** The last `limit` entries. Trimmed in bulk so that a long run does not pay for it at every entry. */
class Records<T> {
	#entries: T[] = [];
	readonly #limit: number;

	constructor(limit: number) {
		this.#limit = limit;
	}

	add(entry: T): void {
		this.#entries.push(entry);
		if (this.#entries.length > this.#limit * 1.1) this.#entries = this.#entries.slice(-this.#limit);
	}

	get entries(): readonly T[] {
		return this.#entries;
	}

	clear(): void {
		this.#entries = [];
	}
}

/** What happened, for tests and for people who look for the cause of something. Bounded; the counts go on. */
export class Ledger {
	readonly #calls = new Records<CallRecord>(LIMITS.ledger);
	readonly #accepted = new Records<AcceptedMessage>(LIMITS.ledger);
	readonly #deliveries = new Records<WebhookDelivery>(LIMITS.ledger);
	/** How often each reference was taken for each recipient. */
	readonly taken = new Tally(LIMITS.taken);
	/** How calls of the API were answered, by status and the provider's code. */
	readonly answers = new Tally(LIMITS.answers);
	#counts = { calls: 0, accepted: 0, deliveries: 0 };

	get calls(): readonly CallRecord[] {
		return this.#calls.entries;
	}

	get accepted(): readonly AcceptedMessage[] {
		return this.#accepted.entries;
	}

	get deliveries(): readonly WebhookDelivery[] {
		return this.#deliveries.entries;
	}

	/** A webhook is neither taken nor given up. */
	get isWaiting(): boolean {
		return this.deliveries.some(({ state }) => state === 'waiting' || state === 'retrying');
	}

	/** Totals since the start or the last reset, also of what is no longer kept. */
	get counts(): Readonly<{ calls: number; accepted: number; deliveries: number }> {
		return { ...this.#counts };
	}

	addCall(record: CallRecord): void {
		this.#counts.calls += 1;
		this.#calls.add(record);
	}

	addAccepted(message: AcceptedMessage): void {
		this.#counts.accepted += 1;
		this.#accepted.add(message);
		this.taken.add(message.to, message.callbackData ?? '');
	}

	addDelivery(delivery: WebhookDelivery): void {
		this.#counts.deliveries += 1;
		this.#deliveries.add(delivery);
	}

	clear(): void {
		this.#calls.clear();
		this.#accepted.clear();
		this.#deliveries.clear();
		this.taken.clear();
		this.answers.clear();
		this.#counts = { calls: 0, accepted: 0, deliveries: 0 };
	}
}
