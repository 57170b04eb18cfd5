import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
	HMAC_ALGORITHMS,
	equalInConstantTime,
	headerValue,
	hmacMatches,
	isHmacAlgorithm,
	usableSecrets,
} from '../../../core/webhooks/authentication';

const body = Buffer.from('{"text":"Grüße \ud83d\ude00"}', 'utf8');
const sign = (algorithm: string, encoding: 'hex' | 'base64', secret: string, bytes: Buffer = body) =>
	createHmac(algorithm, secret).update(bytes).digest(encoding);

test('known vector: RFC 4231, test case 2', () => {
	expect(
		hmacMatches({
			signature: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
			encoding: 'hex',
			algorithm: 'sha256',
			signed: ['what do ya want ', Buffer.from('for nothing?')],
			secrets: ['Jefe'],
		}),
	).toBe(true);
});

describe.each(HMAC_ALGORITHMS)('%s', (algorithm) => {
	test.each(['hex', 'base64'] as const)('%s: any of several secrets may have signed', (encoding) => {
		const signature = sign(algorithm, encoding, 'old');
		const check = (secrets: string[]) =>
			hmacMatches({ signature, encoding, algorithm, signed: [body], secrets });
		expect(check(['old'])).toBe(true);
		expect(check(['new', 'old'])).toBe(true);
		expect(check(['new'])).toBe(false);
		expect(check([])).toBe(false);
	});
});

test('an empty secret signs nothing', () => {
	const signature = sign('sha256', 'hex', '');
	const check = { signature, encoding: 'hex', algorithm: 'sha256', signed: [body] } as const;
	expect(hmacMatches({ ...check, secrets: [''] })).toBe(false);
	expect(hmacMatches({ ...check, secrets: ['', 'other'] })).toBe(false);
	expect(usableSecrets(['', 'a'])).toEqual(['a']);
	expect(usableSecrets(undefined)).toEqual([]);
});

test('hex may be upper case, base64 may not change case', () => {
	const check = { algorithm: 'sha256', signed: [body], secrets: ['s'] } as const;
	const hex = sign('sha256', 'hex', 's').toUpperCase();
	const base64 = sign('sha256', 'base64', 's').toLowerCase();
	expect(hmacMatches({ ...check, encoding: 'hex', signature: hex })).toBe(true);
	expect(hmacMatches({ ...check, encoding: 'base64', signature: base64 })).toBe(false);
});

test.each(['', 'sha256=', 'zz', sign('sha256', 'hex', 's').slice(1), `${sign('sha256', 'hex', 's')}00`])(
	'a signature of another length is refused: %p',
	(signature) => {
		expect(
			hmacMatches({ signature, encoding: 'hex', algorithm: 'sha256', signed: [body], secrets: ['s'] }),
		).toBe(false);
	},
);

test('any changed byte is noticed', () => {
	const arbitrary = fc
		.uint8Array({ minLength: 1, maxLength: 200 })
		.chain((bytes) =>
			fc.tuple(fc.constant(bytes), fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })),
		);
	fc.assert(
		fc.property(arbitrary, ([bytes, position, difference]) => {
			const changed = Buffer.from(bytes);
			changed[position] = (changed[position] ?? 0) ^ difference;
			const signature = sign('sha256', 'hex', 's', Buffer.from(bytes));
			const check = { signature, encoding: 'hex', algorithm: 'sha256', secrets: ['s'] } as const;
			expect(hmacMatches({ ...check, signed: [Buffer.from(bytes)] })).toBe(true);
			expect(hmacMatches({ ...check, signed: [changed] })).toBe(false);
		}),
	);
});

test('equalInConstantTime compares texts of any length', () => {
	expect(equalInConstantTime('Grüße', 'Grüße')).toBe(true);
	expect(equalInConstantTime('a', 'ab')).toBe(false);
	expect(equalInConstantTime('', 'a')).toBe(false);
});

test('only algorithms of the list are taken', () => {
	expect(isHmacAlgorithm('sha256')).toBe(true);
	expect(isHmacAlgorithm('SHA256')).toBe(false);
	expect(isHmacAlgorithm('none')).toBe(false);
});

test.each<[Record<string, string | string[] | undefined>, string | undefined]>([
	[{ 'x-sig': 'a' }, 'a'],
	[{ 'X-Sig': 'a' }, 'a'],
	[{ 'x-sig': ['a', 'b'] }, 'a'],
	[{ 'x-sig': [] }, undefined],
	[{ 'x-sig': '' }, undefined],
	[{ 'x-sig': undefined, 'X-SIG': 'b' }, 'b'],
	[{ other: 'a' }, undefined],
])('headerValue(%j) is %p', (headers, expected) => {
	expect(headerValue(headers, 'X-sig')).toBe(expected);
});
