import fc from 'fast-check';
import { DELIVERY_CAUSES } from '../../../core/events';
import { meaningOfStatus, readErrorBody } from '../../../core/http/http-failure';

test.each<[number, boolean, string, boolean]>([
	[400, false, 'contentRejected', false],
	[401, false, 'credentialInvalid', false],
	[402, true, 'configurationInvalid', false],
	[403, true, 'configurationInvalid', false],
	[404, false, 'configurationInvalid', false],
	[409, false, 'unknown', false],
	[409, true, 'contentRejected', false],
	[413, false, 'contentRejected', false],
	[422, false, 'contentRejected', false],
	[429, false, 'rateLimited', true],
	[500, true, 'temporarilyUnavailable', true],
	[500, false, 'temporarilyUnavailable', false],
	[504, false, 'temporarilyUnavailable', false],
	[599, true, 'temporarilyUnavailable', true],
	[600, false, 'unknown', false],
	[302, true, 'configurationInvalid', false],
	[200, true, 'unknown', false],
	[0, false, 'unknown', false],
])(
	'HTTP %i, explained by the provider: %s, is %s, retryable: %s',
	(httpStatus, explained, cause, retryable) => {
		expect(meaningOfStatus(httpStatus, explained)).toMatchObject({ cause, retryable });
	},
);

test('every status has a cause, a title and advice', () => {
	fc.assert(
		fc.property(fc.integer(), fc.boolean(), (httpStatus, explained) => {
			const { cause, title, advice } = meaningOfStatus(httpStatus, explained);
			expect(DELIVERY_CAUSES).toContain(cause);
			expect(title).not.toBe('');
			expect(advice).toMatch(/\.$/);
		}),
	);
});

test.each<[string, unknown, ReturnType<typeof readErrorBody>]>([
	['an object', { a: 1 }, { object: { a: 1 }, text: '' }],
	['an object as text', '{"a":1}', { object: { a: 1 }, text: '' }],
	['an object as bytes', Buffer.from('{"a":1}'), { object: { a: 1 }, text: '' }],
	['a web page', ' <html>', { object: undefined, text: '' }],
	['plain text', ' Too many\n', { object: undefined, text: 'Too many' }],
	['a long text', 'x'.repeat(500), { object: undefined, text: 'x'.repeat(300) }],
	['a list', [1], { object: undefined, text: '' }],
	['nothing', undefined, { object: undefined, text: '' }],
])('%s is read', (_, body, expected) => {
	expect(readErrorBody(body)).toEqual(expected);
});
