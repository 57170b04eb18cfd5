import { verifyBasic, verifyHeader, verifyUrlToken } from '../../../core/webhooks/shared-secret';

const secret = { username: 'hook', password: 'pä:ss' };
const basic = (text: string) => `Basic ${Buffer.from(text, 'utf8').toString('base64')}`;

describe('Basic authentication', () => {
	test.each<[string, Record<string, string | string[] | undefined>]>([
		['as it is written', { Authorization: basic('hook:pä:ss') }],
		[
			'with another case of name and scheme',
			{ AUTHORIZATION: basic('hook:pä:ss').replace('Basic', 'bAsIc') },
		],
		['as a list', { authorization: [basic('hook:pä:ss')] }],
		['with more than one space', { authorization: basic('hook:pä:ss').replace(' ', '   ') }],
	])('holds %s', (_case, headers) => {
		expect(verifyBasic(headers, secret)).toEqual({ ok: true });
	});

	test.each<[Record<string, string | string[] | undefined>, string]>([
		[{}, 'no Authorization header'],
		[{ authorization: undefined }, 'no Authorization header'],
		[{ authorization: [] }, 'no Authorization header'],
		[{ authorization: 'Bearer abc' }, 'not Basic'],
		[{ authorization: 'Basic' }, 'not Basic'],
		[{ authorization: basic('hook:pä:sS') }, "not the credential's"],
		[{ authorization: basic('Hook:pä:ss') }, "not the credential's"],
		[{ authorization: basic('hook:pä:ss ') }, "not the credential's"],
		[{ authorization: `${basic('hook:pä:ss')}AAAA` }, "not the credential's"],
		[{ authorization: basic('') }, 'not Basic'],
	])('%j is refused', (headers, reason) => {
		const verification = verifyBasic(headers, secret);
		expect(verification.ok ? '' : verification.reason).toContain(reason);
		expect(JSON.stringify(verification)).not.toContain(secret.password);
	});

	test.each([
		{ username: '', password: '' },
		{ username: 'hook', password: '' },
		{ username: '', password: 'pass' },
	])('%j lets nobody in', (blank) => {
		const headers = { authorization: basic(`${blank.username}:${blank.password}`) };
		expect(verifyBasic(headers, blank).ok).toBe(false);
	});
});

describe('a secret header', () => {
	test.each<[Record<string, string | string[] | undefined>, boolean]>([
		[{ 'x-secret': 'abc' }, true],
		[{ 'X-SECRET': ['abc', 'other'] }, true],
		[{ 'x-secret': 'abd' }, false],
		[{ 'x-secret': 'abcd' }, false],
		[{ 'x-secret': ['other', 'abc'] }, false],
		[{ 'x-secret': '' }, false],
		[{}, false],
	])('%j holds: %s', (headers, ok) => {
		const verification = verifyHeader(headers, { name: 'X-Secret', value: 'abc' });
		expect(verification.ok).toBe(ok);
		expect(JSON.stringify(verification)).not.toContain('abc');
	});

	test.each([
		{ name: '', value: '' },
		{ name: 'x-secret', value: '' },
		{ name: '', value: 'abc' },
	])('%j lets nobody in', (blank) => {
		expect(verifyHeader({ 'x-secret': '', '': 'abc' }, blank).ok).toBe(false);
	});
});

describe('a token in the URL', () => {
	const token = 'mDk3sY7qWv0pZ8tR2xLc';

	test.each([
		[token, true],
		[token.toLowerCase(), false],
		[token.slice(1), false],
		['', false],
		[undefined, false],
	])('%s holds: %s', (given, ok) => {
		const verification = verifyUrlToken(given, token);
		expect(verification.ok).toBe(ok);
		expect(JSON.stringify(verification)).not.toContain(token);
	});

	test.each(['', 'short', token.slice(1)])('"%s" is too short to let anybody in', (expected) => {
		expect(verifyUrlToken(expected, expected).ok).toBe(false);
	});
});
