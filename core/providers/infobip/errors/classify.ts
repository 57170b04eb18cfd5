import type { DeliveryError, JsonObject, JsonValue } from '../../../events';
import { deliveryError, errorTable, type ErrorMeaning, type KnownError } from '../../../http/error-table';
import { meaningOfStatus, readErrorBody } from '../../../http/http-failure';
import { idOf, isJsonObject, listOf, numberOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { API_ROWS } from './rows/api';
import { NETWORK_ROWS } from './rows/network';
import { PERSON_ROWS } from './rows/person';
import { SETUP_ROWS } from './rows/setup';
import { STATUS_ROWS } from './rows/statuses';
import { groupOf } from '../inbound/status-groups';

const REPORT_ROWS = [...PERSON_ROWS, ...NETWORK_ROWS, ...SETUP_ROWS];

/** Codes of `error` in reports (Infobip, Response status and error codes: general, MMS, chat and DLT). */
export const REPORT_ERRORS = errorTable(REPORT_ROWS);
/** Ids of `status`, which count in a space of their own. */
export const STATUS_ERRORS = errorTable(STATUS_ROWS);
/** Codes of an answer that is not a success. */
export const API_ERRORS = errorTable(API_ROWS);

const KNOWN = errorTable([...API_ROWS, ...REPORT_ROWS, ...STATUS_ROWS]);

/** What the rows say of a code. An HTTP 403 that names none means a missing scope too. */
export function knownError(code: string): KnownError | undefined {
	return KNOWN.get(code === 'http.403' ? 'FORBIDDEN' : code);
}

const LOOK_UP = 'Look the code up in the documentation of Infobip before you send the message again.';

/** What a code that is not listed means by the group that Infobip puts it into. */
const GROUPS: Readonly<Record<string, Pick<ErrorMeaning, 'title' | 'cause'>>> = {
	HANDSET_ERRORS: { title: "The person's phone could not be reached", cause: 'recipientUnreachable' },
	USER_ERRORS: { title: 'The message or the account does not fit', cause: 'configurationInvalid' },
	OPERATOR_ERRORS: { title: 'The operator did not take the message', cause: 'temporarilyUnavailable' },
};

function texts(values: readonly unknown[]): string[] {
	return values.flatMap((value) => textOf(value) ?? []);
}

function words(...parts: (string | undefined)[]): string {
	return texts(parts).join(': ');
}

/** `permanent` is the provider's word on this very message, so it may forbid a repetition that the table would allow. */
function reportedError(error: JsonObject, code: string): DeliveryError {
	const name = textOf(error.name);
	const group = rowOf(GROUPS, textOf(error.groupName)?.toUpperCase());
	const { permanent } = error;
	const meaning: ErrorMeaning = REPORT_ERRORS.get(code) ?? {
		title: group?.title ?? 'An error that is not known here',
		cause: group?.cause ?? 'unknown',
		retryable: permanent === false,
		advice: LOOK_UP,
	};
	return deliveryError(code, words(name, textOf(error.description)), {
		...meaning,
		retryable: meaning.retryable && permanent !== true,
	});
}

function refusedStatus(status: JsonObject): DeliveryError | undefined {
	const group = groupOf(status);
	if (group === undefined) return undefined;
	const id = idOf(status.id);
	const meaning = STATUS_ERRORS.get(`${group}:${id}`) ?? STATUS_ERRORS.get(String(group));
	const name = textOf(status.name);
	return (
		meaning &&
		deliveryError(name ?? `status.${id ?? group}`, words(name, textOf(status.description)), meaning)
	);
}

/**
 * Why a message failed, from a report's or an answer's `status` and `error`. The `error` says more and counts first; id 0
 * and the name NO_ERROR stand beside every success and mean none.
 */
export function statusError(report: JsonObject): DeliveryError | undefined {
	const error = objectOf(report.error);
	const code = idOf(error?.id);
	if (error !== undefined && code !== undefined && numberOf(code) !== 0 && error.name !== 'NO_ERROR') {
		return reportedError(error, code);
	}
	const status = objectOf(report.status);
	return status && refusedStatus(status);
}

/** `field: what is wrong with it`, from either envelope. */
function violationsOf(violations: JsonValue | undefined, validationErrors: JsonValue | undefined): string[] {
	const listed = listOf(violations).filter(isJsonObject);
	const grouped = Object.entries(objectOf(validationErrors) ?? {});
	return [
		...listed.map(({ property, violation }) => words(textOf(property), textOf(violation))),
		...grouped.map(([field, faults]) => words(field, texts(listOf(faults)).join(', '))),
	];
}

interface ApiError {
	code: string;
	detail: string;
}

function readApiError(body: JsonObject): ApiError | undefined {
	const exception = objectOf(objectOf(body.requestError)?.serviceException);
	const code = idOf(body.errorCode) ?? idOf(exception?.messageId);
	if (code === undefined) return undefined;
	const text = textOf(body.description) ?? textOf(exception?.text);
	const violations = violationsOf(body.violations, exception?.validationErrors);
	return { code, detail: texts([text, ...violations]).join(' ') };
}

/** A refused message within an answer of HTTP 200, which may name several. */
function readRefusal(body: JsonObject): DeliveryError | undefined {
	const messages = [body, ...listOf(body.messages), ...listOf(body.results)].filter(isJsonObject);
	for (const message of messages) {
		const error = statusError(message);
		if (error !== undefined) return error;
	}
	return undefined;
}

/**
 * An answer of Infobip that is not a success: either envelope, or an answer with HTTP 200 whose message was refused. The
 * code decides; a body without one is judged by the HTTP status.
 */
export function classifyError(httpStatus: number, body: unknown): DeliveryError {
	const { object, text } = readErrorBody(body);
	const apiError = object && readApiError(object);
	if (apiError !== undefined) {
		const meaning = API_ERRORS.get(apiError.code) ?? meaningOfStatus(httpStatus, true);
		return deliveryError(apiError.code, apiError.detail, meaning);
	}
	const refusal = object && readRefusal(object);
	return refusal ?? deliveryError(`http.${httpStatus}`, text, meaningOfStatus(httpStatus, false));
}
