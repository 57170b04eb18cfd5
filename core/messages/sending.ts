import type { DeliveryError, JsonObject } from '../events';
import type { ApiRequest } from '../http/api';
import type { Result } from '../lib/result';

/** A message as the provider takes it. */
export interface BuiltMessage {
	/** The call that sends the message alone. */
	request: ApiRequest;
	/** Present where one call may send several messages. */
	batch?: {
		/** Messages of one sender may share a call where this text is the same. */
		key: string;
		/** The member of the body that lists the messages of the call, and this message's entry in it. */
		list: string;
		entry: unknown;
	};
}

export type BuildResult = Result<BuiltMessage>;

/**
 * A message that may share a call with others.
 *
 * @param list the member of the body that lists the messages
 * @param shared what stands in the body beside the list and counts for all of them
 */
export function batchable(
	request: ApiRequest,
	list: string,
	entry: unknown,
	shared: object = {},
): BuildResult {
	const key = JSON.stringify([request.path, shared]);
	return {
		ok: true,
		request: { ...request, body: { [list]: [entry], ...shared } },
		batch: { key, list, entry },
	};
}

/** One call for messages of one key. */
export function batchRequest(first: BuiltMessage, others: readonly BuiltMessage[]): ApiRequest {
	const { request, batch } = first;
	if (batch === undefined || others.length === 0) return request;
	const entries = [first, ...others].map((message) => message.batch?.entry);
	return { ...request, body: { ...request.body, [batch.list]: entries } };
}

/** The provider's answer for one message of a call. `accepted` is not yet sent: the statuses tell of that. */
export type SendAnswer =
	| {
			outcome: 'accepted';
			messageId: string;
			/** What else the provider says of the message, under names of ours: `waId`, `userId`, `bulkId`, `parts`, … */
			details: JsonObject;
	  }
	| { outcome: 'rejected'; error: DeliveryError };
