import { ApiError, type Violation } from '../shared/api.ts';

const STATUS_WORDS = {
	400: 'INVALID_ARGUMENT',
	401: 'UNAUTHENTICATED',
	403: 'PERMISSION_DENIED',
	404: 'NOT_FOUND',
	429: 'RESOURCE_EXHAUSTED',
	500: 'INTERNAL',
} as const;

type ErrorStatus = keyof typeof STATUS_WORDS;

/** The Conversation API's errors (Sinch, HTTP status codes). */
export function conversationError(
	status: ErrorStatus,
	message: string,
	violations: readonly Violation[] = [],
	word: string = STATUS_WORDS[status],
): ApiError {
	const fields = violations.map(({ property, words }) => ({ field: property, description: words }));
	const details = fields.length === 0 ? [] : [{ field_violations: fields }];
	const error = { code: status, message, status: word, details };
	return new ApiError({ status, code: word, body: { error } });
}

export function invalidArgument(violations: Violation[]): ApiError {
	const [first] = violations;
	return conversationError(
		400,
		`Invalid argument: ${first?.property ?? ''} ${first?.words ?? ''}`.trim(),
		violations,
	);
}

/** The SMS API's errors (Sinch SDK for Java, error response). */
export function smsError(status: number, code: string, text: string): ApiError {
	return new ApiError({ status, code, body: { code, text } });
}

/** How the words about a value begin that has not the form of its kind. */
export const BAD_FORMAT = 'is not a valid';

export function smsSyntaxError(violations: Violation[]): ApiError {
	const [first] = violations;
	return smsError(
		400,
		first?.words.startsWith(BAD_FORMAT) ? 'syntax_invalid_parameter_format' : 'syntax_constraint_violation',
		`${first?.property ?? 'body'}: ${first?.words ?? 'is not valid'}`,
	);
}

export const tooManyRequests = () => conversationError(429, 'Too many requests');

/** Sinch does not document a body of these. */
export const smsTooManyRequests = () => new ApiError({ status: 429, headers: { 'Retry-After': '1' } });
export const smsUnauthorized = () => new ApiError({ status: 401, headers: { 'WWW-Authenticate': 'Bearer' } });
export const smsNotFound = () => new ApiError({ status: 404 });

const PROVISIONING_CODES: Readonly<Record<number, string>> = {
	401: 'unauthorized',
	403: 'forbidden',
	404: 'not_found',
	409: 'template_not_deletable_due_to_input_config',
};

/** The provisioning API's errors. */
export function provisioningError(
	status: number,
	message: string,
	resolution = '',
	additionalInformation?: object,
): ApiError {
	const errorCode = PROVISIONING_CODES[status] ?? 'invalid_input';
	const body = {
		errorCode,
		message,
		resolution,
		...(additionalInformation ? { additionalInformation } : {}),
	};
	return new ApiError({ status, code: errorCode, body });
}

/** What it says of a body (Sinch, Provisioning API: WhatsApp Senders). */
export function invalidInput(violations: Violation[]): ApiError {
	const validationErrors = violations.map(({ property, words }) => `${property} ${words}`);
	return provisioningError(400, 'Invalid input.', 'Correct the validation errors and submit again.', {
		validationErrors,
	});
}
