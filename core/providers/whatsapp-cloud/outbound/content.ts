import type { JsonObject, JsonValue } from '../../../events';
import type { OutgoingMedia } from '../../../messages';
import { compact } from '../../../lib/json';
import type { Result } from '../../../lib/result';

/** What a type of message puts into the request besides recipient and context. */
export type Written = Result<{ content: JsonObject }>;

/** `type` and the member of the same name. */
export function written(type: string, value: JsonValue): Written {
	return { ok: true, content: { type, [type]: value } };
}

export function mediaOf({ id, link }: OutgoingMedia): JsonObject {
	return compact({ id, link });
}
