import type { DeliveryError } from '../events';
import type { OperationTools } from '../operations/contract';
import type { ApiAnswer, ApiRequest } from './api';
import { deliveryError } from './error-table';
import { objectOf } from '../lib/json';
import type { Classifier, Reply } from './provider-call';

/** One call to its body, or to what went wrong; some providers tell in an error what they did all the same. */
export type AdminAsk = (request: ApiRequest) => Promise<Reply & { body?: unknown }>;

const UNREACHABLE = {
	title: 'The provider could not be reached',
	cause: 'temporarilyUnavailable',
	retryable: true,
	advice:
		"Check the base URL in the credential, n8n's proxy settings and the network, then run the node again.",
} as const;

const NO_ANSWER = {
	title: 'The provider did not answer',
	cause: 'temporarilyUnavailable',
	retryable: false,
	advice:
		'It may have acted all the same. Look at what there is now, with Get or Get Many, before you run the node again.',
} as const;

const NOT_UNDERSTOOD = {
	title: "The provider's answer was not understood",
	cause: 'unknown',
	retryable: false,
	advice: "Look into the provider's console at what there is now before you run the node again.",
} as const;

/** An answer that reports success but does not hold what it should. */
export function notUnderstood(detail: string): DeliveryError {
	return deliveryError('notUnderstood', detail, NOT_UNDERSTOOD);
}

async function answerTo(call: OperationTools['call'], request: ApiRequest): Promise<ApiAnswer> {
	try {
		return await call(request);
	} catch (failure) {
		return { outcome: 'unknown', reason: failure instanceof Error ? failure.message : String(failure) };
	}
}

/** Asks a provider. `{"success": false}` with HTTP 200 is no success. */
export function adminAsker(call: OperationTools['call'], classify: Classifier): AdminAsk {
	return async (request) => {
		const answer = await answerTo(call, request);
		if (answer.outcome !== 'answered') {
			const meaning = answer.outcome === 'refused' ? UNREACHABLE : NO_ANSWER;
			const code = answer.outcome === 'refused' ? 'unreachable' : 'noAnswer';
			return { ok: false, status: undefined, error: deliveryError(code, answer.reason, meaning) };
		}
		const { status, body, retryAfterMs } = answer;
		if (status >= 200 && status < 300 && objectOf(body)?.success !== false) return { ok: true, body };
		const error = classify(status, body);
		return {
			ok: false,
			status,
			body,
			error: retryAfterMs === undefined ? error : { ...error, retryAfterMs },
		};
	};
}
