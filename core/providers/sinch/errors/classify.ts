import type { DeliveryError, JsonObject, JsonValue } from '../../../events';
import { deliveryError, errorTable, type ErrorMeaning, type KnownError } from '../../../http/error-table';
import { meaningOfStatus, readErrorBody } from '../../../http/http-failure';
import { idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { API_ROWS, NOT_FOUND } from './rows/api';
import { REASON_ROWS } from './rows/reasons';
import { REPORT_ROWS, STATUS_ROWS } from './rows/reports';

/** Codes of SMS and MMS delivery reports. */
const REPORT_ERRORS = errorTable(REPORT_ROWS);
/** Words of their statuses. */
const STATUS_ERRORS = errorTable(STATUS_ROWS);
/** `reason.code` of the Conversation API. */
const REASON_ERRORS = errorTable(REASON_ROWS);
/** Codes of an answer that is not a success. */
const API_ERRORS = errorTable(API_ROWS);

const KNOWN = errorTable([...API_ROWS, ...REASON_ROWS, ...REPORT_ROWS]);

/** What the rows say of a code. An HTTP 403 that names none means a missing permission too. */
export function knownError(code: string): KnownError | undefined {
	return KNOWN.get(code === 'http.403' ? 'PERMISSION_DENIED' : code);
}

const UNKNOWN: ErrorMeaning = {
	title: 'An error that is not known here',
	cause: 'unknown',
	retryable: false,
	advice: 'Look the code up in the documentation of Sinch before you send the message again.',
};

/** No error: 0 delivered, 400 queued, 401 dispatched. */
const WITHOUT_ERROR: ReadonlySet<string> = new Set(['0', '400', '401']);

/**
 * Why an SMS or MMS failed. An operator's own code says little, so where it is not known the word of the status counts.
 *
 * @param status as Sinch writes it, `Aborted`
 */
export function reportError(code: string | undefined, status: string): DeliveryError {
	const told = code === undefined || WITHOUT_ERROR.has(code) ? undefined : code;
	const meaning =
		(told === undefined ? undefined : REPORT_ERRORS.get(told)) ?? STATUS_ERRORS.get(status.toLowerCase());
	return deliveryError(told ?? status, told === undefined ? '' : status, meaning ?? UNKNOWN);
}

/** Why a message of the Conversation API failed. Older receipts have an empty text in place of a reason. */
export function reasonError(reason: JsonValue | undefined): DeliveryError {
	const { code: given, description, sub_code, channel_code } = objectOf(reason) ?? {};
	const code = textOf(given) ?? 'UNKNOWN';
	const subCode = textOf(sub_code);
	const channelCode = idOf(channel_code);
	const details = [
		textOf(description) ?? textOf(reason),
		subCode === 'UNSPECIFIED_SUB_CODE' ? undefined : subCode,
		channelCode && `channel code ${channelCode}`,
	];
	return deliveryError(code, details.filter(textOf).join('; '), REASON_ERRORS.get(code) ?? UNKNOWN);
}

/** `field: what is wrong with it`, out of the details of a Google-style error. */
function violationsOf(details: JsonValue | undefined): string[] {
	return listOf(details)
		.filter(isJsonObject)
		.flatMap((detail) => listOf(detail.field_violations ?? detail.fieldViolations))
		.filter(isJsonObject)
		.map(({ field, description }) => [field, description].flatMap((part) => textOf(part) ?? []).join(': '));
}

interface ApiError {
	code: string;
	detail: string;
}

function joined(...parts: unknown[]): string {
	return parts.flatMap((part) => textOf(part) ?? []).join(' ');
}

/** The four forms in which Sinch's APIs tell an error. */
function readApiError(body: JsonObject): ApiError | undefined {
	const error = objectOf(body.error);
	if (error !== undefined) {
		const code = idOf(error.status) ?? idOf(error.code);
		return code === undefined
			? undefined
			: { code, detail: joined(error.message, ...violationsOf(error.details)) };
	}
	const code = textOf(body.error) ?? textOf(body.errorCode) ?? idOf(body.code);
	if (code === undefined) return undefined;
	return { code, detail: joined(body.error_description, body.text, body.message, body.resolution) };
}

/** A delivery report or a receipt that is handed in as if it were an answer: its codes count in spaces of their own. */
function readReport(body: JsonObject): DeliveryError | undefined {
	const reason = objectOf(body.reason) ?? body;
	if (REASON_ERRORS.has(textOf(reason.code) ?? '')) return reasonError(reason);
	const explained = body.message !== undefined || body.text !== undefined;
	if (typeof body.code !== 'number' || explained) return undefined;
	return reportError(idOf(body.code), textOf(body.status) ?? 'Failed');
}

/**
 * An answer of one of Sinch's APIs that is not a success. The code decides; a body without one is judged by the HTTP
 * status, of which 404 most often means the wrong region.
 */
export function classifyError(httpStatus: number, body: unknown): DeliveryError {
	const { object, text } = readErrorBody(body);
	const report = object && readReport(object);
	if (report !== undefined) return report;
	const apiError = object && readApiError(object);
	const fallback = httpStatus === 404 ? NOT_FOUND : meaningOfStatus(httpStatus, apiError !== undefined);
	return apiError === undefined
		? deliveryError(`http.${httpStatus}`, text, fallback)
		: deliveryError(apiError.code, apiError.detail, API_ERRORS.get(apiError.code) ?? fallback);
}
