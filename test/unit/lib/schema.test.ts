import { z } from 'zod';
import { textOf } from '../../../core/lib/json';
import {
	checked,
	Fault,
	lenient,
	numberFrom,
	readBy,
	required,
	requiredId,
	requiredObject,
} from '../../../core/lib/schema';

const schema = z.object({
	id: requiredId,
	name: lenient(textOf),
	title: required(textOf),
	more: requiredObject,
});

const whole = { id: 7, name: 'Ana', title: 'Hello', more: { a: 1 } };

test('fields are read by their functions', () => {
	expect(schema.parse(whole)).toEqual({ ...whole, id: '7' });
});

test('objects are handed on by reference', () => {
	expect(schema.parse(whole).more).toBe(whole.more);
});

test.each([undefined, null, '', 7, {}])('a lenient field may be %j', (name) => {
	expect(schema.parse({ ...whole, name }).name).toBeUndefined();
});

test.each([
	['id', ''],
	['id', {}],
	['id', undefined],
	['title', 7],
	['title', undefined],
	['more', []],
	['more', null],
])('a required %s may not be %j', (field, value) => {
	const result = schema.safeParse({ ...whole, [field]: value });
	expect(result.error?.issues.map(({ path }) => path)).toEqual([[field]]);
});

describe('a number', () => {
	const number = numberFrom(z.number().int());

	test.each([
		[5, 5],
		['5', 5],
	])('is read from %j', (given, expected) => {
		expect(number.parse(given)).toBe(expected);
	});

	test.each<{ given: unknown }>([
		{ given: 'five' },
		{ given: [5] },
		{ given: {} },
		{ given: { toString: 1, valueOf: 1 } },
	])('is not read from $given', ({ given }) => {
		expect(number.safeParse(given).success).toBe(false);
	});
});

describe('a field with words for what is wrong', () => {
	const letter = readBy((given) => (given === 'a' ? 'A' : new Fault('It has to be an a')));
	const pair = checked(z.object({ first: letter, last: letter.optional() }), ({ last }) =>
		last === undefined ? 'The last is missing' : undefined,
	);

	test('is what its function makes of it', () => {
		expect(pair.parse({ first: 'a', last: 'a' })).toEqual({ first: 'A', last: 'A' });
	});

	test.each([
		[{ first: 'b', last: 'a' }, ['first'], 'It has to be an a'],
		[{ last: 'a' }, ['first'], 'It has to be an a'],
		[{ first: 'a' }, [], 'The last is missing'],
		[{ first: 'b' }, ['first'], 'It has to be an a'],
	])('%j is refused at its place', (given, path, message) => {
		expect(pair.safeParse(given).error?.issues).toEqual([expect.objectContaining({ path, message })]);
	});
});
