import { hiderOf } from '../../../core/lib/secrets';

const SECRET = 'pass"wörd/1, two\\~+=x';
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

test.each([
	['as it is', SECRET],
	['in an address', encodeURIComponent(SECRET)],
	['in an address as other languages write it', encodeURIComponent(SECRET).toLowerCase()],
	['in a form', new URLSearchParams({ a: SECRET }).toString().slice(2)],
	['in a path', encodeURI(SECRET)],
	['in JSON', JSON.stringify(SECRET).slice(1, -1)],
	['in JSON within JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
	['in JSON of ASCII', JSON.stringify(SECRET).slice(1, -1).replace('ö', '\\u00f6').replace('/', '\\/')],
])('a secret is hidden %s', (_name, text) => {
	expect(hiderOf([SECRET])(`<${text}>`)).toBe('<…>');
});

test.each(['', 'u:', 'us:', 'use:', 'a long user name:'])(
	'a password is hidden in Basic after %j',
	(user) => {
		const shown = hiderOf([SECRET])(`Basic ${base64(`${user}${SECRET}`)}`);
		const [, left = ''] = shown.split(' ');
		expect(shown).toContain('…');
		// Of a byte that is shared with what stands beside it two thirds at most are left.
		expect(
			Buffer.from(left.split('…')[0] ?? '', 'base64')
				.toString('utf8')
				.slice(user.length),
		).not.toMatch(/pa/);
		expect(left.length).toBeLessThan(base64(user).length + 8);
	},
);

test('what is like it stays', () => {
	expect(hiderOf([SECRET])('pass"wörd')).toBe('pass"wörd');
	expect(hiderOf(['482913'])(`${base64('482913')} 1482913`)).toBe(`${base64('482913')} 1482913`);
});

/** What takes time out of all proportion to the text takes minutes; a busy machine takes some of these seconds. */
const FAR_TOO_LONG_MS = 10_000;

test.each(['\\', '\\"', '"', '\\\\"', 'a\\', ' ', '\n', '\u{1f600}', '\ud800', '%', 'é/'])(
	'a secret of many %j is found, and what is nearly one takes no time',
	(part) => {
		const secret = part.repeat(40);
		for (const text of [
			secret,
			encodeURIComponent(secret.toWellFormed()),
			JSON.stringify(secret).slice(1, -1),
			JSON.stringify(JSON.stringify(secret)).slice(3, -3),
		]) {
			expect(hiderOf([`${secret}!`])(`<${text}!>`)).toBe('<…>');
		}
		const near = JSON.stringify(JSON.stringify(secret)).repeat(500);
		const started = performance.now();
		hiderOf([`${secret}!`])(near);
		expect(performance.now() - started).toBeLessThan(FAR_TOO_LONG_MS);
	},
);

test('a text of nothing but backslashes takes no time', () => {
	const text = '\\'.repeat(2_000_000);
	const started = performance.now();
	expect(hiderOf([SECRET])(text)).toBe(text);
	expect(performance.now() - started).toBeLessThan(FAR_TOO_LONG_MS);
});
