import { z } from 'zod';
import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import { readBody, type Route } from '../shared/api.ts';
import type { Delivery, Outbound, Shown } from '../shared/delivery.ts';
import { ulid } from '../shared/identifiers.ts';
import type { Ledger } from '../shared/ledger.ts';
import type { Stage } from '../shared/stage.ts';
import type { App } from './administration/app.ts';
import { AppMessage, contentFor } from './app-message.ts';
import type { AppContent } from './contents.ts';
import { conversationError, invalidArgument } from './errors.ts';
import { FAILURES, type SinchFailure } from './faults.ts';
import type { MessageStore } from './message-store.ts';
import type { TemplateBook } from './templates.ts';

const Identity = z.object({ channel: z.string().min(1), identity: z.string().min(1) });

/** `messages:send` (Sinch SDK for Node.js, send-message-request). */
const SendRequest = z.object({
	app_id: z.string().min(1),
	recipient: z
		.object({
			contact_id: z.string().optional(),
			identified_by: z.object({ channel_identities: z.array(Identity).min(1) }).optional(),
		})
		.refine(
			({ contact_id: contact, identified_by: identities }) =>
				(contact === undefined) !== (identities === undefined),
			'must have either contact_id or identified_by',
		),
	message: AppMessage,
	channel_priority_order: z.array(z.string()).min(1).optional(),
	channel_properties: z.record(z.string().max(1_024)).optional(),
	message_metadata: z.string().max(1_024).optional(),
	conversation_metadata: z.record(z.unknown()).optional(),
	correlation_id: z.string().max(128).optional(),
	callback_url: z.string().url().optional(),
	ttl: z
		.string()
		.regex(/^\d+(\.\d+)?s?$/, 'must be seconds, such as 86400s')
		.optional(),
	queue: z.enum(['NORMAL_PRIORITY', 'HIGH_PRIORITY']).optional(),
	processing_strategy: z.enum(['DEFAULT', 'DISPATCH_ONLY']).optional(),
	message_content_type: z.enum(['CONTENT_UNKNOWN', 'CONTENT_MARKETING', 'CONTENT_NOTIFICATION']).optional(),
});

type SendRequest = z.output<typeof SendRequest>;

const EVENTS = [
	'composing_event',
	'composing_end_event',
	'comment_reply_event',
	'agent_joined_event',
	'agent_left_event',
	'generic_event',
] as const;

/** `events:send` (Sinch SDK for Node.js, send-event-request). */
const EventRequest = SendRequest.pick({ app_id: true, recipient: true, channel_priority_order: true }).extend(
	{
		event: z
			.record(z.enum(EVENTS), z.record(z.unknown()))
			.refine((event) => Object.keys(event).length === 1, 'must have one kind of event'),
	},
);

type EventRequest = z.output<typeof EventRequest>;

/** One channel on which a message can be tried. */
interface Attempt {
	line: SandboxLine;
	identity: string;
	content: AppContent;
}

/** A message of the Conversation app. */
export interface ConversationOutbound extends Outbound {
	api: 'conversation';
	metadata: string | undefined;
	correlationId: string | undefined;
	callbackUrl: string | undefined;
	/** May be sent outside the window of 24 hours. */
	isTemplate: boolean;
	/** Known at once, told later: a template that does not exist. */
	failure: SinchFailure | undefined;
	/** Channels to switch to where this one fails, in order. */
	next: readonly Attempt[];
}

interface Surroundings {
	stage: Stage;
	app: App;
	templates: TemplateBook;
	delivery: Delivery<ConversationOutbound, SinchFailure>;
	ledger: Ledger;
	store: MessageStore;
}

/** Sending through the Conversation API (Sinch SDK for Node.js, messages API). */
export class Conversation {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	routes(): Route[] {
		return [
			{
				method: 'POST',
				path: '/v1/projects/:project/messages\\:send',
				isSend: true,
				run: ({ body }) => ({
					status: 200,
					body: this.#send(
						readBody(SendRequest, body, invalidArgument),
						readBody(z.record(z.unknown()), body, invalidArgument),
					),
				}),
			},
			{
				method: 'POST',
				path: '/v1/projects/:project/events\\:send',
				run: ({ body }) => ({
					status: 200,
					body: this.#sendEvent(readBody(EventRequest, body, invalidArgument)),
				}),
			},
		];
	}

	/** The customer sees nothing of it but that the business is writing. */
	#sendEvent(wanted: EventRequest) {
		const { app, stage } = this.#around;
		app.require(wanted.app_id);
		const [first] = orderOf(wanted).flatMap(({ channel, identity }) => {
			const line = app.line(channel);
			return line ? [{ line, identity }] : [];
		});
		if (!first) throw noChannel(wanted);
		const customer = this.#customer(first.identity);
		if (customer && wanted.event.composing_event) {
			stage.conversations.showTyping(first.line.id, customer.phoneNumber);
		}
		return { event_id: ulid(stage.now()), accepted_time: new Date(stage.now()).toISOString() };
	}

	/** Tries the next channel with the same message. */
	switchChannel({ next, ...outbound }: ConversationOutbound): void {
		const [attempt, ...rest] = next;
		if (attempt) this.#dispatch(attempt, { ...outbound, next: rest });
	}

	#send(wanted: SendRequest, raw: Readonly<Record<string, unknown>>) {
		const { app, ledger, stage, store } = this.#around;
		app.require(wanted.app_id);
		const [first, ...next] = this.#attempts(wanted);
		const id = ulid(stage.now());
		const { correlation_id: correlationId, message_metadata: metadata, callback_url: callbackUrl } = wanted;
		const reference = correlationId ?? metadata;
		ledger.addAccepted({
			id,
			at: new Date(stage.now()).toISOString(),
			numberId: first.line.id,
			to: first.identity,
			type: first.content.type,
			text: this.#use(first).shown.text,
			...(reference === undefined ? {} : { callbackData: reference }),
			request: raw,
		});
		store.addSent(id, first.line.channel, first.identity, metadata ?? '', wanted.message);
		this.#dispatch(first, { api: 'conversation', id, metadata, correlationId, callbackUrl, next });
		return { message_id: id, accepted_time: new Date(stage.now()).toISOString() };
	}

	#dispatch(
		attempt: Attempt,
		outbound: Pick<
			ConversationOutbound,
			'api' | 'id' | 'metadata' | 'correlationId' | 'callbackUrl' | 'next'
		>,
	): void {
		const { line, identity, content } = attempt;
		const { shown, failure } = this.#use(attempt);
		this.#around.delivery.dispatch(
			{
				...outbound,
				line,
				customer: this.#customer(identity),
				to: identity,
				message: undefined,
				isTemplate: content.templates !== undefined,
				failure,
			},
			shown,
		);
	}

	#customer(identity: string): SandboxCustomer | undefined {
		const { people } = this.#around.stage;
		return people.customerByUserId(identity) ?? people.customer(identity);
	}

	/** The channels of the app on which the recipient can be tried, in the order of priority. */
	#attempts(request: SendRequest): [Attempt, ...Attempt[]] {
		const [first, ...others] = orderOf(request).flatMap(({ channel, identity }): Attempt[] => {
			const line = this.#around.app.line(channel);
			const content = contentFor(request.message, channel);
			return line && content ? [{ line, identity, content }] : [];
		});
		if (!first) throw noChannel(request);
		return [first, ...others];
	}

	/** What the customer sees of a message on a channel, and what keeps it from being sent there. */
	#use({ line, content }: Attempt): { shown: Shown; failure: SinchFailure | undefined } {
		const { templates, shown } = content;
		if (!templates) return { shown, failure: undefined };
		const chosen = templates[line.channel.toUpperCase()];
		const used = chosen ? this.#around.templates.use(chosen) : { failure: FAILURES.noTemplate };
		return 'failure' in used
			? { shown, failure: used.failure }
			: { shown: { text: used.text }, failure: undefined };
	}
}

type Addressed = Pick<SendRequest, 'recipient' | 'channel_priority_order'>;

/** Names of the channels on which the recipient is to be tried. */
function namesOf({ recipient, channel_priority_order: priority }: Addressed): string[] {
	return priority ?? recipient.identified_by?.channel_identities.map(({ channel }) => channel) ?? [];
}

/** Where the recipient can be tried, in the order of priority. */
function orderOf(addressed: Addressed): z.output<typeof Identity>[] {
	const { contact_id: contact = '', identified_by: identified } = addressed.recipient;
	// The app works in the mode DISPATCH, in which there are no contacts.
	if (!identified) throw conversationError(404, `Contact ${contact} was not found`);
	const { channel_identities: identities } = identified;
	return namesOf(addressed).flatMap((wanted) => identities.find(({ channel }) => channel === wanted) ?? []);
}

function noChannel(addressed: Addressed) {
	return conversationError(400, `The app has no channel of ${namesOf(addressed).join(', ')}`);
}
