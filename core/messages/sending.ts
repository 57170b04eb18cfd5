import type { DeliveryError, JsonObject, Provider } from '../events';
import type { FieldProblem, OutgoingMessage } from '.';
import type { ApiRequest } from '../webhooks/registration';

/** What a provider's builder has to know besides the message: what stands in the credential or in the node's settings. */
export interface SendingLine {
	provider: Provider;
	/** WhatsApp Cloud: the WhatsApp Business Account. Sinch: the project. */
	accountId?: string;
	/** Sinch: the app of the Conversation API. */
	appId?: string;
	/** Sinch: the service plan of the SMS API. */
	servicePlanId?: string;
	/** Custom: how a message becomes a request, and where the answer says what became of it. */
	requestTemplate?: unknown;
}

export type BuildResult = { ok: true; request: ApiRequest } | FieldProblem;

/** The provider's answer for one message of a call. `accepted` is not yet sent: the statuses tell of that. */
export type SendAnswer =
	| {
			outcome: 'accepted';
			messageId: string;
			/** What else the provider says of the message, under names of ours: `waId`, `userId`, `bulkId`, `parts`, … */
			details: JsonObject;
	  }
	| { outcome: 'rejected'; error: DeliveryError };

/**
 * What every provider's folder exports for sending, `messages/index.ts`. Nothing throws.
 *
 * The limits of the provider are checked before anything is sent, so that a message that cannot be accepted costs no call.
 */
export interface SendingChannel {
	/** The request that sends one message, or the field that is at fault. */
	build(message: OutgoingMessage, line: SendingLine): BuildResult;
	/**
	 * Which messages may share a call: those for which this gives the same text. Absent where a message goes alone.
	 * Two messages to one recipient never share a call where the provider keeps no order within it.
	 */
	batchKey?(message: OutgoingMessage, line: SendingLine): string | undefined;
	/** Most messages of one call. */
	readonly batchSize?: number;
	/** One call for messages of one key, each of which `build` would accept. */
	buildBatch?(messages: readonly OutgoingMessage[], line: SendingLine): BuildResult;
	/**
	 * What the answer says of each message, in the order of the call. An answer that names no message is an error for
	 * all of them.
	 */
	readAnswer(
		messages: readonly OutgoingMessage[],
		httpStatus: number,
		body: unknown,
		line: SendingLine,
	): SendAnswer[];
	/**
	 * Whether a message whose call broke may be sent again, because the provider recognises the repeat by
	 * `clientMessageId`.
	 */
	isRepeatable?(message: OutgoingMessage): boolean;
}
