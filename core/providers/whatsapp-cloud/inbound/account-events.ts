import type { AccountEvent, AccountEventName, JsonObject, MessagingEvent } from '../../../events';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject, listOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { timeFromEpoch } from '../../../lib/time';
import { unknownEvent, type Change } from './element';

/** Webhook fields whose value is one event. */
const SINGLE: Readonly<Record<string, AccountEventName>> = {
	account_update: 'accountUpdate',
	account_alerts: 'accountUpdate',
	account_settings_update: 'accountUpdate',
	partner_solutions: 'accountUpdate',
	payment_configuration_update: 'accountUpdate',
	account_review_update: 'accountReview',
	business_capability_update: 'capabilityUpdate',
	phone_number_quality_update: 'qualityUpdate',
	phone_number_name_update: 'nameUpdate',
	business_username_update: 'nameUpdate',
	business_username_updates: 'nameUpdate',
	message_template_status_update: 'templateStatus',
	message_template_quality_update: 'templateQuality',
	message_template_components_update: 'templateComponents',
	template_category_update: 'templateCategory',
	security: 'security',
	flows: 'flowUpdate',
};

interface ListField {
	event: AccountEventName;
	/** Members of the value that hold the events. */
	lists: readonly string[];
	/** The key that tells one event from the next; by default its whole content. */
	keyOf?: (element: JsonObject) => string | undefined;
}

function callKey(call: JsonObject): string | undefined {
	const step = textOf(call.event) ?? textOf(call.status);
	const id = idOf(call.id);
	return id && step && `${id}:${step}`;
}

/** A chunk holds up to megabytes: its first message tells it apart as well as all of them would. */
function historyKey(chunk: JsonObject): string | undefined {
	const thread = objectOf(listOf(chunk.threads)[0]);
	const message = objectOf(listOf(thread?.messages)[0]);
	const first = idOf(message?.id) ?? idOf(chunk.id);
	return first && contentHash([first, chunk.metadata ?? null]);
}

const GROUPS: ListField = { event: 'channelEvent', lists: ['groups'] };
const ECHOES: ListField = { event: 'echo', lists: ['message_echoes'], keyOf: ({ id }) => idOf(id) };

/**
 * Webhook fields whose value lists events. What the business itself wrote in the phone app, and what was
 * written before the number was connected, never becomes a message: it would be answered.
 */
const LISTED: Readonly<Record<string, ListField>> = {
	calls: { event: 'call', lists: ['calls', 'statuses'], keyOf: callKey },
	group_lifecycle_update: GROUPS,
	group_participants_update: GROUPS,
	group_settings_update: GROUPS,
	group_status_update: GROUPS,
	smb_message_echoes: ECHOES,
	message_echoes: ECHOES,
	smb_app_state_sync: { event: 'contactUpdate', lists: ['state_sync'] },
	// The media of an old message follow as `messages` of their own.
	history: { event: 'history', lists: ['history', 'messages'], keyOf: historyKey },
};

function timestampOf(details: JsonObject): string | undefined {
	return timeFromEpoch(details.timestamp) ?? timeFromEpoch(objectOf(details.metadata)?.timestamp);
}

/** `id` is the event's own where it has one, else the business account's. */
function accountEvent(
	event: AccountEventName,
	details: JsonObject,
	key: string,
	change: Change,
): AccountEvent {
	return compact<AccountEvent>({
		kind: 'account',
		provider: 'whatsAppCloud',
		channel: 'whatsapp',
		id: idOf(details.id) ?? change.entryId ?? key,
		eventKey: `whatsAppCloud:${event}:${key}`,
		timestamp: timestampOf(details) ?? change.entryTime,
		channelId: change.channelId,
		event,
		details,
		raw: details,
	});
}

function readSingle(event: AccountEventName, change: Change): AccountEvent {
	const { entryId, entryTime, field, value, raw } = change;
	const key = [entryId, field, entryTime, contentHash(value)].filter(Boolean).join(':');
	return { ...accountEvent(event, value, key, change), raw };
}

function readListed({ event, lists, keyOf }: ListField, change: Change): MessagingEvent[] | undefined {
	const present = lists.filter((list) => Array.isArray(change.value[list]));
	if (present.length === 0) return undefined;
	return present
		.flatMap((list) => listOf(change.value[list]))
		.map((element) => {
			if (!isJsonObject(element)) return unknownEvent(element, change);
			const key = keyOf?.(element) ?? contentHash(element);
			return accountEvent(event, element, [change.channelId, key].filter(Boolean).join(':'), change);
		});
}

/**
 * Events about the account, its numbers and templates; `undefined` for a field or shape that is not known.
 */
export function readAccountChange(change: Change): MessagingEvent[] | undefined {
	const event = rowOf(SINGLE, change.field);
	if (event !== undefined) return [readSingle(event, change)];
	const listed = rowOf(LISTED, change.field);
	return listed && readListed(listed, change);
}
