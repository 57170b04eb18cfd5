import type { EventKind, MessageStatus, MessageType, MessagingEvent } from '../events';

/** Which events a trigger lets through. An empty list means that the criterion does not narrow anything. */
export interface Selection {
	kinds: readonly EventKind[];
	/** Our numbers or senders, by the provider's id. */
	channelIds: readonly string[];
	messageTypes: readonly MessageType[];
	statuses: readonly MessageStatus[];
}

function admits<T>(allowed: readonly T[], value: T): boolean {
	return allowed.length === 0 || allowed.includes(value);
}

/** An event that names no number of ours (a template was approved, say) concerns all of them. */
export function isSelected(event: MessagingEvent, selection: Selection): boolean {
	if (!admits(selection.kinds, event.kind)) return false;
	if (event.channelId !== undefined && !admits(selection.channelIds, event.channelId)) return false;
	if (event.kind === 'message') return admits(selection.messageTypes, event.type);
	if (event.kind === 'status') return admits(selection.statuses, event.status);
	return true;
}
