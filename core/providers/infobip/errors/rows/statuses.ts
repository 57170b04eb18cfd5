import type { ErrorRow } from '../../../../http/error-table';

const HOUR_MS = 3_600_000;

/**
 * Status ids of messages that failed, for reports and answers whose `error` says nothing: an answer with HTTP 200 may hold
 * a refused message. A number space of its own, so rows go by group and id (`5:10`): id 87 stands in two groups.
 */
export const STATUS_ROWS: readonly ErrorRow[] = [
	{
		codes: ['5:10', '5:14'],
		title: 'The person opted out or is on a do-not-contact list',
		cause: 'optedOut',
		retryable: false,
		advice:
			'Record the opt-out and do not send to this person; sending may resume only after a new opt-in, or once the entry is off the block list.',
	},
	{
		codes: ['2:4', '2:9', '2:31', '2'],
		title: 'The message could not be delivered',
		cause: 'recipientUnreachable',
		retryable: false,
		advice:
			'Check the number; the phone may also be out of service. Ask the support of Infobip if it is right.',
	},
	{
		codes: ['4:15', '4'],
		title: 'Not delivered before the message expired',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Send again if the message is still of use, with a longer validity period if it may arrive late.',
	},
	{
		codes: ['4:29'],
		title: 'The operator never said whether the message arrived',
		cause: 'unknown',
		retryable: false,
		advice: 'It may have arrived all the same: send again only if a second copy does no harm.',
	},
	{
		codes: ['4:87', '5:87'],
		title: 'Blocked as suspected fraud',
		cause: 'contentRejected',
		retryable: false,
		advice: 'If the number is a real customer, put it on the trusted list of Infobip Signals.',
	},
	{
		codes: ['5:6', '5:19'],
		title: "The account has no route to the person's operator",
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Check the number; if it is right, ask your account manager at Infobip for this country.',
	},
	{
		codes: ['5:8', '5:51', '5:52'],
		title: 'The number is not a valid one',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Check the number: it has to begin with its country code.',
	},
	{
		codes: ['5:11', '5:13'],
		title: 'The sender is not registered or is blocked',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Register or unblock the sender in the Infobip portal, or choose another one in the node.',
	},
	{
		codes: ['5:12', '5:17'],
		title: 'The account is out of credit',
		cause: 'quotaExhausted',
		retryable: false,
		advice: 'Top up the account in the Infobip portal, then send again.',
	},
	{
		codes: ['5:18'],
		title: 'The trial account may send only to verified numbers',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Verify the number in the Infobip portal, or ask Infobip to lift the limits of the trial.',
	},
	{
		codes: ['5:20'],
		title: 'Too many messages to the same person within an hour',
		cause: 'rateLimited',
		retryable: true,
		retryAfterMs: HOUR_MS,
		advice: 'Wait for an hour: Infobip takes 6 equal and 20 different messages an hour to one number.',
		reach: 'message',
	},
	{
		codes: ['5:21'],
		title: 'Infobip failed',
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: 'Send again in a few minutes; if it lasts, ask the support of Infobip.',
	},
	{
		codes: ['5:23'],
		title: 'A message with this id was accepted before',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Nothing to do where the message was repeated; otherwise give every message an id of its own.',
	},
	{
		codes: ['5:24', '5:25', '5:77'],
		title: 'The text is too long or has characters that cannot be sent',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Shorten the text and remove unusual characters.',
	},
	{
		codes: ['5:56'],
		title: 'The address for reports is not valid',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Correct the report URL; it has to be a complete https address.',
	},
	{
		codes: ['5:100', '5'],
		title: 'Infobip refused the message',
		cause: 'unknown',
		retryable: false,
		advice: 'Look the status up in the documentation of Infobip before you send the message again.',
	},
];
