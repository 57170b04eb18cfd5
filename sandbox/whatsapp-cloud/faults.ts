import { type Effect, COMMON_FAULTS, type FaultRow } from '../shared/faults.ts';
import { answerOf, type ErrorName, GraphError } from './errors.ts';

const error = (name: ErrorName): Effect => ({
	kind: 'answer',
	answer: () => answerOf(GraphError.of(name)),
});

/** Everything that the stand-in can be told to do wrong. */
export const FAULTS = {
	...COMMON_FAULTS,
	rateLimited: { stage: 'call', effect: error('rateLimited'), title: 'Throttled: code 130429, HTTP 400' },
	pairLimited: {
		stage: 'call',
		effect: error('pairLimited'),
		title: 'Throttled for one person: code 131056',
	},
	accountRateLimited: {
		stage: 'call',
		effect: error('accountRateLimited'),
		title: 'Throttled account: code 80007, HTTP 400',
	},
	tooManyRequests: { stage: 'call', effect: error('tooManyRequests'), title: 'Throttled: HTTP 429' },
	serverError: { stage: 'call', effect: error('serverError'), title: 'Server error: code 131000, HTTP 500' },
	tokenExpired: {
		stage: 'call',
		effect: error('tokenExpired'),
		title: 'Access token expired: code 190',
		everywhere: true,
	},
	permissionMissing: {
		stage: 'call',
		effect: error('permissionMissing'),
		title: 'Permission missing: code 200',
		everywhere: true,
	},
	windowClosed: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: '24-hour window closed: failed, code 131047',
	},
	marketingLimited: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: 'Too much marketing for this person: failed, code 131049',
	},
	marketingStopped: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: 'Person stopped marketing: failed, code 131050',
	},
	mediaFailed: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: 'Media not fetched: failed, code 131053',
	},
	paymentMissing: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: 'Payment method missing: failed, code 131042',
	},
	undeliverable: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: 'Undeliverable: failed, code 131026',
	},
} as const satisfies Record<string, FaultRow>;

export type Fault = keyof typeof FAULTS;
