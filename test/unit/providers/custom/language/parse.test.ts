import fc from 'fast-check';
import { HELPER_NAMES } from '../../../../../core/providers/custom/language/helpers';
import { parseExpression } from '../../../../../core/providers/custom/language/parse';
import type { Node, Path, Segment } from '../../../../../core/providers/custom/language/syntax';

const path = (...segments: Segment[]): Node => ({ kind: 'path', path: { fromBody: false, segments } });
const key = (name: string): Segment => ({ kind: 'key', key: name });
const constant = (text: string): Node => ({ kind: 'constant', text });
const call = (helper: string, input: Node, ...texts: string[]): Node => ({
	kind: 'call',
	helper,
	input,
	texts,
});

test.each<[string, Node]>([
	['from', path(key('from'))],
	['  from  ', path(key('from'))],
	['message-timestamp', path(key('message-timestamp'))],
	['@type', path(key('@type'))],
	['Straße', path(key('Straße'))],
	['a.b.c', path(key('a'), key('b'), key('c'))],
	['a [ 0 ] . b', path(key('a'), { kind: 'index', index: 0 }, key('b'))],
	['[1]', path({ kind: 'index', index: 1 })],
	['a["b.c d"].e', path(key('a'), key('b.c d'), key('e'))],
	[`['it"s']`, path(key('it"s'))],
	['media[*].url', path(key('media'), { kind: 'every' }, key('url'))],
	['form.MediaUrl*', path(key('form'), { kind: 'numbered', prefix: 'MediaUrl' })],
	['$id', path(key('$id'))],
	['$.a', { kind: 'path', path: { fromBody: true, segments: [key('a')] } }],
	['$', { kind: 'path', path: { fromBody: true, segments: [] } }],
	['"sms"', constant('sms')],
	["' '", constant(' ')],
	['a | lower', call('lower', path(key('a')))],
	['lower(a)', call('lower', path(key('a')))],
	['a|trim|e164("44")', call('e164', call('trim', path(key('a'))), '44')],
	['a | lower()', call('lower', path(key('a')))],
	['first(a, b.c)', { kind: 'first', options: [path(key('a')), path(key('b'), key('c'))] }],
	['a | default("-")', { kind: 'first', options: [path(key('a')), constant('-')] }],
	['first.second', path(key('first'), key('second'))],
	[
		'+{{ country }} {{number}}',
		{ kind: 'template', parts: [constant('+'), path(key('country')), constant(' '), path(key('number'))] },
	],
	['{{ a | join("{{") }}', { kind: 'template', parts: [call('join', path(key('a')), '{{')] }],
])('%s', (source, root) => {
	expect(parseExpression(source)).toStrictEqual({ ok: true, expression: { source, root } });
});

test.each<[string, number, string]>([
	['', 0, 'the name of a field is missing before the end'],
	['a.', 2, 'the name of a field is missing before the end'],
	['a..b', 2, 'the name of a field is missing before "."'],
	['a b', 2, '"b" is not expected here'],
	['a.*', 2, '[*]'],
	['a[b]', 2, 'in brackets stands a number, * or a name in quotes, not "b"'],
	['a[-1]', 2, 'in brackets'],
	['a[1', 3, '] is missing before the end'],
	['a["b]', 2, 'the closing " is missing'],
	['"sms', 0, 'the closing " is missing'],
	['a |', 3, 'the name of a helper is missing before the end'],
	['a | upcase', 4, 'there is no helper "upcase"; there are lower, upper'],
	['upcase(a)', 0, 'there is no helper "upcase"'],
	['a | constructor', 4, 'there is no helper "constructor"'],
	['a | before', 4, 'before needs a text in quotes; write it like before(":")'],
	['a | before(:)', 4, 'before takes texts in quotes only'],
	['a | before(*)', 11, 'constants in quotes'],
	['  a b', 4, '"b" is not expected here'],
	['a | before(b)', 4, 'before takes texts in quotes only'],
	['a | before("")', 4, 'the text to look for is empty'],
	['a | lower("x")', 4, 'lower takes no more than 0 texts'],
	['a | first', 4, 'first chooses between several'],
	['lower()', 0, 'lower has nothing to work on'],
	['first(a, b', 10, ') is missing before the end'],
	['a | e164("044")', 4, '"044" is not a country code'],
	['a | date("MM/YYYY")', 4, 'it needs YYYY or YY, MM and DD'],
	['a | date("DD.MM.YYYY DD")', 4, 'names a part of the date twice'],
	['a | date("DD.MM.YYYY", "Paris")', 4, '"Paris" is not an offset from UTC'],
	['{{ a', 4, '}} is missing before the end'],
	['{{ a } b', 5, '}} is missing before "}"'],
	['x'.repeat(1001), 1000, 'is longer than 1000 characters'],
])('%s is refused', (source, position, message) => {
	expect(parseExpression(source)).toEqual({
		ok: false,
		position,
		message: expect.stringContaining(message),
	});
});

const PIECES = [...HELPER_NAMES, ...'.[](){}|,*$"\' 09ab', '{{', '}}', '[*]'];

test('any text is an expression or a fault within it', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
	);
	fc.assert(
		fc.property(text, (source) => {
			const parsed = parseExpression(source);
			if (parsed.ok) return;
			expect(parsed.message).not.toBe('');
			expect(parsed.position).toBeLessThanOrEqual(source.length);
		}),
		{ numRuns: 2000 },
	);
});

test.each(['first(a,', 'lower(', 'a[', '{{', '"a"|'])('%s without end is refused, not followed', (piece) => {
	expect(parseExpression(piece.repeat(1000 / piece.length)).ok).toBe(false);
});

/** What a path looks like when it is written in brackets throughout. */
function written({ fromBody, segments }: Path): string {
	const steps = segments.map((segment) => {
		if (segment.kind === 'index') return `[${segment.index}]`;
		if (segment.kind === 'key')
			return `[${segment.key.includes('"') ? `'${segment.key}'` : `"${segment.key}"`}]`;
		return '[*]';
	});
	return (fromBody ? '$' : '') + steps.join('');
}

test('every path can be written', () => {
	const segment = fc.oneof(
		fc.record({ kind: fc.constant('index' as const), index: fc.nat(999) }),
		fc.record({ kind: fc.constant('every' as const) }),
		fc.record({
			kind: fc.constant('key' as const),
			key: fc.string({ maxLength: 10 }).filter((name) => !(name.includes('"') && name.includes("'"))),
		}),
	);
	const paths = fc.record({
		fromBody: fc.boolean(),
		segments: fc.array(segment, { minLength: 1, maxLength: 5 }),
	});
	fc.assert(
		fc.property(paths, (given) => {
			const source = written(given);
			fc.pre(!source.includes('{{'));
			expect(parseExpression(source)).toEqual({
				ok: true,
				expression: { source, root: { kind: 'path', path: given } },
			});
		}),
	);
});
