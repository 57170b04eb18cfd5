import type { ApiError } from '../shared/api.ts';
import type { DeliveryFailure } from '../shared/conversations.ts';
import { COMMON_FAULTS, type Effect, type FaultRow, type Faults } from '../shared/faults.ts';
import { forbidden, serverError, tooManyRequests, unauthorized } from './errors.ts';
import { ERRORS, type MessageError, type MessageStatus, STATUSES } from './statuses.ts';

const refusal = (error: () => ApiError): Effect => ({ kind: 'answer', answer: () => error().answer });

/** Everything that the stand-in can be told to do wrong. */
export const FAULTS = {
	...COMMON_FAULTS,
	rateLimited: { stage: 'call', effect: refusal(tooManyRequests), title: 'Throttled: HTTP 429' },
	serverError: { stage: 'call', effect: refusal(serverError), title: 'Server error: HTTP 500' },
	keyInvalid: {
		stage: 'call',
		effect: refusal(unauthorized),
		title: 'API key not valid: HTTP 401',
		everywhere: true,
	},
	scopeMissing: {
		stage: 'call',
		effect: refusal(forbidden),
		title: 'Scope missing: HTTP 403',
		everywhere: true,
	},
	noCredits: { stage: 'delivery', effect: { kind: 'other' }, title: 'Rejected with HTTP 200: status 12' },
	blocked: { stage: 'delivery', effect: { kind: 'other' }, title: 'Rejected with HTTP 200: status 14' },
	badDestination: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: 'Rejected with HTTP 200: status 52',
	},
	undeliverable: { stage: 'delivery', effect: { kind: 'other' }, title: 'Undeliverable: status 9' },
	expired: { stage: 'delivery', effect: { kind: 'other' }, title: 'Expired: status 15' },
	windowClosed: { stage: 'delivery', effect: { kind: 'other' }, title: '24-hour window closed: error 7024' },
} as const satisfies Record<string, FaultRow>;

export type InfobipFault = keyof typeof FAULTS;
export type InfobipFaults = Faults<InfobipFault>;

/** Why an accepted message was not delivered. */
export interface InfobipFailure extends DeliveryFailure {
	status: MessageStatus;
	error: MessageError;
}

function failure(status: MessageStatus, error: MessageError): InfobipFailure {
	return {
		status,
		error,
		code: error.id,
		title: error.name,
		details: `${status.name}: ${error.description}`,
	};
}

export const FAILURES = {
	nobody: failure(STATUSES.notDelivered, ERRORS.unknownSubscriber),
	undeliverable: failure(STATUSES.notDelivered, ERRORS.absentSubscriber),
	expired: failure(STATUSES.expired, ERRORS.absentSubscriber),
	invalidTemplate: failure(STATUSES.notDelivered, ERRORS.invalidTemplate),
	windowClosed: failure(STATUSES.notDelivered, ERRORS.windowClosed),
} as const;
