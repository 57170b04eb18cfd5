import type { InfobipAccount, SandboxCustomer, SandboxLine } from '../settings.ts';
import { authenticatedTarget } from '../shared/authentication.ts';
import type { Progress } from '../shared/delivery.ts';
import { CUSTOMER_MESSAGE, type Written } from '../shared/inbound.ts';
import type { WebhookDelivery } from '../shared/ledger.ts';
import type { FindTarget, Webhooks } from '../shared/webhooks.ts';
import { ACCOUNT_KEY } from './administration/block-list.ts';
import type { BlockList } from './block-list.ts';
import type { InfobipFailure } from './faults.ts';
import type { InboundConfiguration, InboundConfigurations } from './inbound-configurations.ts';
import type { MessageLog } from './message-log.ts';
import type { InfobipOutbound } from './outbox.ts';
import {
	blockListEvent,
	deliveryReport,
	marketingPreference,
	seenReport,
	smsInbound,
	templateUpdate,
	whatsAppInbound,
} from './payloads.ts';
import { ERRORS, STATUSES } from './statuses.ts';
import type { Channel, EventName, Subscriptions } from './subscriptions.ts';
import type { Template } from './templates.ts';

const CHANNELS = { sms: 'SMS', whatsapp: 'WHATSAPP' } as const satisfies Record<
	SandboxLine['channel'],
	Channel
>;

interface Surroundings {
	account: InfobipAccount;
	subscriptions: Subscriptions;
	configurations: InboundConfigurations;
	blockList: BlockList;
	webhooks: Webhooks;
	log: MessageLog;
	/** Sends what a number answers by itself. */
	respond: (written: Written, text: string) => void;
	now: () => number;
}

/** What Infobip tells the business, and to which address. */
export class Notifications {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** A customer wrote. The number may answer by itself, and a keyword may put the customer on the block list. */
	async message(written: Written): Promise<WebhookDelivery> {
		const { configurations, respond, webhooks } = this.#around;
		const { line, message } = written;
		const configuration = configurations.find(line, message.text);
		const keyword = configuration?.keyword ?? undefined;
		const payload = line.channel === 'sms' ? smsInbound(written, keyword) : whatsAppInbound(written);
		const notification = {
			field: 'INBOUND_MESSAGE',
			about: CUSTOMER_MESSAGE,
			messageId: written.id,
			payload,
		};
		const delivered = webhooks.post(notification, this.#inboundTargets(line, configuration));
		if (configuration?.autoResponse) respond(written, configuration.autoResponse.message);
		if (configuration?.blockListConfiguration) this.#block(written, configuration.blockListConfiguration);
		return await delivered;
	}

	/** What became of a sent message. Infobip reports the end only, unless intermediate reports are asked for. */
	progress(outbound: InfobipOutbound, progress: Progress, failure: InfobipFailure | undefined): void {
		const { id, line, notify, intermediateReport } = outbound;
		const { log, now } = this.#around;
		const atMs = now();
		if (progress === 'read') {
			if (!notify || line.channel !== 'whatsapp') return;
			void this.#report(outbound, 'SEEN', progress, seenReport(outbound, atMs));
			return;
		}
		const usual = { sent: STATUSES.waiting, delivered: STATUSES.delivered, failed: STATUSES.notDelivered }[
			progress
		];
		const { status = usual, error = ERRORS.none } = failure ?? {};
		log.update(id, { status, error });
		if (progress === 'sent' && !(notify && intermediateReport)) return;
		const payload = deliveryReport(outbound, { status, error, atMs });
		if (!notify) {
			log.update(id, { isUnclaimed: true });
			return;
		}
		void this.#report(outbound, 'DELIVERY', progress, payload).then(({ state }) => {
			log.update(id, { isUnclaimed: state !== 'taken' });
		});
	}

	/** Somebody stops or resumes marketing messages in WhatsApp's own settings. */
	preference(
		line: SandboxLine,
		customer: SandboxCustomer,
		preference: 'stop' | 'resume',
	): Promise<WebhookDelivery> {
		const { now, subscriptions, webhooks } = this.#around;
		const field = 'MARKETING_SUBSCRIPTION_UPDATE';
		const payload = marketingPreference(line.phoneNumber, customer, preference, now());
		return webhooks.post(
			{ field, about: preference, payload },
			subscriptions.targets('WHATSAPP', field, line.phoneNumber),
		);
	}

	/** What the review of a template came to. */
	template(template: Template, reason: string): void {
		const { now, subscriptions, webhooks } = this.#around;
		const field = 'TEMPLATE_UPDATE';
		const payload = templateUpdate(template, reason, now());
		const about = template.status.toLowerCase();
		void webhooks.post({ field, about, payload }, subscriptions.targets('WHATSAPP', field));
	}

	/** Forwarding to a URL carries no security: whoever sets it up puts a secret into the URL. What is kept for pulling goes nowhere. */
	#inboundTargets(line: SandboxLine, configuration: InboundConfiguration | undefined): FindTarget[] {
		const forwarding = configuration?.forwarding;
		if (forwarding?.type === 'HTTP_FORWARD') return [unauthenticated(forwarding.url)];
		if (forwarding?.type === 'PULL') return [];
		return this.#around.subscriptions.targets(CHANNELS[line.channel], 'INBOUND_MESSAGE', line.phoneNumber);
	}

	#report(
		outbound: InfobipOutbound,
		event: EventName,
		about: string,
		payload: object,
	): Promise<WebhookDelivery> {
		const { subscriptions, webhooks } = this.#around;
		const { id, line, notifyUrl } = outbound;
		const targets =
			notifyUrl === undefined
				? subscriptions.targets(CHANNELS[line.channel], event, line.phoneNumber)
				: [unauthenticated(notifyUrl)];
		return webhooks.post({ field: event, about, messageId: id, payload }, targets);
	}

	#block(
		written: Written,
		{ type, level }: NonNullable<InboundConfiguration['blockListConfiguration']>,
	): void {
		const { blockList, subscriptions, webhooks } = this.#around;
		const { customer, line } = written;
		const everySender = level === 'FROM_ANY_SENDER';
		const entry = {
			destination: customer.phoneNumber,
			sender: everySender ? undefined : line.phoneNumber,
			sourceType: 'MO',
			accountKey: ACCOUNT_KEY,
		} as const;
		if (type === 'BLOCK') blockList.add({ ...entry, createdAt: written.at });
		else blockList.remove(entry);
		const payload = blockListEvent(type, written, everySender);
		const targets = subscriptions.targets('BLOCKLIST', type, line.phoneNumber);
		void webhooks.post({ field: type, about: type.toLowerCase(), payload }, targets);
	}
}

function unauthenticated(url: string): FindTarget {
	return () => authenticatedTarget(url, { kind: 'none' });
}
