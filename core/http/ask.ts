import type { DeliveryError } from '../events';
import { objectOf } from '../lib/json';
import type { Result } from '../lib/result';
import { hiderOf } from '../lib/secrets';
import { answerWithout, type ApiAnswer, type ApiCall, type ApiRequest } from './api';
import { deliveryError } from './error-table';
import { REGISTRATION_ADVICE, setUpError } from './set-up';

/** The meaning of an answer that is not a success. */
export type Classifier = (httpStatus: number, body: unknown) => DeliveryError;

/** A call that was refused, or that brought nothing. */
export interface Refusal {
	ok: false;
	error: DeliveryError;
}

/** The body of an answer, or what went wrong; some providers tell in an error what they did all the same. */
export type Reply = Result<{ body: unknown }, Refusal & { status: number | undefined; body?: unknown }>;

/** One call, whose errors another classifier may explain where it is not about what the rest is about. */
export type Ask = (request: ApiRequest, classify?: Classifier) => Promise<Reply>;

/** What calls are made for. */
export type Purpose = 'sending' | 'registration' | 'operation';

type Missed = Exclude<ApiAnswer, { outcome: 'answered' }>;

const CHECK_NETWORK = "Check the base URL in the credential, n8n's proxy settings and the network";

/** What to do where no answer came: the provider was never reached, or may have acted all the same. */
const WITHOUT_ANSWER: Readonly<Record<Purpose, Readonly<Record<Missed['outcome'], string>>>> = {
	sending: {
		refused: `${CHECK_NETWORK}, then send it again.`,
		unknown:
			'The provider may have taken the message, though its answer did not come. Wait for its statuses before you send it again.',
	},
	registration: {
		refused: `${CHECK_NETWORK}.`,
		unknown:
			'It may have acted all the same. Publish the workflow again: what is done already stays as it is.',
	},
	operation: {
		refused: `${CHECK_NETWORK}, then run the node again.`,
		unknown:
			'It may have acted all the same. Look at what there is now, with Get or Get Many, before you run the node again.',
	},
};

/** No answer as an error. */
export function missedError({ outcome, reason }: Missed, purpose: Purpose): DeliveryError {
	const isRefused = outcome === 'refused';
	return deliveryError(isRefused ? 'unreachable' : 'noAnswer', reason, {
		title: isRefused ? 'The provider could not be reached' : 'The provider did not answer',
		cause: 'temporarilyUnavailable',
		retryable: isRefused,
		advice: WITHOUT_ANSWER[purpose][outcome],
	});
}

/** An answer that reports success but does not hold what it should. */
export function notUnderstood(detail: string): Refusal {
	const error = deliveryError('notUnderstood', detail, {
		title: "The provider's answer was not understood",
		cause: 'unknown',
		retryable: false,
		advice: "Look into the provider's console at what there is now before you run the node again.",
	});
	return { ok: false, error };
}

async function answerOf(call: ApiCall, request: ApiRequest): Promise<ApiAnswer> {
	try {
		return await call(request);
	} catch (failure) {
		return { outcome: 'unknown', reason: failure instanceof Error ? failure.message : String(failure) };
	}
}

function isSuccess(answer: ApiAnswer): answer is Extract<ApiAnswer, { outcome: 'answered' }> {
	if (answer.outcome !== 'answered') return false;
	const { status, body } = answer;
	return status >= 200 && status < 300 && objectOf(body)?.success !== false;
}

/**
 * Asks a provider. `{"success": false}` with HTTP 200 is not a success.
 *
 * @param hidden what an answer must not say where it becomes an error: before that is cut, so that nothing is left of a secret at its end
 */
export function askerOf(
	call: ApiCall,
	usual: Classifier,
	purpose: Purpose,
	hidden: () => readonly string[] = () => [],
): Ask {
	return async (request, classify = usual) => {
		const given = await answerOf(call, request);
		if (isSuccess(given)) return { ok: true, body: given.body };
		const answer = answerWithout(hiderOf(hidden()), given);
		if (answer.outcome !== 'answered') {
			return { ok: false, status: undefined, error: missedError(answer, purpose) };
		}
		const { status, body, retryAfterMs } = answer;
		const error = classify(status, body);
		return {
			ok: false,
			status,
			body,
			error: retryAfterMs === undefined ? error : { ...error, retryAfterMs },
		};
	};
}

/**
 * Asks a provider in order to set up a webhook.
 *
 * @param secrets what must not be repeated in an error
 */
export function registrationAsk(call: ApiCall, classify: Classifier, secrets: readonly string[]): Ask {
	return askerOf(
		call,
		(...answer) => setUpError(classify(...answer), REGISTRATION_ADVICE),
		'registration',
		() => secrets,
	);
}
