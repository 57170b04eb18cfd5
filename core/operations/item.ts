import type { JsonObject, JsonValue } from '../events';

/** An item without the members that do not apply. */
export function itemOf(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
	return Object.fromEntries(
		Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
}

/** The items where there are any; an answer that should hold one and does not was not understood. */
export function someOf(items: JsonObject[]): JsonObject[] | undefined {
	return items.length > 0 ? items : undefined;
}
