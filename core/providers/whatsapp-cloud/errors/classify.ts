import type { DeliveryError, JsonObject, JsonValue } from '../../../events';
import {
	deliveryError,
	errorTable,
	type ErrorMeaning,
	type ErrorRow,
	type KnownError,
} from '../../../http/error-table';
import { meaningOfStatus, readErrorBody } from '../../../http/http-failure';
import { idOf, isJsonObject, objectOf, textOf } from '../../../lib/json';
import { GROUP_ROWS } from './rows/groups';
import { MESSAGE_ROWS } from './rows/messages';
import { PERMISSION_MEANING, PLATFORM_ROWS } from './rows/platform';
import { REGISTRATION_ROWS } from './rows/registration';
import { setting } from './rows/set-up';
import { TEMPLATE_ROWS } from './rows/templates';

/**
 * Meta's codes with what they call for. A row is `retryable` where the message was surely not accepted and
 * waiting alone, for an hour at most, helps; a longer wait is named in `retryAfterMs`, but somebody has to
 * decide about it.
 *
 * The code decides, not the HTTP status: throttling comes as HTTP 400, and 3, 131045 and 133000 are faults
 * of the configuration although they come as HTTP 500.
 */
export const SENDING_ROWS: readonly ErrorRow[] = [
	...PLATFORM_ROWS,
	...MESSAGE_ROWS,
	...TEMPLATE_ROWS,
	...REGISTRATION_ROWS,
	...GROUP_ROWS,
];

export const WHATSAPP_ERRORS = errorTable(SENDING_ROWS);

const RANGES: readonly { from: number; to: number; meaning: KnownError }[] = [
	{ from: 200, to: 299, meaning: PERMISSION_MEANING },
	{
		from: 131_200,
		to: 131_299,
		meaning: setting('The group call was refused', 'Correct what the detail names about the group.'),
	},
	{
		from: 138_000,
		to: 138_999,
		meaning: setting(
			'The call was refused',
			'Correct what the detail names in the calling settings of the number.',
		),
	},
	{
		from: 139_100,
		to: 139_103,
		meaning: setting(
			'The block list could not be changed',
			'Correct what the detail names about the people to block.',
		),
	},
	{
		from: 147_001,
		to: 147_005,
		meaning: setting('The username was refused', 'Choose another username, as the detail says.'),
	},
	{
		from: 2_388_000,
		to: 2_388_999,
		meaning: setting(
			'The template or number set-up was refused',
			'Correct what the detail names and submit again.',
		),
	},
];

/** What the rows say of a code. */
export function knownError(code: string, subcode?: string): KnownError | undefined {
	const number = Number(code);
	return (
		WHATSAPP_ERRORS.get(`${code}.${subcode}`) ??
		WHATSAPP_ERRORS.get(code) ??
		RANGES.find(({ from, to }) => from <= number && number <= to)?.meaning
	);
}

/** Access tokens of Meta. Some of its messages repeat the one that they complain about ("Malformed access token …"). */
const ACCESS_TOKEN = /\bEAA\w{8,}/g;

/**
 * The provider's words about this case, the most telling first; `error_data` is an object or, at times, a
 * plain text.
 */
function detailOf(error: JsonObject): string {
	const data = error.error_data;
	const detail =
		textOf(objectOf(data)?.details) ??
		textOf(data) ??
		textOf(error.details) ??
		textOf(error.error_user_msg) ??
		textOf(error.message) ??
		textOf(error.title) ??
		'';
	return detail.replace(ACCESS_TOKEN, '…');
}

/** The provider's own title serves where the code says nothing to us. */
function withTitleOf(error: JsonObject, meaning: ErrorMeaning): ErrorMeaning {
	const title = textOf(error.error_user_title) ?? textOf(error.title) ?? meaning.title;
	return { ...meaning, title };
}

/**
 * An answer of the Graph API that is not a success (Meta, Cloud API error codes).
 *
 * A code that is not known is judged by `is_transient` and the HTTP status; a body that is not an error of
 * Meta, a web page of a proxy or nothing at all, by the HTTP status alone.
 */
export function classifyError(httpStatus: number, body: unknown): DeliveryError {
	const { object, text } = readErrorBody(body);
	const error = objectOf(object?.error);
	const code = idOf(error?.code);
	if (error === undefined || code === undefined) {
		const detail = error === undefined ? (textOf(object?.error) ?? text) : detailOf(error);
		return deliveryError(`http.${httpStatus}`, detail, meaningOfStatus(httpStatus, false));
	}
	const known = knownError(code, idOf(error.error_subcode));
	if (known !== undefined) return deliveryError(code, detailOf(error), known);
	const status = error.is_transient === true && httpStatus < 500 ? 503 : httpStatus;
	return deliveryError(code, detailOf(error), withTitleOf(error, meaningOfStatus(status, true)));
}

const REPORTED: ErrorMeaning = {
	title: 'WhatsApp reports an error that is not known here',
	cause: 'unknown',
	retryable: false,
	advice: "Look the code up on Meta's page of error codes before you send the message again.",
};

function reportedError(value: JsonValue, adapt: (meaning: ErrorMeaning) => ErrorMeaning): DeliveryError {
	const error = isJsonObject(value) ? value : {};
	const code = idOf(error.code) ?? 'unknown';
	const known = knownError(code);
	return deliveryError(code, detailOf(error), adapt(known ?? withTitleOf(error, REPORTED)));
}

/** The error in a `failed` status: the message was accepted by the API and failed afterwards. */
export function statusError(error: JsonValue): DeliveryError {
	return reportedError(error, (meaning) => meaning);
}

const INBOUND_ADVICE =
	'WhatsApp could not pass the message on. Ask the person to send it again, or in another form.';

const INBOUND_CODES: ReadonlySet<string> = new Set(['131052', '131060']);

/** The error in a message that a person sent: there is nothing that we could send again. */
export function inboundError(error: JsonValue): DeliveryError {
	const code = isJsonObject(error) ? idOf(error.code) : undefined;
	return reportedError(error, ({ title, cause, advice }) => ({
		title,
		cause,
		retryable: false,
		advice: code !== undefined && INBOUND_CODES.has(code) ? advice : INBOUND_ADVICE,
	}));
}
