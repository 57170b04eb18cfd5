import type { ErrorRow } from '../../../../http/error-table';
import { NO_ASSET } from './platform';

const HOUR_MS = 3_600_000;

const BAD_VALUE = {
	title: 'A value in the request is missing or not valid',
	cause: 'contentRejected',
	retryable: false,
	advice: 'Correct what the detail names. A wrong phone number id or recipient also shows as this.',
} as const;

const SET_UP_VALUE = { title: 'Meta does not accept a value', cause: 'configurationInvalid' } as const;

/**
 * Why a message was not accepted or not delivered. Most of them arrive later, in a `failed` status after an
 * HTTP 200.
 */
export const MESSAGE_ROWS: readonly ErrorRow[] = [
	{
		codes: ['131047'],
		title: 'More than 24 hours since the person last wrote',
		cause: 'windowClosed',
		retryable: false,
		advice:
			'Send an approved template instead; a free-form message goes out once the person has written again.',
	},
	{
		codes: ['131026'],
		title: 'The person cannot be reached on WhatsApp',
		cause: 'recipientUnreachable',
		retryable: false,
		advice:
			'Check the number and its country code, or use another channel. WhatsApp does not tell whether the person has no WhatsApp, an old version, or blocked you.',
	},
	{
		codes: ['131050'],
		title: 'The person stopped your marketing messages',
		cause: 'optedOut',
		retryable: false,
		advice:
			'Record the opt-out from marketing and send no marketing to this person until WhatsApp reports that they resumed it.',
	},
	{
		codes: ['131049'],
		title: 'Held back: this person gets enough marketing at the moment',
		cause: 'quotaExhausted',
		retryable: false,
		retryAfterMs: 24 * HOUR_MS,
		advice: 'Try another day, not before 24 hours. Sending at once fails again.',
		reach: 'message',
	},
	{
		codes: ['130472'],
		title: 'Held back: the person is part of an experiment of Meta',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Do not send this marketing message again; use another channel for this person.',
	},
	{
		codes: ['131056'],
		title: 'Too many messages to the same person',
		cause: 'rateLimited',
		retryable: true,
		retryAfterMs: 6_000,
		advice: 'Wait: WhatsApp takes one message in six seconds to the same person. Others are not affected.',
		reach: 'message',
	},
	{
		codes: ['130429'],
		title: 'Too many messages a second',
		cause: 'rateLimited',
		retryable: true,
		advice: 'Wait a moment and send more slowly: a number may send 80 messages a second at first.',
		reach: 'sender',
	},
	{
		codes: ['131048'],
		title: 'The number is limited because people blocked or reported it',
		cause: 'quotaExhausted',
		retryable: false,
		advice:
			"Send less and only to people who want it, and look at the number's quality in WhatsApp Manager. The limit ends after hours or days.",
		reach: 'sender',
	},
	{
		codes: ['131064'],
		title: "The account's messaging limit is used up",
		cause: 'quotaExhausted',
		retryable: false,
		advice:
			'Check in WhatsApp Manager whether templates were filed under the wrong category, and wait for the limit.',
		reach: 'account',
	},
	{
		codes: ['130497'],
		title: 'The business may not write to people in this country',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Leave people of this country out, or write to them on another channel.',
	},
	{
		codes: ['131021'],
		title: 'Sender and recipient are the same number',
		cause: 'contentRejected',
		retryable: false,
		advice: "Send to a number other than the business's own.",
	},
	{
		codes: ['131030'],
		title: "The recipient is not on the test number's list",
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Add the recipient on the API Setup page of the Meta app (a test number writes to five at most), or send from a real number.',
	},
	{
		codes: ['131062'],
		title: 'This message needs a phone number',
		cause: 'contentRejected',
		retryable: false,
		advice: "Send to the person's phone number instead of the user id.",
	},
	{
		codes: ['137000'],
		title: "The person's identity changed",
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Make sure who uses the number now, then take the new identity hash from the next message.',
	},
	{
		...BAD_VALUE,
		codes: ['100'],
		setUp: {
			...SET_UP_VALUE,
			advice:
				'Compare the fields of the node with what Meta says in the detail, correct them and run the node again.',
		},
	},
	{
		...BAD_VALUE,
		codes: ['131009'],
		setUp: { ...SET_UP_VALUE, advice: 'Correct the value that the detail names. ' + NO_ASSET },
	},
	{ ...BAD_VALUE, codes: ['131008', '135000'] },
	{
		codes: ['131051'],
		title: 'This type of message is not supported',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Send another type of message, for example text.',
	},
	{
		codes: ['131052'],
		title: 'The file could not be downloaded',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Ask the person to send the file again, smaller or in another form.',
	},
	{
		codes: ['131053'],
		title: 'Meta could not take the file',
		cause: 'contentRejected',
		retryable: false,
		advice:
			'Check that the link opens without login and has the right content type, and that size and format are allowed; or upload the file and send its id.',
	},
	{
		codes: ['131055'],
		title: 'The marketing messages API cannot be used yet',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Switch the Marketing Messages API off, or wait until Meta has enabled the account; a new template takes ten minutes.',
	},
	{
		codes: ['131061'],
		title: 'A template with a maximum price has to go through the marketing messages API',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Switch the Marketing Messages API to automatic or on.',
	},
	{
		codes: ['131063'],
		title: 'Marketing templates have to go through the marketing messages API',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Use the marketing messages API, or allow marketing templates on the account again.',
	},
	{
		codes: ['131060'],
		title: 'The message is not available at the moment',
		cause: 'temporarilyUnavailable',
		retryable: false,
		advice: "Read the message in the phone's WhatsApp Business app, or ask the person to send it again.",
	},
];
