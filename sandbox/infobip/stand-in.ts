import type { SandboxLine } from '../settings.ts';
import { apiRouter, guarded, type Route } from '../shared/api.ts';
import { ChannelFaults } from '../shared/channel-faults.ts';
import { Delivery } from '../shared/delivery.ts';
import { digits, randomDigits, whatsAppMessageId } from '../shared/identifiers.ts';
import { Inbound } from '../shared/inbound.ts';
import type { ScaledStandInOptions } from '../shared/options.ts';
import { createOutlet } from '../shared/outlet.ts';
import { SendingRules } from '../shared/sending-rules.ts';
import { SetUpRules } from '../shared/set-up-rules.ts';
import type { Stage } from '../shared/stage.ts';
import type { StandIn } from '../shared/stand-in.ts';
import { Access } from './administration/access.ts';
import { createAdministration } from './administration/administration.ts';
import { CHANNEL_FAULTS } from './administration/channel-faults.ts';
import { Directory } from './administration/directory.ts';
import { BlockList } from './block-list.ts';
import { badJson, notFound, tooManyRequests } from './errors.ts';
import { FAILURES, FAULTS, type InfobipFailure } from './faults.ts';
import { InboundConfigurations } from './inbound-configurations.ts';
import { MessageLog } from './message-log.ts';
import { Messages } from './messages.ts';
import { Notifications } from './notifications.ts';
import { infobipTiming } from './options.ts';
import { type InfobipOutbound, Outbox } from './outbox.ts';
import { Identities } from './identities.ts';
import { readingRoutes } from './reading.ts';
import { Subscriptions } from './subscriptions.ts';
import { TemplateBook } from './templates.ts';

/** Of sending by WhatsApp; for SMS none is published (Infobip OpenAPI 3.210.0). */
const CALLS_PER_SECOND = 4_000;

/** Infobip on a stage. */
export function createInfobip(stage: Stage, options: ScaledStandInOptions = {}) {
	const { conversations, now, world } = stage;
	const account = world.infobip;
	const timing = { ...infobipTiming(options.retryScale), ...options.timing };
	const access = new Access(account);
	const directory = new Directory(account, world.businessAccountName);
	const templates = new TemplateBook();
	const blockList = new BlockList();
	const log = new MessageLog(now);
	const sending = new SendingRules(CALLS_PER_SECOND, now);
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
	const configurations = new InboundConfigurations((wanted) => directory.digitsOf(wanted), restart);
	const channel = new ChannelFaults(CHANNEL_FAULTS, {
		access,
		configurations,
		directory,
		subscriptions,
		templates,
		first: { sms: lineOf(account.lines, 'sms'), whatsapp: lineOf(account.lines, 'whatsapp') },
	});
	const rules = new SetUpRules(sending, channel);
	// Infobip does not say which answers end its retries: everything but 2xx is tried again.
	const webhooks = createWebhooks((status) => (status >= 200 && status < 300 ? 'taken' : 'retry'));
	const notifications = new Notifications({
		account,
		subscriptions,
		configurations,
		blockList,
		webhooks,
		log,
		respond: (written, text) => {
			outbox.respond(written, text);
		},
		now,
	});
	const inbound = new Inbound({
		stage,
		lines: directory.lines,
		newId: ({ channel: kind }, { phoneNumber }) =>
			kind === 'sms' ? randomDigits(18) : whatsAppMessageId(digits(phoneNumber), 'inbound'),
		post: (written) => notifications.message(written),
	});
	const delivery = new Delivery<InfobipOutbound, InfobipFailure>({
		stage,
		timing,
		failureOf: (outbound) => {
			const { customer, line, failure, isTemplate } = outbound;
			if (failure) return failure;
			if (!sending.isReachable(line.channel, outbound)) return FAILURES.nobody;
			if (faults.take('undeliverable')) return FAILURES.undeliverable;
			if (faults.take('expired')) return FAILURES.expired;
			if (line.channel === 'sms') return undefined;
			const isFree = isTemplate || sending.ignoresWindow;
			const isOpen = customer && conversations.isWindowOpen(line.id, customer.phoneNumber);
			return faults.take('windowClosed') || (!isFree && !isOpen) ? FAILURES.windowClosed : undefined;
		},
		report: (outbound, progress, failure) => {
			notifications.progress(outbound, progress, failure);
			if (progress === 'failed') outbox.failOver(outbound);
		},
	});
	const outbox = new Outbox({ stage, directory, delivery, faults, ledger, blockList, log });
	const administration = createAdministration({
		stage,
		directory,
		templates,
		configurations,
		blockList,
		notifications,
		rules,
	});
	const identities = new Identities(stage, directory);
	const routes = [
		...administration.routes,
		...new Messages(outbox, templates).routes(),
		...log.routes(),
		...readingRoutes(stage, directory),
		...identities.routes(),
		...subscriptions.routes(),
		...configurations.routes(),
	];
	const limited = (route: Route) =>
		route.isSend
			? guarded(route, () => {
					if (!sending.takeCall()) throw tooManyRequests();
				})
			: administration.limited(route);
	const router = apiRouter({
		faults,
		ledger,
		routes: routes.map((route) =>
			guarded(limited(route), (request) => {
				access.check(request);
			}),
		),
		notFound,
		badJson,
	});
	return {
		provider: 'infobip',
		lines: directory.lines,
		faults,
		ledger,
		router,
		rules,
		get webhook() {
			return health.current;
		},
		notePublished: (isPublished) => {
			health.notePublished(isPublished);
		},
		setWebhook: (url) => {
			subscriptions.setPortal(url);
			return Promise.resolve();
		},
		customerSends: (phoneNumber, message, { numberId } = {}) => inbound.send(phoneNumber, message, numberId),
		/** Somebody stops or resumes marketing messages in WhatsApp's own settings. */
		customerPrefers: (phoneNumber: string, preference: 'stop' | 'resume') => {
			const customer = stage.people.customer(phoneNumber);
			if (!customer) throw new Error(`Nobody has ${phoneNumber}`);
			return notifications.preference(lineOf(account.lines, 'whatsapp'), customer, preference);
		},
		opened: ({ numberId, customer }) => {
			delivery.opened(numberId, customer);
		},
		reset: () => {
			webhooks.clear();
			delivery.clear();
			outbox.clear();
			log.clear();
			channel.reset();
			access.reset();
			administration.reset();
			blockList.clear();
			identities.clear();
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

function lineOf(lines: readonly SandboxLine[], wanted: SandboxLine['channel']): SandboxLine {
	const line = lines.find(({ channel }) => channel === wanted);
	if (!line) throw new Error(`Infobip's account has no number for ${wanted}`);
	return line;
}
