import type { JsonValue } from '../../../events';
import { parseJson, toJsonValue } from '../../../lib/json';

export type Sample = { ok: true; body: JsonValue } | { ok: false; message: string };

/** The fields of a form (`From=%2B44…&Body=STOP`), or of the query behind a URL, as an object of texts. */
function readForm(text: string): JsonValue {
	const query = /^https?:\/\//i.test(text) ? (text.split('?')[1] ?? '') : text;
	return Object.fromEntries(new URLSearchParams(query));
}

/** A payload as a person pastes it: JSON, a form, or a URL with its query. Anything but a text is taken as it is. */
export function readSample(sample: unknown): Sample {
	if (typeof sample !== 'string') return { ok: true, body: toJsonValue(sample) };
	const text = sample.trim();
	const json = parseJson(text);
	if (json !== undefined) return { ok: true, body: json };
	const isBrokenJson = text.startsWith('{') || text.startsWith('[');
	return text.includes('=') && !isBrokenJson
		? { ok: true, body: readForm(text) }
		: { ok: false, message: 'the sample is neither JSON nor a form such as From=%2B447700900123&Body=STOP' };
}
