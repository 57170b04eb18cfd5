import type { DeliveryError, MessagingEvent } from './events';
import type { ApiRequest } from './http/api';
import type { KnownError } from './http/error-table';
import type { Result } from './lib/result';
import type { OutgoingMessage } from './messages';
import type { Account } from './messages/account';
import type { RateFacts, SenderRates } from './messages/rates';
import type { BuildResult, SendAnswer } from './messages/sending';
import type { Registrar } from './webhooks/registration';
import type { Verification, WebhookRequest } from './webhooks/request';
import type { TemplateLists } from './whatsapp/templates/list';

/** What a provider has to be told where its own payloads do not say it. */
export interface ProviderOptions {
	/** For a custom gateway: how its payloads become events, in JSON or as `parseMapping` made it of that. */
	mapping?: unknown;
}

/** The answer to a provider that verifies a webhook URL before it uses it. */
export type HandshakeAnswer = Result<{ challenge: string }, { reason: string }>;

/** A verification of the webhook URL by GET, as one side asks it and the other answers it. */
export interface Handshake {
	/** The query that the provider would ask with. */
	question: (verifyToken: string, challenge: string) => Record<string, string>;
	answer: (query: Readonly<Record<string, unknown>>, verifyToken: string) => HandshakeAnswer;
}

/** Webhook calls of one provider: what they say, and whether they are the provider's. */
export interface Inbound<Secrets> {
	/** The events of one call's body, parsed from JSON, in their order. What is not understood becomes `unknown` events. */
	parse(body: unknown, options?: ProviderOptions): MessagingEvent[];
	/** A refusal gives a reason that holds no secret. Without secrets every call is refused. */
	verify(request: WebhookRequest, secrets: Secrets | undefined): Verification;
	/** Present where the provider verifies a URL before it calls it. */
	handshake?: Handshake;
	/** Deliveries may come by GET, with their values in the query. */
	readonly deliversByGet?: true;
	/** The signature may cover the URL that was called. */
	readonly signsUrl?: true;
	/** Without a mapping nothing of a payload is understood. */
	readonly needsMapping?: true;
	/** Bytes of the largest body that is looked at, in place of `MOST_BYTES`. */
	readonly mostBytes?: number;
}

/**
 * Messages on their way out to one provider.
 *
 * The limits of the provider are checked before anything is sent, so that a message that cannot be accepted costs no call.
 */
export interface Outbound {
	/** The request that sends a message, and whether others may share it; or the field that is at fault. */
	build(message: OutgoingMessage, account: Account): BuildResult;
	/** Most messages of one call; absent where a message goes alone. */
	readonly batchSize?: number;
	/**
	 * What the answer says of each message, in the order of the call. An answer that names no message is an error for
	 * all of them.
	 */
	readAnswer(
		messages: readonly OutgoingMessage[],
		httpStatus: number,
		body: unknown,
		account: Account,
	): SendAnswer[];
	/**
	 * Whether a message whose call broke may be sent again, because the provider recognises the repeat by
	 * `clientMessageId`.
	 */
	isRepeatable?(message: OutgoingMessage): boolean;
	/** Whether people have ids of the channel's own, which are no phone numbers, on channels such as Messenger. */
	hasOwnIds?(channel: string): boolean;
	/** How fast a sender may send. */
	rates(facts: RateFacts): SenderRates;
	/** Absent where the provider lists no templates. */
	readonly templates?: TemplateLists;
	/** Whether templates for marketing have a way of their own that the account may take. Absent where there is none. */
	readonly marketing?: {
		/** Asks for the account; absent where it is not known which one. */
		request(account: Account): ApiRequest | undefined;
		isOpen(body: unknown): boolean;
	};
}

/** Errors of one provider's API. */
export interface Errors {
	/** The meaning of an answer that is not a success, for somebody who sends a message. */
	classify(httpStatus: number, body: unknown, options?: ProviderOptions): DeliveryError;
	/** What the provider's rows say of a code. Absent where the provider has no codes of its own. */
	known?(code: string): KnownError | undefined;
}

/**
 * All that the rest of the package knows of a provider. Each member is a folder of the provider, and nothing in any of them
 * throws on input from outside.
 */
export interface Provider<Secrets, Target = never, Operations = object> {
	readonly inbound: Inbound<Secrets>;
	readonly outbound: Outbound;
	readonly errors: Errors;
	/** Absent where the provider has no API for webhooks. */
	readonly registration?: Registrar<Target>;
	/** Absent where the provider has no API for accounts, numbers and templates. */
	readonly operations?: Operations;
}
