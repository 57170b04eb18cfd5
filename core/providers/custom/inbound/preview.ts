import type { JsonValue, MessagingEvent } from '../../../events';
import { parseJson, toJsonValue } from '../../../lib/json';
import type { Mapping } from './mapping';
import { withRemarks, type Remark } from './reader';
import { parseCustomWebhook } from './webhook';

/** The fields of a form (`From=%2B44…&Body=STOP`), or of the query behind a URL, as an object of texts. */
function readForm(text: string): JsonValue {
	const query = /^https?:\/\//i.test(text) ? (text.split('?')[1] ?? '') : text;
	return Object.fromEntries(new URLSearchParams(query));
}

/** A payload as a person pastes it: JSON, a form, or a URL with its query. Anything but a text is taken as it is. */
function readSample(sample: unknown): JsonValue | undefined {
	if (typeof sample !== 'string') return toJsonValue(sample);
	const text = sample.trim();
	const json = parseJson(text);
	if (json !== undefined) return json;
	const isBrokenJson = text.startsWith('{') || text.startsWith('[');
	return text.includes('=') && !isBrokenJson ? readForm(text) : undefined;
}

/**
 * A mapping's events of a payload, with remarks that say why: shown before the mapping is saved.
 *
 * @param sample a value of JSON, or a text as a person pastes it: JSON, a form, or a URL with its query
 */
export function previewMapping(
	mapping: Mapping,
	sample: unknown,
): { events: MessagingEvent[]; remarks: Remark[] } {
	const body = readSample(sample);
	if (body === undefined) {
		const message = 'the sample is neither JSON nor a form such as From=%2B447700900123&Body=STOP';
		return { events: [], remarks: [{ severity: 'problem', path: '', message }] };
	}
	const { result, remarks } = withRemarks((note) => parseCustomWebhook(body, mapping, note));
	return { events: result, remarks };
}
