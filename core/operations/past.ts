import { z } from 'zod';
import { MESSAGE_STATUSES, type JsonObject, type MessagingEvent } from '../events';
import { toJsonValue } from '../lib/json';
import { toAddress } from '../lib/phone/address';
import { timeFromIso } from '../lib/time';
import { fieldFailure, listLimit, optionalId } from './input';

const time = (label: string) =>
	optionalId
		.transform((text) => (text === undefined ? undefined : (timeFromIso(text) ?? '')))
		.refine((at) => at !== '', `${label} has to look like 2026-05-01T09:00:00+02:00`);

/** Which events of the past are wanted. */
export const pastFilters = {
	/** ISO 8601. */
	after: time('The time after which'),
	before: time('The time before which'),
	from: optionalId,
	to: optionalId,
	callbackData: optionalId,
	status: z
		.enum(MESSAGE_STATUSES, { message: `The status has to be one of ${MESSAGE_STATUSES.join(', ')}` })
		.optional(),
	limit: listLimit,
};

export interface Wanted {
	status?: string | undefined;
	callbackData?: string | undefined;
	/** An address, however it is written. */
	to?: string | undefined;
	before?: string | undefined;
}

/** Whether an event is wanted, where the API cannot choose by itself. */
export function isWanted(event: MessagingEvent, { status, callbackData, to, before }: Wanted): boolean {
	const told = event.kind === 'status' ? event : undefined;
	return (
		(status === undefined || told?.status === status) &&
		(callbackData === undefined || told?.callbackData === callbackData) &&
		(to === undefined || told?.to === toAddress(to)) &&
		(before === undefined || (event.timestamp ?? '') < before)
	);
}

/** An event as an item, with the same fields as from the trigger. */
export const eventItem = (event: MessagingEvent): JsonObject =>
	Object.fromEntries(Object.entries(event).map(([name, value]) => [name, toJsonValue(value)]));

/** A message that the provider does not have, or has no more. */
export const noSuchMessage = (what: string, advice: string) =>
	fieldFailure('messageId', `There is no ${what} with this message ID`, advice);
