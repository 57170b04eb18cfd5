import type { JsonObject, JsonValue } from '../../../events';
import type { FieldProblem, OutgoingMedia } from '../../../messages';

/** What a type of message puts into the request besides recipient and context. */
export type Written = { ok: true; content: JsonObject } | FieldProblem;

export function problem(field: string, message: string): FieldProblem {
	return { ok: false, field, message };
}

/** Only what is given is written. */
export function present(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
	const kept: JsonObject = {};
	for (const [name, value] of Object.entries(fields)) {
		if (value !== undefined) kept[name] = value;
	}
	return kept;
}

/** `type` and the member of the same name. */
export function written(type: string, value: JsonValue): Written {
	return { ok: true, content: { type, [type]: value } };
}

export function mediaOf({ id, link }: OutgoingMedia): JsonObject {
	return present({ id, link });
}
