import type { JsonValue, MessagingEvent, UnknownEvent } from '../../../events';
import type { ProviderOptions } from '../../../provider';
import { contentHash } from '../../../lib/content-hash';
import { toJsonValue } from '../../../lib/json';
import { readConsent } from './consent';
import { elementsAt, evaluate, firstOf, plainText, type Source } from '../language/evaluate';
import type { Condition } from './fields';
import { readyMapping, type Mapping } from './mapping';
import { readMessage } from './message';
import { FieldReader, type Note } from './reader';
import { readStatus } from './status';

/** What is not understood is handed on as it came, under a key that its content gives it. */
export function unknownEvent(raw: JsonValue): UnknownEvent {
	const id = contentHash(raw);
	return { kind: 'unknown', provider: 'custom', id, eventKey: `custom:unknown:${id}`, raw };
}

function holds({ value, allowed, present }: Condition, source: Source): boolean {
	const found = firstOf(evaluate(value, source));
	if (allowed === undefined) return (found !== undefined) === present;
	const text = plainText(found);
	return text !== undefined && allowed.has(text);
}

/** The first condition that an element does not meet. */
export function unmetCondition(
	conditions: readonly Condition[] | undefined,
	source: Source,
): Condition | undefined {
	return conditions?.find((condition) => !holds(condition, source));
}

type Reading = (source: Source, note: Note | undefined) => MessagingEvent | undefined;

/** How to read the kinds of event that an element is recognised as. */
function readingsOf({ message, status, consent }: Mapping, source: Source): Reading[] {
	const readings: Reading[] = [];
	if (message !== undefined && unmetCondition(message.when, source) === undefined) {
		readings.push((from, note) => readMessage(new FieldReader(from, 'message', note), message));
	}
	if (status !== undefined && unmetCondition(status.when, source) === undefined) {
		readings.push((from, note) => readStatus(new FieldReader(from, 'status', note), status));
	}
	if (consent !== undefined && unmetCondition(consent.when, source) === undefined) {
		readings.push((from, note) => readConsent(new FieldReader(from, 'consent', note), consent));
	}
	return readings;
}

/** An element may be several things at once: a message STOP that the gateway itself has taken for an opt-out. */
function readElement(mapping: Mapping, source: Source, note: Note | undefined): MessagingEvent[] {
	const read = readingsOf(mapping, source).map((reading) => reading(source, note));
	const events = read.filter((event) => event !== undefined);
	return events.length === read.length && read.length > 0
		? events
		: [...events, unknownEvent(source.element)];
}

/** The elements of a call's body; `undefined` where the mapping's lists are not there. */
export function elementsOf({ items }: Mapping, body: JsonValue): JsonValue[] | undefined {
	if (items === undefined) return [body];
	const lists = items.map((path) => elementsAt(path, body)).filter((list) => list !== undefined);
	return lists.length === 0 ? undefined : lists.flat();
}

/**
 * One webhook call to its events, in the order of the payload. Each element is read by itself: one that is broken becomes an
 * `unknown` event. Nothing throws, and `raw` is the element itself, not a copy.
 *
 * @param body the call's body: a value of JSON, or the fields of a form as an object of texts
 */
export function parseCustomWebhook(body: unknown, mapping: Mapping, note?: Note): MessagingEvent[] {
	const whole = toJsonValue(body);
	const elements = elementsOf(mapping, whole);
	if (elements === undefined) {
		note?.({ severity: 'problem', path: 'items', message: 'the payload has nothing there' });
		return [unknownEvent(whole)];
	}
	return elements.flatMap((element) => readElement(mapping, { element, body: whole }, note));
}

/** Without a mapping that can be used, every call is one `unknown` event. */
export function parseWebhook(body: unknown, { mapping }: ProviderOptions = {}): MessagingEvent[] {
	const ready = readyMapping(mapping);
	return ready === undefined ? [unknownEvent(toJsonValue(body))] : parseCustomWebhook(body, ready);
}
