import type { DeliveryCause } from '../../../events';
import type { ErrorMeaning } from '../../../http/error-table';

/** Meaning and advice by cause, where no more is known than the gateway's code. */
export const CAUSES: Readonly<Record<DeliveryCause, Omit<ErrorMeaning, 'cause'>>> = {
	rateLimited: {
		title: 'Too many messages in a short time',
		retryable: true,
		advice: 'Wait, then send more slowly.',
	},
	quotaExhausted: {
		title: 'A limit of the account is used up',
		retryable: false,
		advice: "Look at the account's limits and balance at the gateway before you send again.",
	},
	temporarilyUnavailable: {
		title: 'The gateway or the operator is not available at the moment',
		retryable: true,
		advice: "Send again in a few minutes; if it lasts, look at the gateway's status page.",
	},
	credentialInvalid: {
		title: 'The gateway does not accept the credential',
		retryable: false,
		advice: 'Check the key or token in the credential, then test the credential.',
	},
	configurationInvalid: {
		title: 'The account or the sender is not set up for this message',
		retryable: false,
		advice: "Check the sender, the destination's country and the account's settings at the gateway.",
	},
	recipientUnreachable: {
		title: 'The person could not be reached',
		retryable: false,
		advice: 'Check the number; if it is right, try again on another day or use another channel.',
	},
	optedOut: {
		title: 'The person does not want these messages',
		retryable: false,
		advice: 'Record the opt-out and send nothing more until the person opts in again.',
	},
	windowClosed: {
		title: 'The time in which free text may be sent is over',
		retryable: false,
		advice: 'Send an approved template, or wait until the person writes.',
	},
	contentRejected: {
		title: 'The content of the message was refused',
		retryable: false,
		advice: "Compare the message with the gateway's rules for content, correct it and send again.",
	},
	unknown: {
		title: 'The gateway reports an error',
		retryable: false,
		advice: "Look the code up in the gateway's documentation, and add it to the causes of the mapping.",
	},
};
