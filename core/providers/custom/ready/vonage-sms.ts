import type { CustomMapping } from '../inbound/mapping';
import type { CustomRequestTemplate } from '../outbound/request-template';
import { causesOf } from './causes-of';

/** Vonage, Troubleshooting SMS: SMS API error codes. They stand in answers of the API, not in receipts. */
const CAUSES = causesOf({
	rateLimited: ['1', '10'],
	contentRejected: ['2', '3', '12', '22'],
	credentialInvalid: ['4', '14', '32'],
	temporarilyUnavailable: ['5'],
	recipientUnreachable: ['6', '7', '33'],
	configurationInvalid: ['8', '11', '15', '23', '29'],
	quotaExhausted: ['9'],
});

/**
 * Vonage's SMS API, in JSON, as a form or in a query, which have the same fields (Vonage, Inbound SMS; Delivery receipts;
 * OpenAPI of the SMS API 1.0.6). A receipt names the person in `msisdn` and our sender in `to`: the other way round than one
 * would read it. A long message comes in parts, each a message of its own, with its number.
 */
export const mapping: CustomMapping = {
	name: 'Vonage SMS API',
	description: 'Inbound SMS and delivery receipts of the SMS API',
	message: {
		when: ['msisdn', 'messageId', { path: 'status', present: false }, { path: 'err-code', present: false }],
		id: 'messageId',
		channel: '"sms"',
		// In UTC.
		timestamp: 'message-timestamp | date',
		from: 'msisdn',
		to: 'to',
		text: 'text',
		partReference: 'concat-ref',
		partNumber: 'concat-part',
		partCount: 'concat-total',
		type: 'type',
		types: { text: 'text', unicode: 'text', binary: 'unsupported' },
	},
	status: {
		when: ['messageId', 'status'],
		messageId: 'messageId',
		channel: '"sms"',
		// `scts` is the operator's time, in an example of the guide that of its country, so it is not used.
		timestamp: 'message-timestamp | date',
		from: 'to',
		to: 'msisdn',
		status: 'status',
		// Vonage, Delivery receipts: DLR status messages.
		statuses: {
			accepted: 'sent',
			buffered: 'queued',
			delivered: 'delivered',
			expired: 'expired',
			failed: 'failed',
			rejected: 'rejected',
			unknown: 'unknown',
		},
		callbackData: 'client-ref',
		// The receipt names no currency; it is the account's.
		price: { amount: 'price' },
		error: {
			code: 'err-code',
			// Vonage Support, Vonage SMS Delivery Error Codes and Descriptions.
			causes: causesOf({
				recipientUnreachable: ['2', '3', '4', '5', '7', '12', '13', '14'],
				contentRejected: ['6', '10'],
				temporarilyUnavailable: ['8'],
				optedOut: ['9'],
				configurationInvalid: ['11'],
			}),
		},
	},
	apiError: {
		code: 'messages[0].status',
		detail: 'messages[0].error-text',
		causes: CAUSES,
	},
};

/**
 * Vonage, SMS API reference: send an SMS. The base URL of the credential is `https://rest.nexmo.com`, with the API key and
 * secret as _Basic_. Numbers go without `+`. Letters beyond the GSM alphabet arrive as `?` unless the type is `unicode`.
 * The answer is HTTP 200 also where the message was refused; of a long text it names every part.
 */
export const request: CustomRequestTemplate = {
	name: 'Vonage SMS API',
	description: 'Texts as SMS',
	path: '/sms/json',
	contentType: 'form',
	body: {
		to: '{{ to | e164 | after("+") }}',
		from: '{{ first(sender | after("+"), sender) }}',
		text: '{{ text }}',
		'type?': '{{ text | unicode | then("unicode") }}',
		'client-ref?': '{{ callbackData }}',
		'callback?': '{{ reportUrl }}',
	},
	answer: {
		parts: 'messages',
		messageId: 'message-id',
		status: 'status',
		statuses: { '0': 'accepted' },
		errorCode: 'status',
		errorMessage: 'error-text',
		causes: CAUSES,
	},
};
