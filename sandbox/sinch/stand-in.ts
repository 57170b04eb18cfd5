import { apiRouter, guarded } from '../shared/api.ts';
import { Delivery } from '../shared/delivery.ts';
import { ulid } from '../shared/identifiers.ts';
import { Inbound } from '../shared/inbound.ts';
import type { WebhookHealth } from '../shared/live.ts';
import type { ScaledStandInOptions } from '../shared/options.ts';
import { createOutlet } from '../shared/outlet.ts';
import type { Stage } from '../shared/stage.ts';
import type { StandIn } from '../shared/stand-in.ts';
import type { Verdict } from '../shared/webhooks.ts';
import { Access } from './access.ts';
import { Batches, type SmsOutbound } from './batches.ts';
import { Consent, type ConsentMode } from './consent.ts';
import { Conversation, type ConversationOutbound } from './conversation.ts';
import { conversationError, smsError, smsNotFound } from './errors.ts';
import { FAILURES, FAULTS, type SinchFailure } from './faults.ts';
import { Notifications } from './notifications.ts';
import { sinchTiming } from './options.ts';
import { AppWebhooks } from './webhooks.ts';

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
	const smsLine = account.lines.find(({ channel }) => channel === 'sms');
	if (!smsLine) throw new Error("Sinch's service plan has no number");
	const timing = { ...sinchTiming(options.retryScale), ...options.timing };
	const access = new Access(account, now);
	const consent = new Consent();
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
	const smsWebhooks = createWebhooks(judgeSms);
	const conversationWebhooks = createWebhooks(judgeConversation);
	const notifications = new Notifications({
		account,
		appWebhooks,
		consent,
		smsWebhooks,
		conversationWebhooks,
		now,
	});
	const inbound = new Inbound({
		stage,
		lines: account.lines,
		newId: () => ulid(now()),
		post: (written) => notifications.message(written),
	});
	const smsDelivery = new Delivery<SmsOutbound, SinchFailure>({
		stage,
		timing,
		failureOf: ({ customer, isUnmatched }) => {
			if (isUnmatched) return FAILURES.unmatched;
			if (!customer) return FAILURES.nobody;
			if (faults.take('optedOut')) return FAILURES.optedOut;
			return faults.take('undeliverable') ? FAILURES.undeliverable : undefined;
		},
		report: (outbound, progress, failure) => {
			notifications.smsProgress(outbound, progress, failure);
		},
	});
	const conversationDelivery = new Delivery<ConversationOutbound, SinchFailure>({
		stage,
		timing,
		failureOf: ({ customer, line }) => {
			if (!customer) return FAILURES.nobody;
			if (consent.blocks(line, customer) || faults.take('optedOut')) return FAILURES.optedOut;
			if (faults.take('undeliverable')) return FAILURES.undeliverable;
			const isOpen = line.channel === 'sms' || conversations.isWindowOpen(line.id, customer.phoneNumber);
			return faults.take('windowClosed') || !isOpen ? FAILURES.windowClosed : undefined;
		},
		report: (outbound, progress, failure) => {
			notifications.conversationProgress(outbound, progress, failure);
		},
	});
	const batches = new Batches({ stage, line: smsLine, delivery: smsDelivery, ledger });
	const conversation = new Conversation({ stage, account, delivery: conversationDelivery, ledger });
	const ofPlan = batches.routes().map((route) =>
		guarded(route, (request) => {
			access.checkPlan(request);
		}),
	);
	const ofProject = [...conversation.routes(), ...appWebhooks.routes()].map((route) =>
		guarded(route, (request) => {
			access.checkProject(request);
		}),
	);
	const router = apiRouter({
		faults,
		ledger,
		routes: [access.route(), ...ofPlan, ...ofProject],
		notFound: (path) => (path.startsWith('/xms/') ? smsNotFound() : conversationError(404, 'Not Found')),
		badJson: (path) =>
			path.startsWith('/xms/')
				? smsError(400, 'syntax_invalid_json', 'The body is no JSON')
				: conversationError(400, 'The body is no JSON'),
	});
	return {
		provider: 'sinch',
		lines: account.lines,
		faults,
		ledger,
		router,
		get webhook() {
			return health.current;
		},
		/** Of the service plan and of the Conversation app. */
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
			consent.clear();
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
