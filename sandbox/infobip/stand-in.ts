import type { Request } from 'express';
import { apiRouter, basicCredentials, guarded, type Route } from '../shared/api.ts';
import { Delivery } from '../shared/delivery.ts';
import { digits, randomDigits, whatsAppMessageId } from '../shared/identifiers.ts';
import { Inbound } from '../shared/inbound.ts';
import type { ScaledStandInOptions } from '../shared/options.ts';
import { createOutlet } from '../shared/outlet.ts';
import { SendingRules } from '../shared/sending-rules.ts';
import type { Stage } from '../shared/stage.ts';
import type { StandIn } from '../shared/stand-in.ts';
import { BlockList } from './block-list.ts';
import { badJson, notFound, tooManyRequests, unauthorized } from './errors.ts';
import { FAILURES, FAULTS, type InfobipFailure } from './faults.ts';
import { InboundConfigurations } from './inbound-configurations.ts';
import { Messages } from './messages.ts';
import { Notifications } from './notifications.ts';
import { infobipTiming } from './options.ts';
import { type InfobipOutbound, Outbox } from './outbox.ts';
import { readingRoutes } from './reading.ts';
import { Subscriptions } from './subscriptions.ts';
import { templateRoutes } from './templates.ts';

/** Of sending by WhatsApp; for SMS none is published (Infobip OpenAPI 3.210.0). */
const CALLS_PER_SECOND = 4_000;

const BALANCE: Route = {
	method: 'GET',
	path: '/account/1/balance',
	run: () => ({ status: 200, body: { balance: 47.79, currency: 'EUR' } }),
};

/** Infobip on a stage. */
export function createInfobip(stage: Stage, options: ScaledStandInOptions = {}) {
	const { conversations, now, world } = stage;
	const account = world.infobip;
	const timing = { ...infobipTiming(options.retryScale), ...options.timing };
	const blockList = new BlockList();
	const rules = new SendingRules(CALLS_PER_SECOND, now);
	const { ledger, faults, health, createWebhooks } = createOutlet(stage, 'infobip', {
		faults: FAULTS,
		latencyMs: options.latencyMs,
		timing,
		read: () => ({
			isSubscribed: true,
			...(subscriptions.url === undefined ? {} : { url: subscriptions.url }),
		}),
	});
	const restart = () => {
		health.restart();
	};
	const subscriptions = new Subscriptions(account, restart);
	const configurations = new InboundConfigurations(restart);
	// Infobip does not say which answers end its retries: everything but 2xx is tried again.
	const webhooks = createWebhooks((status) => (status >= 200 && status < 300 ? 'taken' : 'retry'));
	const notifications = new Notifications({
		account,
		subscriptions,
		configurations,
		blockList,
		webhooks,
		now,
	});
	const inbound = new Inbound({
		stage,
		lines: account.lines,
		newId: ({ channel }, { phoneNumber }) =>
			channel === 'sms' ? randomDigits(18) : whatsAppMessageId(digits(phoneNumber), 'inbound'),
		post: (written) => notifications.message(written),
	});
	const delivery = new Delivery<InfobipOutbound, InfobipFailure>({
		stage,
		timing,
		failureOf: (outbound) => {
			const { customer, line, failure, isTemplate } = outbound;
			if (failure) return failure;
			if (!rules.isReachable(line.channel, outbound)) return FAILURES.nobody;
			if (faults.take('undeliverable')) return FAILURES.undeliverable;
			if (faults.take('expired')) return FAILURES.expired;
			if (line.channel === 'sms') return undefined;
			const isFree = isTemplate || rules.ignoresWindow;
			const isOpen = customer && conversations.isWindowOpen(line.id, customer.phoneNumber);
			return faults.take('windowClosed') || (!isFree && !isOpen) ? FAILURES.windowClosed : undefined;
		},
		report: (outbound, progress, failure) => {
			notifications.progress(outbound, progress, failure);
			if (progress === 'failed') outbox.failOver(outbound);
		},
	});
	const outbox = new Outbox({ stage, lines: account.lines, delivery, faults, ledger, blockList });
	const messages = new Messages(outbox);
	const checkKey = ({ headers: { authorization } }: Request) => {
		const basic = basicCredentials(authorization);
		const isKey = authorization === `App ${account.apiKey}`;
		const isUser = basic?.username === account.username && basic.password === account.password;
		if (!isKey && !isUser) throw unauthorized();
	};
	const routes = [
		BALANCE,
		...messages.routes(),
		...readingRoutes(stage, account.lines),
		...templateRoutes(account.lines),
		...subscriptions.routes(),
		...configurations.routes(),
	];
	const limited = (route: Route) =>
		route.isSend
			? guarded(route, () => {
					if (!rules.takeCall()) throw tooManyRequests();
				})
			: route;
	const router = apiRouter({
		faults,
		ledger,
		routes: routes.map((route) => guarded(limited(route), checkKey)),
		notFound,
		badJson,
	});
	return {
		provider: 'infobip',
		lines: account.lines,
		faults,
		ledger,
		router,
		rules,
		get webhook() {
			return health.current;
		},
		setWebhook: (url) => {
			subscriptions.setPortal(url);
			return Promise.resolve();
		},
		customerSends: (phoneNumber, message, { numberId } = {}) => inbound.send(phoneNumber, message, numberId),
		/** Somebody stops or resumes marketing messages in WhatsApp's own settings. */
		customerPrefers: (phoneNumber: string, preference: 'stop' | 'resume') => {
			const customer = stage.people.customer(phoneNumber);
			const line = account.lines.find(({ channel }) => channel === 'whatsapp');
			if (!customer || !line) throw new Error(`Nobody with ${phoneNumber} has WhatsApp`);
			return notifications.preference(line, customer, preference);
		},
		opened: ({ numberId, customer }) => {
			delivery.opened(numberId, customer);
		},
		reset: () => {
			webhooks.clear();
			delivery.clear();
			outbox.clear();
			blockList.clear();
			rules.reset();
			ledger.clear();
			faults.clear();
			health.restart();
		},
		close: () => {
			webhooks.close();
		},
	} satisfies StandIn & Record<string, unknown>;
}
