import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { verifyWebhook } from '../../../../../core';

const SECRET = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

const sign = (rawBody: Buffer, secret = SECRET) =>
	`sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`;

const body = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');

function verify(
	headers: Record<string, string | string[] | undefined>,
	appSecrets = [SECRET],
	rawBody: Buffer = body,
) {
	return verifyWebhook('whatsAppCloud', { headers, rawBody }, { whatsAppCloud: { appSecrets } });
}

test.each<[string, Record<string, string | string[]>]>([
	['lower case', { 'x-hub-signature-256': sign(body) }],
	["Meta's spelling", { 'X-Hub-Signature-256': sign(body) }],
	['a list', { 'x-hub-signature-256': [sign(body)] }],
	['upper-case digits', { 'x-hub-signature-256': `sha256=${sign(body).slice(7).toUpperCase()}` }],
])('a signed call passes with the header in %s', (_, headers) => {
	expect(verify(headers)).toEqual({ ok: true });
});

test('while secrets rotate, either of them may have signed', () => {
	const headers = { 'x-hub-signature-256': sign(body, 'old') };
	expect(verify(headers, ['new', 'old'])).toEqual({ ok: true });
	expect(verify(headers, ['old', 'new'])).toEqual({ ok: true });
	expect(verify(headers, ['new', 'newer']).ok).toBe(false);
});

test.each<[string, Record<string, string | string[] | undefined>, RegExp]>([
	['without the header', {}, /no header X-Hub-Signature-256/],
	['with the header empty', { 'x-hub-signature-256': '' }, /no header/],
	['with an empty list', { 'x-hub-signature-256': [] }, /no header/],
	[
		'with the older SHA-1 header only',
		{ 'x-hub-signature': `sha1=${createHmac('sha1', SECRET).update(body).digest('hex')}` },
		/no header/,
	],
	['without the prefix', { 'x-hub-signature-256': sign(body).slice(7) }, /64 hexadecimal digits/],
	['with another algorithm', { 'x-hub-signature-256': sign(body).replace('256', '512') }, /64 hexadecimal/],
	['with a cut signature', { 'x-hub-signature-256': sign(body).slice(0, -1) }, /64 hexadecimal/],
	['with a longer one', { 'x-hub-signature-256': `${sign(body)}0` }, /64 hexadecimal/],
	['with two signatures in one', { 'x-hub-signature-256': `${sign(body)}, ${sign(body)}` }, /64 hexadecimal/],
	['signed by somebody else', { 'x-hub-signature-256': sign(body, 'other') }, /not made with the app secret/],
])('a call %s is refused with a reason', (_, headers, reason) => {
	const verification = verify(headers);
	expect(verification).toEqual({ ok: false, reason: expect.stringMatching(reason) });
	expect(JSON.stringify(verification)).not.toContain(SECRET);
});

test.each([
	['no secret', []],
	['an empty secret', ['']],
])('with %s nobody gets in', (_, appSecrets) => {
	const headers = { 'x-hub-signature-256': sign(body, '') };
	expect(verify(headers, appSecrets)).toEqual({ ok: false, reason: 'the credential has no app secret' });
});

test('with the secrets of another provider nobody gets in', () => {
	const request = { headers: { 'x-hub-signature-256': sign(body) }, rawBody: body };
	expect(verifyWebhook('whatsAppCloud', request, { sinch: { webhookSecrets: [SECRET] } }).ok).toBe(false);
});

test('the bytes are signed, not the values', () => {
	const escaped = Buffer.from('{"body":"Gr\\u00fc\\u00dfe \\ud83d\\ude00"}');
	const written = Buffer.from('{"body":"Grüße 😀"}');
	const latin = Buffer.from('{"body":"Grüße"}', 'latin1');
	for (const raw of [escaped, written, latin]) {
		expect(verify({ 'x-hub-signature-256': sign(raw) }, [SECRET], raw)).toEqual({ ok: true });
	}
	expect(verify({ 'x-hub-signature-256': sign(escaped) }, [SECRET], written).ok).toBe(false);
});

test('any changed byte of the body is noticed', () => {
	const changes = fc
		.uint8Array({ minLength: 1, maxLength: 300 })
		.chain((bytes) =>
			fc.tuple(fc.constant(bytes), fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })),
		);
	fc.assert(
		fc.property(changes, ([bytes, position, difference]) => {
			const original = Buffer.from(bytes);
			const changed = Buffer.from(bytes);
			changed[position] = original.readUInt8(position) ^ difference;
			const headers = { 'x-hub-signature-256': sign(original) };
			expect(verify(headers, [SECRET], original).ok).toBe(true);
			expect(verify(headers, [SECRET], changed).ok).toBe(false);
		}),
	);
});

test('any changed character of the signature is noticed', () => {
	const signature = sign(body);
	fc.assert(
		fc.property(
			fc.nat(signature.length - 1),
			fc.string({ minLength: 1, maxLength: 1 }),
			(position, character) => {
				const changed = signature.slice(0, position) + character + signature.slice(position + 1);
				const same = changed.toLowerCase() === signature;
				expect(verify({ 'x-hub-signature-256': changed }).ok).toBe(same);
			},
		),
	);
});
