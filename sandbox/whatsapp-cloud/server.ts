import type { Faults } from '../shared/faults.ts';
import type { CustomerMessage, CustomerSend } from '../shared/inbound.ts';
import type { Ledger } from '../shared/ledger.ts';
import type { WebhookHealth } from '../shared/live.ts';
import { type Running, serve } from '../shared/server.ts';
import { createStage } from '../shared/stage.ts';
import type { Fault } from './faults.ts';
import type { GraphApiOptions } from './options.ts';
import { createWhatsAppCloud } from './stand-in.ts';

/** Its `url` is the base URL for Graph API calls as well. */
export interface GraphApi extends Running {
	readonly faults: Faults<Fault>;
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
}

/** Starts the stand-in of Meta's Graph API alone: the API under `/v25.0/…` and `/…`, with the phone page beside it. */
export async function startGraphApi(options: GraphApiOptions): Promise<GraphApi> {
	const stage = createStage(options.world, options.now);
	const standIn = createWhatsAppCloud(stage, options);
	const running = await serve(stage, [{ standIn, paths: ['/'] }], options.port);
	try {
		await standIn.setWebhook(options.webhookUrl);
	} catch (refusal) {
		await running.close();
		throw refusal;
	}
	return {
		...running,
		faults: standIn.faults,
		ledger: standIn.ledger,
		get webhook() {
			return standIn.webhook;
		},
		setWebhook: standIn.setWebhook,
		customerSends: standIn.customerSends,
	};
}
