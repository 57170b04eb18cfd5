import { Delivery } from '../shared/delivery.ts';
import { CUSTOMER_MESSAGE, Inbound } from '../shared/inbound.ts';
import { digits, whatsAppMessageId } from '../shared/identifiers.ts';
import type { StandInOptions } from '../shared/options.ts';
import { createOutlet } from '../shared/outlet.ts';
import type { Stage } from '../shared/stage.ts';
import type { StandIn } from '../shared/stand-in.ts';
import { tokenOperations } from './access.ts';
import { accountOperations } from './accounts.ts';
import { Directory } from './directory.ts';
import { FAILURES, type GraphFailure } from './errors.ts';
import { FAULTS } from './faults.ts';
import { type GraphOutbound, Messages } from './messages.ts';
import type { Operation } from './operations.ts';
import { TIMING } from './options.ts';
import { envelope, inboundValue, statusValue } from './payloads.ts';
import { graphRouter } from './router.ts';
import { wireJson } from './signature.ts';
import { Subscriptions } from './subscriptions.ts';

export type Parts = ReturnType<typeof createParts>;

function createParts(stage: Stage, options: StandInOptions) {
	const { conversations, now, world } = stage;
	const { businessAccountId, numbers } = world;
	const timing = { ...TIMING, ...options.timing };
	const directory = new Directory(world);
	const { ledger, faults, health, createWebhooks } = createOutlet(stage, 'whatsAppCloud', {
		faults: FAULTS,
		latencyMs: options.latencyMs,
		timing,
		read: () => ({
			isSubscribed: subscriptions.isSubscribed,
			...(subscriptions.url === undefined ? {} : { url: subscriptions.url }),
		}),
	});
	const subscriptions = new Subscriptions(world, timing.webhookTimeoutMs, () => {
		health.restart();
	});
	// Any answer but 200 is a failure (Meta, Webhooks overview).
	const webhooks = createWebhooks((status) => (status === 200 ? 'taken' : 'retry'), wireJson);
	const inbound = new Inbound({
		stage,
		lines: numbers,
		newId: (_line, customer) => whatsAppMessageId(digits(customer.phoneNumber), 'inbound'),
		post: (written) =>
			webhooks.post(
				{
					field: 'messages',
					about: CUSTOMER_MESSAGE,
					messageId: written.id,
					payload: envelope(businessAccountId, 'messages', inboundValue(written)),
				},
				subscriptions.targets('messages', written.line.id),
			),
	});
	const delivery = new Delivery<GraphOutbound, GraphFailure>({
		stage,
		timing,
		failureOf: ({ customer, line }) => {
			if (!customer || faults.take('undeliverable')) return FAILURES.undeliverable;
			const isOpen = conversations.isWindowOpen(line.id, customer.phoneNumber);
			return faults.take('windowClosed') || !isOpen ? FAILURES.windowClosed : undefined;
		},
		report: ({ id, line, customer, to, callbackData }, status, failure) => {
			const report = { messageId: id, status, atMs: now(), customer, to, callbackData, failure };
			const payload = envelope(businessAccountId, 'messages', statusValue(line, report));
			const notification = { field: 'messages', about: status, messageId: id, payload };
			void webhooks.post(notification, subscriptions.targets('messages', line.id));
		},
	});
	const messages = new Messages({ stage, directory, delivery, ledger });
	const operations: Operation[] = [
		...accountOperations(directory, (call) => subscriptions.configuration(call)),
		...tokenOperations(world),
		...subscriptions.operations(),
		...messages.operations(),
	];
	return { delivery, directory, faults, health, inbound, ledger, operations, subscriptions, webhooks };
}

/** WhatsApp Cloud on a stage. */
export function createWhatsAppCloud(stage: Stage, options: StandInOptions = {}) {
	const parts = createParts(stage, options);
	const { delivery, faults, health, inbound, ledger, subscriptions, webhooks } = parts;
	return {
		provider: 'whatsAppCloud',
		lines: stage.world.numbers,
		faults,
		ledger,
		router: graphRouter(parts),
		get webhook() {
			return health.current;
		},
		setWebhook: (url) => subscriptions.setAppUrl(url),
		customerSends: (phoneNumber, message, { numberId } = {}) => inbound.send(phoneNumber, message, numberId),
		opened: ({ numberId, customer }) => {
			delivery.opened(numberId, customer);
		},
		reset: () => {
			webhooks.clear();
			delivery.clear();
			ledger.clear();
			faults.clear();
			health.restart();
		},
		close: () => {
			webhooks.close();
		},
	} satisfies StandIn;
}
