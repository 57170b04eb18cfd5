import type { ErrorRow } from '../../../../http/error-table';

/** Values of `reason.code` in receipts of the Conversation API (Sinch SDK for Node.js, Reason). */
export const REASON_ROWS: readonly ErrorRow[] = [
	{
		codes: ['OUTSIDE_ALLOWED_SENDING_WINDOW'],
		title: 'More than 24 hours since the person last wrote',
		cause: 'windowClosed',
		retryable: false,
		advice:
			'Send an approved template instead; a free-form message goes out once the person has written again.',
	},
	{
		codes: ['RECIPIENT_NOT_OPTED_IN'],
		title: 'The person has not opted in, or opted out',
		cause: 'optedOut',
		retryable: false,
		advice: 'Do not send to this person until there is an opt-in for this channel.',
	},
	{
		codes: ['RECIPIENT_NOT_REACHABLE'],
		title: 'The person cannot be reached on this channel',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Check the number and its country code, or use another channel.',
	},
	{
		codes: ['RECIPIENT_INVALID_CHANNEL_IDENTITY', 'NO_CHANNEL_IDENTITY_FOR_CONTACT', 'NO_PROFILE_AVAILABLE'],
		title: 'The person has no address on this channel',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Check the number or id of the recipient, or use another channel.',
	},
	{
		codes: ['NO_CHANNELS_LEFT'],
		title: 'No channel could deliver the message',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Look at the errors of the single channels, which came before; there is no further one to try.',
	},
	{
		codes: ['MESSAGE_EXPIRED'],
		title: 'Not delivered before the message expired',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Send again if the message is still of use, with a longer time to live if it may arrive late.',
	},
	{
		codes: ['RATE_LIMITED'],
		title: 'Too many messages in a short time',
		cause: 'rateLimited',
		retryable: true,
		advice: 'Wait, then send more slowly.',
	},
	{
		codes: ['INTERNAL_ERROR', 'CHANNEL_FAILURE', 'DELIVERY_TIMED_OUT'],
		title: 'Sinch or the channel failed',
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: 'Send again in a few minutes; if it lasts, ask the support of Sinch.',
	},
	{
		codes: ['DELIVERY_REPORT_TIME_OUT'],
		title: 'The channel never said whether the message arrived',
		cause: 'unknown',
		retryable: false,
		advice: 'It may have arrived all the same: send again only if a second copy does no harm.',
	},
	{
		codes: ['CHANNEL_BAD_CONFIGURATION', 'CHANNEL_CONFIGURATION_MISSING'],
		title: 'The channel is not set up in the Conversation app',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Check the channel and its credentials in the app, in the Sinch dashboard under Conversation API.',
	},
	{
		codes: ['INACTIVE_CREDENTIAL'],
		title: "The channel's credential is not active",
		cause: 'credentialInvalid',
		retryable: false,
		advice: 'Renew or activate the credential of the channel in the Conversation app.',
		// The channels of an app have credentials of their own.
		reach: 'sender',
	},
	{
		codes: ['UNKNOWN_APP', 'CONTACT_NOT_FOUND'],
		title: 'Sinch does not know the app or the contact',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Check app id, contact id and region; app and contact have to be in the region of the credential.',
	},
	{
		codes: ['NO_PERMISSION'],
		title: 'The account may not do this',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Ask the support of Sinch to enable the feature for the project.',
	},
	{
		codes: ['TEMPLATE_NOT_FOUND', 'TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION'],
		title: 'No approved template of this name, language and version',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			"Choose the template again; for WhatsApp its name counts, not its number, and the language's exact code.",
	},
	{
		codes: ['TEMPLATE_INSUFFICIENT_PARAMETERS'],
		title: 'The template lacks values',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Load the template in the node again and fill in every variable.',
	},
	{
		codes: ['MEDIA_TYPE_UNSUPPORTED', 'MEDIA_TOO_LARGE', 'MEDIA_NOT_REACHABLE'],
		title: 'The file could not be used',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Check that the address of the file is public and that the channel allows its kind and size.',
	},
	{
		codes: ['MESSAGE_SPLIT_REQUIRED', 'UNSUPPORTED_OPERATION'],
		title: 'The channel cannot carry this message',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Send a simpler message: shorter, with fewer buttons, or in several parts.',
	},
	{
		codes: ['DELIVERY_REJECTED_DUE_TO_POLICY', 'CHANNEL_REJECT'],
		title: 'The channel refused the message',
		cause: 'contentRejected',
		retryable: false,
		advice:
			'Change the content as the detail says; the channel has its own rules, for WhatsApp also for templates.',
	},
	{
		codes: ['BAD_REQUEST'],
		title: 'The message is malformed for this channel',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Correct what the detail names and send again.',
	},
	{
		codes: ['UNKNOWN'],
		title: 'The message failed and Sinch gives no reason',
		cause: 'unknown',
		retryable: false,
		advice: 'Look the message up in the Sinch dashboard before you send it again.',
	},
];
