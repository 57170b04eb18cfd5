import { ApiError, type Violation } from '../shared/api.ts';

/**
 * Infobip answers in two shapes, both live: `errorCode` from the newer products, `requestError` from the older ones
 * (Infobip OpenAPI 3.210.0).
 */
function older(status: number, messageId: string, text: string, more: object = {}): ApiError {
	const body = { requestError: { serviceException: { messageId, text, ...more } } };
	const headers = status === 429 ? { 'Retry-After': '1' } : undefined;
	return new ApiError({ status, code: messageId, body, headers });
}

export const unauthorized = () => older(401, 'UNAUTHORIZED', 'Unauthorized');
export const forbidden = () => older(403, 'FORBIDDEN', 'Forbidden');
export const notFound = () => older(404, 'NOT_FOUND', 'Not found');
export const tooManyRequests = () => older(429, 'TOO_MANY_REQUESTS', 'Too many requests');
export const serverError = () => older(500, 'GENERAL_ERROR', 'Something went wrong.');
export const badJson = () => older(400, 'BAD_REQUEST', 'Bad request');

/** What WhatsApp, numbers and subscriptions say of a body. */
export function badRequest(violations: Violation[]): ApiError {
	const validationErrors: Record<string, string[]> = {};
	for (const { property, words } of violations) (validationErrors[property] ??= []).push(words);
	return older(400, 'BAD_REQUEST', 'Bad request', { validationErrors });
}

/** What SMS v3 says of a body. */
export function cannotBeProcessed(violations: Violation[]): ApiError {
	const body = {
		errorCode: 'E400',
		description: 'Request cannot be processed.',
		action: 'Check the syntax, violations and adjust the request.',
		violations: violations.map(({ property, words }) => ({ property, violation: words })),
		resources: [],
	};
	return new ApiError({ status: 400, code: 'E400', body });
}
