import type { DeliveryError } from '../../../events';
import { deliveryError, errorTable } from '../../../http/error-table';
import { operationAdvice, setUpError } from '../../../http/set-up';
import { classifyError } from './classify';

const ADMIN_ERRORS = errorTable([
	{
		codes: ['PERMISSION_DENIED', 'forbidden', 'http.403'],
		title: 'The project may not do this',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Check that the access key belongs to this project. A trial account rents no numbers: upgrade it in the Sinch Build Dashboard.',
	},
	{
		codes: ['ALREADY_EXISTS'],
		title: 'It exists already',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Look with Get Many at what there is, and change or delete that.',
	},
	{
		codes: ['FAILED_PRECONDITION'],
		title: 'It is not in the state for that',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Do first what the detail names: a number is unlinked before it is linked again, and a sender asks for a code before it is verified.',
	},
]);

const ADVICE = operationAdvice('the Sinch Build Dashboard', "Sinch's status page");

/** An answer of one of Sinch's APIs that is not a success, for somebody who sets something up. */
export function classifyAdminError(httpStatus: number, body: unknown): DeliveryError {
	const error = classifyError(httpStatus, body);
	const meaning = ADMIN_ERRORS.get(error.code);
	if (meaning !== undefined) return deliveryError(error.code, error.detail, meaning);
	return setUpError(error, ADVICE);
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
