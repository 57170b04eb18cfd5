import fc from 'fast-check';
import { outbound, type CustomRequestTemplate } from '../../../../../core/providers/custom/outbound';
import { parseOutgoing } from '../../../../../core/messages';
import type { BuildResult } from '../../../../../core/messages/sending';

const answer = { messageId: 'id' };

function build(template: Partial<CustomRequestTemplate>, message: object): BuildResult {
	const parsed = parseOutgoing({ type: 'text', text: 'Hi', ...message });
	if (!parsed.ok) throw new Error(parsed.message);
	const requestTemplate = { path: '/', answer, ...template };
	return outbound.build(parsed.message, { requestTemplate });
}

function request(template: Partial<CustomRequestTemplate>, message: object) {
	const result = build(template, message);
	if (!result.ok) throw new Error(result.message);
	return result.request;
}

test.each<[string, Partial<CustomRequestTemplate>]>([
	['the path', { path: '/{{ values.body_1 }}' }],
	['the query', { query: { a: '{{ values.body_1 }}' } }],
	['a header', { headers: { 'x-a': '{{ values.body_1 }}' } }],
	['the body', { body: { a: '{{ values.body_1 }}' } }],
])('a value of a template goes into %s, and another one has no place', (_name, template) => {
	const own = { ...template, types: { template: {} } };
	const message = { type: 'template', name: 'offer', language: 'en', values: { body_1: 'Ann' } };
	expect(build(own, message)).toMatchObject({ ok: true });
	const more = { ...message, values: { body_1: 'Ann', header_image: 'https://a.example' } };
	expect(build(own, more)).toMatchObject({ ok: false, field: 'values.header_image' });
});

test.each<[string, Partial<CustomRequestTemplate>, object, object]>([
	['a constant', { body: { a: 'b', c: 1, d: null } }, {}, { body: { a: 'b', c: 1, d: null } }],
	[
		'a value of its kind',
		{ body: { a: '{{ validityMinutes }}' } },
		{ validityMinutes: 5 },
		{ body: { a: 5 } },
	],
	[
		'a value within text',
		{ body: { a: 'm{{ validityMinutes }}' } },
		{ validityMinutes: 5 },
		{ body: { a: 'm5' } },
	],
	['what may be left out', { body: { 'a?': '{{ sender }}' } }, {}, { body: {} }],
	['a group that may be left out', { body: { 'a?': { b: 'c', d: ['{{ sender }}'] } } }, {}, { body: {} }],
	['what may be empty', { body: { a: '{{ sender | default("") }}' } }, {}, { body: { a: '' } }],
	['a part that may be empty', { body: { a: 'x{{ sender | default("") }}y' } }, {}, { body: { a: 'xy' } }],
	[
		'fields of the type first',
		{ body: { a: 'b', c: 'd' }, types: { text: { a: '{{ text }}' } } },
		{},
		{ body: { c: 'd', a: 'Hi' } },
	],
	[
		'a form without a body of its own',
		{ contentType: 'form', types: { text: { a: '{{ text }}' } } },
		{},
		{ form: { a: 'Hi' } },
	],
	[
		'other values in a form',
		{ contentType: 'form', body: { a: 1, b: ['{{ text }}'], c: true } },
		{},
		{ form: { a: '1', b: '["Hi"]', c: 'true' } },
	],
	['a list', { body: [{ a: '{{ text }}' }] }, {}, { body: [{ a: 'Hi' }] }],
	[
		'a query',
		{ query: { a: '{{ text }}', 'b?': '{{ sender }}' } },
		{ text: 'x&y=z\r\n' },
		{ query: { a: 'x&y=z\r\n' } },
	],
	[
		'a header',
		{ headers: { 'X-A': '{{ text }}', 'X-B?': '{{ sender }}' } },
		{},
		{ headers: { 'X-A': 'Hi' } },
	],
	[
		'a value in the path',
		{ path: '/a/{{ sender }}/b' },
		{ sender: '../x?y#z%2f é' },
		{ path: '/a/..%2Fx%3Fy%23z%252f%20%C3%A9/b' },
	],
	['half a letter in the path', { path: '/{{ text }}' }, { text: 'a\ud800' }, { path: '/a%EF%BF%BD' }],
	[
		'names of prototypes',
		{ body: JSON.parse('{"__proto__": "{{ text }}", "constructor": "a"}') },
		{},
		{ body: JSON.parse('{"__proto__": "Hi", "constructor": "a"}') },
	],
])('%s', (_case, template, message, expected) => {
	expect(request(template, message)).toStrictEqual({ method: 'POST', path: '/', ...expected });
});

test.each<[string, Partial<CustomRequestTemplate>, object, string, string]>([
	[
		'nothing for a field',
		{ body: { a: { b: ['{{ sender }}'] } } },
		{},
		'sender',
		'{{ sender }} at body.a.b[0]',
	],
	['nothing for a part of a field', { body: { a: '{{ text }} {{ sender }}' } }, {}, 'sender', 'at body.a'],
	['nothing for a type', { types: { text: { a: '{{ media.link }}' } } }, {}, 'media.link', 'at body.a'],
	['nothing for the query', { query: { a: '{{ first(sender, to) }}' } }, {}, 'sender', 'at query.a'],
	['nothing for a header', { headers: { a: '{{ sender | lower }}' } }, {}, 'sender', 'at headers.a'],
	['nothing for the path', { path: '/{{ sender }}' }, {}, 'sender', 'at path'],
	[
		'an object for a text',
		{ query: { a: '{{ regional }}' } },
		{ regional: { a: 1 } },
		'regional',
		'at query.a',
	],
	[
		'a line break in a header',
		{ headers: { a: '{{ text }}' } },
		{ text: 'a\r\nHost: b' },
		'text',
		'line break',
	],
	[
		'a letter in a header',
		{ headers: { a: '{{ text }}' } },
		{ text: 'ü' },
		'text',
		'cannot stand in a header',
	],
	['a way up', { path: '/a/{{ text }}/b' }, { text: '..' }, 'text', 'cannot stand in the path'],
	['half a way up', { path: '/a/.{{ text }}/b' }, { text: '.' }, 'text', 'cannot stand in the path'],
	[
		'another host',
		{ path: '/{{ text | default("") }}/{{ sender }}' },
		{ text: '.', sender: 'a' },
		'text',
		'path',
	],
	['another type', {}, { type: 'reaction', messageId: '1' }, 'type', 'of type reaction, only text'],
])('%s is a problem', (_case, template, message, field, text) => {
	expect(build(template, message)).toEqual({ ok: false, field, message: expect.stringContaining(text) });
});

const anyText = fc
	.oneof(
		fc.string({ minLength: 1 }),
		fc.string({ unit: 'binary', minLength: 1 }),
		fc
			.array(
				fc.constantFrom(
					'.',
					'..',
					'/',
					'\\',
					'\r\n',
					'?',
					'#',
					'%2e',
					'%0d',
					'&',
					'=',
					'"',
					'{{ to }}',
					'a',
					'\ud800',
				),
				{ minLength: 1 },
			)
			.map((parts) => parts.join('')),
	)
	.filter((text) => text.trim() !== '');

const BASE = 'https://api.gateway.example/v1/account';

test('no value leaves its place', () => {
	const template: Partial<CustomRequestTemplate> = {
		path: '/send/{{ text }}/to',
		query: { q: '{{ text }}', b: 'c' },
		body: { text: '{{ text }}', both: '<{{ text }}>' },
	};
	fc.assert(
		fc.property(anyText, (text) => {
			const result = build(template, { text });
			if (!result.ok) {
				expect(text).toMatch(/^(\.|%2e){1,2}$/i);
				return;
			}
			const { path, query, body } = result.request;
			const url = new URL(`${BASE}${path}?${new URLSearchParams(query).toString()}`);
			const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd');
			expect(url.origin).toBe('https://api.gateway.example');
			expect(url.pathname.split('/')).toEqual([
				'',
				'v1',
				'account',
				'send',
				encodeURIComponent(wellFormed),
				'to',
			]);
			expect([...url.searchParams]).toEqual([
				['q', wellFormed],
				['b', 'c'],
			]);
			expect(url.hash).toBe('');
			expect(body).toEqual({ text, both: `<${text}>` });
		}),
	);
});

test('no value ends a header', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const result = build({ headers: { 'X-Text': 'a{{ text }}' } }, { text });
			const isPlain = /^[\x20-\x7e]*$/.test(text);
			expect(result.ok).toBe(isPlain);
			if (result.ok) expect(result.request.headers).toEqual({ 'X-Text': `a${text}` });
		}),
	);
});
