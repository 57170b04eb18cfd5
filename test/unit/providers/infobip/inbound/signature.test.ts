import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { InfobipSecrets } from '../../../../../core/providers/infobip/inbound/signature';
import type { WebhookRequest } from '../../../../../core/webhooks/request';
import { verifyWebhook } from '../../../../../core';

import { HMAC_ALGORITHMS } from '../../../../../core/webhooks/authentication';

const KEY = 'k3y-of-the-profile';
const PASSWORD = 'pa55:word';
const TOKEN = 't0ken-in-a-header';
const BODY = Buffer.from('{"results":[{"text":"J\u00e4 \ud83d\ude00"}]}', 'utf8');

const basic = { username: 'infobip', password: PASSWORD };
const header = { name: 'X-Channel-Token', value: TOKEN };
const hmac = { secret: KEY, header: 'X-Ib-Signature', algorithm: 'sha256', encoding: 'hex' } as const;

const authorization = `Basic ${Buffer.from(`infobip:${PASSWORD}`).toString('base64')}`;
const sign = (encoding: 'hex' | 'base64', algorithm = 'sha256', body = BODY, key = KEY) =>
	createHmac(algorithm, key).update(body).digest(encoding);

function verify(infobip: InfobipSecrets | undefined, headers: WebhookRequest['headers'], rawBody = BODY) {
	const verification = verifyWebhook('infobip', { headers, rawBody }, { infobip });
	for (const secret of [KEY, PASSWORD, TOKEN]) expect(JSON.stringify(verification)).not.toContain(secret);
	return verification.ok ? 'ok' : verification.reason;
}

test.each<[string, InfobipSecrets, WebhookRequest['headers']]>([
	['Basic', { basic }, { Authorization: authorization }],
	['a secret header', { header }, { 'x-channel-token': TOKEN }],
	['HMAC in hexadecimal', { hmac }, { 'x-ib-signature': sign('hex') }],
	['HMAC in capitals', { hmac }, { 'X-IB-SIGNATURE': sign('hex').toUpperCase() }],
	['HMAC in a list', { hmac }, { 'x-ib-signature': [sign('hex')] }],
	['HMAC in Base64', { hmac: { ...hmac, encoding: 'base64' } }, { 'x-ib-signature': sign('base64') }],
	['HMAC with its algorithm', { hmac }, { 'x-ib-signature': `sha256=${sign('hex')}` }],
	[
		'Base64 with its algorithm',
		{ hmac: { ...hmac, encoding: 'base64' } },
		{ 'x-ib-signature': `HMAC-SHA256=${sign('base64')}` },
	],
	['any other header', { hmac: { ...hmac, header: 'x-any' } }, { 'X-Any': sign('hex') }],
	[
		'all three at once',
		{ basic, header, hmac },
		{ authorization, 'x-channel-token': TOKEN, 'x-ib-signature': sign('hex') },
	],
])('%s lets the call in', (_case, secrets, headers) => {
	expect(verify(secrets, headers)).toBe('ok');
});

test.each<[string, string]>([
	...HMAC_ALGORITHMS.map((name): [string, string] => [name, name]),
	['HMAC_MD5', 'md5'],
	['HMAC_SHA_1', 'sha1'],
	['HMAC_SHA_224', 'sha224'],
	['HMAC_SHA_256', 'sha256'],
	['HMAC_SHA_384', 'sha384'],
	['HMAC_SHA_512', 'sha512'],
	['SHA-256', 'sha256'],
])('the algorithm may be written %s', (name, algorithm) => {
	expect(verify({ hmac: { ...hmac, algorithm: name } }, { 'x-ib-signature': sign('hex', algorithm) })).toBe(
		'ok',
	);
});

test.each<[string, InfobipSecrets | undefined, WebhookRequest['headers'], string]>([
	['no secrets', undefined, { authorization }, 'no webhook authentication'],
	['no method', {}, { authorization }, 'no webhook authentication'],
	['an empty password', { basic: { ...basic, password: '' } }, { authorization }, 'no password'],
	['an empty header value', { header: { ...header, value: '' } }, { 'x-channel-token': '' }, 'no value'],
	[
		'an empty key',
		{ hmac: { ...hmac, secret: '' } },
		{ 'x-ib-signature': sign('hex', 'sha256', BODY, '') },
		'no HMAC key',
	],
	['no name of the signature', { hmac: { ...hmac, header: '' } }, { '': sign('hex') }, 'no name'],
	[
		'an algorithm of no kind',
		{ hmac: { ...hmac, algorithm: 'crc32' } },
		{ 'x-ib-signature': sign('hex') },
		'sha512',
	],
	['no signature', { hmac }, {}, 'no header X-Ib-Signature'],
	['the other encoding', { hmac }, { 'x-ib-signature': sign('base64') }, 'does not fit'],
	['another algorithm', { hmac }, { 'x-ib-signature': sign('hex', 'sha512') }, 'does not fit'],
	['another key', { hmac }, { 'x-ib-signature': sign('hex', 'sha256', BODY, 'other') }, 'does not fit'],
	['only the prefix', { hmac }, { 'x-ib-signature': 'sha256=' }, 'does not fit'],
	['one of two methods', { basic, hmac }, { authorization }, 'no header X-Ib-Signature'],
	['the other of two', { basic, hmac }, { 'x-ib-signature': sign('hex') }, 'no Authorization header'],
	[
		'two of three',
		{ basic, header, hmac },
		{ authorization, 'x-ib-signature': sign('hex') },
		'no header X-Channel-Token',
	],
])('%s keeps the call out', (_case, secrets, headers, reason) => {
	expect(verify(secrets, headers)).toContain(reason);
});

test('any changed byte breaks the signature', () => {
	const headers = { 'x-ib-signature': sign('hex') };
	fc.assert(
		fc.property(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
			const changed = Buffer.from(BODY);
			changed.writeUInt8(changed.readUInt8(index) ^ flip, index);
			expect(verify({ hmac }, headers, changed)).toContain('does not fit');
		}),
	);
});

test('any other signature is refused', () => {
	fc.assert(
		fc.property(fc.string(), (signature) => {
			fc.pre(signature !== sign('hex'));
			expect(verify({ hmac }, { 'x-ib-signature': signature })).not.toBe('ok');
		}),
	);
});
