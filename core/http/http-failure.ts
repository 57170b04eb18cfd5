import type { ErrorMeaning } from './error-table';
import { isJsonObject, parseJson } from '../lib/json';

const UNCERTAIN =
	"Look for the message in the provider's console before you send it again: it may have been accepted.";

const BY_STATUS: ReadonlyMap<number, ErrorMeaning> = new Map([
	[
		401,
		{
			title: 'The provider does not accept the credential',
			cause: 'credentialInvalid',
			retryable: false,
			advice: 'Check the key or token in the credential, then test the credential.',
		},
	],
	[
		402,
		{
			title: 'The account has no funds',
			cause: 'configurationInvalid',
			retryable: false,
			advice: "Check the balance and the payment method in the provider's console.",
		},
	],
	[
		403,
		{
			title: 'The credential may not do this',
			cause: 'configurationInvalid',
			retryable: false,
			advice: "Give the key or token of the credential the missing permission in the provider's console.",
		},
	],
	[
		404,
		{
			title: 'The provider does not know this address',
			cause: 'configurationInvalid',
			retryable: false,
			advice: 'Check the ids in the node and the base URL or region in the credential.',
		},
	],
	[
		413,
		{
			title: 'The message is too large',
			cause: 'contentRejected',
			retryable: false,
			advice: 'Send a shorter text or a smaller file.',
		},
	],
	[
		429,
		{
			title: 'Too many calls in a short time',
			cause: 'rateLimited',
			retryable: true,
			advice: 'Wait, then send more slowly.',
		},
	],
]);

const REFUSED: ErrorMeaning = {
	title: 'The provider refused the request',
	cause: 'contentRejected',
	retryable: false,
	advice: "Compare the fields of the node with the provider's words, correct them and send again.",
};

const ELSEWHERE: ErrorMeaning = {
	title: 'The address that was called sends callers somewhere else',
	cause: 'configurationInvalid',
	retryable: false,
	advice:
		'Nothing was handed on, because the token would have gone along. Check the base URL in the credential.',
};

const UNAVAILABLE: ErrorMeaning = {
	title: 'The provider is not available at the moment',
	cause: 'temporarilyUnavailable',
	retryable: true,
	advice: "Send again in a few minutes; if it lasts, look at the provider's status page.",
};

const NOT_UNDERSTOOD: ErrorMeaning = {
	title: "The provider's answer was not understood",
	cause: 'unknown',
	retryable: false,
	advice: UNCERTAIN,
};

/**
 * What an HTTP status says where no known code of the provider says more.
 *
 * @param explained whether the body is an error in the provider's own form. A 5xx without it may come from
 * a proxy after the provider took the message, and sending again could send twice.
 */
export function meaningOfStatus(httpStatus: number, explained: boolean): ErrorMeaning {
	const known = BY_STATUS.get(httpStatus);
	if (known !== undefined) return known;
	if (httpStatus >= 500 && httpStatus <= 599) {
		return explained ? UNAVAILABLE : { ...UNAVAILABLE, retryable: false, advice: UNCERTAIN };
	}
	if (httpStatus >= 300 && httpStatus <= 399) return ELSEWHERE;
	const refused = httpStatus === 400 || httpStatus === 422 || (explained && httpStatus >= 400);
	return refused ? REFUSED : NOT_UNDERSTOOD;
}

/**
 * The body of an answer: an object where it is one, also where the HTTP client left it as text or bytes;
 * otherwise its plain text, cut short. A web page, which a proxy sends, tells a reader nothing and is left
 * out.
 */
export function readErrorBody(body: unknown) {
	const text = Buffer.isBuffer(body) ? body.toString('utf8') : typeof body === 'string' ? body : undefined;
	const value = text === undefined ? body : parseJson(text);
	if (isJsonObject(value)) return { object: value, text: '' };
	const plain = text?.trim() ?? '';
	return { object: undefined, text: plain.startsWith('<') ? '' : plain.slice(0, 300) };
}
