import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import axios from 'axios';
import type { CommonFault, Faults } from './faults.ts';
import type { DeliveryState, Ledger, WebhookAttempt, WebhookDelivery } from './ledger.ts';
import { LIMITS, type Timing } from './options.ts';
import type { Timers } from './timers.ts';

/** What is known of a webhook before it is on its way. */
export interface Notification {
	field: string;
	about: string;
	messageId?: string | undefined;
	payload: unknown;
}

/** Where a webhook goes, and how it proves where it comes from. */
export interface Target {
	url: string;
	/** For the call that a receiver must refuse, where the URL itself is the secret. */
	forgedUrl?: string;
	/** Headers over the exact bytes. `isForged` asks for ones that a receiver must refuse. */
	headers: (body: Buffer, isForged: boolean) => Record<string, string>;
}

/** Asked before every attempt; undefined while no one listens. */
export type FindTarget = () => Target | undefined;

/** What an answer means to the provider. */
export type Verdict = 'taken' | 'retry' | 'giveUp';

interface Surroundings {
	judge: (status: number) => Verdict;
	/** The exact text that goes over the wire. */
	serialise: (payload: unknown) => string;
	timing: Timing;
	timers: Timers;
	faults: Pick<Faults<CommonFault>, 'take'>;
	ledger: Ledger;
	/** After every attempt and at every change of state. */
	changed: (delivery: WebhookDelivery) => void;
}

type Settle = (state: DeliveryState) => void;

interface Job {
	delivery: WebhookDelivery;
	find: FindTarget;
	settle: Settle;
}

const ANSWER_KEPT = 1_000;
const NO_WEBHOOK = 'no webhook is set';
const NOWHERE: FindTarget = () => undefined;

/** Posts webhooks in parallel, and again with growing waits as long as the provider would. An order between them is not kept. */
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

	/**
	 * Sends a webhook to every target. The promise is kept when each was taken or given up, with the delivery to the first; it never
	 * rejects.
	 */
	async post(notification: Notification, targets: readonly FindTarget[]): Promise<WebhookDelivery> {
		const [first = NOWHERE, ...others] = targets;
		const doubled = this.#around.faults.take('duplicateWebhook') ? [first] : [];
		const [delivery] = await Promise.all([
			this.#start(this.#enter(notification, first), first),
			...[...doubled, ...others].map((find) => this.#start(this.#enter(notification, find), find)),
		]);
		return delivery;
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

	/** Without a listener nothing goes over the wire, and a load of messages is spared the work. */
	#enter({ payload, field, about, messageId }: Notification, find: FindTarget): WebhookDelivery {
		const delivery: WebhookDelivery = {
			field,
			about,
			...(messageId === undefined ? {} : { messageId }),
			id: randomBytes(6).toString('hex'),
			at: new Date().toISOString(),
			body: find() === undefined ? '' : this.#around.serialise(payload),
			state: 'waiting',
			attempts: [],
		};
		this.#around.ledger.addDelivery(delivery);
		return delivery;
	}

	#start(delivery: WebhookDelivery, find: FindTarget): Promise<WebhookDelivery> {
		return new Promise((resolve) => {
			const settle: Settle = (state) => {
				if (!this.#open.delete(settle)) return;
				this.#move(delivery, state);
				resolve(delivery);
			};
			const full = this.#open.size >= LIMITS.pendingDeliveries;
			this.#open.add(settle);
			if (find() === undefined) {
				settle('noWebhook');
				return;
			}
			if (full) {
				settle('givenUp');
				return;
			}
			this.#around.changed(delivery);
			this.#schedule({ delivery, find, settle });
		});
	}

	#schedule(job: Job): void {
		const stop = this.#stop;
		this.#waiting.push(async () => {
			const { delivery, find, settle } = job;
			const { attempt, verdict } = await this.#attempt(delivery.body, find(), stop.signal);
			if (stop.signal.aborted) return;
			delivery.attempts.push(attempt);
			const waitMs = this.#around.timing.retryMs[delivery.attempts.length - 1];
			if (verdict === 'taken') settle('taken');
			else if (waitMs === undefined || verdict === 'giveUp') settle('givenUp');
			else {
				this.#move(delivery, 'retrying', waitMs);
				this.#around.timers.after(waitMs, () => {
					this.#schedule(job);
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

	async #attempt(
		text: string,
		target: Target | undefined,
		signal: AbortSignal,
	): Promise<{ attempt: WebhookAttempt; verdict: Verdict }> {
		const start = Date.now();
		const { faults, judge, timing } = this.#around;
		const isForged = target !== undefined && faults.take('wrongSignature');
		const url = (isForged ? target.forgedUrl : undefined) ?? target?.url ?? '';
		const outcome = (rest: Partial<WebhookAttempt>): WebhookAttempt => ({
			at: new Date(start).toISOString(),
			url,
			durationMs: Date.now() - start,
			...rest,
		});
		if (target === undefined) return { attempt: outcome({ problem: NO_WEBHOOK }), verdict: 'giveUp' };
		const body = Buffer.from(text);
		try {
			const { status, data } = await axios.post<string>(url, body, {
				headers: { 'Content-Type': 'application/json', Accept: '*/*', ...target.headers(body, isForged) },
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
			const verdict = judge(status);
			const answer = data.slice(0, ANSWER_KEPT);
			const problem = verdict === 'taken' ? {} : { problem: `answered ${status}` };
			return { attempt: outcome({ status, answer, ...problem }), verdict };
		} catch (failure) {
			const problem = failure instanceof Error ? failure.message : String(failure);
			return { attempt: outcome({ problem }), verdict: 'retry' };
		}
	}
}
