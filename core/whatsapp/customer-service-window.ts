/**
 * The customer service window of WhatsApp: for 24 hours after a person's last message a business may answer with anything,
 * afterwards with approved templates only (Meta, Service messages).
 */

export const WINDOW_MS = 24 * 60 * 60 * 1000;

export type ServiceWindow =
	{ state: 'open'; closesAt: string; remainingMs: number } | { state: 'closed'; closedAt: string };

/** The window at `now`, both times in milliseconds since 1970. A last message in the future counts as one of now. */
export function customerServiceWindow(lastInboundAt: number, now: number): ServiceWindow {
	const closesAt = Math.min(lastInboundAt, now) + WINDOW_MS;
	const closing = new Date(closesAt).toISOString();
	return closesAt > now
		? { state: 'open', closesAt: closing, remainingMs: closesAt - now }
		: { state: 'closed', closedAt: closing };
}
