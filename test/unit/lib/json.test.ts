import fc from 'fast-check';
import {
	compact,
	idOf,
	isJsonObject,
	listOf,
	numberOf,
	objectOf,
	parseJson,
	rowOf,
	textOf,
	toJsonValue,
} from '../../../core/lib/json';

test.each([
	[{}, true],
	[{ a: 1 }, true],
	[[], false],
	[null, false],
	['{}', false],
	[undefined, false],
])('isJsonObject(%j) is %s', (value, expected) => {
	expect(isJsonObject(value)).toBe(expected);
});

test.each<[unknown, unknown]>([
	[undefined, null],
	[Number.NaN, null],
	[() => 1, null],
	[0, 0],
	['', ''],
	[false, false],
	[null, null],
])('toJsonValue(%p) is %p', (value, expected) => {
	expect(toJsonValue(value)).toBe(expected);
});

test('containers are handed on by reference', () => {
	const list = [{ a: 1 }];
	expect(toJsonValue(list)).toBe(list);
	expect(listOf(list)[0]).toBe(list[0]);
	expect(objectOf(list[0])).toBe(list[0]);
});

test.each<[unknown, string | undefined]>([
	['a', 'a'],
	['', undefined],
	[1, undefined],
	[null, undefined],
])('textOf(%p) is %p', (value, expected) => {
	expect(textOf(value)).toBe(expected);
});

test.each<[unknown, string | undefined]>([
	['wamid.1', 'wamid.1'],
	[1689556908129835, '1689556908129835'],
	[0, '0'],
	['', undefined],
	[Number.POSITIVE_INFINITY, undefined],
	[{}, undefined],
])('idOf(%p) is %p', (value, expected) => {
	expect(idOf(value)).toBe(expected);
});

test.each<[unknown, number | undefined]>([
	[1.5, 1.5],
	['37.46', 37.46],
	['', undefined],
	[' ', undefined],
	['12 apples', undefined],
	[true, undefined],
	[null, undefined],
])('numberOf(%p) is %p', (value, expected) => {
	expect(numberOf(value)).toBe(expected);
});

test.each<[string, unknown]>([
	['{"a":[1]}', { a: [1] }],
	['null', null],
	['"text"', 'text'],
	['<html>', undefined],
	['', undefined],
])('parseJson(%p) is %p', (text, expected) => {
	expect(parseJson(text)).toEqual(expected);
});

test.each(['constructor', '__proto__', 'toString', 'b', undefined])('a table has no row %p', (key) => {
	expect(rowOf({ a: 1 }, key)).toBeUndefined();
});

test('a table has its own rows', () => {
	expect(rowOf({ a: 1 }, 'a')).toBe(1);
});

test('compact drops undefined and nothing else', () => {
	fc.assert(
		fc.property(
			fc.dictionary(fc.stringMatching(/^[a-z]\w*$/), fc.option(fc.jsonValue(), { nil: undefined })),
			(fields) => {
				const kept = compact(fields);
				expect(Object.entries(kept)).toEqual(
					Object.entries(fields).filter(([, value]) => value !== undefined),
				);
			},
		),
	);
});
