import { createHash } from 'node:crypto';
import { numberOf, objectOf, parseJson, textOf } from '../../../lib/json';
import {
	equalInConstantTime,
	headerValue,
	hmacMatches,
	usableSecrets,
} from '../../../webhooks/authentication';
import type { Verification, WebhookRequest } from '../../../webhooks/request';
import type { CustomVonage } from './secrets';

/** A JSON Web Token as a bearer: header, claims and signature in Base64url (RFC 7519, RFC 6750). */
const BEARER_TOKEN = /^Bearer +([\w-]+)\.([\w-]+)\.([\w-]+)$/i;

function refused(reason: string): Verification {
	return { ok: false, reason };
}

function readPart(part: string) {
	return objectOf(parseJson(Buffer.from(part, 'base64url').toString('utf8')));
}

/** How many seconds lie between the token's times and now; none where the token names no time of issue. */
function secondsApart(claims: NonNullable<ReturnType<typeof readPart>>, now: number): number | undefined {
	const issued = numberOf(claims.iat);
	if (issued === undefined) return undefined;
	const early = (numberOf(claims.nbf) ?? now) - now;
	const late = now - (numberOf(claims.exp) ?? now);
	return Math.max(Math.abs(now - issued), early, late);
}

/**
 * Whether Vonage signed the call: a JSON Web Token with HS256 in the Authorization header, whose claim `payload_hash` is the
 * SHA-256 of the body in hex and whose `iat` is the time of the call (Vonage, Webhooks: validating signed webhooks). A token
 * without that hash says nothing of what the call says, and neither does one of a call without body.
 */
export function verifyVonage(
	{ headers, rawBody, receivedAt }: WebhookRequest,
	{ signatureSecrets, toleranceSeconds }: CustomVonage,
): Verification {
	const secrets = usableSecrets(signatureSecrets);
	if (secrets.length === 0) return refused('the credential has no signature secret of Vonage');
	const authorization = headerValue(headers, 'authorization');
	if (authorization === undefined) return refused('the call carries no Authorization header');
	const [, header = '', payload = '', signature = ''] = BEARER_TOKEN.exec(authorization) ?? [];
	if (signature === '') return refused('the Authorization header of the call holds no signed token');
	if (readPart(header)?.alg !== 'HS256') return refused('the token of the call is not signed with HS256');
	const signed = [`${header}.${payload}`];
	if (!hmacMatches({ signature, encoding: 'base64url', algorithm: 'sha256', signed, secrets })) {
		return refused(
			"the signature of the token does not fit; compare the signature secret with the one in Vonage's settings",
		);
	}
	const claims = readPart(payload) ?? {};
	const apart = secondsApart(claims, receivedAt.getTime() / 1000);
	if (apart === undefined) return refused('the token of the call names no time');
	if (apart > toleranceSeconds) {
		return refused(
			`the call was signed ${Math.round(apart)} seconds away from now, more than the ${toleranceSeconds} that the credential allows`,
		);
	}
	const hash = textOf(claims.payload_hash);
	if (hash === undefined || rawBody.length === 0) {
		return refused('the token does not cover what the call says; have Vonage call with POST');
	}
	return equalInConstantTime(hash.toLowerCase(), createHash('sha256').update(rawBody).digest('hex'))
		? { ok: true }
		: refused('the body is not the one that Vonage signed');
}
