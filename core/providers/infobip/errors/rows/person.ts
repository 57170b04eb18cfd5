import type { ErrorRow } from '../../../../http/error-table';

const HOUR_MS = 3_600_000;

/** Errors that lie with the person or the phone. Codes of reports: Infobip, Response status and error codes. */
export const PERSON_ROWS: readonly ErrorRow[] = [
	{
		codes: ['573', '603', '604', '2050', '2052', '15015', '4137', '4140'],
		title: 'The person opted out or is on a do-not-contact list',
		cause: 'optedOut',
		retryable: false,
		advice:
			'Record the opt-out and do not send to this person; sending may resume only after a new opt-in, or once the entry is off the block list.',
	},
	{
		codes: ['7003'],
		title: 'The person blocked the sender',
		cause: 'optedOut',
		retryable: false,
		advice: 'Treat it as an opt-out: do not send to this person from this sender any more.',
	},
	{
		codes: ['7030', '7033'],
		title: 'The person stopped your marketing messages',
		cause: 'optedOut',
		retryable: false,
		advice:
			'Record the opt-out from marketing and send no marketing template to this person until WhatsApp reports that they resumed it.',
	},
	{
		codes: ['7032'],
		title: 'Held back: this person gets enough marketing at the moment',
		cause: 'quotaExhausted',
		retryable: false,
		retryAfterMs: 24 * HOUR_MS,
		advice: 'Try another day, not before 24 hours. It is not an opt-out.',
		reach: 'message',
	},
	{
		codes: ['7010', '7024'],
		title: 'Outside the time in which a free-form message may be sent',
		cause: 'windowClosed',
		retryable: false,
		advice:
			'Send an approved template instead; a free-form message goes out once the person has written again.',
	},
	{
		codes: ['6', '8', '27', '31', '1031'],
		title: 'The phone is off or out of coverage',
		cause: 'recipientUnreachable',
		retryable: true,
		advice: 'Send again in a few hours if the message is still of use then.',
	},
	{
		codes: ['32', '33', '256', '628', '630'],
		title: 'The phone could not take the message at the moment',
		cause: 'recipientUnreachable',
		retryable: true,
		advice: 'Send again in a few hours; the memory of the phone may be full.',
	},
	{
		codes: ['581'],
		title: 'The person has no prepaid credit to receive the message',
		cause: 'recipientUnreachable',
		retryable: false,
		retryAfterMs: 24 * HOUR_MS,
		advice: 'Send again once a day, for a week at most.',
	},
	{
		codes: ['811', '4098', '4100', '4101', '15006'],
		title: 'Not delivered before the message expired',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Send again if the message is still of use, with a longer validity period if it may arrive late.',
	},
	{
		codes: ['1', '5', '351', '352', '3041', '15003', '15009', '15017', '7002'],
		title: 'The number does not exist or is no longer in use',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Check the number and its country code, and take it off the list if it is right.',
	},
	{
		codes: ['9', '12', '13', '15', '560', '566', '569', '2049', '15011', '15018'],
		title: 'The operator suspended the number or bars it from messages',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Use another channel for this person; only the person can sort it out with the operator.',
	},
	{
		codes: [
			'7',
			'10',
			'11',
			'21',
			'257',
			'258',
			'565',
			'568',
			'629',
			'7020',
			'7025',
			'7201',
			'15007',
			'15019',
		],
		title: "The person's phone or contract cannot receive this kind of message",
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Send it in another form or over another channel.',
	},
	{
		codes: ['15004', '15005'],
		title: 'The person has not fetched the message',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Nothing to do: the phone knows of the message and may still fetch it.',
	},
	{
		codes: ['7029'],
		title: "The person's WhatsApp identity changed",
		cause: 'recipientUnreachable',
		retryable: false,
		advice:
			'Make sure that the number still belongs to the same person, then confirm the identity at Infobip.',
	},
	{
		codes: ['4103', '4104'],
		title: 'Too many messages to the same person within an hour',
		cause: 'rateLimited',
		retryable: false,
		retryAfterMs: HOUR_MS,
		advice:
			'Do not send the same text again: Infobip takes 6 equal and 20 different messages an hour to one number.',
		reach: 'message',
	},
	{
		codes: ['5492', '7280'],
		title: 'The same message was sent to this person before',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Look for the earlier message; there is nothing to send again.',
	},
];
