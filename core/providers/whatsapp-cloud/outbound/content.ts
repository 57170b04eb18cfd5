import type { JsonObject, JsonValue } from '../../../events';
import type { FieldProblem, OutgoingMedia } from '../../../messages';
import { compact } from '../../../lib/json';

/** What a type of message puts into the request besides recipient and context. */
export type Written = { ok: true; content: JsonObject } | FieldProblem;

export function problem(field: string, message: string): FieldProblem {
	return { ok: false, field, message };
}

/** `type` and the member of the same name. */
export function written(type: string, value: JsonValue): Written {
	return { ok: true, content: { type, [type]: value } };
}

export function mediaOf({ id, link }: OutgoingMedia): JsonObject {
	return compact({ id, link });
}
