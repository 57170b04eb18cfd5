import { outbound, parseRequestTemplate } from '../../../../../core/providers/custom/outbound';
import { parseOutgoing } from '../../../../../core/messages';

const answer = { messageId: 'id' };

function problems(template: unknown) {
	const result = parseRequestTemplate(template);
	return result.ok ? [] : result.problems;
}

function nested(depth: number): object {
	return depth === 0 ? {} : { a: nested(depth - 1) };
}

test.each<[string, object]>([
	['a path alone', { path: '/send', answer }],
	['a path with values', { path: '/v1/{{ sender }}/messages:send', answer }],
	[
		'everything',
		{
			name: 'Example',
			description: 'An example',
			method: 'PUT',
			path: '/',
			headers: { 'X-Ref?': 'a {{ callbackData }}' },
			query: { to: '{{ to }}' },
			contentType: 'json',
			body: { a: [1, true, null, '{{ text }}', { 'b?': '{{ media.link }}' }] },
			types: { text: {}, image: { a: 'b' } },
			answer: {
				...answer,
				success: [200, 202],
				status: 'state',
				statuses: { ok: 'accepted', no: 'rejected' },
				errorCode: 'error.code',
				errorMessage: 'error.text',
				causes: { E1: 'optedOut' },
			},
		},
	],
	['a list of messages', { path: '/', body: [{ to: '{{ to }}' }], answer }],
	['GET with a query', { method: 'GET', path: '/', query: { text: '{{ text }}' }, answer }],
])('%s is a request template', (_case, template) => {
	expect(problems(template)).toEqual([]);
});

test.each<[string, unknown, string, string]>([
	['nothing', undefined, '', 'is missing'],
	['no path', { answer }, 'path', 'is missing'],
	['no answer', { path: '/' }, 'answer', 'is missing'],
	['no id in the answer', { path: '/', answer: {} }, 'answer.messageId', 'is missing'],
	['a misspelt field', { path: '/', answer, boddy: {} }, 'boddy', 'is not a field here'],
	['another method', { path: '/', answer, method: 'TRACE' }, 'method', '"TRACE" is none of GET'],
	['a whole URL', { path: 'https://other.example/send', answer }, 'path', 'base URL of the credential'],
	['another host', { path: '//other.example/send', answer }, 'path', 'base URL of the credential'],
	['another host by a value', { path: '{{ text }}', answer }, 'path', 'must begin with /'],
	['a path out of the base', { path: '/a/../b', answer }, 'path', 'must not lead out'],
	['a path out of the base in code', { path: '/a/%2E%2e/b', answer }, 'path', 'must not lead out'],
	['a query in the path', { path: '/a?to={{ to }}', answer }, 'path', 'belongs into query'],
	['a space in the path', { path: '/a b', answer }, 'path', 'write it with %'],
	['a backslash in the path', { path: '/a\\b', answer }, 'path', 'write it with %'],
	['a broken expression', { path: '/{{ a | }}', answer }, 'path', '(at character'],
	['an open brace', { path: '/', body: { a: ['{{ a'] }, answer }, 'body.a[0]', '}} is missing'],
	[
		'a helper that is not there',
		{ path: '/', query: { a: '{{ b | c }}' }, answer },
		'query.a',
		'no helper "c"',
	],
	[
		'a header of two words',
		{ path: '/', headers: { 'a b': 'c' }, answer },
		'headers.a b',
		'not a valid header name',
	],
	[
		'a header with a line break',
		{ path: '/', headers: { a: 'b\r\nc: d' }, answer },
		'headers.a',
		'line breaks',
	],
	[
		'a name with a line break',
		{ path: '/', headers: { 'a\nb': 'c' }, answer },
		'headers.a\nb',
		'not a valid header name',
	],
	['the host', { path: '/', headers: { Host: 'x' }, answer }, 'headers.Host', 'base URL of the credential'],
	[
		'a password',
		{ path: '/', headers: { AUTHORIZATION: 'x' }, answer },
		'headers.AUTHORIZATION',
		'credential',
	],
	[
		'the password, where there is something',
		{ path: '/', headers: { 'Host?': 'x' }, answer },
		'headers.Host',
		'base URL',
	],
	['a number in the query', { path: '/', query: { a: 1 }, answer }, 'query.a', 'must be a text'],
	['a text as body', { path: '/', body: '{{ text }}', answer }, 'body', 'must be a group of fields'],
	['a list as form', { path: '/', body: [], contentType: 'form', answer }, 'body', 'a form has no lists'],
	[
		'a list and fields',
		{ path: '/', body: [], types: { text: { a: 'b' } }, answer },
		'body',
		'types has fields',
	],
	['GET with a body', { path: '/', method: 'GET', body: {}, answer }, 'body', 'cannot go with GET'],
	['GET with fields', { path: '/', method: 'GET', types: { text: { a: 'b' } }, answer }, 'types', 'GET'],
	[
		'a type that is not there',
		{ path: '/', types: { sms: {} }, answer },
		'types.sms',
		'is not a type of message',
	],
	[
		'fields that are none',
		{ path: '/', types: { text: 'a' }, answer },
		'types.text',
		'must be a group of fields',
	],
	[
		'a status without words',
		{ path: '/', answer: { ...answer, status: 'a' } },
		'answer.statuses',
		'is missing',
	],
	[
		'words without a status',
		{ path: '/', answer: { ...answer, statuses: {} } },
		'answer.status',
		'is missing',
	],
	[
		'another word',
		{ path: '/', answer: { ...answer, status: 'a', statuses: { a: 'ok' } } },
		'answer.statuses.a',
		'is none of accepted, rejected',
	],
	['one HTTP status', { path: '/', answer: { ...answer, success: 200 } }, 'answer.success', 'must be a list'],
	[
		'half a range',
		{ path: '/', answer: { ...answer, success: [200] } },
		'answer.success',
		'such as [200, 299]',
	],
])('%s is a problem', (_case, template, path, text) => {
	expect(problems(template)).toEqual([{ path, message: expect.stringContaining(text) }]);
});

test('nesting without end is a problem', () => {
	const [problem] = problems({ path: '/', body: nested(5000), answer });
	expect(problem?.message).toContain('levels deep');
});

test.each([undefined, null, 7, 'text', [], { path: '/' }])('no message goes out by %j', (requestTemplate) => {
	const parsed = parseOutgoing({ type: 'text', text: 'Hi', to: '1' });
	if (!parsed.ok) throw new Error(parsed.message);
	const line = { requestTemplate } as const;
	expect(outbound.build(parsed.message, line)).toMatchObject({ ok: false, field: 'requestTemplate' });
	expect(outbound.readAnswer([parsed.message], 200, {}, line)).toMatchObject([
		{ outcome: 'rejected', error: { cause: 'configurationInvalid', retryable: false } },
	]);
});
