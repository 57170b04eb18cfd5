import { z } from 'zod';
import type { SandboxLine, SinchAccount } from '../settings.ts';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import type { Delivery, Outbound } from '../shared/delivery.ts';
import { ulid } from '../shared/identifiers.ts';
import type { Ledger } from '../shared/ledger.ts';
import type { Stage } from '../shared/stage.ts';
import { conversationError, invalidArgument } from './errors.ts';
import type { SinchFailure } from './faults.ts';
import { time } from './payloads.ts';

const Identity = z.object({ channel: z.string(), identity: z.string().min(1) });

/** `messages:send`, as far as texts to channel identities go. */
const SendRequest = z.object({
	app_id: z.string().min(1),
	recipient: z.object({
		identified_by: z.object({ channel_identities: z.array(Identity).min(1) }),
	}),
	message: z.object({ text_message: z.object({ text: z.string().min(1).max(4_096) }) }),
	channel_priority_order: z.array(z.string()).optional(),
	message_metadata: z.string().max(1_024).optional(),
	correlation_id: z.string().max(128).optional(),
	callback_url: z.string().url().optional(),
});

/** A message of the Conversation app. */
export interface ConversationOutbound extends Outbound {
	api: 'conversation';
	metadata: string | undefined;
	correlationId: string | undefined;
	callbackUrl: string | undefined;
}

interface Surroundings {
	stage: Stage;
	account: SinchAccount;
	delivery: Delivery<ConversationOutbound, SinchFailure>;
	ledger: Ledger;
}

/** Sending through the Conversation API (Sinch SDK for Node.js, messages API), and reading the app. */
export class Conversation {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	routes(): Route[] {
		return [
			{
				method: 'GET',
				path: '/v1/projects/:project/apps/:app',
				run: (request) => ({ status: 200, body: this.#app(pathParameter(request, 'app')) }),
			},
			{
				method: 'POST',
				path: '/v1/projects/:project/messages\\:send',
				isSend: true,
				run: ({ body }) => ({ status: 200, body: this.#send(readBody(SendRequest, body, invalidArgument)) }),
			},
		];
	}

	#app(id: string) {
		const { account, stage } = this.#around;
		this.#checkApp(id);
		const credentials = account.lines.map(({ channel, phoneNumber }) => ({
			channel: channel.toUpperCase(),
			static_bearer: {
				claimed_identity: channel === 'sms' ? account.servicePlanId : phoneNumber.slice(1),
				token: '',
			},
			state: { status: 'ACTIVE' },
		}));
		return {
			id,
			display_name: stage.world.businessAccountName,
			channel_credentials: credentials,
			processing_mode: 'DISPATCH',
			rate_limits: { inbound: 25, outbound: 25, webhooks: 25 },
		};
	}

	#send(request: z.output<typeof SendRequest>) {
		const { delivery, ledger, stage } = this.#around;
		this.#checkApp(request.app_id);
		const { line, identity } = this.#route(request);
		const id = ulid(stage.now());
		const { text } = request.message.text_message;
		const reference = request.correlation_id ?? request.message_metadata;
		ledger.addAccepted({
			id,
			at: time(stage.now()),
			numberId: line.id,
			to: identity,
			type: 'text',
			text,
			...(reference === undefined ? {} : { callbackData: reference }),
			request,
		});
		delivery.dispatch(
			{
				api: 'conversation',
				id,
				line,
				customer: stage.people.customerByUserId(identity) ?? stage.people.customer(identity),
				to: identity,
				metadata: request.message_metadata,
				correlationId: request.correlation_id,
				callbackUrl: request.callback_url,
			},
			{ text },
		);
		return { message_id: id, accepted_time: time(stage.now()) };
	}

	#checkApp(id: string): void {
		if (id !== this.#around.account.appId) throw conversationError(404, `App ${id} was not found`);
	}

	/** The first channel, in the order of priority, that the app has. Switching channels on failure is not played here. */
	#route(request: z.output<typeof SendRequest>): { line: SandboxLine; identity: string } {
		const identities = request.recipient.identified_by.channel_identities;
		const order = request.channel_priority_order ?? identities.map(({ channel }) => channel);
		for (const wanted of order) {
			const line = this.#around.account.lines.find(({ channel }) => channel.toUpperCase() === wanted);
			const identity = identities.find(({ channel }) => channel === wanted)?.identity;
			if (line && identity !== undefined) return { line, identity };
		}
		throw conversationError(400, `The app has no channel of ${order.join(', ')}`);
	}
}
