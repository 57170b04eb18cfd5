import type { ApiError } from '../shared/api.ts';
import type { DeliveryFailure } from '../shared/conversations.ts';
import { COMMON_FAULTS, type Effect, type FaultRow } from '../shared/faults.ts';
import { conversationError } from './errors.ts';

const refusal = (error: () => ApiError): Effect => ({ kind: 'answer', answer: () => error().answer });

/** Everything that the stand-in can be told to do wrong. */
export const FAULTS = {
	...COMMON_FAULTS,
	rateLimited: {
		stage: 'call',
		effect: refusal(() => conversationError(429, 'Too many requests')),
		title: 'Throttled: HTTP 429',
	},
	serverError: {
		stage: 'call',
		effect: refusal(() => conversationError(500, 'Internal error')),
		title: 'Server error: HTTP 500',
	},
	tokenInvalid: {
		stage: 'call',
		effect: refusal(() => conversationError(401, 'Request had invalid authentication credentials.')),
		title: 'Access token not valid: HTTP 401',
		everywhere: true,
	},
	billingMissing: {
		stage: 'call',
		effect: refusal(() => conversationError(403, 'Billing is not set up for this project.')),
		title: 'No billing: HTTP 403',
		everywhere: true,
	},
	undeliverable: { stage: 'delivery', effect: { kind: 'other' }, title: 'Not reachable' },
	optedOut: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: 'SMS to somebody who opted out: code 257',
	},
	temporary: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: 'Temporary failure: code 404',
	},
	rejected: { stage: 'delivery', effect: { kind: 'other' }, title: 'Rejected by the operator: code 408' },
	windowClosed: { stage: 'delivery', effect: { kind: 'other' }, title: '24-hour window closed' },
} as const satisfies Record<string, FaultRow>;

export type SinchFault = keyof typeof FAULTS;

/** Why an accepted message was not delivered: as the SMS API reports it, and as the Conversation API does. */
export interface SinchFailure extends DeliveryFailure {
	sms: { code: number; status: string };
	reason: { code: string; description: string; sub_code: 'UNSPECIFIED_SUB_CODE' };
}

function failure(code: number, status: string, reason: string, description: string): SinchFailure {
	return {
		code: reason,
		title: status,
		details: description,
		sms: { code, status },
		reason: { code: reason, description, sub_code: 'UNSPECIFIED_SUB_CODE' },
	};
}

export const FAILURES = {
	nobody: failure(402, 'Aborted', 'RECIPIENT_NOT_REACHABLE', 'The recipient has no such channel.'),
	undeliverable: failure(1, 'Failed', 'RECIPIENT_NOT_REACHABLE', 'The recipient could not be reached.'),
	optedOut: failure(257, 'Failed', 'RECIPIENT_NOT_OPTED_IN', 'The recipient opted out.'),
	temporary: failure(404, 'Aborted', 'CHANNEL_FAILURE', 'The channel failed for a moment.'),
	rejected: failure(408, 'Aborted', 'CHANNEL_REJECT', 'The channel rejected the message.'),
	tooManyParts: failure(411, 'Aborted', 'MESSAGE_SPLIT_REQUIRED', 'The text takes too many messages.'),
	noTemplate: failure(403, 'Aborted', 'TEMPLATE_NOT_FOUND', 'There is no such template.'),
	noTemplateLanguage: failure(
		403,
		'Aborted',
		'TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION',
		'The template does not exist in this language.',
	),
	templateNotApproved: failure(403, 'Aborted', 'DELIVERY_REJECTED_DUE_TO_POLICY', 'The template is paused.'),
	templateParameters: failure(
		403,
		'Aborted',
		'TEMPLATE_INSUFFICIENT_PARAMETERS',
		'A parameter of the template has no value.',
	),
	unmatched: failure(
		405,
		'Aborted',
		'BAD_REQUEST',
		'A parameter of the text has no value for the recipient.',
	),
	windowClosed: failure(
		403,
		'Aborted',
		'OUTSIDE_ALLOWED_SENDING_WINDOW',
		'The message was sent outside the window of 24 hours after the last message of the recipient.',
	),
} as const;
