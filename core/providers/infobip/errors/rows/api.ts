import type { ErrorRow } from '../../../../http/error-table';

/** Infobip's two error envelopes are both in use: `E401` is the newer one's word for `UNAUTHORIZED` (OpenAPI 3.210.0). */
export const API_ROWS: readonly ErrorRow[] = [
	{
		codes: ['E401', 'UNAUTHORIZED'],
		title: 'Infobip does not accept the API key',
		cause: 'credentialInvalid',
		retryable: false,
		advice:
			'Copy API key and base URL from the Infobip portal into the credential again; a key belongs to the base URL of its account.',
	},
	{
		codes: ['E403', 'FORBIDDEN'],
		title: 'The API key lacks a scope',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'In the Infobip portal give the key the scope of this call, such as message:send or whatsapp:manage, and check that it may be used from this address.',
		// Scopes of a key go by channel.
		reach: 'sender',
		isNotAllowed: true,
	},
	{
		codes: ['E400', 'BAD_REQUEST'],
		title: 'Infobip does not accept a field',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Correct the field that the detail names and send again.',
	},
	{
		codes: ['E404', 'NOT_FOUND', 'RR404'],
		title: 'Infobip does not know this sender, template or number',
		cause: 'configurationInvalid',
		retryable: false,
		advice: "Choose it from the node's list again, and check the base URL in the credential.",
	},
	{
		codes: ['E429', 'TOO_MANY_REQUESTS'],
		title: 'Too many calls in a short time',
		cause: 'rateLimited',
		retryable: true,
		advice: 'Wait, then send more slowly.',
		reach: 'account',
	},
	{
		codes: ['E500', 'GENERAL_ERROR'],
		title: 'Infobip failed',
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice:
			'Send again in a few minutes with the same message id, which Infobip takes only once; if it lasts, ask its support.',
	},
];
