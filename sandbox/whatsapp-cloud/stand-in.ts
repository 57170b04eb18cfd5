import { ChannelFaults } from '../shared/channel-faults.ts';
import { Delivery } from '../shared/delivery.ts';
import { CUSTOMER_MESSAGE, Inbound } from '../shared/inbound.ts';
import { digits, whatsAppMessageId } from '../shared/identifiers.ts';
import type { OpenChat } from '../shared/live.ts';
import type { StandInOptions } from '../shared/options.ts';
import { createOutlet } from '../shared/outlet.ts';
import type { Stage } from '../shared/stage.ts';
import type { MarketingChoice, StandIn } from '../shared/stand-in.ts';
import { Access } from './access.ts';
import { accountOperations } from './accounts.ts';
import { BlockList } from './administration/block-list.ts';
import { CHANNEL_FAULTS } from './administration/channel-faults.ts';
import { Numbers } from './administration/numbers.ts';
import { NumberEdges } from './administration/number-edges.ts';
import { Profiles } from './administration/profiles.ts';
import { type Announce, Reviews } from './administration/reviews.ts';
import { TemplateChanges } from './administration/template-changes.ts';
import { Uploads } from './administration/uploads.ts';
import { Directory } from './directory.ts';
import { failureOf, type WhatsAppFailure, type WhatsAppOutbound } from './failures.ts';
import { FAULTS } from './faults.ts';
import { MediaShelf } from './media.ts';
import { Messages } from './messages.ts';
import type { Operation } from './operations.ts';
import { TIMING } from './options.ts';
import { envelope, inboundValue, preferencesValue, statusValue } from './payloads.ts';
import { Rates } from './rates.ts';
import { graphRouter } from './router.ts';
import { Rules } from './rules.ts';
import { wireJson } from './signature.ts';
import { Subscriptions } from './subscriptions.ts';
import { Templates } from './templates.ts';

function createParts(stage: Stage, options: StandInOptions) {
	const { conversations, now, people, world } = stage;
	const { businessAccountId } = world;
	const timing = { ...TIMING, ...options.timing };
	const access = new Access(world, now);
	const directory = new Directory(world);
	const shelf = new MediaShelf(now);
	const uploads = new Uploads();
	const edges = new NumberEdges();
	const profiles = new Profiles(uploads);
	const blockList = new BlockList(stage);
	const templates = new Templates(businessAccountId);
	const version = { hasEnded: false };
	const { ledger, faults, health, createWebhooks } = createOutlet(stage, 'whatsAppCloud', {
		faults: FAULTS,
		latencyMs: options.latencyMs,
		timing,
		read: () => ({
			isSubscribed: subscriptions.isSubscribed,
			...(subscriptions.url === undefined ? {} : { url: subscriptions.url }),
		}),
	});
	const subscriptions = new Subscriptions(world, access, timing.webhookTimeoutMs, () => {
		health.restart();
	});
	const channel = new ChannelFaults(CHANNEL_FAULTS, {
		access,
		directory,
		subscriptions,
		templates,
		version,
		now,
	});
	const rules = new Rules(templates, channel, (code) => {
		access.addSignupCode(code);
	});
	const rates = new Rates(rules);
	// Any answer but 200 is a failure (Meta, Webhooks overview).
	const webhooks = createWebhooks((status) => (status === 200 ? 'taken' : 'retry'), wireJson);
	const placeOf = (numberId: string) => ({ accountId: directory.accountOfNumber(numberId).id, numberId });
	const hears = (numberId: string, customer: string) =>
		directory.record(numberId)?.platform === 'CLOUD_API' && !blockList.isBlocked(numberId, customer);
	const announce: Announce = (field, about, value, place) => {
		const payload = envelope(place.accountId, field, value);
		void webhooks.post({ field, about, payload }, subscriptions.targets(field, place));
	};
	const inbound = new Inbound({
		stage,
		lines: directory.lines,
		newId: (_line, customer) => whatsAppMessageId(digits(customer.phoneNumber), 'inbound'),
		post: (written) =>
			webhooks.post(
				{
					field: 'messages',
					about: CUSTOMER_MESSAGE,
					messageId: written.id,
					payload: envelope(placeOf(written.line.id).accountId, 'messages', inboundValue(written)),
				},
				hears(written.line.id, written.customer.phoneNumber)
					? subscriptions.targets('messages', placeOf(written.line.id))
					: [],
			),
	});
	const delivery = new Delivery<WhatsAppOutbound, WhatsAppFailure>({
		stage,
		timing,
		failureOf: (outbound) =>
			failureOf(outbound, { blockList, conversations, directory, faults, now, rates, rules }),
		report: (outbound, status, failure) => {
			const { id: messageId, line, to, customer, callbackData, recipient, category } = outbound;
			const isWindowOpen =
				customer !== undefined && conversations.isWindowOpen(line.id, customer.phoneNumber);
			const place = placeOf(line.id);
			const payload = envelope(
				place.accountId,
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
			void webhooks.post(notification, subscriptions.targets('messages', place));
		},
	});
	const messages = new Messages({ stage, directory, delivery, ledger, shelf, templates, rates, rules });
	const reviews = new Reviews(stage.timers, rules, announce);
	const numbers = new Numbers({ directory, now, reviews, rules, subscriptions });
	const templateChanges = new TemplateChanges({
		accountId: businessAccountId,
		templates,
		reviews,
		rules,
	});
	const operations: Operation[] = [
		...accountOperations(directory, (call, place) => subscriptions.configuration(call, place)),
		...access.operations(),
		...numbers.operations(),
		...templateChanges.operations(),
		...uploads.operations(),
		...profiles.operations(),
		...edges.operations(),
		...blockList.operations(),
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
		announce('user_preferences', value, preferencesValue(line, customer, value, now()), placeOf(line.id));
	};
	const resetAdministration = () => {
		channel.reset();
		for (const part of [access, directory]) part.reset();
		for (const part of [numbers, templateChanges, uploads, profiles, edges, blockList]) part.clear();
	};
	return {
		access,
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
		resetAdministration,
		rules,
		shelf,
		subscriptions,
		templates,
		uploads,
		version,
		webhooks,
	};
}

/** WhatsApp Cloud on a stage. */
export function createWhatsAppCloud(stage: Stage, options: StandInOptions = {}) {
	const parts = createParts(stage, options);
	const { choosesMarketing, delivery, directory, faults, health, inbound, ledger } = parts;
	const { rates, resetAdministration, rules, shelf, subscriptions, uploads, webhooks } = parts;
	return {
		provider: 'whatsAppCloud',
		lines: directory.lines,
		phoneNumberOf: (id) => directory.number(id)?.phoneNumber,
		faults,
		ledger,
		rules,
		choosesMarketing,
		file: (id) => shelf.file(id) ?? uploads.file(id),
		router: graphRouter(parts),
		get webhook() {
			return health.current;
		},
		notePublished: (isPublished) => {
			health.notePublished(isPublished);
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
			resetAdministration();
			rules.reset();
			shelf.clear();
			health.restart();
		},
		close: () => {
			webhooks.close();
		},
	} satisfies StandIn;
}
