import fc from 'fast-check';
import { DELIVERY_CAUSES, type JsonValue } from '../../../../../core/events';
import {
	WHATSAPP_ERRORS,
	classifyError,
	inboundError,
	statusError,
} from '../../../../../core/providers/whatsapp-cloud/errors/classify';
import { fixturesOf } from '../../../fixtures';

const { payload } = fixturesOf('whatsapp-cloud');

const graphError = (code: number, more: object = {}) => ({
	error: { message: '(#1) Said by Meta', type: 'OAuthException', code, fbtrace_id: 'A', ...more },
});

test.each<[string, object, string]>([
	[
		'error_data.details',
		{ error_data: { messaging_product: 'whatsapp', details: 'The details' } },
		'The details',
	],
	['error_data as text', { error_data: 'Plain words' }, 'Plain words'],
	['error_data of another kind', { error_data: [1] }, '(#1) Said by Meta'],
	['the words for users', { error_user_title: 'Title', error_user_msg: 'Try later' }, 'Try later'],
	['the message', {}, '(#1) Said by Meta'],
])('the detail is %s', (_, more, detail) => {
	expect(classifyError(400, graphError(131009, more)).detail).toBe(detail);
});

test('a token that Meta repeats stays out of the detail', () => {
	const said = { message: 'Malformed access token EAAGm0PX4ZCpsBAKZCZB', code: 190, type: 'OAuthException' };
	expect(classifyError(400, { error: said }).detail).toBe('Malformed access token …');
});

test('code 100 with subcode 33 is a missing object, not a wrong value', () => {
	expect(classifyError(400, payload('apierror__phoneNumberNotFoundError'))).toMatchObject({
		code: '100',
		cause: 'configurationInvalid',
		detail: expect.stringContaining("Object with ID '454545' does not exist"),
	});
	expect(classifyError(400, graphError(100)).cause).toBe('contentRejected');
});

test('a refused request for a code keeps the words of the provider', () => {
	expect(classifyError(400, payload('apierror__requestCodeError'))).toEqual({
		code: '136024',
		title: 'The code was not sent',
		detail: 'Tente novamente depois de um tempo.',
		cause: 'configurationInvalid',
		retryable: false,
		advice: expect.any(String),
	});
});

test.each<[number, object, string, boolean]>([
	[400, {}, 'contentRejected', false],
	[401, {}, 'credentialInvalid', false],
	[403, {}, 'configurationInvalid', false],
	[404, {}, 'configurationInvalid', false],
	[409, {}, 'contentRejected', false],
	[429, {}, 'rateLimited', true],
	[500, {}, 'temporarilyUnavailable', true],
	[400, { is_transient: true }, 'temporarilyUnavailable', true],
	[400, { is_transient: false }, 'contentRejected', false],
	[200, {}, 'unknown', false],
])('an unknown code with HTTP %i and %j is %s, retryable: %s', (httpStatus, more, cause, retryable) => {
	expect(classifyError(httpStatus, graphError(987654, more))).toMatchObject({
		code: '987654',
		cause,
		retryable,
	});
});

const PAGE = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>';

test.each<[number, unknown, string, string, boolean]>([
	[502, PAGE, '', 'temporarilyUnavailable', false],
	[503, Buffer.from(PAGE), '', 'temporarilyUnavailable', false],
	[500, '', '', 'temporarilyUnavailable', false],
	[500, undefined, '', 'temporarilyUnavailable', false],
	[500, null, '', 'temporarilyUnavailable', false],
	[500, {}, '', 'temporarilyUnavailable', false],
	[500, [], '', 'temporarilyUnavailable', false],
	[429, 'Slow down', 'Slow down', 'rateLimited', true],
	[401, { error: 'invalid_token' }, 'invalid_token', 'credentialInvalid', false],
	[
		404,
		{ error: { message: 'Unknown path components: /x' } },
		'Unknown path components: /x',
		'configurationInvalid',
		false,
	],
	[413, 'x'.repeat(1000), 'x'.repeat(300), 'contentRejected', false],
	[400, '', '', 'contentRejected', false],
	[204, '', '', 'unknown', false],
	[302, PAGE, '', 'configurationInvalid', false],
	[0, undefined, '', 'unknown', false],
])('HTTP %i with a body of another form: %j', (httpStatus, body, detail, cause, retryable) => {
	expect(classifyError(httpStatus, body)).toMatchObject({
		code: `http.${httpStatus}`,
		detail,
		cause,
		retryable,
	});
});

test.each<[string, unknown]>([
	['text', JSON.stringify(graphError(131056))],
	['bytes', Buffer.from(JSON.stringify(graphError(131056)))],
])('an error body that the HTTP client left as %s is read', (_, body) => {
	expect(classifyError(400, body)).toMatchObject({ code: '131056', cause: 'rateLimited', retryable: true });
});

test('any body is classified', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 999 }),
			fc.anything(),
			fc.jsonValue(),
			(httpStatus, body, error) => {
				for (const answer of [
					body,
					{ error: body },
					{ error },
					{ error: { code: error, error_data: error } },
				]) {
					const { cause, title, advice, code } = classifyError(httpStatus, answer);
					expect(DELIVERY_CAUSES).toContain(cause);
					expect(title && advice && code).toBeTruthy();
				}
			},
		),
	);
});

test.each<{ error: JsonValue }>([
	{ error: null },
	{ error: 'odd' },
	{ error: 7 },
	{ error: {} },
	{ error: { code: {} } },
])('$error in a status is an unknown error', ({ error }) => {
	expect(statusError(error)).toMatchObject({ code: 'unknown', cause: 'unknown', retryable: false });
});

test('an error in a message of a person is never to be retried', () => {
	for (const code of WHATSAPP_ERRORS.keys()) {
		const { retryable, retryAfterMs } = inboundError({ code: Number(code) });
		expect({ retryable, retryAfterMs }).toEqual({ retryable: false, retryAfterMs: undefined });
	}
});
