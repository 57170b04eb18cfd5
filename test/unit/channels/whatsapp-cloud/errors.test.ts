import fc from 'fast-check';
import { DELIVERY_CAUSES, type JsonValue } from '../../../../core/events';
import {
	WHATSAPP_ERRORS,
	classifyError,
	inboundError,
	statusError,
} from '../../../../core/channels/whatsapp-cloud/errors';
import { fixture } from './fixtures';

const graphError = (code: number, more: object = {}) => ({
	error: { message: '(#1) Said by Meta', type: 'OAuthException', code, fbtrace_id: 'A', ...more },
});

/** HTTP status, code, cause, retryable: the table of Meta's error codes with the traps in it. */
test.each<[number, number, string, boolean]>([
	[401, 0, 'credentialInvalid', false],
	[401, 190, 'credentialInvalid', false],
	[400, 1, 'temporarilyUnavailable', true],
	[503, 2, 'temporarilyUnavailable', true],
	[500, 3, 'configurationInvalid', false],
	[400, 4, 'rateLimited', true],
	[403, 10, 'configurationInvalid', false],
	[400, 33, 'configurationInvalid', false],
	[400, 100, 'contentRejected', false],
	[403, 200, 'configurationInvalid', false],
	[403, 299, 'configurationInvalid', false],
	[403, 368, 'configurationInvalid', false],
	[400, 80007, 'rateLimited', true],
	[400, 80008, 'rateLimited', true],
	[400, 130429, 'rateLimited', true],
	[400, 130472, 'recipientUnreachable', false],
	[400, 130497, 'recipientUnreachable', false],
	[500, 131000, 'temporarilyUnavailable', true],
	[403, 131005, 'configurationInvalid', false],
	[400, 131008, 'contentRejected', false],
	[400, 131009, 'contentRejected', false],
	[500, 131016, 'temporarilyUnavailable', true],
	[400, 131021, 'contentRejected', false],
	[400, 131026, 'recipientUnreachable', false],
	[400, 131030, 'configurationInvalid', false],
	[403, 131031, 'configurationInvalid', false],
	[400, 131037, 'configurationInvalid', false],
	[400, 131042, 'configurationInvalid', false],
	[400, 131044, 'configurationInvalid', false],
	[500, 131045, 'configurationInvalid', false],
	[400, 131047, 'windowClosed', false],
	[400, 131048, 'quotaExhausted', false],
	[400, 131049, 'quotaExhausted', false],
	[400, 131050, 'optedOut', false],
	[400, 131051, 'contentRejected', false],
	[400, 131052, 'contentRejected', false],
	[400, 131053, 'contentRejected', false],
	[400, 131055, 'configurationInvalid', false],
	[400, 131056, 'rateLimited', true],
	[500, 131057, 'temporarilyUnavailable', true],
	[400, 131060, 'temporarilyUnavailable', false],
	[400, 131062, 'contentRejected', false],
	[400, 131063, 'configurationInvalid', false],
	[400, 131064, 'quotaExhausted', false],
	[400, 131215, 'configurationInvalid', false],
	[400, 132000, 'contentRejected', false],
	[404, 132001, 'configurationInvalid', false],
	[400, 132005, 'contentRejected', false],
	[400, 132007, 'contentRejected', false],
	[400, 132008, 'contentRejected', false],
	[400, 132012, 'contentRejected', false],
	[400, 132015, 'temporarilyUnavailable', false],
	[400, 132016, 'configurationInvalid', false],
	[400, 132018, 'contentRejected', false],
	[400, 132068, 'configurationInvalid', false],
	[400, 132069, 'rateLimited', true],
	[500, 133000, 'configurationInvalid', false],
	[503, 133004, 'temporarilyUnavailable', true],
	[400, 133005, 'configurationInvalid', false],
	[400, 133006, 'configurationInvalid', false],
	[400, 133008, 'quotaExhausted', false],
	[400, 133009, 'quotaExhausted', false],
	[400, 133010, 'configurationInvalid', false],
	[400, 133015, 'temporarilyUnavailable', true],
	[400, 133016, 'quotaExhausted', false],
	[400, 134011, 'configurationInvalid', false],
	[400, 135000, 'contentRejected', false],
	[400, 136024, 'configurationInvalid', false],
	[400, 136025, 'configurationInvalid', false],
	[400, 137000, 'recipientUnreachable', false],
	[400, 138006, 'configurationInvalid', false],
	[400, 139000, 'configurationInvalid', false],
	[400, 139101, 'configurationInvalid', false],
	[400, 147003, 'configurationInvalid', false],
	[400, 2388040, 'configurationInvalid', false],
])('HTTP %i with code %i is %s, retryable: %s', (httpStatus, code, cause, retryable) => {
	expect(classifyError(httpStatus, graphError(code))).toMatchObject({ code: String(code), cause, retryable });
});

test('the HTTP status changes nothing where the code is known', () => {
	for (const code of WHATSAPP_ERRORS.keys()) {
		const body = graphError(Number(code));
		for (const httpStatus of [400, 429, 500, 503]) {
			expect(classifyError(httpStatus, body)).toEqual(classifyError(200, body));
		}
	}
});

test.each([...WHATSAPP_ERRORS])('code %s has a cause, a title and advice in sentences', (_, meaning) => {
	expect(DELIVERY_CAUSES).toContain(meaning.cause);
	expect(meaning.title).toMatch(/^[A-Z][^.]+[^.]$/);
	expect(meaning.advice).toMatch(/^[A-Z].+\.$/);
});

test.each<[string, number]>([
	['131056', 6_000],
	['131049', 86_400_000],
	['132015', 10_800_000],
	['133015', 300_000],
	['133016', 259_200_000],
])('code %s names its wait', (code, retryAfterMs) => {
	expect(classifyError(400, graphError(Number(code))).retryAfterMs).toBe(retryAfterMs);
});

test('a wait of more than an hour is for a person to decide on', () => {
	for (const { retryable, retryAfterMs = 0 } of WHATSAPP_ERRORS.values()) {
		if (retryable) expect(retryAfterMs).toBeLessThanOrEqual(3_600_000);
	}
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

test('code 100 with subcode 33 is a missing object, not a wrong value', () => {
	expect(classifyError(400, fixture('apierror__phoneNumberNotFoundError'))).toMatchObject({
		code: '100',
		cause: 'configurationInvalid',
		detail: expect.stringContaining("Object with ID '454545' does not exist"),
	});
	expect(classifyError(400, graphError(100)).cause).toBe('contentRejected');
});

test('a refused request for a code keeps the words of the provider', () => {
	expect(classifyError(400, fixture('apierror__requestCodeError'))).toEqual({
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
	[302, PAGE, '', 'unknown', false],
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
