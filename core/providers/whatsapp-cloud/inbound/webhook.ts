import type { JsonObject, JsonValue, MessagingEvent } from '../../../events';
import { idOf, isJsonObject, listOf, rowOf, textOf, toJsonValue } from '../../../lib/json';
import { timeFromEpoch } from '../../../lib/time';
import { readAccountChange } from './account-events';
import { People, readMetadata, unknownEvent, type Change } from './element';
import { readMessages } from './message';
import { readPreferences } from './preferences';
import { readStatuses, readUserActions } from './statuses';

function present(value: JsonObject, names: readonly string[]): boolean {
	return names.some((name) => Array.isArray(value[name]));
}

/** The field `messages` carries messages, statuses, errors and clicks, in any combination. */
function readMessagesField(change: Change): MessagingEvent[] | undefined {
	const { value } = change;
	if (!present(value, ['messages', 'statuses', 'errors', 'user_actions'])) return undefined;
	return [
		...readMessages(listOf(value.messages), listOf(value.errors), change),
		...readStatuses(listOf(value.statuses), change),
		...readUserActions(listOf(value.user_actions), change),
	];
}

function readPreferencesField(change: Change): MessagingEvent[] | undefined {
	const { user_preferences: preferences } = change.value;
	return Array.isArray(preferences) ? readPreferences(preferences, change) : undefined;
}

type FieldReader = (change: Change) => MessagingEvent[] | undefined;

const FIELD_READERS: Readonly<Record<string, FieldReader>> = {
	messages: readMessagesField,
	user_preferences: readPreferencesField,
};

function readChange(raw: JsonValue, entry: JsonObject): MessagingEvent[] {
	if (!isJsonObject(raw)) return [unknownEvent(raw)];
	const { value } = raw;
	const field = textOf(raw.field);
	if (field === undefined || !isJsonObject(value)) return [unknownEvent(raw)];
	const change: Change = {
		field,
		value,
		raw,
		entryId: idOf(entry.id),
		entryTime: timeFromEpoch(entry.time),
		...readMetadata(value),
		people: new People(value.contacts),
	};
	const read = rowOf(FIELD_READERS, field) ?? readAccountChange;
	return read(change) ?? [unknownEvent(raw, change)];
}

function readEntry(entry: JsonValue): MessagingEvent[] {
	if (!isJsonObject(entry) || !Array.isArray(entry.changes)) return [unknownEvent(entry)];
	return entry.changes.flatMap((change) => readChange(change, entry));
}

/**
 * One webhook call to its events, in order: every entry, every change, every element (Meta, Webhooks
 * overview: up to 1000 updates a call, which may mix accounts, numbers and fields).
 *
 * Each element is read by itself: one that is broken becomes an `unknown` event in its place. Nothing
 * throws, and `raw` is the element itself, not a copy.
 */
export function parseWebhook(body: unknown): MessagingEvent[] {
	const known =
		isJsonObject(body) && Array.isArray(body.entry) && body.object === 'whatsapp_business_account';
	return known ? listOf(body.entry).flatMap(readEntry) : [unknownEvent(toJsonValue(body))];
}
