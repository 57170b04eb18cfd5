import type { JsonObject, JsonValue } from '../events';

/**
 * Whether a value out of a JSON document is an object. The members are not looked at: whatever a JSON
 * parser returned holds JSON values only, and walking through three megabytes of them would be paid on
 * every call.
 */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether a value can stand in a JSON document. Containers are taken at their word, see {@link
 * isJsonObject}.
 */
export function isJsonValue(value: unknown): value is JsonValue {
	switch (typeof value) {
		case 'string':
		case 'boolean':
		case 'object':
			return true;
		case 'number':
			return Number.isFinite(value);
		default:
			return false;
	}
}

/**
 * The same value, by reference, typed as JSON; `null` for what JSON cannot hold (`undefined`, functions,
 * NaN).
 */
export function toJsonValue(value: unknown): JsonValue {
	return isJsonValue(value) ? value : null;
}

/** The elements of a list; of anything else, none. */
export function listOf(value: unknown): JsonValue[] {
	return Array.isArray(value) ? value.map(toJsonValue) : [];
}

/** An object, or nothing. */
export function objectOf(value: unknown): JsonObject | undefined {
	return isJsonObject(value) ? value : undefined;
}

/** A text with something in it, or nothing: providers write empty strings for what the event leaves out. */
export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * An identifier. Providers write the same one as a string here and as a number there. A whole number beyond those that
 * JavaScript tells apart is none: it may be another's.
 */
export function idOf(value: unknown): string | undefined {
	if (typeof value !== 'number') return textOf(value);
	return Number.isFinite(value) && !isRounded(value) ? String(value) : undefined;
}

/** Whether a whole number may have been another one before it was parsed. */
export function isRounded(value: number): boolean {
	return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** A finite number, also where the provider writes it as text. */
export function numberOf(value: unknown): number | undefined {
	if (typeof value === 'string' && value.trim() === '') return undefined;
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

/** JSON text to its value; nothing where the text is not JSON. */
export function parseJson(text: string): JsonValue | undefined {
	try {
		const value: unknown = JSON.parse(withExactIntegers(text));
		return toJsonValue(value);
	} catch {
		return undefined;
	}
}

/** A whole number of more digits than a JavaScript number is sure to hold. */
const LONG_INTEGER = /(?:^|[[:,\s])-?\d{16,}(?=[\s,\]}]|$)/;
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** Whether JSON text may hold whole numbers that come out of it changed. */
export function hasLongIntegers(text: string): boolean {
	return LONG_INTEGER.test(text);
}

/** The same JSON text with such numbers as texts: an id of 19 digits stays the one that it is. */
export function withExactIntegers(text: string): string {
	if (!hasLongIntegers(text)) return text;
	return text.replace(TEXT_OR_NUMBER, (token) =>
		/^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
	);
}

/** A table's row by a key that came from outside: `constructor` and `__proto__` are no rows. */
export function rowOf<Row>(table: Readonly<Record<string, Row>>, key: string | undefined): Row | undefined {
	return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

type Absent<Fields> = { [Name in keyof Fields]: undefined extends Fields[Name] ? Name : never }[keyof Fields];

/** The type without `undefined`: members that could be `undefined` become optional, and the values of a record lose it. */
type Compact<Fields> = Fields extends unknown
	? string extends keyof Fields
		? Record<string, Exclude<Fields[keyof Fields], undefined>>
		: Omit<Fields, Absent<Fields>> & { [Name in Absent<Fields>]?: Exclude<Fields[Name], undefined> }
	: never;

/** A copy without the members that are `undefined`: what does not apply is absent from events, requests and items. */
export function compact<Fields extends object>(fields: Fields): Compact<Fields>;
export function compact(fields: Readonly<Record<string, unknown>>): object {
	const kept: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(fields)) {
		if (value !== undefined) kept[name] = value;
	}
	return kept;
}
