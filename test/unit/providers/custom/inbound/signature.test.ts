import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { CustomHmac, CustomSecrets } from '../../../../../core/providers/custom/inbound/secrets';
import type { WebhookRequest } from '../../../../../core/webhooks/request';
import { verifyWebhook } from '../../../../../core';

const KEY = 'k3y-of-the-gateway';
const FORMER = 'f0rmer-k3y';
const PASSWORD = 'pa55:word';
const TOKEN = 't0ken-in-a-header-or-url';
const BODY = Buffer.from('{"text":"J\u00e4 \ud83d\ude00"}', 'utf8');
const NOW = new Date('2026-03-01T10:00:00Z');
const SECONDS = String(NOW.getTime() / 1000);

const basic = { username: 'gateway', password: PASSWORD };
const header = { name: 'X-Gateway-Token', value: TOKEN };
const hmac: CustomHmac = { secret: KEY, header: 'X-Signature', algorithm: 'sha256', encoding: 'hex' };
const timed: CustomHmac = {
	...hmac,
	content: '{X-Time}.{body}',
	timestamp: { header: 'x-time', toleranceSeconds: 300 },
};

const authorization = `Basic ${Buffer.from(`gateway:${PASSWORD}`).toString('base64')}`;
interface Signing {
	key?: string;
	algorithm?: string;
	encoding?: 'hex' | 'base64';
}

const sign = (
	signed: readonly (string | Buffer)[] = [BODY],
	{ key = KEY, algorithm = 'sha256', encoding = 'hex' }: Signing = {},
) => {
	const signature = createHmac(algorithm, key);
	for (const part of signed) signature.update(part);
	return signature.digest(encoding);
};

function verify(custom: CustomSecrets | undefined, request: Partial<WebhookRequest>) {
	const whole = { headers: {}, rawBody: BODY, receivedAt: NOW, ...request };
	const verification = verifyWebhook('custom', whole, { custom });
	for (const secret of [KEY, FORMER, PASSWORD, TOKEN]) {
		expect(JSON.stringify(verification)).not.toContain(secret);
	}
	return verification.ok ? 'ok' : verification.reason;
}

test.each<[string, CustomSecrets, Partial<WebhookRequest>]>([
	['Basic', { basic }, { headers: { authorization } }],
	['a secret header', { header }, { headers: { 'x-gateway-token': [TOKEN] } }],
	['a token in the URL', { urlToken: TOKEN }, { urlToken: TOKEN }],
	['a signature', { hmac }, { headers: { 'x-signature': sign().toUpperCase() } }],
	[
		'a former key',
		{ hmac: { ...hmac, formerSecret: FORMER } },
		{ headers: { 'x-signature': sign([BODY], { key: FORMER }) } },
	],
	[
		'a signature in Base64',
		{ hmac: { ...hmac, encoding: 'base64' } },
		{ headers: { 'x-signature': sign([BODY], { encoding: 'base64' }) } },
	],
	[
		'another algorithm',
		{ hmac: { ...hmac, algorithm: 'SHA-512' } },
		{ headers: { 'x-signature': sign([BODY], { algorithm: 'sha512' }) } },
	],
	['a prefix', { hmac: { ...hmac, prefix: 'sha256=' } }, { headers: { 'x-signature': `SHA256=${sign()}` } }],
	[
		'a prefix with a space',
		{ hmac: { ...hmac, prefix: 'HMAC' } },
		{ headers: { 'x-signature': `HMAC ${sign()}` } },
	],
	[
		'more than the body',
		{ hmac: { ...hmac, content: 'v1:{x-nonce}:{body}:end' } },
		{ headers: { 'x-nonce': 'n', 'x-signature': sign(['v1:n:', BODY, ':end']) } },
	],
	[
		'a time within the tolerance',
		{ hmac: timed },
		{ headers: { 'x-time': SECONDS, 'x-signature': sign([`${SECONDS}.`, BODY]) } },
	],
	[
		'everything at once',
		{ basic, header, hmac, urlToken: TOKEN },
		{ headers: { authorization, 'x-gateway-token': TOKEN, 'x-signature': sign() }, urlToken: TOKEN },
	],
])('%s lets the call in', (_case, secrets, request) => {
	expect(verify(secrets, request)).toBe('ok');
});

const signed = { headers: { 'x-signature': sign() } };
const early = String(Number(SECONDS) - 301);
const late = String(Number(SECONDS) + 301);

test.each<[string, CustomSecrets | undefined, Partial<WebhookRequest>, string]>([
	['no secrets', undefined, signed, 'no webhook authentication'],
	['no method', {}, signed, 'no webhook authentication'],
	['an empty password', { basic: { ...basic, password: '' } }, { headers: { authorization } }, 'no password'],
	['an empty header value', { header: { ...header, value: '' } }, {}, 'no value'],
	['a short token', { urlToken: 'short' }, { urlToken: 'short' }, 'shorter than'],
	['an empty token', { urlToken: '' }, { urlToken: '' }, 'shorter than'],
	[
		'an empty key',
		{ hmac: { ...hmac, secret: '' } },
		{ headers: { 'x-signature': sign([BODY], { key: '' }) } },
		'no signature key',
	],
	[
		'an empty key with a former one',
		{ hmac: { ...hmac, secret: '', formerSecret: FORMER } },
		{ headers: { 'x-signature': sign([BODY], { key: FORMER }) } },
		'no signature key',
	],
	[
		'an empty former key',
		{ hmac: { ...hmac, formerSecret: '' } },
		{ headers: { 'x-signature': sign([BODY], { key: '' }) } },
		'does not fit',
	],
	['no name of the header', { hmac: { ...hmac, header: '' } }, { headers: { '': sign() } }, 'no name'],
	['no such algorithm', { hmac: { ...hmac, algorithm: 'crc32' } }, signed, 'sha512'],
	['no signature', { hmac }, {}, 'no header X-Signature'],
	['another key', { hmac }, { headers: { 'x-signature': sign([BODY], { key: 'other' }) } }, 'does not fit'],
	['no prefix', { hmac: { ...hmac, prefix: 'sha256=' } }, signed, 'does not begin with sha256='],
	[
		'only the prefix',
		{ hmac: { ...hmac, prefix: 'sha256=' } },
		{ headers: { 'x-signature': 'sha256=' } },
		'does not fit',
	],
	[
		'a signature without the body',
		{ hmac: { ...hmac, content: '{x-time}' } },
		{ headers: { 'x-time': '1', 'x-signature': sign(['1']) } },
		'has to include {body}',
	],
	[
		'a body in words',
		{ hmac: { ...hmac, content: '{{body' } },
		{ headers: { 'x-signature': sign(['body']) } },
		'has to include {body}',
	],
	[
		'nothing signed',
		{ hmac: { ...hmac, content: '' } },
		{ headers: { 'x-signature': sign([]) } },
		'has to include {body}',
	],
	['no header that is signed', { hmac: timed }, signed, 'no header X-Time'],
	[
		'a time that is not signed',
		{ hmac: { ...timed, content: '{body}' } },
		{ headers: { 'x-time': SECONDS, 'x-signature': sign() } },
		'not part of what is signed',
	],
	[
		'an early call',
		{ hmac: timed },
		{ headers: { 'x-time': early, 'x-signature': sign([`${early}.`, BODY]) } },
		'301 seconds away',
	],
	[
		'a late call',
		{ hmac: timed },
		{ headers: { 'x-time': late, 'x-signature': sign([`${late}.`, BODY]) } },
		'301 seconds away',
	],
	[
		'no time',
		{ hmac: timed },
		{ headers: { 'x-time': 'now', 'x-signature': sign(['now.', BODY]) } },
		'no time in the header x-time',
	],
	['one of two methods', { basic, hmac }, { headers: { authorization } }, 'no header X-Signature'],
	['the other of two', { basic, hmac }, signed, 'no Authorization header'],
])('%s keeps the call out', (_case, secrets, request, reason) => {
	expect(verify(secrets, request)).toContain(reason);
});

test('any changed byte breaks the signature', () => {
	fc.assert(
		fc.property(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
			const rawBody = Buffer.from(BODY);
			rawBody.writeUInt8(rawBody.readUInt8(index) ^ flip, index);
			expect(verify({ hmac }, { ...signed, rawBody })).toContain('does not fit');
		}),
	);
});

test('whatever is said to be signed, a call is let in with its own body only', () => {
	const pieces = ['', '{', '}', 'body', '{body}', '{x-a}', '.'];
	const templates = pieces.flatMap((one) =>
		pieces.flatMap((two) => pieces.map((three) => one + two + three)),
	);
	const contents = [[], ['body'], ['{body'], ['.'], ['a'], [BODY], ['.', BODY], [BODY, 'a'], [BODY, BODY]];
	const letIn = contents.flatMap((signedContent) => {
		const headers = { 'x-a': 'a', 'x-signature': sign(signedContent) };
		return templates
			.map((content) => ({ headers, secrets: { hmac: { ...hmac, content } } }))
			.filter(({ secrets }) => verify(secrets, { headers }) === 'ok');
	});
	expect(letIn.length).toBeGreaterThan(contents.length);
	for (const { headers, secrets } of letIn) {
		expect(verify(secrets, { headers, rawBody: Buffer.from('{}') })).toContain('does not fit');
	}
});
