import type { ConsentAction, ConsentEvent, DeliveryError } from '../../../events';
import { conversationKey } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject, objectOf, textOf } from '../../../lib/json';
import { deliveryError, type ErrorMeaning } from '../../../http/error-table';
import { readParty, timeOf, type CallbackReader } from './element';

const MEANINGS: Readonly<Record<ConsentAction, ErrorMeaning>> = {
	optIn: {
		title: 'The opt-in failed at Sinch',
		cause: 'unknown',
		retryable: false,
		advice: 'The person is not opted in. Ask again, or register the opt-in once more.',
	},
	optOut: {
		title: 'The opt-out failed at Sinch',
		cause: 'unknown',
		retryable: false,
		advice:
			'Send nothing to this person all the same: the wish was stated. Register the opt-out at Sinch once more.',
	},
};

function failure(action: ConsentAction, word: string, details: unknown): DeliveryError {
	const description = isJsonObject(details) ? textOf(details.description) : undefined;
	return deliveryError(word, description ?? '', MEANINGS[action]);
}

/**
 * OPT_IN and OPT_OUT, which Sinch sends for a keyword or a registration over its API. It may have failed: a failed opt-in
 * is none, while a failed opt-out remains the wish of the person. No list is named, so it is about all messages.
 */
function preferenceReader(action: ConsentAction): CallbackReader {
	return (callback) => {
		const { value, raw } = callback;
		const word = textOf(value.status);
		if (word === undefined) return undefined;
		const { channel, address, userId, channelId } = readParty(callback);
		const succeeded = /_SUCCEEDED$/i.test(word);
		const failed = /_FAILED$/i.test(word);
		const hash = contentHash(raw);
		return compact<ConsentEvent>({
			kind: 'consent',
			provider: 'sinch',
			channel,
			id: idOf(value.request_id) ?? hash,
			eventKey: `sinch:consent:${hash}`,
			timestamp: timeOf(callback),
			from: address,
			fromUserId: userId,
			channelId,
			conversationKey: conversationKey('sinch', channelId, address ?? userId),
			action: succeeded || action === 'optOut' ? action : undefined,
			scope: 'all',
			error: failed ? failure(action, word, objectOf(value.error_details)) : undefined,
			raw,
		});
	};
}

export const readOptIn = preferenceReader('optIn');
export const readOptOut = preferenceReader('optOut');
