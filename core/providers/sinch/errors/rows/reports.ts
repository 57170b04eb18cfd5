import type { ErrorRow } from '../../../../http/error-table';

/**
 * Codes of SMS and MMS delivery reports (Sinch, Delivery report error codes; from 413 on the class documentation of the Java
 * SDK). They look like HTTP statuses and are none: 400 and 401 are not even errors. There is no 409.
 */
export const REPORT_ROWS: readonly ErrorRow[] = [
	{
		codes: ['257'],
		title: 'The person opted out with STOP',
		cause: 'optedOut',
		retryable: false,
		advice:
			'Record the opt-out and do not send to this person; the network blocks every message until the person writes START or UNSTOP.',
	},
	{
		codes: ['64'],
		title: 'The toll-free number is not verified',
		cause: 'quotaExhausted',
		retryable: false,
		advice: 'Have the number verified at Sinch; until then it may send little or nothing.',
		reach: 'sender',
	},
	{
		codes: ['402'],
		title: 'There is no route to this number',
		cause: 'recipientUnreachable',
		retryable: false,
		advice:
			'Check the number and its country code; if it is right, ask the support of Sinch for this operator.',
	},
	{
		codes: ['403'],
		title: 'Sinch failed',
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: 'Send again in a few minutes; if it lasts, ask the support of Sinch.',
	},
	{
		codes: ['404'],
		title: 'The message could not be passed on at the moment',
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: 'Send again in a few minutes.',
	},
	{
		codes: ['405'],
		title: 'The text has a placeholder without a value for this person',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Give the parameter a value for every recipient, or a default.',
	},
	{
		codes: ['406'],
		title: 'The message expired before it left Sinch',
		cause: 'temporarilyUnavailable',
		retryable: false,
		advice: 'Send again if the message is still of use, with a later expiry or fewer messages a second.',
	},
	{
		codes: ['407'],
		title: 'The message was cancelled',
		cause: 'unknown',
		retryable: false,
		advice: 'Nothing to do: somebody cancelled the batch before this message went out.',
	},
	{
		codes: ['408'],
		title: 'The message centre refused the message',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Check sender and text; if both are in order, ask the support of Sinch for the reason.',
	},
	{
		codes: ['410'],
		title: 'There is no sender for this country',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Choose a sender in the node, or have Sinch set up a default one for the service plan.',
	},
	{
		codes: ['411'],
		title: 'The text is too long',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Shorten the text or allow more parts; an emoji or accent makes parts shorter.',
	},
	{
		codes: ['412'],
		title: 'The service plan does not cover this region',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Ask your account manager at Sinch to enable the destination for the service plan.',
	},
	{
		codes: ['413'],
		title: 'The account is blocked',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Ask the support of Sinch why, and send nothing until it is resolved.',
		reach: 'account',
	},
	{
		codes: ['414', '418'],
		title: 'The file of the MMS could not be used',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Check that the address of the file is public and that the file is of an allowed kind and size.',
	},
	{
		codes: ['415'],
		title: 'The MMS was refused',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Send a smaller file or another kind, or the text as an SMS.',
	},
	{
		codes: ['416', '417'],
		title: "The person's phone cannot receive the MMS",
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Send the text with a link as an SMS.',
	},
];

/** Words of the status, for codes of operators, of which there are hundreds, and for reports without a code. */
export const STATUS_ROWS: readonly ErrorRow[] = [
	{
		codes: ['failed'],
		title: 'The operator could not deliver the message',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Check the number; the phone may also be out of service for long.',
	},
	{
		codes: ['expired'],
		title: 'Not delivered before the message expired',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Send again if the message is still of use, with a later expiry if it may arrive late.',
	},
	{
		codes: ['deleted'],
		title: 'The operator deleted the message',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'The number may be invalid, or the person opted out at the operator. Ask before you send again.',
	},
	{
		codes: ['rejected'],
		title: 'The operator refused the message',
		cause: 'contentRejected',
		retryable: false,
		advice:
			'Check sender, registration and text; if all are in order, ask the support of Sinch for the reason.',
	},
	{
		codes: ['aborted', 'cancelled'],
		title: 'The message was not delivered',
		cause: 'unknown',
		retryable: false,
		advice: 'Look the code up in the documentation of Sinch before you send the message again.',
	},
];
