import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { verifyTwilio } from '../../../../../core/providers/custom/inbound/twilio-signature';

/** Published vectors: the auth token is 12345 (twilio-node, spec/validation.spec.js). */
const authTokens = ['12345'];
const URL_CALLED = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const FORM =
	'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212';
const SIGNATURE = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
const JSON_BODY = '{"property": "value", "boolean": true}';
const DIGEST = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';

function verify(url: string | undefined, body: string, signature: string | undefined, tokens = authTokens) {
	const rawBody = Buffer.from(body);
	const verification = verifyTwilio(
		{ url, rawBody, receivedAt: new Date(0), headers: { 'x-twilio-signature': signature } },
		{ authTokens: tokens },
	);
	return verification.ok ? 'ok' : verification.reason;
}

const withPort = URL_CALLED.replace('.com', '.com:1234');
const insecure = URL_CALLED.replace('https', 'http');
const withUser = 'https://user:pass@mycompany.com/myapp.php?foo=1&bar=2';

test.each<[string, string, string, string]>([
	['a form', URL_CALLED, FORM, SIGNATURE],
	['a form in another order', URL_CALLED, FORM.split('&').reverse().join('&'), SIGNATURE],
	['a port that Twilio does not know', withPort, FORM, SIGNATURE],
	['a port that Twilio knows', withPort.replace('https', 'http'), FORM, 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
	['the standard port', URL_CALLED, FORM, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
	['the standard port of HTTP', insecure, FORM, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
	['a user in the URL', withUser, FORM, 'CukzLTc1tT5dXEDIHm/tKBanW10='],
	['a user and the standard port', withUser, FORM, 'ZQFR1PTIZXF2MXB8ZnKCvnnA+rI='],
	['signs in the query', `${URL_CALLED}&Body=It's+amazing`, FORM, 'dsq4Ehbj6cs+KdTkpF5sSSplOWw='],
	[
		'a field with several values',
		URL_CALLED,
		'Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234',
		'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
	],
	['a body in JSON', `${URL_CALLED}&bodySHA256=${DIGEST}`, JSON_BODY, 'a9nBmqA0ju/hNViExpshrM61xv4='],
])('%s is signed', (_case, url, body, signature) => {
	expect(verify(url, body, signature)).toBe('ok');
});

test('a question mark within the query hides no digest', () => {
	const url = `${URL_CALLED}?&bodySHA256=${DIGEST}`;
	const signature = createHmac('sha1', '12345').update(url).digest('base64');
	expect(verify(url, JSON_BODY, signature)).toBe('ok');
	expect(verify(url, '{}', signature)).toContain('not the one that Twilio signed');
});

const hashed = `${URL_CALLED}&bodySHA256=${DIGEST}`;

test.each<[string, string | undefined, string, string | undefined, string[], string]>([
	['no token', URL_CALLED, FORM, SIGNATURE, [], 'no auth token'],
	['an empty token', URL_CALLED, FORM, SIGNATURE, [''], 'no auth token'],
	['no URL', undefined, FORM, SIGNATURE, authTokens, 'the URL that Twilio called is not known'],
	['no signature', URL_CALLED, FORM, undefined, authTokens, 'no header X-Twilio-Signature'],
	['another signature', URL_CALLED, FORM, `${'A'.repeat(27)}=`, authTokens, 'does not fit'],
	['no signature of Twilio', URL_CALLED, FORM, 'x', authTokens, 'is not a signature of Twilio'],
	['a form of too many fields', URL_CALLED, 'a&'.repeat(1001), SIGNATURE, authTokens, 'larger than any'],
	[
		'a form of too many bytes',
		URL_CALLED,
		`a=${'b'.repeat(300_000)}`,
		SIGNATURE,
		authTokens,
		'larger than any',
	],
	['another token', URL_CALLED, FORM, SIGNATURE, ['54321'], 'does not fit'],
	['another URL', `${URL_CALLED}3`, FORM, SIGNATURE, authTokens, 'does not fit'],
	['a URL of no form', 'mycompany.com', FORM, SIGNATURE, authTokens, 'does not fit'],
	['another field', URL_CALLED, `${FORM}&More=1`, SIGNATURE, authTokens, 'does not fit'],
	[
		'another body in JSON',
		hashed,
		'{}',
		'a9nBmqA0ju/hNViExpshrM61xv4=',
		authTokens,
		'not the one that Twilio signed',
	],
])('%s keeps the call out', (_case, url, body, signature, tokens, reason) => {
	expect(verify(url, body, signature, tokens)).toContain(reason);
});

test('an apostrophe of the query may be signed as %27, as older calls are', () => {
	const url = `${URL_CALLED}&Body=It's+amazing`;
	const signature = createHmac('sha1', '12345')
		.update(
			`${url.replace("'", '%27')}CallSidCA1234567890ABCDECaller+14158675309Digits1234From+14158675309To+18005551212`,
		)
		.digest('base64');
	expect(verify(url, FORM, signature)).toBe('ok');
	expect(verify(url.replace("It's", 'Its'), FORM, signature)).toContain('does not fit');
});

test('any of several tokens may have signed', () => {
	expect(verify(URL_CALLED, FORM, SIGNATURE, ['new', '12345'])).toBe('ok');
});

test('any other form is refused, whatever it holds', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (body) => {
			expect(verify(URL_CALLED, `${FORM}&x${body}`, SIGNATURE)).toContain('does not fit');
		}),
	);
});
