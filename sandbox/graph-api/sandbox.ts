import { tokenOperations } from './access.ts';
import { accountOperations } from './accounts.ts';
import { Conversations } from './conversations.ts';
import { Delivery } from './delivery.ts';
import { Directory } from './directory.ts';
import { Faults } from './faults.ts';
import { Inbound, lastProblem } from './inbound.ts';
import { Ledger } from './ledger.ts';
import { Live, type OpenChat, type WebhookHealth } from './live.ts';
import { Messages } from './messages.ts';
import type { Operation } from './operations.ts';
import { type GraphApiOptions, TIMING } from './options.ts';
import { Subscriptions } from './subscriptions.ts';
import { Timers } from './timers.ts';
import { Webhooks } from './webhooks.ts';

/** Everything behind the HTTP server, put together. */
export type Sandbox = ReturnType<typeof createSandbox>;

export function createSandbox(options: GraphApiOptions) {
	const { world, now = Date.now } = options;
	const timing = { ...TIMING, ...options.timing };
	const timers = new Timers();
	const ledger = new Ledger();
	const live = new Live();
	const directory = new Directory(world);
	const conversations = new Conversations(now, (change) => {
		live.publish(change);
	});
	const faults = new Faults(options.latencyMs ?? 0, () => {
		live.publish({ type: 'faults', faults: faults.list(), latencyMs: faults.latencyMs });
	});

	let problem: string | undefined;
	const webhookHealth = (): WebhookHealth => ({
		isSubscribed: subscriptions.isSubscribed,
		...(subscriptions.url === undefined ? {} : { url: subscriptions.url }),
		...(problem === undefined ? {} : { problem }),
	});
	const setProblem = (found: string | undefined) => {
		problem = found;
		live.publish({ type: 'webhook', webhook: webhookHealth() });
	};
	const subscriptions = new Subscriptions(world, timing.webhookTimeoutMs, () => {
		setProblem(undefined);
	});
	const webhooks = new Webhooks({
		appSecret: world.appSecret,
		callbackUrl: () => subscriptions.url,
		timing,
		timers,
		faults,
		ledger,
		changed: (delivery) => {
			const found = lastProblem(delivery).problem;
			if (delivery.attempts.length > 0 && found !== problem) setProblem(found);
			inbound.progressed(delivery);
		},
	});
	const inbound = new Inbound({ directory, conversations, webhooks, now });
	const delivery = new Delivery({
		businessAccountId: world.businessAccountId,
		conversations,
		faults,
		timing,
		timers,
		now,
		post: (notification) => void webhooks.post(notification),
		isChatOpen: (numberId, customer) => live.isChatOpen(numberId, customer),
	});
	const messages = new Messages({
		directory,
		conversations,
		delivery,
		ledger,
		now,
		stray: (to, text) => {
			live.publish({ type: 'stray', to, text });
		},
	});

	const operations: Operation[] = [
		...accountOperations(directory),
		...tokenOperations(world),
		...subscriptions.operations(),
		...messages.operations(),
	];
	const openChat = (page: string, chat: OpenChat | undefined) => {
		live.show(page, chat);
		if (chat) delivery.opened(chat.numberId, chat.customer);
	};
	const reset = () => {
		timers.clear();
		webhooks.clear();
		delivery.clear();
		conversations.clear();
		directory.reset();
		ledger.clear();
		faults.clear();
		live.reset();
		setProblem(undefined);
		live.publish({ type: 'reset' });
	};
	const close = () => {
		timers.clear();
		webhooks.close();
		live.close();
	};

	return {
		conversations,
		directory,
		faults,
		inbound,
		ledger,
		live,
		operations,
		subscriptions,
		webhookHealth,
		/** What a page shows from now on; undefined for none. What is delivered there is read. */
		openChat,
		/** Back to how it started, but for the webhook and the pages that watch. */
		reset,
		close,
	};
}
