import { z } from 'zod';
import type { AccountEvent, AccountEventName, JsonObject } from '../../../events';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, objectOf, textOf } from '../../../lib/json';
import { lenient, requiredId } from '../../../lib/schema';
import { timeFromIso } from '../../../lib/time';
import { readParty, timeOf, type Callback, type CallbackReader } from './element';

/** Where notifications have their id, the most particular first. */
function idOfNotification(value: JsonObject): string | undefined {
	const { id, event_id, message_id, entity_id, request_id, contact, conversation } = value;
	const nested = objectOf(contact) ?? objectOf(conversation);
	return [id, event_id, message_id, entity_id, request_id, nested?.id]
		.map((given) => idOf(given))
		.find(Boolean);
}

function channelOf(callback: Callback): string | undefined {
	const { value } = callback;
	const active = textOf(objectOf(value.conversation)?.active_channel);
	return readParty(callback).channel ?? active?.toLowerCase();
}

/** @param trigger Sinch's name of the notification, which the callback itself does not carry; it goes into `details` */
function accountEvent(
	event: AccountEventName,
	trigger: string,
	callback: Callback,
	details: JsonObject,
): AccountEvent {
	const { value, raw } = callback;
	const hash = contentHash(raw);
	return compact<AccountEvent>({
		kind: 'account',
		provider: 'sinch',
		channel: channelOf({ ...callback, value: details }),
		id: idOfNotification(value) ?? hash,
		eventKey: `sinch:${trigger}:${hash}`,
		timestamp: timeOf(callback),
		channelId: readParty(callback).channelId,
		event,
		details: { trigger, ...details },
		raw,
	});
}

function accountReader(event: AccountEventName): (trigger: string) => CallbackReader {
	return (trigger) => (callback) => accountEvent(event, trigger, callback, callback.value);
}

/** Everything that happens on a channel and is neither a message nor its fate. */
export const readChannelEvent = accountReader('channelEvent');
export const readContactUpdate = accountReader('contactUpdate');
export const readCapability = accountReader('capability')('CAPABILITY');

/** A message of the business, which must not be answered. */
export const readEcho = accountReader('echo')('MESSAGE_INBOUND');

/** CHANNEL_EVENT: what there is to know lies one level deeper. */
export const readChannelNotification: CallbackReader = (callback) =>
	accountEvent(
		'channelEvent',
		'CHANNEL_EVENT',
		callback,
		objectOf(callback.value.channel_event) ?? callback.value,
	);

const numbersSchema = z.object({
	eventId: requiredId,
	timestamp: lenient((value) => timeFromIso(value, 'utc')),
});

/** An event of the Numbers API. Its times are UTC without saying so. */
export function readNumbersEvent(raw: JsonObject): AccountEvent | undefined {
	const result = numbersSchema.safeParse(raw);
	if (!result.success) return undefined;
	const { eventId, timestamp } = result.data;
	return compact<AccountEvent>({
		kind: 'account',
		provider: 'sinch',
		id: eventId,
		eventKey: `sinch:numberUpdate:${eventId}`,
		timestamp,
		event: 'numberUpdate',
		details: raw,
		raw,
	});
}
