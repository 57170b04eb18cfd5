import { type ApiError, apiRouter, guarded, type Route } from '../shared/api.ts';
import { ChannelFaults } from '../shared/channel-faults.ts';
import { Delivery } from '../shared/delivery.ts';
import { ulid } from '../shared/identifiers.ts';
import { Inbound } from '../shared/inbound.ts';
import type { WebhookHealth } from '../shared/live.ts';
import type { ScaledStandInOptions } from '../shared/options.ts';
import { createOutlet } from '../shared/outlet.ts';
import { SendingRules } from '../shared/sending-rules.ts';
import { SetUpRules } from '../shared/set-up-rules.ts';
import type { Stage } from '../shared/stage.ts';
import type { StandIn } from '../shared/stand-in.ts';
import type { Verdict } from '../shared/webhooks.ts';
import { Access } from './access.ts';
import { createAdministration } from './administration/administration.ts';
import { CHANNEL_FAULTS } from './administration/channel-faults.ts';
import { Directory } from './administration/directory.ts';
import { Batches, type SmsOutbound } from './batches.ts';
import { Consent, type ConsentMode } from './consent.ts';
import { Conversation, type ConversationOutbound } from './conversation.ts';
import {
	conversationError,
	provisioningError,
	smsError,
	smsNotFound,
	smsTooManyRequests,
	tooManyRequests,
} from './errors.ts';
import { DeliveryReports } from './delivery-reports.ts';
import { FAILURES, FAULTS, type SinchFailure } from './faults.ts';
import { MessageStore } from './message-store.ts';
import { Notifications } from './notifications.ts';
import { sinchTiming } from './options.ts';
import { TemplateBook } from './templates.ts';
import { AppWebhooks } from './webhooks.ts';

/** Requests of a project (Sinch skills, Conversation API). */
const CALLS_PER_SECOND = 800;

/** Any 2xx ends it, as does a 4xx other than 429: that message is lost (Sinch, SMS webhooks). */
function judgeSms(status: number): Verdict {
	if (status >= 200 && status < 300) return 'taken';
	return status >= 400 && status < 500 && status !== 429 ? 'giveUp' : 'retry';
}

/** Whatever is not 2xx is tried again (Sinch, Conversation webhooks). */
function judgeConversation(status: number): Verdict {
	return status >= 200 && status < 300 ? 'taken' : 'retry';
}

/** Sinch on a stage: the SMS API and the Conversation API. */
export function createSinch(stage: Stage, options: ScaledStandInOptions = {}) {
	const { conversations, now, world } = stage;
	const account = world.sinch;
	const timing = { ...sinchTiming(options.retryScale), ...options.timing };
	const access = new Access(account, now);
	const consent = new Consent(now);
	const directory = new Directory(account, world.businessAccountName);
	const templates = new TemplateBook();
	const reports = new DeliveryReports(now);
	const store = new MessageStore(account, stage);
	const sending = new SendingRules(CALLS_PER_SECOND, now);
	const { ledger, faults, health, createWebhooks } = createOutlet(stage, 'sinch', {
		faults: FAULTS,
		latencyMs: options.latencyMs,
		timing,
		read: (): Omit<WebhookHealth, 'problem'> => {
			const url = appWebhooks.url ?? notifications.planUrl;
			return { isSubscribed: true, ...(url === undefined ? {} : { url }) };
		},
	});
	const appWebhooks = new AppWebhooks(account, now, () => {
		health.restart();
	});
	const channel = new ChannelFaults(CHANNEL_FAULTS, { access, appWebhooks, directory, templates });
	const rules = new SetUpRules(sending, channel);
	const smsWebhooks = createWebhooks(judgeSms);
	const conversationWebhooks = createWebhooks(judgeConversation);
	const notifications = new Notifications({
		account,
		appWebhooks,
		consent,
		smsWebhooks,
		conversationWebhooks,
		reports,
		store,
		now,
	});
	const inbound = new Inbound({
		stage,
		lines: directory.lines,
		newId: () => ulid(now()),
		post: (written) => notifications.message(written),
	});
	const faultOf = (...names: readonly ('optedOut' | 'undeliverable' | 'temporary' | 'rejected')[]) => {
		const name = names.find((each) => faults.take(each));
		return name && FAILURES[name];
	};
	const smsDelivery = new Delivery<SmsOutbound, SinchFailure>({
		stage,
		timing,
		failureOf: (outbound) => {
			if (outbound.failure) return outbound.failure;
			if (!sending.isReachable('sms', outbound)) return FAILURES.nobody;
			return faultOf('optedOut', 'undeliverable', 'temporary', 'rejected');
		},
		report: (outbound, progress, failure) => {
			notifications.smsProgress(outbound, progress, failure);
		},
	});
	const conversationDelivery = new Delivery<ConversationOutbound, SinchFailure>({
		stage,
		timing,
		failureOf: (outbound) => {
			const { customer, failure, isTemplate, line } = outbound;
			if (failure) return failure;
			if (!sending.isReachable(line.channel, outbound)) return FAILURES.nobody;
			if (customer && consent.blocks(line, customer)) return FAILURES.optedOut;
			const fault = faultOf('optedOut', 'undeliverable', 'temporary', 'rejected');
			if (fault || line.channel === 'sms') return fault;
			const isFree = isTemplate || sending.ignoresWindow;
			const isOpen = customer && conversations.isWindowOpen(line.id, customer.phoneNumber);
			return faults.take('windowClosed') || (!isFree && !isOpen) ? FAILURES.windowClosed : undefined;
		},
		report: (outbound, progress, failure) => {
			const isSwitching = progress === 'failed' && outbound.next.length > 0;
			notifications.conversationProgress(outbound, isSwitching ? 'switching' : progress, failure);
			if (isSwitching) conversation.switchChannel(outbound);
		},
	});
	const batches = new Batches({ stage, directory, delivery: smsDelivery, ledger, reports });
	const conversation = new Conversation({
		stage,
		app: directory.app,
		templates,
		delivery: conversationDelivery,
		ledger,
		store,
	});
	const administration = createAdministration({
		stage,
		directory,
		templates,
		consent,
		rules,
		webhooks: conversationWebhooks,
	});
	const limited = (route: Route, refuse: () => ApiError) =>
		route.isSend
			? guarded(route, () => {
					if (!sending.takeCall()) throw refuse();
				})
			: route;
	const ofPlan = [...batches.routes(), ...reports.routes()].map((route) =>
		guarded(limited(route, smsTooManyRequests), (request) => {
			access.checkPlan(request);
		}),
	);
	const ofProject = [
		...conversation.routes(),
		...store.routes(),
		...appWebhooks.routes(),
		...administration.routes.conversation,
		...administration.routes.numbers,
	].map((route) =>
		guarded(limited(route, tooManyRequests), (request) => {
			access.checkProject(request);
		}),
	);
	const provisioning = administration.routes.provisioning.map((route) =>
		guarded(route, (request) => {
			access.checkProject(request, provisioningError);
		}),
	);
	const router = apiRouter({
		faults,
		ledger,
		routes: [access.route(), ...provisioning, ...ofPlan, ...ofProject],
		notFound: (path) => {
			if (path.startsWith('/xms/')) return smsNotFound();
			const isProvisioning = path.startsWith('/provisioning/');
			return isProvisioning ? provisioningError(404, 'Not found') : conversationError(404, 'Not Found');
		},
		badJson: (path) =>
			path.startsWith('/xms/')
				? smsError(400, 'syntax_invalid_json', 'The body is no JSON')
				: conversationError(400, 'The body is no JSON'),
	});
	return {
		provider: 'sinch',
		lines: directory.lines,
		faults,
		ledger,
		router,
		rules,
		get webhook() {
			return health.current;
		},
		/** Of the service plan and of the Conversation app. */
		notePublished: (isPublished) => {
			health.notePublished(isPublished);
		},
		setWebhook: (url) => {
			notifications.planUrl = url;
			appWebhooks.setFromDashboard(url);
			return Promise.resolve();
		},
		customerSends: (phoneNumber, message, { numberId } = {}) => inbound.send(phoneNumber, message, numberId),
		setConsentManagement: (mode: ConsentMode) => {
			consent.mode = mode;
		},
		/** Every access token ends at once, as after its hour. */
		revokeTokens: () => {
			access.revokeTokens();
		},
		opened: ({ numberId, customer }) => {
			smsDelivery.opened(numberId, customer);
			conversationDelivery.opened(numberId, customer);
		},
		reset: () => {
			smsWebhooks.clear();
			conversationWebhooks.clear();
			smsDelivery.clear();
			conversationDelivery.clear();
			notifications.clear();
			batches.clear();
			reports.clear();
			store.clear();
			consent.clear();
			channel.reset();
			access.reset();
			administration.reset();
			rules.reset();
			ledger.clear();
			faults.clear();
			health.restart();
		},
		close: () => {
			smsWebhooks.close();
			conversationWebhooks.close();
		},
	} satisfies StandIn & Record<string, unknown>;
}
