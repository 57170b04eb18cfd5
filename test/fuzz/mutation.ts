/** Values that are almost right: what a provider really sends, changed as somebody would who looks for a way in. */
import fc from 'fast-check';

/** A value of JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What breaks readers: edges of types, words of other languages and of JavaScript, texts that never end. */
const ODD: readonly Json[] = [
	null,
	true,
	0,
	-1,
	1.5,
	1e308,
	9_007_199_254_740_993,
	'',
	' ',
	'null',
	'undefined',
	'NaN',
	'__proto__',
	'constructor',
	'toString',
	'9007199254740993',
	'+4915123456789',
	'0'.repeat(400),
	'+'.repeat(5_000),
	'a'.repeat(20_000),
	'stop '.repeat(2_000),
	'%'.repeat(3_000),
	'{{'.repeat(2_000),
	'{{ $json.secret }}',
	'={{ 1 }}',
	'=cmd()',
	'<script>',
	'\u0000',
	'\ud800',
	'\u202e\u200b\ufeff',
	'e\u0301'.repeat(3_000),
	'👩‍👩‍👧‍👦'.repeat(500),
	'\r\nX-Injected: 1',
	'2026-13-45T99:99:99Z',
	'999999999999999999',
	'-0',
	'1e999',
	[],
	{},
	[[[[[[[[]]]]]]]],
	Object.fromEntries([
		['__proto__', 1],
		['constructor', 'x'],
	]),
];

const small: fc.Arbitrary<Json> = fc.oneof(
	fc.constantFrom(...ODD),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.integer(),
	fc.double(),
	fc.jsonValue({ maxDepth: 3 }).map((value) => toJson(value)),
);

/** The same value as JSON would bring it over a wire. */
export function toJson(value: unknown): Json {
	if (
		value === null ||
		typeof value === 'boolean' ||
		typeof value === 'number' ||
		typeof value === 'string'
	) {
		return value;
	}
	if (Array.isArray(value)) return value.map(toJson);
	if (typeof value !== 'object') return null;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toJson(member)]));
}

type Change = (value: Json, siblings: readonly Json[]) => Json | undefined;

/** What may happen to one value in a tree; `undefined` takes it out. */
const change: fc.Arbitrary<Change> = fc.oneof(
	small.map((other) => () => other),
	fc.constant<Change>(() => undefined),
	fc.constant<Change>((value) => [value, value]),
	fc.constant<Change>((value) => ({ value })),
	fc.constant<Change>((value) => (typeof value === 'string' ? value.repeat(50).slice(0, 50_000) : value)),
	fc.constant<Change>((value) =>
		typeof value === 'string' ? Number(value) || value : JSON.stringify(value),
	),
	fc
		.integer({ min: 2, max: 200 })
		.map((times) => (value: Json) => Array.from({ length: times }, () => value)),
	fc.integer({ min: 1, max: 300 }).map((depth) => (value: Json) => nested(value, depth)),
	fc.nat().map(
		(at): Change =>
			(value, siblings) =>
				siblings[at % Math.max(siblings.length, 1)] ?? value,
	),
);

function nested(value: Json, depth: number): Json {
	let outer = value;
	for (let left = depth; left > 0; left -= 1) outer = left % 2 === 0 ? [outer] : { nested: outer };
	return outer;
}

/** Copies of copies would be more than any memory holds. */
const MOST_VALUES = 2000;

/** The values of a tree, itself first, up to one more than is changed. */
function valuesOf(tree: Json): Json[] {
	const found: Json[] = [];
	const open = [tree];
	for (let value = open.pop(); value !== undefined && found.length <= MOST_VALUES; value = open.pop()) {
		found.push(value);
		if (typeof value !== 'object' || value === null) continue;
		for (const member of Object.values(value).toReversed()) open.push(member);
	}
	return found;
}

/** The tree with `act` done to its value at this place, counted as `valuesOf` counts. */
function changedAt(tree: Json, place: number, act: (value: Json) => Json | undefined): Json | undefined {
	let left = place;
	const walk = (value: Json): Json | undefined => {
		if (left === 0) {
			left = -1;
			return act(value);
		}
		left -= 1;
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) return value.flatMap((element) => walk(element) ?? []);
		return Object.fromEntries(
			Object.entries(value).flatMap(([name, member]) => {
				const kept = walk(member);
				return kept === undefined ? [] : [[name, kept]];
			}),
		);
	};
	return walk(tree);
}

/** One of the seeds with up to six of its values changed; now and then something else entirely. */
export function mutated(seeds: readonly Json[]): fc.Arbitrary<Json> {
	const changes = fc.array(fc.tuple(fc.nat(), change), { maxLength: 6 });
	const near = fc.tuple(fc.constantFrom(...seeds), changes).map(([seed, list]) => {
		let tree = seed;
		for (const [at, act] of list) {
			const values = valuesOf(tree);
			if (values.length > MOST_VALUES) break;
			tree = changedAt(tree, at % values.length, (value) => act(value, values)) ?? null;
		}
		return tree;
	});
	return fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: small });
}

/** A text of the list with pieces doubled, cut, joined with others and mixed with odd ones. */
export function mutatedText(texts: readonly string[]): fc.Arbitrary<string> {
	const oddTexts = ODD.filter((value) => typeof value === 'string');
	const piece = fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom(...texts) },
		{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
		{ weight: 1, arbitrary: fc.constantFrom(...oddTexts) },
	);
	const cut = fc.tuple(piece, fc.nat({ max: 60 })).map(([text, at]) => text.slice(at));
	const joint = fc.constantFrom('', ' ', '. ', '\n', '!!!', ', ', ' not ', '\u200d');
	return fc
		.tuple(
			fc.array(fc.oneof(piece, cut), { minLength: 1, maxLength: 8 }),
			joint,
			fc.constantFrom(1, 1, 1, 1, 2, 10),
		)
		.map(([pieces, between, times]) => pieces.join(between).repeat(times).slice(0, 5_000));
}
