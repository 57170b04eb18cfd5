import type { JsonValue, MessagingEvent, UnknownEvent } from '../../../events';
import type { ProviderOptions } from '../../../provider';
import { contentHash } from '../../../lib/content-hash';
import { toJsonValue } from '../../../lib/json';
import { elementsAt, type Source } from '../language/evaluate';
import { describeUnmet, unmetCondition } from './conditions';
import { kindsOf, type Kind } from './events';
import { parseMapping, type Mapping } from './mapping';
import type { Note } from './reader';

/** An event for what is not understood: handed on as it came, under a key made of its content. */
export function unknownEvent(raw: JsonValue): UnknownEvent {
	const id = contentHash(raw);
	return { kind: 'unknown', provider: 'custom', id, eventKey: `custom:unknown:${id}`, raw };
}

/** An element may be several things at once: a message STOP that the gateway itself has taken for an opt-out. */
function readElement(kinds: readonly Kind[], source: Source, number: number, note?: Note): MessagingEvent[] {
	const told = kinds.map((kind) => ({ kind, unmet: unmetCondition(kind.when, source) }));
	const read = told.filter(({ unmet }) => unmet === undefined).map(({ kind }) => kind.read(source, note));
	for (const { kind, unmet } of read.length === 0 ? told : []) {
		if (unmet === undefined) continue;
		const path = `${kind.name}.when`;
		const message = `element ${number} is not a ${kind.name}: ${describeUnmet(unmet, source)}`;
		note?.({ severity: 'problem', path, message });
	}
	const events = read.filter((event) => event !== undefined);
	return events.length === read.length && read.length > 0
		? events
		: [...events, unknownEvent(source.element)];
}

/**
 * One webhook call to its events, in the order of the payload. Each element is read by itself: one that is broken becomes an
 * `unknown` event. Nothing throws, and `raw` is the element itself, not a copy.
 *
 * @param body the call's body: a value of JSON, or the fields of a form as an object of texts
 */
export function parseCustomWebhook(body: unknown, mapping: Mapping, note?: Note): MessagingEvent[] {
	const whole = toJsonValue(body);
	const elements = mapping.items === undefined ? [whole] : elementsAt(mapping.items, whole);
	if (elements === undefined) {
		note?.({ severity: 'problem', path: 'items', message: 'the payload has nothing there' });
		return [unknownEvent(whole)];
	}
	const kinds = kindsOf(mapping);
	return elements.flatMap((element, at) => readElement(kinds, { element, body: whole }, at + 1, note));
}

/** Without a mapping that can be used, every call is one `unknown` event. */
export function parseWebhook(body: unknown, { mapping }: ProviderOptions = {}): MessagingEvent[] {
	const checked = parseMapping(mapping);
	return checked.ok ? parseCustomWebhook(body, checked.value) : [unknownEvent(toJsonValue(body))];
}
