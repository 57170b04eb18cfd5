import { elementsAt, evaluate } from '../../../../../core/providers/custom/language/evaluate';
import { parseExpression } from '../../../../../core/providers/custom/language/parse';
import type { JsonValue } from '../../../../../core/events';

function parsed(source: string) {
	const result = parseExpression(source);
	if (!result.ok) throw new Error(`${source}: ${result.message}`);
	return result.expression;
}

const found = (source: string, element: JsonValue, body = element) =>
	evaluate(parsed(source).root, { element, body });

const SENDER = { msisdn: '447700900123', name: ' Ada ' };
const LIST = ['a', '', null, 'b'];

const ELEMENT: JsonValue = {
	text: 'Hi',
	number: 7,
	zero: 0,
	no: false,
	empty: '',
	nothing: null,
	'a.b c': 'quoted',
	sender: SENDER,
	list: LIST,
	none: [],
	media: [{ url: 'u0', type: 'image/png' }, { url: 'u1' }, { type: 'audio/ogg' }],
	groups: [{ parts: [{ t: 'a' }, { t: 'b' }] }, {}, { parts: [{ t: 'c' }] }],
	Photo2: 'second',
	Photo10: 'tenth',
	Photo1: 'first',
	Photo01: 'not a number',
	Photo100: 'too many',
	PhotoX: 'x',
};

test.each<[string, JsonValue | undefined]>([
	['text', 'Hi'],
	['number', 7],
	['zero', 0],
	['no', false],
	['empty', undefined],
	['nothing', undefined],
	['missing', undefined],
	['text.length', undefined],
	['constructor', undefined],
	['__proto__', undefined],
	['list.length', undefined],
	['["a.b c"]', 'quoted'],
	['sender.msisdn', '447700900123'],
	['sender', SENDER],
	['list[3]', 'b'],
	['list[9]', undefined],
	['text[0]', undefined],
	['list', LIST],
	['none', undefined],
	['none[*]', undefined],
	['text[*]', undefined],
	['list[*]', ['a', '', null, 'b']],
	['media[*].url', ['u0', 'u1', null]],
	['media[*].type', ['image/png', null, 'audio/ogg']],
	['groups[*].parts[*].t', ['a', 'b', 'c']],
	['Photo*', [null, 'first', 'second', null, null, null, null, null, null, null, 'tenth']],
	['list*', undefined],
	['"sms"', 'sms'],
	['""', undefined],
	['text | upper', 'HI'],
	['text | lower', 'hi'],
	['number | prefix("+")', '+7'],
	['sender | lower', undefined],
	['sender.name | trim', 'Ada'],
	['empty | prefix("+")', undefined],
	['media[*].url | upper', ['U0', 'U1', null]],
	['list | join("-")', 'a-b'],
	['groups[*].parts[*].t | join("")', 'abc'],
	['text | join("-")', 'Hi'],
	['first(missing, empty, nothing, text)', 'Hi'],
	['first(missing, empty)', undefined],
	['missing | default("x")', 'x'],
	['zero | default("x")', 0],
	['text | is("Ho", "Hi")', 'Hi'],
	['text | is("hi")', undefined],
	['number | is("7")', '7'],
	['text | unicode', undefined],
	['"Привет" | unicode', 'Привет'],
	['text | then("yes")', 'yes'],
	['missing | then("yes")', undefined],
	['text | before("i")', 'H'],
	['text | before("x")', undefined],
	['text | after("H")', 'i'],
	['text | after("i")', undefined],
	['text | prefix("H")', 'Hi'],
	['{{ text }} {{ number }}!', 'Hi 7!'],
	['{{ missing }} {{ number }}', ' 7'],
	['{{ missing }} {{ empty }}', undefined],
	['{{ list[*] }}', 'a'],
])('%s', (source, value) => {
	expect(found(source, ELEMENT)).toEqual(value);
});

test('$ stands for the whole body', () => {
	const body = { account: 'A', items: [{ id: 1 }] };
	expect(found('$.account', { id: 1 }, body)).toBe('A');
	expect(found('$', { id: 1 }, body)).toBe(body);
	expect(found('account', { id: 1 }, body)).toBeUndefined();
});

test('brings together no more than a hundred values', () => {
	const many = Array.from({ length: 1000 }, (_, at) => at);
	expect(found('[*]', many)).toHaveLength(100);
	expect(found('$ | lower', many)).toHaveLength(100);
});

test.each<[string, string, string | undefined]>([
	['e164', '447700900123', '+447700900123'],
	['e164', '+44 (7700) 900-123', '+447700900123'],
	['e164', '00447700900123', '+447700900123'],
	['e164', '07700900123', '07700900123'],
	['e164', '40404', '40404'],
	['e164', 'AcmeInc', 'AcmeInc'],
	['e164("44")', '07700 900123', '+447700900123'],
	['e164("44")', '7700900123', '+447700900123'],
	['e164("44")', '447700900123', '+447700900123'],
	['e164("44")', '+16505551234', '+16505551234'],
	['e164("44")', '0016505551234', '+16505551234'],
	['e164("1")', '650-555-1234', '+16505551234'],
	['e164("44")', '07700 ext 5', '07700 ext 5'],
	['epochSeconds', '1577880000', '2020-01-01T12:00:00.000Z'],
	['epochSeconds', 'soon', undefined],
	['epochMilliseconds', '1577880000123', '2020-01-01T12:00:00.123Z'],
	['epochMilliseconds', '946684800000', '2000-01-01T00:00:00.000Z'],
	['epochMilliseconds', '', undefined],
	['date', '2020-01-01 12:00:00', '2020-01-01T12:00:00.000Z'],
	['date', '2020-01-01T12:00:00+02:00', '2020-01-01T10:00:00.000Z'],
	['date("+02:00")', '2020-01-01 12:00:00', '2020-01-01T10:00:00.000Z'],
	['date("+0200")', '2020-01-01T12:00:00Z', '2020-01-01T12:00:00.000Z'],
	['date("DD.MM.YYYY HH:mm:ss")', '31.12.2025 23:59:58', '2025-12-31T23:59:58.000Z'],
	['date("DD/MM/YYYY")', '5/3/2026', '2026-03-05T00:00:00.000Z'],
	['date("MM/DD/YYYY HH:mm", "-05:00")', '3/5/2026 9:07', '2026-03-05T14:07:00.000Z'],
	['date("YYMMDDHHmm")', '2001011400', '2020-01-01T14:00:00.000Z'],
	['date("YYYYMMDDHHmmss")', '20200101140000', '2020-01-01T14:00:00.000Z'],
	['date("DD.MM.YYYY")', '31.02.2026', undefined],
	['date("DD.MM.YYYY")', '01.02.26', undefined],
	['date("DD.MM.YYYY")', '01-02-2026', undefined],
	['date("DD.MM.YYYY")', '01.02.2026 12:00', undefined],
	['date', 'yesterday', undefined],
])('%s of %j', (helper, given, value) => {
	expect(found(`value | ${helper}`, { value: given })).toBe(value);
});

test.each<[string, JsonValue, JsonValue[] | undefined]>([
	['results', { results: [1, null, 2] }, [1, null, 2]],
	['results', { results: [] }, []],
	['results', { results: { id: 1 } }, [{ id: 1 }]],
	['results', {}, undefined],
	['results', 'text', undefined],
	['$', [1, 2], [1, 2]],
	['[*]', [1, [2, 3]], [1, 2, 3]],
	['entry[*].messages', { entry: [{ messages: [1] }, {}, { messages: [2, 3] }] }, [1, 2, 3]],
	['entry[*].messages', { entry: [{}] }, undefined],
])('the elements at %s of %j', (source, body, elements) => {
	const { root } = parsed(source);
	if (root.kind !== 'path') throw new Error(`${source} is no path`);
	expect(elementsAt([root.path], body)).toEqual(elements);
});
