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

function newer(status: number, description: string, action: string, violations: Violation[] = []): ApiError {
	const errorCode = `E${status}`;
	const body = {
		errorCode,
		description,
		action,
		violations: violations.map(({ property, words }) => ({ property, violation: words })),
		resources: [],
	};
	return new ApiError({ status, code: errorCode, body });
}

/** What SMS v3, business-info and the account's templates say of a request. */
export const cannotBeProcessed = (violations: Violation[]) =>
	newer(
		400,
		'Request cannot be processed.',
		'Check the syntax, violations and adjust the request.',
		violations,
	);

/** What business-info says of a sender that is not the account's. */
export const resourceNotFound = () =>
	newer(
		404,
		"Not found - request URL doesn't exist on the API server or resource is not found.",
		'Check the resources and adjust your request.',
	);
