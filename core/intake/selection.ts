import { canonicalAddress } from '../lib/phone/address';
import type { AccountEventName, EventKind, MessageStatus, MessageType, MessagingEvent } from '../events';

/** Which events a trigger lets through. An empty list means that the criterion does not narrow anything. */
export interface Selection {
	kinds: readonly EventKind[];
	/** Our numbers or senders, by the provider's id or by their address. */
	senders: readonly string[];
	messageTypes: readonly MessageType[];
	statuses: readonly MessageStatus[];
	/** Only statuses after which none is expected. */
	finalOnly: boolean;
	/** Of the account. */
	accountEvents: readonly AccountEventName[];
}

function admits<T>(allowed: readonly T[], value: T): boolean {
	return allowed.length === 0 || allowed.includes(value);
}

/** How an event names our side: by the provider's id, and by the address that the person wrote to or got a message from. */
function ourSide(event: MessagingEvent): string[] {
	const address =
		event.kind === 'status'
			? event.from
			: event.kind === 'message' || event.kind === 'consent'
				? event.to
				: undefined;
	return [event.channelId, address].filter((name) => name !== undefined);
}

/** Names are compared however they are written. */
const form = (name: string): string => canonicalAddress(name).toLowerCase();

/** An event that names no sender of ours (a template was approved, say) concerns all of them. */
function concerns(event: MessagingEvent, senders: readonly string[]): boolean {
	if (senders.length === 0) return true;
	const names = ourSide(event).map(form);
	return names.length === 0 || senders.some((sender) => names.includes(form(sender)));
}

export function isSelected(event: MessagingEvent, selection: Selection): boolean {
	if (!admits(selection.kinds, event.kind) || !concerns(event, selection.senders)) return false;
	if (event.kind === 'message') return admits(selection.messageTypes, event.type);
	if (event.kind === 'account') return admits(selection.accountEvents, event.event);
	if (event.kind !== 'status') return true;
	return admits(selection.statuses, event.status) && (event.final || !selection.finalOnly);
}
