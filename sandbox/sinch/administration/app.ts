import { z } from 'zod';
import type { SandboxLine, SinchAccount } from '../../settings.ts';
import { pathParameter, readBody, type Route } from '../../shared/api.ts';
import { conversationError, invalidArgument } from '../errors.ts';
import { FIRST_SENDER_ID, SENDER_TOKEN, type SenderRecord } from './sender-record.ts';

const Credential = z.object({
	channel: z.enum(['SMS', 'WHATSAPP'], { message: 'is not a channel of this sandbox' }),
	static_bearer: z.object({ claimed_identity: z.string().min(1), token: z.string().min(1) }),
	callback_secret: z.string().optional(),
	credential_ordinal_number: z.number().optional(),
});
const Changes = z.object({
	display_name: z.string().min(1).optional(),
	channel_credentials: z.array(Credential).optional(),
});

/** How the app reaches a channel: over a service plan, or a WhatsApp sender. */
interface ChannelCredential {
	channel: z.output<typeof Credential>['channel'];
	identity: string;
	token: string;
}

/** What the app reaches its channels over. */
interface Project {
	readonly account: SinchAccount;
	/** Numbers from which the service plan sends. */
	readonly linked: readonly SandboxLine[];
	sender(id: string): SenderRecord | undefined;
}

/** The app of the Conversation API with its channels (Sinch SDK for Node.js, app-response). */
export class App {
	readonly #project: Project;
	readonly #firstName: string;
	name = '';
	credentials: readonly ChannelCredential[] = [];
	/** Channels that stopped working. */
	failing: readonly string[] = [];

	constructor(project: Project, name: string) {
		this.#project = project;
		this.#firstName = name;
	}

	/** From where a message on the channel goes out; undefined where the app has no working channel of this kind. */
	line(channel: string): SandboxLine | undefined {
		const credential = this.credentials.find((each) => each.channel === channel);
		if (!credential || this.#stateOf(credential) !== 'ACTIVE') return undefined;
		if (credential.channel === 'SMS') return this.#project.linked[0];
		const sender = this.#project.sender(credential.identity);
		return sender?.state === 'ACTIVE' ? sender.line : undefined;
	}

	reset(): void {
		const { servicePlanId, smsApiToken } = this.#project.account;
		this.name = this.#firstName;
		this.failing = [];
		this.credentials = [
			{ channel: 'SMS', identity: servicePlanId, token: smsApiToken },
			{ channel: 'WHATSAPP', identity: FIRST_SENDER_ID, token: SENDER_TOKEN },
		];
	}

	/** A change of the channels replaces them all. */
	routes(): Route[] {
		const path = '/v1/projects/:project/apps';
		return [
			{ method: 'GET', path, run: () => ({ status: 200, body: { apps: [this.#shown()] } }) },
			{
				method: 'GET',
				path: `${path}/:app`,
				run: (request) => {
					this.require(pathParameter(request, 'app'));
					return { status: 200, body: this.#shown() };
				},
			},
			{
				method: 'PATCH',
				path: `${path}/:app`,
				run: (request) => {
					this.require(pathParameter(request, 'app'));
					const { display_name: name, channel_credentials: channels } = readBody(
						Changes,
						request.body,
						invalidArgument,
					);
					this.name = name ?? this.name;
					this.credentials =
						channels?.map(({ channel, static_bearer: { claimed_identity: identity, token } }) => ({
							channel,
							identity,
							token,
						})) ?? this.credentials;
					return { status: 200, body: this.#shown() };
				},
			},
		];
	}

	require(id: string): void {
		if (id !== this.#project.account.appId) throw conversationError(404, `App ${id} was not found`);
	}

	#stateOf({ channel, identity, token }: ChannelCredential): 'ACTIVE' | 'FAILING' {
		const { servicePlanId, smsApiToken } = this.#project.account;
		const isRight =
			channel === 'SMS'
				? identity === servicePlanId && token === smsApiToken
				: this.#project.sender(identity)?.token === token;
		return isRight && !this.failing.includes(channel) ? 'ACTIVE' : 'FAILING';
	}

	#shown() {
		return {
			id: this.#project.account.appId,
			display_name: this.name,
			channel_credentials: this.credentials.map((credential, index) => ({
				channel: credential.channel,
				static_bearer: { claimed_identity: credential.identity, token: credential.token },
				state: { status: this.#stateOf(credential), description: '' },
				channel_known_id: '',
				credential_ordinal_number: index,
			})),
			processing_mode: 'DISPATCH',
			rate_limits: { inbound: 25, outbound: 25, webhooks: 25 },
			queue_stats: { outbound_size: 0, outbound_limit: 500_000 },
		};
	}
}
