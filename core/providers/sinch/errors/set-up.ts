import type { DeliveryError } from '../../../events';
import { deliveryError } from '../../../http/error-table';
import { operationAdvice, setUpError } from '../../../http/set-up';
import { classifyError, knownError } from './classify';

const ADVICE = operationAdvice('the Sinch Build Dashboard', "Sinch's status page");

/** An answer of one of Sinch's APIs that is not a success, for somebody who sets something up. */
export function classifyAdminError(httpStatus: number, body: unknown): DeliveryError {
	const error = classifyError(httpStatus, body);
	const known = knownError(error.code);
	return known?.setUp === undefined
		? setUpError(error, ADVICE)
		: deliveryError(error.code, error.detail, { ...known, ...known.setUp });
}

const NOT_IN_PROJECT = {
	title: 'Sinch does not find this in the project',
	cause: 'configurationInvalid',
	retryable: false,
	advice: "Choose it from the node's list again, and check the project ID in the credential.",
} as const;

const NOT_FOUND: ReadonlySet<string> = new Set(['NOT_FOUND', 'not_found', 'http.404']);

/** The same where no region can be the wrong one. */
export function classifyGlobalError(httpStatus: number, body: unknown): DeliveryError {
	const error = classifyAdminError(httpStatus, body);
	return NOT_FOUND.has(error.code) ? deliveryError(error.code, error.detail, NOT_IN_PROJECT) : error;
}
