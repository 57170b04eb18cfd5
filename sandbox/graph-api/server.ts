import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { tokenOperations } from './access.ts';
import { accountOperations } from './accounts.ts';
import { controlRouter } from './control.ts';
import { Conversations } from './conversations.ts';
import { Delivery } from './delivery.ts';
import { Directory } from './directory.ts';
import { Faults } from './faults.ts';
import { type CustomerSend, Inbound, lastProblem } from './inbound.ts';
import { Ledger, type WebhookDelivery } from './ledger.ts';
import { Live, type OpenChat, type WebhookHealth } from './live.ts';
import { Messages } from './messages.ts';
import { type GraphApiOptions, TIMING } from './options.ts';
import type { Operation } from './operations.ts';
import type { CustomerMessage } from './payloads.ts';
import { graphRouter } from './router.ts';
import { Subscriptions } from './subscriptions.ts';
import { Timers } from './timers.ts';
import { Webhooks } from './webhooks.ts';

export interface GraphApi {
	/** Address of the phone page, and the base URL for Graph API calls. */
	readonly url: string;
	readonly port: number;
	readonly faults: Faults;
	readonly ledger: Ledger;
	readonly webhook: WebhookHealth;
	/** Sets the app's callback URL after the handshake; undefined takes it away. Rejects with a GraphError of code 2200. */
	setWebhook(url: string | undefined): Promise<void>;
	/** A customer writes to the business, to its first number unless another is named. A string is a text message. */
	customerSends(
		phoneNumber: string,
		message: string | CustomerMessage,
		options?: { numberId?: string },
	): CustomerSend;
	/** The customer looks at the chat with a number, as if its page were open; undefined looks away. */
	openChat(chat: OpenChat | undefined): void;
	/** As after the start: no messages, no faults, an empty ledger. The webhook stays. */
	reset(): void;
	close(): Promise<void>;
}

const PHONE_PAGE = join(import.meta.dirname, '..', 'phone');

/**
 * Starts the stand-in of Meta's Graph API on loopback: the API under `/v25.0/…` and `/…`, the phone page under `/`, and the
 * switches of the sandbox under `/sandbox/…`.
 */
export async function startGraphApi(options: GraphApiOptions): Promise<GraphApi> {
	const { world, now = Date.now } = options;
	const timing = { ...TIMING, ...options.timing };
	const timers = new Timers();
	const ledger = new Ledger();
	const live = new Live();
	const directory = new Directory(world);
	const conversations = new Conversations(now, (change) => live.publish(change));
	const faults = new Faults(options.latencyMs ?? 0, () =>
		live.publish({ type: 'faults', faults: faults.list(), latencyMs: faults.latencyMs }),
	);

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
	const subscriptions = new Subscriptions(world, timing.webhookTimeoutMs, () => setProblem(undefined));
	const webhooks = new Webhooks({
		appSecret: world.appSecret,
		callbackUrl: () => subscriptions.url,
		timing,
		timers,
		faults,
		ledger,
		changed: (delivery: WebhookDelivery) => {
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
		stray: (to, text) => live.publish({ type: 'stray', to, text }),
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

	const switches = {
		webhookHealth,
		openChat,
		reset,
		setWebhook: (url: string | undefined) => subscriptions.setAppUrl(url),
		customerSends: (phoneNumber: string, message: CustomerMessage, numberId: string) =>
			inbound.send(phoneNumber, message, numberId),
	};

	const app = express();
	app.disable('x-powered-by');
	app.use((_request, response, next) => {
		response.setHeader('X-Content-Type-Options', 'nosniff');
		response.setHeader('Content-Security-Policy', "default-src 'self'; frame-ancestors 'none'");
		next();
	});
	app.use('/phone', express.static(PHONE_PAGE));
	app.get('/', (_request, response) => response.sendFile(join(PHONE_PAGE, 'index.html')));
	app.use('/sandbox', controlRouter({ directory, conversations, faults, live, ...switches }));
	app.use(graphRouter({ directory, faults, ledger, operations }));

	const server = createServer(app);
	const port = await listen(server, options.port);
	const close = async () => {
		timers.clear();
		webhooks.close();
		live.close();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	try {
		await subscriptions.setAppUrl(options.webhookUrl);
	} catch (refusal) {
		await close();
		throw refusal;
	}
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		faults,
		ledger,
		get webhook() {
			return webhookHealth();
		},
		setWebhook: (url) => subscriptions.setAppUrl(url),
		customerSends: (phoneNumber, message, { numberId } = {}) => {
			const content = typeof message === 'string' ? { type: 'text' as const, text: message } : message;
			return inbound.send(phoneNumber, content, numberId);
		},
		openChat: (chat) => openChat('code', chat),
		reset,
		close,
	};
}

async function listen(server: Server, port: number): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve());
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return address.port;
}
