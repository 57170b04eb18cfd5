import type { DeliveryCause, DeliveryError } from '../events';
import type { ApiAnswer, ApiCall, ApiRequest } from './api';
import { deliveryError } from './error-table';
import { objectOf } from '../lib/json';

export type Classifier = (httpStatus: number, body: unknown) => DeliveryError;

export type Reply =
	{ ok: true; body: unknown } | { ok: false; status: number | undefined; error: DeliveryError };

/** One call to its body, or to what went wrong. */
export type Ask = (request: ApiRequest) => Promise<Reply>;

/** The advice of the error tables speaks of messages; these say the same about setting up a webhook. */
const SET_UP_ADVICE: Partial<Record<DeliveryCause, string>> = {
	rateLimited: 'Wait some minutes, then publish the workflow again.',
	temporarilyUnavailable:
		"Publish the workflow again in a few minutes; if it lasts, look at the provider's status page.",
	contentRejected:
		'Compare the ids in the node and the credential with what the provider says, then try again.',
	unknown: "Look into the provider's console at what is registered there, then try again.",
};

/** The same error for somebody who sets up a webhook rather than sends a message. */
function setUpError(error: DeliveryError): DeliveryError {
	const advice = SET_UP_ADVICE[error.cause] ?? error.advice;
	const cause = error.cause === 'contentRejected' ? 'configurationInvalid' : error.cause;
	return { ...error, cause, advice };
}

function notAnswered(answer: { outcome: 'refused' | 'unknown'; reason: string }): DeliveryError {
	return answer.outcome === 'refused'
		? deliveryError('unreachable', answer.reason, {
				title: 'The provider could not be reached',
				cause: 'temporarilyUnavailable',
				retryable: true,
				advice: "Check the base URL in the credential, n8n's proxy settings and the network.",
			})
		: deliveryError('noAnswer', answer.reason, {
				title: 'The provider did not answer',
				cause: 'temporarilyUnavailable',
				retryable: false,
				advice:
					'It may have acted all the same. Publish the workflow again: what is done already stays as it is.',
			});
}

async function answerOf(call: ApiCall, request: ApiRequest): Promise<ApiAnswer> {
	try {
		return await call(request);
	} catch (failure) {
		return { outcome: 'unknown', reason: failure instanceof Error ? failure.message : String(failure) };
	}
}

function withoutSecrets(error: DeliveryError, secrets: readonly string[]): DeliveryError {
	const detail = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), error.detail);
	return { ...error, detail };
}

/**
 * Asks a provider. `{"success": false}` with HTTP 200 is no success.
 *
 * @param classify the provider's errors
 * @param secrets what must not be repeated in an error
 */
export function askerOf(call: ApiCall, classify: Classifier, secrets: readonly string[]): Ask {
	return async (request) => {
		const answer = await answerOf(call, request);
		if (answer.outcome !== 'answered') {
			return { ok: false, status: undefined, error: withoutSecrets(notAnswered(answer), secrets) };
		}
		const { status, body } = answer;
		if (status >= 200 && status < 300 && objectOf(body)?.success !== false) return { ok: true, body };
		return { ok: false, status, error: withoutSecrets(setUpError(classify(status, body)), secrets) };
	};
}
