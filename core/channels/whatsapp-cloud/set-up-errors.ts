import type { DeliveryError } from '../../events';
import { classifyError } from './errors';

/** Access tokens of Meta. Some of its messages repeat the one that they complain about ("Malformed access token …"). */
const ACCESS_TOKEN = /\bEAA\w{8,}/g;

/** An error of setting up a webhook, fit to be shown. */
export function classifySetUpError(httpStatus: number, body: unknown): DeliveryError {
	const error = classifyError(httpStatus, body);
	return { ...error, detail: error.detail.replace(ACCESS_TOKEN, '…') };
}
