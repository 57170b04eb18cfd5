import { DELIVERY_CAUSES, type DeliveryCause, type JsonObject } from '../../../../../core/events';
import {
	API_ERRORS,
	REPORT_ERRORS,
	STATUS_ERRORS,
	classifyError,
	statusError,
} from '../../../../../core/providers/infobip/errors/classify';
import { fixturesOf } from '../../../fixtures';

const { payload } = fixturesOf('infobip');

const exception = (messageId: string, more: object = {}) => ({
	requestError: { serviceException: { messageId, text: 'Said by Infobip', ...more } },
});

const failure = (id: number, more: object = {}) => ({
	status: { groupId: 5, groupName: 'REJECTED', id: 100, name: 'UNDELIVERABLE_REJECTED_PLATFORM' },
	error: { id, name: 'EC_SOMETHING', description: 'Words', groupName: 'USER_ERRORS', ...more },
});

const refusal = (groupId: number, id: number) => ({
	status: { groupId, id, name: 'NAME', description: 'Words' },
});

describe('both envelopes', () => {
	test.each<[number, object, string, DeliveryCause, boolean]>([
		[401, exception('UNAUTHORIZED'), 'UNAUTHORIZED', 'credentialInvalid', false],
		[403, exception('FORBIDDEN'), 'FORBIDDEN', 'configurationInvalid', false],
		[400, exception('BAD_REQUEST'), 'BAD_REQUEST', 'contentRejected', false],
		[404, exception('NOT_FOUND'), 'NOT_FOUND', 'configurationInvalid', false],
		[429, exception('TOO_MANY_REQUESTS'), 'TOO_MANY_REQUESTS', 'rateLimited', true],
		[500, exception('GENERAL_ERROR'), 'GENERAL_ERROR', 'temporarilyUnavailable', true],
		[503, exception('OF_THE_FUTURE'), 'OF_THE_FUTURE', 'temporarilyUnavailable', true],
		[400, exception('OF_THE_FUTURE'), 'OF_THE_FUTURE', 'contentRejected', false],
		[401, { errorCode: 'E401' }, 'E401', 'credentialInvalid', false],
		[403, { errorCode: 'E403' }, 'E403', 'configurationInvalid', false],
		[400, { errorCode: 'E400' }, 'E400', 'contentRejected', false],
		[404, { errorCode: 'E404' }, 'E404', 'configurationInvalid', false],
		[429, { errorCode: 'E429' }, 'E429', 'rateLimited', true],
		[500, { errorCode: 'E500' }, 'E500', 'temporarilyUnavailable', true],
		[400, { errorCode: 9999 }, '9999', 'contentRejected', false],
	])('HTTP %i %j', (httpStatus, body, code, cause, retryable) => {
		expect(classifyError(httpStatus, body)).toMatchObject({ code, cause, retryable });
	});

	test('the code decides, not the HTTP status', () => {
		for (const httpStatus of [200, 400, 500]) {
			expect(classifyError(httpStatus, exception('TOO_MANY_REQUESTS')).cause).toBe('rateLimited');
		}
	});

	test.each<[string, unknown, string]>([
		[
			'of the newer one',
			payload('response__sms_v3_400_bad_request'),
			'Request cannot be processed. property.path: Violation message.',
		],
		['of the older one', payload('response__ApiException401'), 'Unauthorized'],
		[
			'with the fields that are wrong',
			exception('BAD_REQUEST', {
				validationErrors: { 'messages[0].to': ['must not be empty', 'is no number'], from: [7] },
			}),
			'Said by Infobip messages[0].to: must not be empty, is no number from',
		],
		['of a body as text', JSON.stringify(exception('BAD_REQUEST')), 'Said by Infobip'],
		['of a body as bytes', Buffer.from(JSON.stringify(exception('BAD_REQUEST'))), 'Said by Infobip'],
	])('the detail %s', (_, body, detail) => {
		expect(classifyError(400, body).detail).toBe(detail);
	});
});

test.each<[number, unknown, string, DeliveryCause, boolean]>([
	[401, '', 'http.401', 'credentialInvalid', false],
	[429, undefined, 'http.429', 'rateLimited', true],
	[502, '<html>Bad gateway</html>', 'http.502', 'temporarilyUnavailable', false],
	[500, {}, 'http.500', 'temporarilyUnavailable', false],
	[200, payload('response__sms_v3_send_two'), 'http.200', 'unknown', false],
	[200, payload('response__wa_text_send'), 'http.200', 'unknown', false],
])('HTTP %i without a code: %j', (httpStatus, body, code, cause, retryable) => {
	expect(classifyError(httpStatus, body)).toMatchObject({ code, cause, retryable });
});

describe('a refused message in an answer of HTTP 200', () => {
	const accepted = { messageId: '1', status: { groupId: 1, groupName: 'PENDING', id: 26 } };
	const refused = {
		messageId: '2',
		status: { groupId: 5, groupName: 'REJECTED', id: 10, name: 'REJECTED_DND' },
	};

	test.each([
		['alone', refused],
		['among others', { bulkId: '1', messages: [accepted, null, refused] }],
		['among results', { results: [accepted, refused] }],
	])('%s', (_, body) => {
		expect(classifyError(200, body)).toMatchObject({ code: 'REJECTED_DND', cause: 'optedOut' });
	});
});

/** Code of `error` and what it must mean: those that decide about consent, repetition and money. */
test.each<[number, DeliveryCause, boolean]>([
	[603, 'optedOut', false],
	[604, 'optedOut', false],
	[573, 'optedOut', false],
	[2050, 'optedOut', false],
	[2052, 'optedOut', false],
	[7003, 'optedOut', false],
	[7030, 'optedOut', false],
	[7033, 'optedOut', false],
	[15015, 'optedOut', false],
	[7032, 'quotaExhausted', false],
	[7024, 'windowClosed', false],
	[1, 'recipientUnreachable', false],
	[5, 'recipientUnreachable', false],
	[6, 'recipientUnreachable', true],
	[27, 'recipientUnreachable', true],
	[256, 'recipientUnreachable', true],
	[581, 'recipientUnreachable', false],
	[3041, 'recipientUnreachable', false],
	[4098, 'recipientUnreachable', false],
	[34, 'temporarilyUnavailable', true],
	[502, 'temporarilyUnavailable', false],
	[1158, 'temporarilyUnavailable', true],
	[1796, 'temporarilyUnavailable', true],
	[7050, 'temporarilyUnavailable', true],
	[541, 'rateLimited', true],
	[7017, 'rateLimited', true],
	[4103, 'rateLimited', false],
	[542, 'quotaExhausted', false],
	[4099, 'quotaExhausted', false],
	[368, 'configurationInvalid', false],
	[572, 'configurationInvalid', false],
	[2053, 'configurationInvalid', false],
	[4106, 'configurationInvalid', false],
	[4158, 'configurationInvalid', false],
	[4137, 'optedOut', false],
	[7034, 'configurationInvalid', false],
	[355, 'contentRejected', false],
	[607, 'contentRejected', false],
	[7008, 'contentRejected', false],
	[7022, 'contentRejected', false],
	[15026, 'contentRejected', false],
])('error %i is %s, retryable: %s', (id, cause, retryable) => {
	expect(statusError(failure(id))).toMatchObject({ code: String(id), cause, retryable });
});

test.each<[number, number, DeliveryCause, boolean]>([
	[5, 10, 'optedOut', false],
	[5, 14, 'optedOut', false],
	[2, 9, 'recipientUnreachable', false],
	[4, 15, 'recipientUnreachable', false],
	[4, 29, 'unknown', false],
	[4, 87, 'contentRejected', false],
	[5, 87, 'contentRejected', false],
	[5, 8, 'recipientUnreachable', false],
	[5, 11, 'configurationInvalid', false],
	[5, 12, 'quotaExhausted', false],
	[5, 18, 'configurationInvalid', false],
	[5, 20, 'rateLimited', true],
	[5, 21, 'temporarilyUnavailable', true],
	[5, 23, 'contentRejected', false],
	[5, 25, 'contentRejected', false],
	[5, 4711, 'unknown', false],
	[2, 4711, 'recipientUnreachable', false],
	[4, 4711, 'recipientUnreachable', false],
])('status %i:%i is %s, retryable: %s', (groupId, id, cause, retryable) => {
	expect(statusError(refusal(groupId, id))).toMatchObject({
		code: 'NAME',
		detail: 'NAME: Words',
		cause,
		retryable,
	});
});

test.each([0, 1, 3])('a status of group %i is no error', (groupId) => {
	expect(statusError(refusal(groupId, 5))).toBeUndefined();
});

test.each<[string, JsonObject]>([
	['id 0', { id: 0, name: 'NO_ERROR' }],
	['id 0 as text', { id: '0' }],
	['its name', { id: 17, name: 'NO_ERROR' }],
	['no id', { name: 'EC_SOMETHING' }],
	['nothing', {}],
])('an error with %s is none, and the status counts', (_, error) => {
	expect(statusError({ ...refusal(5, 10), error })).toMatchObject({ code: 'NAME', cause: 'optedOut' });
	expect(statusError({ ...refusal(3, 5), error })).toBeUndefined();
});

test.each<[object, DeliveryCause, boolean]>([
	[{ groupName: 'HANDSET_ERRORS', permanent: false }, 'recipientUnreachable', true],
	[{ groupName: 'handset_errors', permanent: true }, 'recipientUnreachable', false],
	[{ groupName: 'USER_ERRORS', permanent: true }, 'configurationInvalid', false],
	[{ groupName: 'OPERATOR_ERRORS', permanent: false }, 'temporarilyUnavailable', true],
	[{ groupName: 'OPERATOR_ERRORS' }, 'temporarilyUnavailable', false],
	[{ groupName: 'constructor', permanent: false }, 'unknown', true],
])('an error that is not listed is judged by its group and permanence: %j', (more, cause, retryable) => {
	expect(statusError(failure(99_999, more))).toMatchObject({ code: '99999', cause, retryable });
});

test('what Infobip calls permanent is not repeated', () => {
	expect(statusError(failure(27, { permanent: true }))).toMatchObject({ retryable: false });
	expect(statusError(failure(27, { permanent: false }))).toMatchObject({ retryable: true });
	expect(statusError(failure(603, { permanent: false }))).toMatchObject({ retryable: false });
});

describe.each([
	['reports', REPORT_ERRORS],
	['statuses', STATUS_ERRORS],
	['answers', API_ERRORS],
])('the table of %s', (_name, table) => {
	test.each([...table])('says what to do about %s', (_code, meaning) => {
		expect(DELIVERY_CAUSES).toContain(meaning.cause);
		expect(meaning.title).toMatch(/^[A-Z][^.]+[^.]$/);
		expect(meaning.advice).toMatch(/^[A-Z].+\.$/);
		if (meaning.retryable) expect(meaning.retryAfterMs ?? 0).toBeLessThanOrEqual(3_600_000);
	});
});
