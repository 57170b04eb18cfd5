import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { controlRouter } from './control.ts';
import type { Faults } from './faults.ts';
import type { CustomerSend } from './inbound.ts';
import type { Ledger } from './ledger.ts';
import type { OpenChat, WebhookHealth } from './live.ts';
import type { GraphApiOptions } from './options.ts';
import type { CustomerMessage } from './payloads.ts';
import { graphRouter } from './router.ts';
import { createSandbox } from './sandbox.ts';

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
	const sandbox = createSandbox(options);
	const app = express();
	app.disable('x-powered-by');
	app.use((_request, response, next) => {
		response.setHeader('X-Content-Type-Options', 'nosniff');
		response.setHeader('Content-Security-Policy', "default-src 'self'; frame-ancestors 'none'");
		next();
	});
	app.use('/phone', express.static(PHONE_PAGE));
	app.get('/', (_request, response) => {
		response.sendFile(join(PHONE_PAGE, 'index.html'));
	});
	app.use('/sandbox', controlRouter(sandbox));
	app.use(graphRouter(sandbox));

	const server = createServer(app);
	const port = await listen(server, options.port);
	const close = async () => {
		sandbox.close();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	try {
		await sandbox.subscriptions.setAppUrl(options.webhookUrl);
	} catch (refusal) {
		await close();
		throw refusal;
	}
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		faults: sandbox.faults,
		ledger: sandbox.ledger,
		get webhook() {
			return sandbox.webhookHealth();
		},
		setWebhook: (url) => sandbox.subscriptions.setAppUrl(url),
		customerSends: (phoneNumber, message, { numberId } = {}) => {
			const content = typeof message === 'string' ? { type: 'text' as const, text: message } : message;
			return sandbox.inbound.send(phoneNumber, content, numberId);
		},
		openChat: (chat) => {
			sandbox.openChat('code', chat);
		},
		reset: sandbox.reset,
		close,
	};
}

async function listen(server: Server, port: number): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			resolve();
		});
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return address.port;
}
