import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import axios from 'axios';
import type { Faults } from './faults.ts';
import type { DeliveryState, Ledger, WebhookAttempt, WebhookDelivery } from './ledger.ts';
import { LIMITS, type Timing } from './options.ts';
import { signature, wireJson } from './signature.ts';
import type { Timers } from './timers.ts';

/** What is known of a webhook before it is on its way. */
export interface Notification {
	field: string;
	about: string;
	messageId?: string | undefined;
	payload: unknown;
}

interface Surroundings {
	appSecret: string;
	/** Where webhooks go at this moment; undefined while no one listens. */
	callbackUrl: () => string | undefined;
	timing: Timing;
	timers: Timers;
	faults: Faults;
	ledger: Ledger;
	/** After every attempt and at every change of state. */
	changed: (delivery: WebhookDelivery) => void;
}

type Settle = (state: DeliveryState) => void;

const ANSWER_KEPT = 1_000;
const NO_WEBHOOK = 'no webhook is set';

/**
 * Posts webhooks the way Meta does: signed, in parallel, and again with growing waits until the answer is exactly 200
 * (Meta, Webhooks overview: any other answer is a failure). An order between webhooks is not kept.
 */
export class Webhooks {
	readonly #around: Surroundings;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: LIMITS.webhooksInFlight });
	readonly #waiting: (() => Promise<void>)[] = [];
	/** One per delivery that is neither taken nor given up. */
	readonly #open = new Set<Settle>();
	#stop = new AbortController();
	#inFlight = 0;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** Sends a webhook off. The promise is kept when it was taken or given up; it never rejects. */
	post(notification: Notification): { delivery: WebhookDelivery; done: Promise<WebhookDelivery> } {
		const { faults } = this.#around;
		const delivery = this.#enter(notification);
		if (faults.take('duplicateWebhook')) this.#start(this.#enter(notification));
		return {
			delivery,
			done: new Promise((resolve) => {
				this.#start(delivery, resolve);
			}),
		};
	}

	/** Gives up everything that is on its way. */
	clear(): void {
		this.#stop.abort();
		this.#stop = new AbortController();
		this.#waiting.length = 0;
		for (const settle of [...this.#open]) settle('givenUp');
	}

	close(): void {
		this.clear();
		this.#agent.destroy();
	}

	#enter({ payload, ...rest }: Notification): WebhookDelivery {
		const delivery: WebhookDelivery = {
			...rest,
			id: randomBytes(6).toString('hex'),
			at: new Date().toISOString(),
			body: wireJson(payload),
			state: 'waiting',
			attempts: [],
		};
		this.#around.ledger.addDelivery(delivery);
		return delivery;
	}

	#start(delivery: WebhookDelivery, done?: (delivery: WebhookDelivery) => void): void {
		const settle: Settle = (state) => {
			if (!this.#open.delete(settle)) return;
			this.#move(delivery, state);
			done?.(delivery);
		};
		const full = this.#open.size >= LIMITS.pendingDeliveries;
		this.#open.add(settle);
		if (this.#around.callbackUrl() === undefined) {
			settle('noWebhook');
			return;
		}
		if (full) {
			settle('givenUp');
			return;
		}
		this.#around.changed(delivery);
		this.#schedule(delivery, settle);
	}

	#schedule(delivery: WebhookDelivery, settle: Settle): void {
		const stop = this.#stop;
		this.#waiting.push(async () => {
			const attempt = await this.#attempt(delivery.body, stop.signal);
			if (stop.signal.aborted) return;
			delivery.attempts.push(attempt);
			const waitMs = this.#around.timing.retryMs[delivery.attempts.length - 1];
			if (attempt.problem === undefined) settle('taken');
			else if (waitMs === undefined || attempt.problem === NO_WEBHOOK) settle('givenUp');
			else {
				this.#move(delivery, 'retrying', waitMs);
				this.#around.timers.after(waitMs, () => {
					this.#schedule(delivery, settle);
				});
			}
		});
		this.#pump();
	}

	#pump(): void {
		while (this.#inFlight < LIMITS.webhooksInFlight) {
			const next = this.#waiting.shift();
			if (!next) return;
			this.#inFlight += 1;
			void next().finally(() => {
				this.#inFlight -= 1;
				this.#pump();
			});
		}
	}

	#move(delivery: WebhookDelivery, state: DeliveryState, waitMs?: number): void {
		delivery.state = state;
		if (waitMs === undefined) delete delivery.nextAttemptAt;
		else delivery.nextAttemptAt = new Date(Date.now() + waitMs).toISOString();
		this.#around.changed(delivery);
	}

	async #attempt(text: string, signal: AbortSignal): Promise<WebhookAttempt> {
		const { appSecret, faults, timing } = this.#around;
		const url = this.#around.callbackUrl();
		const start = Date.now();
		const outcome = (rest: Partial<WebhookAttempt>): WebhookAttempt => ({
			at: new Date(start).toISOString(),
			url: url ?? '',
			durationMs: Date.now() - start,
			...rest,
		});
		if (url === undefined) return outcome({ problem: NO_WEBHOOK });
		const body = Buffer.from(text);
		const secret = faults.take('wrongSignature') ? `not ${appSecret}` : appSecret;
		try {
			const { status, data } = await axios.post<string>(url, body, {
				headers: {
					'Content-Type': 'application/json',
					'User-Agent': 'facebookexternalua',
					Accept: '*/*',
					'X-Hub-Signature-256': signature(body, secret),
				},
				httpAgent: this.#agent,
				signal,
				timeout: timing.webhookTimeoutMs,
				proxy: false,
				maxRedirects: 0,
				maxContentLength: 1_000_000,
				maxBodyLength: Infinity,
				responseType: 'text',
				transformResponse: (answer: string) => answer,
				validateStatus: () => true,
			});
			const answer = data.slice(0, ANSWER_KEPT);
			return outcome({ status, answer, ...(status === 200 ? {} : { problem: `answered ${status}` }) });
		} catch (failure) {
			return outcome({ problem: failure instanceof Error ? failure.message : String(failure) });
		}
	}
}
