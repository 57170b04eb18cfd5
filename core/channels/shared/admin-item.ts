import type { JsonObject, JsonValue } from '../../events';

/** An item without the members that do not apply. */
export function itemOf(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
	return Object.fromEntries(
		Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
}
