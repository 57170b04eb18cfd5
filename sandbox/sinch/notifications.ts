import type { SinchAccount } from '../settings.ts';
import { authenticatedTarget } from '../shared/authentication.ts';
import type { Progress } from '../shared/delivery.ts';
import { CUSTOMER_MESSAGE, type Written } from '../shared/inbound.ts';
import type { WebhookDelivery } from '../shared/ledger.ts';
import type { FindTarget, Webhooks } from '../shared/webhooks.ts';
import type { SmsOutbound } from './batches.ts';
import type { Consent } from './consent.ts';
import type { ConversationOutbound } from './conversation.ts';
import type { DeliveryReports } from './delivery-reports.ts';
import type { SinchFailure } from './faults.ts';
import type { MessageStore } from './message-store.ts';
import {
	batchReport,
	consentNotification,
	messageDelivery,
	messageInbound,
	moText,
	recipientReport,
} from './payloads.ts';
import { signedTarget } from './signature.ts';
import type { AppWebhooks } from './webhooks.ts';

interface BatchResult {
	to: string;
	code: number;
	status: string;
}

interface Surroundings {
	account: SinchAccount;
	appWebhooks: AppWebhooks;
	consent: Consent;
	/** The SMS API's retries end at other answers than the Conversation API's. */
	smsWebhooks: Webhooks;
	conversationWebhooks: Webhooks;
	/** Those who ask are told the same. */
	reports: DeliveryReports;
	store: MessageStore;
	now: () => number;
}

/** Steps of an SMS that `per_recipient` reports, and no other mode: codes 400 and 401 are no errors. */
const UNDER_WAY = { code: 401, status: 'Dispatched' } as const;
const DELIVERED = { code: 0, status: 'Delivered' } as const;
const STATUSES = {
	sent: 'QUEUED_ON_CHANNEL',
	delivered: 'DELIVERED',
	read: 'READ',
	failed: 'FAILED',
	switching: 'SWITCHING_CHANNEL',
} as const;

/** What Sinch tells the business, and to which address. */
export class Notifications {
	readonly #around: Surroundings;
	/** Results of batches that are reported as a whole, until all are there. */
	readonly #batches = new Map<string, BatchResult[]>();
	/** The service plan's callback URL. Only Sinch's dashboard sets it; no call of the API for it is known. */
	planUrl: string | undefined;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.#batches.clear();
	}

	/** A customer wrote. A number of a service plan tells the plan, all else the Conversation app. */
	async message(written: Written): Promise<WebhookDelivery> {
		const { account, appWebhooks, consent, conversationWebhooks, smsWebhooks, store } = this.#around;
		const { line, customer, message, at } = written;
		const notification = { about: CUSTOMER_MESSAGE, messageId: written.id };
		if (line.channel === 'sms') {
			const payload = moText(written);
			return await smsWebhooks.post({ ...notification, field: payload.type, payload }, [this.#planTarget]);
		}
		const payload = messageInbound(account, written);
		store.add(payload.message);
		const field = 'MESSAGE_INBOUND';
		const delivered = conversationWebhooks.post(
			{ ...notification, field, payload },
			appWebhooks.targets(field),
		);
		const action = consent.note(line, customer, message.text);
		if (action) {
			const told = consentNotification(account, action, { line, customer, atMs: at });
			const about = action.toLowerCase();
			void conversationWebhooks.post({ field: action, about, payload: told }, appWebhooks.targets(action));
		}
		return await delivered;
	}

	/** What became of a message of the Conversation app. SMS knows no reading. */
	conversationProgress(
		outbound: ConversationOutbound,
		progress: Progress | 'switching',
		failure: SinchFailure | undefined,
	): void {
		const { account, appWebhooks, conversationWebhooks, now, store } = this.#around;
		if (progress === 'read' && outbound.line.channel === 'sms') return;
		store.note(outbound.id, STATUSES[progress], failure?.reason.code);
		const { callbackUrl, id } = outbound;
		const field = 'MESSAGE_DELIVERY';
		const payload = messageDelivery(account, outbound, { status: STATUSES[progress], failure, atMs: now() });
		const override =
			callbackUrl === undefined ? [] : [signedTarget(callbackUrl, account.overrideSecret, now())];
		const targets = override.length > 0 ? override.map((target) => () => target) : appWebhooks.targets(field);
		void conversationWebhooks.post({ field, about: progress, messageId: id, payload }, targets);
	}

	/** What became of an SMS, as far as the batch asked to hear of it. */
	smsProgress(outbound: SmsOutbound, progress: Progress, failure: SinchFailure | undefined): void {
		const { mode } = outbound;
		if (progress === 'read') return;
		const isFinal = progress !== 'sent';
		const { code, status } = failure?.sms ?? (isFinal ? DELIVERED : UNDER_WAY);
		this.#around.reports.note(outbound, { code, status });
		if (mode === 'none') return;
		if (mode === 'summary' || mode === 'full') {
			if (isFinal) this.#collect(outbound, { to: outbound.to, code, status });
		} else if (isFinal || mode === 'per_recipient') {
			const atMs = this.#around.now();
			this.#report(outbound, progress, recipientReport(outbound, { code, status, atMs }));
		}
	}

	#collect(outbound: SmsOutbound, result: BatchResult): void {
		const { batchId, batchSize, mode } = outbound;
		const results = [...(this.#batches.get(batchId) ?? []), result];
		this.#batches.set(batchId, results);
		if (results.length < batchSize) return;
		this.#batches.delete(batchId);
		this.#report(outbound, 'batch', batchReport(outbound, results, mode === 'full'));
	}

	#report({ batchId, callbackUrl }: SmsOutbound, about: string, payload: { type: string }): void {
		const target: FindTarget =
			callbackUrl === undefined ? this.#planTarget : () => authenticatedTarget(callbackUrl, { kind: 'none' });
		void this.#around.smsWebhooks.post({ field: payload.type, about, messageId: batchId, payload }, [target]);
	}

	readonly #planTarget: FindTarget = () =>
		this.planUrl === undefined
			? undefined
			: authenticatedTarget(this.planUrl, this.#around.account.smsWebhookAuthentication);
}
