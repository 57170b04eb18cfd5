import { Delivery } from '../shared/delivery.ts';
import { CUSTOMER_MESSAGE, Inbound } from '../shared/inbound.ts';
import { digits, whatsAppMessageId } from '../shared/identifiers.ts';
import type { OpenChat } from '../shared/live.ts';
import type { StandInOptions } from '../shared/options.ts';
import { createOutlet } from '../shared/outlet.ts';
import type { Stage } from '../shared/stage.ts';
import type { MarketingChoice, StandIn } from '../shared/stand-in.ts';
import { tokenOperations } from './access.ts';
import { accountOperations } from './accounts.ts';
import { Directory } from './directory.ts';
import { failureOf, type GraphFailure } from './failures.ts';
import { FAULTS } from './faults.ts';
import { MediaShelf } from './media.ts';
import { type GraphOutbound, Messages } from './messages.ts';
import type { Operation } from './operations.ts';
import { TIMING } from './options.ts';
import { envelope, inboundValue, preferencesValue, statusValue } from './payloads.ts';
import { Rates } from './rates.ts';
import { graphRouter } from './router.ts';
import { Rules } from './rules.ts';
import { wireJson } from './signature.ts';
import { Subscriptions } from './subscriptions.ts';
import { Templates } from './templates.ts';

export type Parts = ReturnType<typeof createParts>;

function createParts(stage: Stage, options: StandInOptions) {
	const { conversations, now, people, world } = stage;
	const { businessAccountId, numbers } = world;
	const timing = { ...TIMING, ...options.timing };
	const directory = new Directory(world);
	const shelf = new MediaShelf(now);
	const templates = new Templates();
	const rules = new Rules(templates);
	const rates = new Rates(rules);
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
		failureOf: (outbound) => failureOf(outbound, { conversations, faults, now, rates, rules }),
		report: (outbound, status, failure) => {
			const { id: messageId, line, to, customer, callbackData, recipient, category } = outbound;
			const isWindowOpen =
				customer !== undefined && conversations.isWindowOpen(line.id, customer.phoneNumber);
			const payload = envelope(
				businessAccountId,
				'messages',
				statusValue(line, {
					messageId,
					status,
					atMs: now(),
					customer,
					to,
					recipient,
					category,
					isWindowOpen,
					participants: people.customers,
					callbackData,
					failure,
				}),
			);
			const notification = { field: 'messages', about: status, messageId, payload };
			void webhooks.post(notification, subscriptions.targets('messages', line.id));
		},
	});
	const messages = new Messages({ stage, directory, delivery, ledger, shelf, templates, rates, rules });
	const operations: Operation[] = [
		...accountOperations(directory, (call) => subscriptions.configuration(call)),
		...tokenOperations(world),
		...subscriptions.operations(),
		...messages.operations(),
		...templates.operations(),
		...shelf.operations(),
	];
	const choosesMarketing = ({ numberId, customer: phoneNumber }: OpenChat, value: MarketingChoice) => {
		const line = directory.number(numberId);
		const customer = people.customer(phoneNumber);
		if (!line || !customer) return;
		rules.stopMarketing(phoneNumber, value === 'stop');
		const payload = envelope(
			businessAccountId,
			'user_preferences',
			preferencesValue(line, customer, value, now()),
		);
		const notification = { field: 'user_preferences', about: value, payload };
		void webhooks.post(notification, subscriptions.targets('user_preferences', line.id));
	};
	return {
		choosesMarketing,
		delivery,
		directory,
		faults,
		health,
		inbound,
		ledger,
		now,
		operations,
		rates,
		rules,
		shelf,
		subscriptions,
		templates,
		webhooks,
	};
}

/** WhatsApp Cloud on a stage. */
export function createWhatsAppCloud(stage: Stage, options: StandInOptions = {}) {
	const parts = createParts(stage, options);
	const { choosesMarketing, delivery, faults, health, inbound, ledger } = parts;
	const { rates, rules, shelf, subscriptions, webhooks } = parts;
	return {
		provider: 'whatsAppCloud',
		lines: stage.world.numbers,
		faults,
		ledger,
		rules,
		choosesMarketing,
		file: (id) => shelf.file(id),
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
			rates.clear();
			rules.reset();
			shelf.clear();
			health.restart();
		},
		close: () => {
			webhooks.close();
		},
	} satisfies StandIn;
}
