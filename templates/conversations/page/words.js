/** What the page says. */

const NAMES = { whatsapp: 'WhatsApp', sms: 'SMS', mms: 'MMS', rcs: 'RCS' };

/** @param {string} channel */
export function channelName(channel) {
	return NAMES[channel] ?? channel;
}

/** What stands where a message has no text of its own. */
const KINDS = {
	image: 'Photo',
	audio: 'Audio',
	voice: 'Voice message',
	video: 'Video',
	document: 'Document',
	sticker: 'Sticker',
	location: 'Location',
	contacts: 'Contact',
	reaction: 'Reaction',
	order: 'Order',
	flowReply: 'Answers of a form',
	unsupported: 'A message of a kind that WhatsApp does not pass on',
	template: 'Template',
};

/** @param {string} type */
export function kindName(type) {
	return KINDS[type] ?? 'Message';
}

export const STATUSES = {
	queued: 'Accepted',
	sent: 'Sent',
	delivered: 'Delivered',
	read: 'Read',
	played: 'Played',
	clicked: 'Link clicked',
	failed: 'Not delivered',
	expired: 'Not delivered in time',
	rejected: 'Rejected',
	cancelled: 'Cancelled',
	deleted: 'Deleted',
};

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const shortDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });

const DAY_MS = 24 * 60 * 60 * 1000;
const dayNumber = (at) => Math.floor((at.getTime() - at.getTimezoneOffset() * 60_000) / DAY_MS);

/** @param {string} at ISO 8601 */
export function clock(at) {
	const moment = new Date(at);
	return Number.isNaN(moment.getTime()) ? '' : time.format(moment);
}

/** @param {string} at ISO 8601 */
export function dayName(at) {
	const moment = new Date(at);
	if (Number.isNaN(moment.getTime())) return '';
	const ago = dayNumber(new Date()) - dayNumber(moment);
	if (ago === 0) return 'Today';
	if (ago === 1) return 'Yesterday';
	return ago > 0 && ago < 7 ? weekday.format(moment) : date.format(moment);
}

/** @param {string} at ISO 8601 */
export function clockOrDay(at) {
	const day = dayName(at);
	return day === 'Today'
		? clock(at)
		: day === 'Yesterday' || day === ''
			? day
			: shortDate.format(new Date(at));
}

/** @param {number} ms */
export function span(ms) {
	const minutes = Math.max(1, Math.floor(ms / 60_000));
	const hours = Math.floor(minutes / 60);
	return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}

/**
 * The name that a person has on any channel: SMS brings none.
 *
 * @param {readonly import('./api.js').Conversation[]} conversations of one person
 */
export function personName(conversations) {
	const [newest] = conversations;
	const named = conversations.find(({ name }) => name);
	return named?.name || newest.phone || newest.userId || newest.address;
}

const SCOPES = {
	all: 'everything',
	marketing: 'marketing',
	feedback: 'surveys',
	reminders: 'reminders',
	orderUpdates: 'order updates',
};

/** @param {string} scope */
export function scopeName(scope) {
	return SCOPES[scope] ?? scope;
}
