import type { DeliveryCause, DeliveryError } from '../events';

/** What to do about a cause; absent where the error's own advice fits. */
export type Advice = Readonly<Partial<Record<DeliveryCause, string>>>;

/** Error tables speak of messages; these say the same to somebody who sets up a webhook. */
export const REGISTRATION_ADVICE: Advice = {
	rateLimited: 'Wait some minutes, then publish the workflow again.',
	temporarilyUnavailable:
		"Publish the workflow again in a few minutes; if it lasts, look at the provider's status page.",
	contentRejected:
		'Compare the ids in the node and the credential with what the provider says, then try again.',
	unknown: "Look into the provider's console at what is registered there, then try again.",
};

/**
 * The same for anything else that is set up.
 *
 * @param console where the provider shows what there is
 */
export function operationAdvice(console: string, statusPage: string): Advice {
	return {
		rateLimited: 'Wait a minute, then run the node again.',
		temporarilyUnavailable: `Look at what there is now, with Get or Get Many, then run the node again in a few minutes; if it lasts, look at ${statusPage}.`,
		contentRejected: 'Correct the field that the detail names, then run the node again.',
		unknown: `Look in ${console} at what there is now before you run the node again.`,
	};
}

/** The same error for somebody who sets something up: there is no content, so what was refused is a setting. */
export function setUpError(error: DeliveryError, advice: Advice): DeliveryError {
	const cause = error.cause === 'contentRejected' ? 'configurationInvalid' : error.cause;
	return { ...error, cause, advice: advice[error.cause] ?? error.advice };
}
