import { DELIVERY_CAUSES, type DeliveryCause, type JsonValue } from '../../../../../core/events';
import { API_ROWS } from '../../../../../core/providers/sinch/errors/rows/api';
import { REASON_ROWS } from '../../../../../core/providers/sinch/errors/rows/reasons';
import { REPORT_ROWS, STATUS_ROWS } from '../../../../../core/providers/sinch/errors/rows/reports';
import { classifyError, reasonError, reportError } from '../../../../../core/providers/sinch/errors/classify';
import { fixturesOf } from '../../../fixtures';

const { payload } = fixturesOf('sinch');

const google = (status: string, more: object = {}) => ({
	error: { code: 400, message: 'Said by Sinch', status, details: [], ...more },
});

/** The four forms of an error, and bodies without a code. */
test.each<[number, unknown, string, DeliveryCause, boolean]>([
	[400, google('INVALID_ARGUMENT'), 'INVALID_ARGUMENT', 'contentRejected', false],
	[401, google('UNAUTHENTICATED'), 'UNAUTHENTICATED', 'credentialInvalid', false],
	[403, google('PERMISSION_DENIED'), 'PERMISSION_DENIED', 'configurationInvalid', false],
	[404, google('NOT_FOUND'), 'NOT_FOUND', 'configurationInvalid', false],
	[409, google('ALREADY_EXISTS'), 'ALREADY_EXISTS', 'configurationInvalid', false],
	[429, google('RESOURCE_EXHAUSTED'), 'RESOURCE_EXHAUSTED', 'rateLimited', true],
	[500, google('INTERNAL'), 'INTERNAL', 'temporarilyUnavailable', true],
	[503, google('UNAVAILABLE'), 'UNAVAILABLE', 'temporarilyUnavailable', true],
	[504, google('DEADLINE_EXCEEDED'), 'DEADLINE_EXCEEDED', 'temporarilyUnavailable', false],
	[500, google('OF_THE_FUTURE'), 'OF_THE_FUTURE', 'temporarilyUnavailable', true],
	[403, { error: { code: 403, message: 'Said by Sinch' } }, '403', 'configurationInvalid', false],
	[404, { code: 5, message: 'Not Found', details: [] }, '5', 'configurationInvalid', false],
	[400, payload('response__sms_error'), 'syntax_invalid_parameter_format', 'contentRejected', false],
	[403, { code: 'blocked_account', text: 'Blocked' }, 'blocked_account', 'configurationInvalid', false],
	[403, { code: 'unknown_group', text: 'Unknown' }, 'unknown_group', 'configurationInvalid', false],
	[
		400,
		{ errorCode: 'invalid_input', message: 'M', resolution: 'R' },
		'invalid_input',
		'contentRejected',
		false,
	],
	[401, { error: 'invalid_client', error_description: 'D' }, 'invalid_client', 'credentialInvalid', false],
	[404, '', 'http.404', 'configurationInvalid', false],
	[401, '', 'http.401', 'credentialInvalid', false],
	[429, '', 'http.429', 'rateLimited', true],
	[502, '<html></html>', 'http.502', 'temporarilyUnavailable', false],
	[200, payload('response__conv_send'), 'http.200', 'unknown', false],
])('HTTP %i %j', (httpStatus, body, code, cause, retryable) => {
	expect(classifyError(httpStatus, body)).toMatchObject({ code, cause, retryable });
});

test.each<[number, unknown]>([
	[404, ''],
	[404, google('NOT_FOUND')],
	[404, { error: { code: 404, message: 'app not found' } }],
])('HTTP %i %j names the region', (httpStatus, body) => {
	expect(classifyError(httpStatus, body).advice).toContain('region');
});

test.each<[unknown, string]>([
	[google('INVALID_ARGUMENT'), 'Said by Sinch'],
	[
		google('INVALID_ARGUMENT', {
			details: [7, { field_violations: [{ field: 'recipient', description: 'is missing' }, null] }],
		}),
		'Said by Sinch recipient: is missing',
	],
	[payload('response__sms_error'), "'foo' is not a valid identifier"],
	[
		{ errorCode: 'invalid_input', message: 'Wrong code.', resolution: 'Send another.' },
		'Wrong code. Send another.',
	],
	[{ error: 'invalid_client', error_description: 'Bad secret' }, 'Bad secret'],
])('the detail of %j is %s', (body, detail) => {
	expect(classifyError(400, body).detail).toBe(detail);
});

test.each<[unknown, string, DeliveryCause, boolean]>([
	[
		{ type: 'recipient_delivery_report_sms', code: 404, status: 'Aborted' },
		'404',
		'temporarilyUnavailable',
		true,
	],
	[{ code: 257 }, '257', 'optedOut', false],
	[{ code: 'RATE_LIMITED' }, 'RATE_LIMITED', 'rateLimited', true],
	[{ reason: { code: 'RECIPIENT_NOT_REACHABLE' } }, 'RECIPIENT_NOT_REACHABLE', 'recipientUnreachable', false],
])('a report that is handed in as an answer keeps its meaning: %j', (body, code, cause, retryable) => {
	expect(classifyError(404, body)).toMatchObject({ code, cause, retryable });
});

test.each<[string, string, DeliveryCause, boolean]>([
	['257', 'Failed', 'optedOut', false],
	['64', 'Failed', 'quotaExhausted', false],
	['402', 'Aborted', 'recipientUnreachable', false],
	['403', 'Aborted', 'temporarilyUnavailable', true],
	['404', 'Aborted', 'temporarilyUnavailable', true],
	['405', 'Aborted', 'contentRejected', false],
	['406', 'Aborted', 'temporarilyUnavailable', false],
	['407', 'Cancelled', 'unknown', false],
	['408', 'Aborted', 'contentRejected', false],
	['410', 'Aborted', 'configurationInvalid', false],
	['411', 'Aborted', 'contentRejected', false],
	['412', 'Aborted', 'configurationInvalid', false],
	['413', 'Aborted', 'configurationInvalid', false],
	['414', 'Failed', 'contentRejected', false],
	['415', 'Failed', 'contentRejected', false],
	['416', 'Failed', 'recipientUnreachable', false],
	['417', 'Failed', 'recipientUnreachable', false],
	['418', 'Failed', 'contentRejected', false],
	['1', 'Failed', 'recipientUnreachable', false],
	['8', 'Rejected', 'contentRejected', false],
	['8', 'Deleted', 'recipientUnreachable', false],
	['5', 'Expired', 'recipientUnreachable', false],
	['409', 'Aborted', 'unknown', false],
	['7', 'constructor', 'unknown', false],
])('code %s of a report %s is %s, retryable: %s', (code, status, cause, retryable) => {
	expect(reportError(code, status)).toMatchObject({ code, detail: status, cause, retryable });
});

test.each([undefined, '0', '400', '401'])('code %s is no error, so the word of the status counts', (code) => {
	expect(reportError(code, 'Failed')).toMatchObject({
		code: 'Failed',
		detail: '',
		cause: 'recipientUnreachable',
	});
});

test.each<[string, DeliveryCause, boolean]>([
	['OUTSIDE_ALLOWED_SENDING_WINDOW', 'windowClosed', false],
	['RECIPIENT_NOT_OPTED_IN', 'optedOut', false],
	['RECIPIENT_NOT_REACHABLE', 'recipientUnreachable', false],
	['RECIPIENT_INVALID_CHANNEL_IDENTITY', 'recipientUnreachable', false],
	['NO_CHANNELS_LEFT', 'recipientUnreachable', false],
	['MESSAGE_EXPIRED', 'recipientUnreachable', false],
	['RATE_LIMITED', 'rateLimited', true],
	['INTERNAL_ERROR', 'temporarilyUnavailable', true],
	['CHANNEL_FAILURE', 'temporarilyUnavailable', true],
	['DELIVERY_TIMED_OUT', 'temporarilyUnavailable', true],
	['DELIVERY_REPORT_TIME_OUT', 'unknown', false],
	['CHANNEL_BAD_CONFIGURATION', 'configurationInvalid', false],
	['UNKNOWN_APP', 'configurationInvalid', false],
	['TEMPLATE_NOT_FOUND', 'configurationInvalid', false],
	['TEMPLATE_INSUFFICIENT_PARAMETERS', 'contentRejected', false],
	['INACTIVE_CREDENTIAL', 'credentialInvalid', false],
	['MEDIA_TOO_LARGE', 'contentRejected', false],
	['CHANNEL_REJECT', 'contentRejected', false],
	['BAD_REQUEST', 'contentRejected', false],
	['UNKNOWN', 'unknown', false],
	['constructor', 'unknown', false],
])('reason %s is %s, retryable: %s', (code, cause, retryable) => {
	expect(reasonError({ code })).toMatchObject({ code, cause, retryable });
});

test.each<[JsonValue | undefined, string, string]>([
	[undefined, 'UNKNOWN', ''],
	['', 'UNKNOWN', ''],
	['Plain words', 'UNKNOWN', 'Plain words'],
	[{}, 'UNKNOWN', ''],
	[
		{ code: 'CHANNEL_REJECT', description: 'D', sub_code: 'UNSPECIFIED_SUB_CODE', channel_code: null },
		'CHANNEL_REJECT',
		'D',
	],
	[
		{ code: 'CHANNEL_REJECT', sub_code: 'ATTACHMENT_REJECTED', channel_code: 7 },
		'CHANNEL_REJECT',
		'ATTACHMENT_REJECTED; channel code 7',
	],
])('the reason %j is read', (reason, code, detail) => {
	expect(reasonError(reason)).toMatchObject({ code, detail });
});

describe.each([
	['reports', REPORT_ROWS],
	['words', STATUS_ROWS],
	['reasons', REASON_ROWS],
	['answers', API_ROWS],
])('the table of %s', (_name, rows) => {
	test.each(rows.map((row) => [row.codes.join(), row] as const))(
		'says what to do about %s',
		(_codes, row) => {
			expect(DELIVERY_CAUSES).toContain(row.cause);
			expect(row.title).toMatch(/^[A-Z][^.]+[^.]$/);
			expect(row.advice).toMatch(/^[A-Z].+\.$/);
			if (row.retryable) expect(row.retryAfterMs ?? 0).toBeLessThanOrEqual(3_600_000);
		},
	);

	test('has no code in two rows', () => {
		const codes = rows.flatMap((row) => row.codes);
		expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
	});
});
