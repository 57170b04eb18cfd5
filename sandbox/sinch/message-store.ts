import { z } from 'zod';
import type { SinchAccount } from '../settings.ts';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import { digits } from '../shared/identifiers.ts';
import { LIMITS } from '../shared/options.ts';
import type { Stage } from '../shared/stage.ts';
import { conversationError, invalidArgument } from './errors.ts';

/** A message of the Conversation API (Sinch SDK for Node.js, ConversationMessage). */
interface Kept {
	id: string;
	direction: 'TO_APP' | 'TO_CONTACT';
	channel_identity: { channel: string; identity: string; app_id: string };
	accept_time: string;
	metadata: string;
	message_status?: { status: string; event_time: string; reason?: string };
}

const time = z
	.string()
	.datetime({ offset: true })
	.transform((text) => Date.parse(text));

const SOURCES = ['CONVERSATION_SOURCE', 'DISPATCH_SOURCE'] as const;
const GetQuery = z.object({ messages_source: z.enum(SOURCES).default(SOURCES[0]) });
const ListQuery = GetQuery.extend({
	app_id: z.string().optional(),
	channel: z.string().optional(),
	channel_identity: z.string().optional(),
	direction: z.enum(['TO_APP', 'TO_CONTACT']).optional(),
	view: z.enum(['WITH_METADATA', 'WITHOUT_METADATA']).optional(),
	start_time: time.optional(),
	end_time: time.optional(),
	page_size: z.coerce.number().int().min(1).max(1_000).default(10),
	page_token: z.string().regex(/^\d*$/, 'is not one of ours').default(''),
});

const ROOT = '/v1/projects/:project/messages';

/** Messages of the app, for those who ask (Sinch SDK for Node.js, messages API). */
export class MessageStore {
	readonly #account: SinchAccount;
	readonly #stage: Stage;
	readonly #messages = new Map<string, Kept>();

	constructor(account: SinchAccount, stage: Stage) {
		this.#account = account;
		this.#stage = stage;
	}

	clear(): void {
		this.#messages.clear();
	}

	/** A message that came in, as its callback tells it, or that was accepted. */
	add(message: Kept & Record<string, unknown>): void {
		const oldest = this.#messages.keys().next().value;
		if (this.#messages.size >= LIMITS.ledger && oldest !== undefined) this.#messages.delete(oldest);
		this.#messages.set(message.id, message);
	}

	/** A message that the app sent, and that goes first over a channel. */
	addSent(id: string, channel: string, identity: string, metadata: string, app_message: unknown): void {
		this.add({
			id,
			direction: 'TO_CONTACT',
			app_message,
			channel_identity: {
				channel: channel.toUpperCase(),
				identity: digits(identity),
				app_id: this.#account.appId,
			},
			conversation_id: '',
			contact_id: '',
			metadata,
			accept_time: this.#time(),
			processing_mode: 'DISPATCH',
			injected: false,
			message_status: { status: 'QUEUED', event_time: this.#time() },
		});
	}

	note(id: string, status: string, reason: string | undefined): void {
		const message = this.#messages.get(id);
		const told = { status, event_time: this.#time(), ...(reason === undefined ? {} : { reason }) };
		if (message) this.#messages.set(id, { ...message, message_status: told });
	}

	routes(): Route[] {
		return [
			{
				method: 'GET',
				path: ROOT,
				run: ({ query }) => {
					const asked = readBody(ListQuery, query, invalidArgument);
					const from = Number(asked.page_token);
					const all = this.#of(asked.messages_source)
						.filter((message) => isAsked(message, asked))
						.reverse();
					const messages = all.slice(from, from + asked.page_size);
					const next = from + asked.page_size;
					return { status: 200, body: { messages, next_page_token: next < all.length ? String(next) : '' } };
				},
			},
			{
				method: 'GET',
				path: `${ROOT}/:message`,
				run: (request) => {
					const { messages_source: source } = readBody(GetQuery, request.query, invalidArgument);
					const id = pathParameter(request, 'message');
					const found = this.#of(source).find((message) => message.id === id);
					if (!found) throw conversationError(404, `Message ${id} was not found`);
					return { status: 200, body: found };
				},
			},
		];
	}

	/** The app keeps no contacts, so that nothing is kept by conversation. */
	#of(source: (typeof SOURCES)[number]): Kept[] {
		return source === 'DISPATCH_SOURCE' ? [...this.#messages.values()] : [];
	}

	#time(): string {
		return new Date(this.#stage.now()).toISOString();
	}
}

function isAsked(
	{ channel_identity: { channel, identity, app_id: app }, direction, accept_time: at }: Kept,
	asked: z.output<typeof ListQuery>,
): boolean {
	return (
		(asked.app_id ?? app) === app &&
		(asked.channel ?? channel) === channel &&
		digits(asked.channel_identity ?? identity) === digits(identity) &&
		(asked.direction ?? direction) === direction &&
		Date.parse(at) >= (asked.start_time ?? 0) &&
		Date.parse(at) < (asked.end_time ?? Infinity)
	);
}
