import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { verifyWebhook } from '../../../../../core';

const SECRET = 'aZeNt1s-of-the-account';
const BODY = '{"message_uuid":"a-1","text":"J\u00e4 \ud83d\ude00"}';
const NOW = new Date('2026-03-01T10:00:00Z');
const SECONDS = NOW.getTime() / 1000;

const base64url = (text: string) => Buffer.from(text, 'utf8').toString('base64url');
const hashOf = (body: string) => createHash('sha256').update(body).digest('hex');

const CLAIMS = {
	iat: SECONDS,
	jti: 'c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5',
	iss: 'Vonage',
	payload_hash: hashOf(BODY),
	api_key: 'abcd1234',
};

interface Token {
	header?: unknown;
	claims?: unknown;
	secret?: string;
}

/** As RFC 7519 has it; what Vonage's own library signs is tried in `test/clients`. */
function tokenOf({ header = { alg: 'HS256', typ: 'JWT' }, claims = CLAIMS, secret = SECRET }: Token = {}) {
	const signed = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
	return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function verify(authorization: string | undefined, body = BODY, signatureSecrets = [SECRET]) {
	const verification = verifyWebhook(
		'custom',
		{ headers: { authorization }, rawBody: Buffer.from(body), receivedAt: NOW },
		{ custom: { vonage: { signatureSecrets, toleranceSeconds: 300 } } },
	);
	expect(JSON.stringify(verification)).not.toContain(SECRET);
	return verification.ok ? 'ok' : verification.reason;
}

const claims = (change: object) => tokenOf({ claims: { ...CLAIMS, ...change } });
const [header, payload, signature] = tokenOf().split('.');

test.each<[string, string, string[]]>([
	['a call', `Bearer ${tokenOf()}`, [SECRET]],
	['a scheme in another case', `bearer ${tokenOf()}`, [SECRET]],
	['a former secret', `Bearer ${tokenOf()}`, ['new', SECRET]],
	['a hash in capitals', `Bearer ${claims({ payload_hash: hashOf(BODY).toUpperCase() })}`, [SECRET]],
	['a time within the tolerance', `Bearer ${claims({ iat: SECONDS - 300 })}`, [SECRET]],
	['a token that ends later', `Bearer ${claims({ exp: SECONDS + 60, nbf: SECONDS })}`, [SECRET]],
])('%s is signed', (_case, authorization, secrets) => {
	expect(verify(authorization, BODY, secrets)).toBe('ok');
});

test.each<[string, string | undefined, string]>([
	['no header', undefined, 'no Authorization header'],
	['Basic authentication', 'Basic YTpi', 'holds no signed token'],
	['a token of two parts', `Bearer ${header}.${payload}`, 'holds no signed token'],
	['an empty signature', `Bearer ${header}.${payload}.`, 'holds no signed token'],
	['more after the token', `Bearer ${tokenOf()} x`, 'holds no signed token'],
	['padding', `Bearer ${tokenOf()}=`, 'holds no signed token'],
	['no algorithm', `Bearer ${tokenOf({ header: { alg: 'none' } })}`, 'not signed with HS256'],
	['another algorithm', `Bearer ${tokenOf({ header: { alg: 'HS512' } })}`, 'not signed with HS256'],
	['a header of no object', `Bearer ${tokenOf({ header: 'HS256' })}`, 'not signed with HS256'],
	['a header that is no JSON', `Bearer ${base64url('{')}.${payload}.${signature}`, 'not signed with HS256'],
	['another secret', `Bearer ${tokenOf({ secret: 'guess' })}`, 'does not fit'],
	['other claims', `Bearer ${header}.${base64url('{}')}.${signature}`, 'does not fit'],
	['no time', `Bearer ${claims({ iat: undefined })}`, 'names no time'],
	['claims of no object', `Bearer ${tokenOf({ claims: [] })}`, 'names no time'],
	['an old call', `Bearer ${claims({ iat: SECONDS - 301 })}`, '301 seconds away from now'],
	['a call of the future', `Bearer ${claims({ iat: SECONDS + 301 })}`, '301 seconds away'],
	['a token that has ended', `Bearer ${claims({ exp: SECONDS - 400 })}`, '400 seconds away'],
	['a token that is not valid yet', `Bearer ${claims({ nbf: SECONDS + 400 })}`, '400 seconds away'],
	['no hash', `Bearer ${claims({ payload_hash: undefined })}`, 'does not cover what the call says'],
	[
		'the hash of something else',
		`Bearer ${claims({ payload_hash: hashOf('x') })}`,
		'not the one that Vonage',
	],
])('%s keeps the call out', (_case, authorization, reason) => {
	expect(verify(authorization)).toContain(reason);
});

test.each<[string, string[]]>([
	['no secret', []],
	['an empty secret', ['']],
])('%s keeps the call out', (_case, secrets) => {
	expect(verify(`Bearer ${tokenOf({ secret: '' })}`, BODY, secrets)).toContain('no signature secret');
});

test('a call without body is kept out: its values stand where nothing is signed', () => {
	expect(verify(`Bearer ${claims({ payload_hash: hashOf('') })}`, '')).toContain('call with POST');
});

test('any other body is kept out', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (more) => {
			expect(verify(`Bearer ${tokenOf()}`, `${BODY}x${more}`)).toContain('not the one that Vonage signed');
		}),
	);
});

test('no token of any form throws', () => {
	fc.assert(
		fc.property(fc.string(), fc.jsonValue(), fc.jsonValue(), (text, one, other) => {
			const token = tokenOf({ header: one, claims: other });
			for (const word of [text, token, `${token}.${text}`]) expect(verify(`Bearer ${word}`)).not.toBe('ok');
		}),
	);
});
