import fc from 'fast-check';
import type { JsonValue } from '../../../core/events';
import { contentHash } from '../../../core/lib/content-hash';
import { toJsonValue } from '../../../core/lib/json';

test('the order of keys makes no difference, every value does', () => {
	expect(contentHash({ a: 1, b: { c: [1, 2], d: null } })).toBe(
		contentHash({ b: { d: null, c: [1, 2] }, a: 1 }),
	);
});

test.each<[JsonValue, JsonValue]>([
	[
		[1, 2],
		[2, 1],
	],
	[[[1], 2], [[1, 2]]],
	[{ a: '1' }, { a: 1 }],
	[{ a: null }, {}],
	[{}, []],
	['a', ['a']],
	[{ a: { b: 1 } }, { a: {}, b: 1 }],
	[['a', 'b'], ['a,b']],
	['["a"]', ['a']],
])('%j and %j differ', (one, other) => {
	expect(contentHash(one)).not.toBe(contentHash(other));
});

test('it is the same after a journey through JSON text', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const json = toJsonValue(JSON.parse(JSON.stringify(value)));
			expect(contentHash(json)).toMatch(/^[0-9a-f]{32}$/);
			expect(contentHash(json)).toBe(contentHash(toJsonValue(structuredClone(json))));
		}),
	);
});

test('it reaches the bottom of a value that nests deeper than the call stack', () => {
	const nested = (depth: number, bottom: JsonValue) => {
		let value: JsonValue = bottom;
		for (let level = 0; level < depth; level++) value = [value];
		return value;
	};
	expect(contentHash(nested(200_000, 1))).not.toBe(contentHash(nested(200_000, 2)));
});
