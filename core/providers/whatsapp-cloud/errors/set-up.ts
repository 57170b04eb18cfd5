import type { DeliveryCause, DeliveryError } from '../../../events';
import { deliveryError, errorTable, setUpRows, type ErrorRow } from '../../../http/error-table';
import { readErrorBody } from '../../../http/http-failure';
import { idOf, objectOf } from '../../../lib/json';
import { classifyError, SENDING_ROWS } from './classify';
import { SET_UP_ROWS } from './rows/set-up';

/** Codes that mean something else to somebody who sets up, or that nobody else meets. */
export const ADMIN_ROWS: readonly ErrorRow[] = [...setUpRows(SENDING_ROWS), ...SET_UP_ROWS];

const ADMIN_ERRORS = errorTable(ADMIN_ROWS);

/** The tables for sending speak of messages; these say the same of anything that is set up. */
const ADVICE: Partial<Record<DeliveryCause, string>> = {
	rateLimited: 'Wait some minutes, then run the node again.',
	temporarilyUnavailable: 'Run the node again in a few minutes; if it lasts, look at metastatus.com.',
	unknown: 'Look in WhatsApp Manager at what there is now before you run the node again.',
};

/** An answer of the Graph API that is not a success, for somebody who sets something up. */
export function classifyAdminError(httpStatus: number, body: unknown): DeliveryError {
	const general = classifyError(httpStatus, body);
	const error = objectOf(readErrorBody(body).object?.error);
	const meaning =
		ADMIN_ERRORS.get(`${general.code}.${idOf(error?.error_subcode)}`) ?? ADMIN_ERRORS.get(general.code);
	if (meaning !== undefined) return deliveryError(general.code, general.detail, meaning);
	return { ...general, advice: ADVICE[general.cause] ?? general.advice };
}
