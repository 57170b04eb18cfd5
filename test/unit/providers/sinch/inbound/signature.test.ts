import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { SinchSecrets } from '../../../../../core/providers/sinch/inbound/signature';
import type { WebhookRequest } from '../../../../../core/webhooks/request';
import { verifyWebhook } from '../../../../../core';

import { vectors } from '../../../../fixtures/sinch/signatures.json';

const SECRET = 'sinch-webhook-secret';
const PASSWORD = 'sinch-password';
const BODY = Buffer.from('{"app_id":"01","message":{"text":"J\u00e4 \ud83d\ude00"}}', 'utf8');
const NOW = new Date('2026-03-01T12:00:00.500Z');
const SECONDS = Math.floor(NOW.getTime() / 1000);
const NONCE = '01FJA8B4A7BM43YGWSG9GBV067';

interface Signed {
	body?: Buffer;
	nonce?: string;
	timestamp?: number | string;
	secret?: string;
}

function signed({ body = BODY, nonce = NONCE, timestamp = SECONDS, secret = SECRET }: Signed = {}) {
	const hmac = createHmac('sha256', secret).update(body).update(`.${nonce}.${timestamp}`);
	return {
		'x-sinch-webhook-signature': hmac.digest('base64'),
		'x-sinch-webhook-signature-nonce': nonce,
		'x-sinch-webhook-signature-timestamp': String(timestamp),
		'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
	};
}

const numbersSignature = (secret = SECRET) => ({
	'X-Sinch-Signature': createHmac('sha1', secret).update(BODY).digest('hex'),
});
const authorization = `Basic ${Buffer.from(`sinch:${PASSWORD}`).toString('base64')}`;

const signing = { webhookSecrets: [SECRET] };
const basic = { username: 'sinch', password: PASSWORD };
const header = { name: 'X-Token', value: PASSWORD };

function verify(sinch: SinchSecrets | undefined, headers: WebhookRequest['headers'], rawBody = BODY) {
	const verification = verifyWebhook('sinch', { headers, rawBody, receivedAt: NOW }, { sinch });
	for (const secret of [SECRET, PASSWORD]) expect(JSON.stringify(verification)).not.toContain(secret);
	return verification.ok ? 'ok' : verification.reason;
}

describe("vectors of Sinch's SDKs", () => {
	const requestOf = ({ headers, body }: (typeof vectors)[number], rawBody = Buffer.from(body, 'utf8')) => ({
		headers: { ...headers },
		rawBody,
		receivedAt: new Date(1000 * Number(headers['x-sinch-webhook-signature-timestamp'] ?? 0)),
	});

	test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
		const secrets = { sinch: { webhookSecrets: [vector.secret] } };
		expect(verifyWebhook('sinch', requestOf(vector), secrets).ok).toBe(vector.valid);
		expect(verifyWebhook('sinch', requestOf(vector), { sinch: { webhookSecrets: ['another'] } }).ok).toBe(
			false,
		);
	});

	test.each(vectors.filter(({ valid }) => valid).map((vector) => [vector.name, vector] as const))(
		'any changed byte of %s breaks it',
		(_name, vector) => {
			const secrets = { sinch: { webhookSecrets: [vector.secret] } };
			const bytes = Buffer.from(vector.body, 'utf8');
			for (let index = 0; index < bytes.length; index++) {
				const changed = Buffer.from(bytes);
				changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
				expect(verifyWebhook('sinch', requestOf(vector, changed), secrets).ok).toBe(false);
			}
		},
	);
});

test.each<[string, SinchSecrets, WebhookRequest['headers']]>([
	['a signature', signing, signed()],
	[
		'headers in capitals',
		signing,
		Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value])),
	],
	[
		'headers as lists',
		signing,
		Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name, [value]])),
	],
	['no algorithm', signing, { ...signed(), 'x-sinch-webhook-signature-algorithm': undefined }],
	['the second of two secrets', { webhookSecrets: ['new', SECRET] }, signed()],
	['an empty secret beside a good one', { webhookSecrets: ['', SECRET] }, signed()],
	['a signature, though Basic is set up too', { ...signing, basic }, signed()],
	['a Numbers event', signing, numbersSignature()],
	['Basic without a signature', { ...signing, basic }, { authorization }],
	['Basic alone', { webhookSecrets: [], basic }, { authorization }],
	[
		'Basic, where a signature cannot be checked',
		{ webhookSecrets: [], basic },
		{ ...signed(), authorization },
	],
	['a secret header', { webhookSecrets: [], header }, { 'x-token': PASSWORD }],
	['both', { webhookSecrets: [], basic, header }, { authorization, 'x-token': PASSWORD }],
])('%s lets the call in', (_case, secrets, headers) => {
	expect(verify(secrets, headers)).toBe('ok');
});

test.each<[string, SinchSecrets | undefined, WebhookRequest['headers'], string]>([
	['no secrets', undefined, signed(), 'no webhook secret'],
	['nothing set up', { webhookSecrets: [] }, signed(), 'no webhook secret'],
	['an empty secret', { webhookSecrets: [''] }, signed({ secret: '' }), 'no webhook secret'],
	['an empty secret for Numbers', { webhookSecrets: [''] }, numbersSignature(''), 'no webhook secret'],
	['no signature', signing, {}, 'no Sinch signature'],
	['an empty signature', signing, { ...signed(), 'x-sinch-webhook-signature': '' }, 'no Sinch signature'],
	['another secret', signing, signed({ secret: 'other' }), 'does not fit'],
	['another nonce', signing, { ...signed(), 'x-sinch-webhook-signature-nonce': 'other' }, 'does not fit'],
	[
		'another time',
		signing,
		{ ...signed(), 'x-sinch-webhook-signature-timestamp': String(SECONDS + 1) },
		'does not fit',
	],
	['no nonce', signing, { ...signed(), 'x-sinch-webhook-signature-nonce': undefined }, 'nonce'],
	['no time', signing, { ...signed(), 'x-sinch-webhook-signature-timestamp': undefined }, 'timestamp'],
	['a time that is none', signing, signed({ timestamp: '1e9' }), 'not a time'],
	[
		'another algorithm',
		signing,
		{ ...signed(), 'x-sinch-webhook-signature-algorithm': 'HmacSHA1' },
		'HmacSHA256',
	],
	['a forged Numbers event', signing, numbersSignature('other'), 'Numbers event'],
	[
		'a bad signature, though Basic holds',
		{ ...signing, basic },
		{ ...signed({ secret: 'other' }), authorization },
		'does not fit',
	],
	['a wrong password', { webhookSecrets: [], basic }, { authorization: 'Basic abcd' }, 'password'],
	[
		'an empty password',
		{ webhookSecrets: [], basic: { ...basic, password: '' } },
		{ authorization: 'Basic c2luY2g6' },
		'no password',
	],
	['one of two', { webhookSecrets: [], basic, header }, { authorization }, 'no header X-Token'],
	['no Basic', { webhookSecrets: [], basic }, {}, 'no Authorization header'],
])('%s keeps the call out', (_case, secrets, headers, reason) => {
	expect(verify(secrets, headers)).toContain(reason);
});

const DAY = 24 * 60 * 60;

test.each<[number, number | undefined, boolean]>([
	[0, undefined, true],
	[-46 * 60 * 60, undefined, true],
	[-2 * DAY + 1, undefined, true],
	[300, undefined, true],
	[301, undefined, false],
	[-2 * DAY - 1, undefined, false],
	[2 * DAY, undefined, false],
	[-300, 300, false],
	[-299, 300, true],
	[0, 1, true],
	[0, -1, false],
	[0, Number.NaN, false],
])('a signature %d seconds from now passes a tolerance of %p: %s', (offset, toleranceSeconds, ok) => {
	const secrets = { ...signing, ...(toleranceSeconds === undefined ? {} : { toleranceSeconds }) };
	const verdict = verify(secrets, signed({ timestamp: SECONDS + offset }));
	expect(verdict === 'ok').toBe(ok);
	if (!ok) expect(verdict).toContain('seconds away from now');
});

test('without a time of arrival the clock counts', () => {
	const request = { rawBody: BODY, headers: signed({ timestamp: Math.floor(Date.now() / 1000) }) };
	expect(verifyWebhook('sinch', request, { sinch: signing })).toEqual({ ok: true });
	expect(
		verifyWebhook('sinch', { ...request, headers: signed({ timestamp: 1 }) }, { sinch: signing }).ok,
	).toBe(false);
});

test('any other signature is refused', () => {
	fc.assert(
		fc.property(fc.string(), (signature) => {
			const headers = signed();
			fc.pre(signature !== headers['x-sinch-webhook-signature']);
			expect(verify(signing, { ...headers, 'x-sinch-webhook-signature': signature })).not.toBe('ok');
		}),
	);
});
