import { DELIVERY_CAUSES } from '../../../../../core/events';
import { WHATSAPP_ERRORS, classifyError } from '../../../../../core/providers/whatsapp-cloud/errors/classify';

const graphError = (code: number) => ({
	error: { message: '(#1) Said by Meta', type: 'OAuthException', code },
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
	[400, 131061, 'configurationInvalid', false],
	[400, 131063, 'configurationInvalid', false],
	[400, 131064, 'quotaExhausted', false],
	[400, 131020, 'recipientUnreachable', false],
	[400, 131041, 'recipientUnreachable', false],
	[400, 131059, 'configurationInvalid', false],
	[400, 131208, 'rateLimited', true],
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
