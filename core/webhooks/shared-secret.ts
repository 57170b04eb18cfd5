import type { Verification, WebhookRequest } from './request';
import { equalInConstantTime, headerValue } from './authentication';

/** Secrets that a provider repeats with every call as they are. */
export interface SharedSecrets {
	basic?: { username: string; password: string };
	header?: { name: string; value: string };
	/** A long random word in the URL. */
	urlToken?: string;
}

const BASIC = /^Basic +(\S+)$/i;

/** Basic authentication (RFC 7617), compared as it stands on the wire: user name and password in UTF-8, in Base64. */
export function verifyBasic(
	headers: WebhookRequest['headers'],
	{ username, password }: NonNullable<SharedSecrets['basic']>,
): Verification {
	if (username === '' || password === '') {
		return { ok: false, reason: 'the credential has no user name or no password for webhook calls' };
	}
	const given = headerValue(headers, 'authorization');
	if (given === undefined) return { ok: false, reason: 'the call carries no Authorization header' };
	const token = BASIC.exec(given)?.[1];
	if (token === undefined) {
		return { ok: false, reason: 'the Authorization header of the call is not Basic authentication' };
	}
	const expected = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
	return equalInConstantTime(token, expected)
		? { ok: true }
		: { ok: false, reason: "user name or password of the call are not the credential's" };
}

/** A header whose value only the sender and we know. */
export function verifyHeader(
	headers: WebhookRequest['headers'],
	{ name, value }: NonNullable<SharedSecrets['header']>,
): Verification {
	if (name === '' || value === '') {
		return { ok: false, reason: 'the credential has no name or no value for the secret header' };
	}
	const given = headerValue(headers, name);
	if (given === undefined) return { ok: false, reason: `the call carries no header ${name}` };
	return equalInConstantTime(given, value)
		? { ok: true }
		: { ok: false, reason: `the value of the header ${name} is not the credential's` };
}

/** Short of that, a word can be guessed by trying. */
const MIN_TOKEN_LENGTH = 20;

/** A long random word at the end of the URL that the provider calls. */
export function verifyUrlToken(given: string | undefined, expected: string): Verification {
	if (expected.length < MIN_TOKEN_LENGTH) {
		return {
			ok: false,
			reason: `the webhook token of the credential is shorter than ${MIN_TOKEN_LENGTH} characters`,
		};
	}
	if (given === undefined || given === '')
		return { ok: false, reason: 'the URL of the call carries no token' };
	return equalInConstantTime(given, expected)
		? { ok: true }
		: { ok: false, reason: "the token in the URL of the call is not the credential's" };
}

/**
 * A verification by every method that is set up, all of which must hold. Without any method every call is refused.
 *
 * @param further verifications by methods of the provider's own
 * @param nothingSetUp the reason of the refusal where there is no method at all
 */
export function verifySharedSecrets(
	{ headers, urlToken: given }: WebhookRequest,
	{ basic, header, urlToken }: SharedSecrets,
	nothingSetUp: string,
	further: readonly Verification[] = [],
): Verification {
	const checks: Verification[] = [
		...(basic ? [verifyBasic(headers, basic)] : []),
		...(header ? [verifyHeader(headers, header)] : []),
		...further,
		...(urlToken === undefined ? [] : [verifyUrlToken(given, urlToken)]),
	];
	if (checks.length === 0) return { ok: false, reason: nothingSetUp };
	return checks.find((check) => !check.ok) ?? { ok: true };
}
