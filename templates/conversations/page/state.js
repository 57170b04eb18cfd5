/** What the page knows. */
import { kindName } from './words.js';

/**
 * @typedef {import('./api.js').Conversation} Conversation
 * @typedef {import('./api.js').Entry} Entry
 * @typedef {import('./api.js').ConsentChange} ConsentChange
 * @typedef {import('./api.js').Consent} Consent
 */

/** @typedef {{ kind: 'consent', at: string, key: string, channel?: undefined, direction?: undefined, change: ConsentChange } | Entry} Shown */

export const state = {
	/** @type {Map<string, Conversation>} by their keys */
	conversations: new Map(),
	/** Whether there are conversations that were not asked for yet. */
	hasOlder: false,
	/** @type {{ conversations: Conversation[], messages: Entry[] } | undefined} */
	found: undefined,
	/** @type {Thread | undefined} */
	thread: undefined,
	/** Whoever uses the page, as notes and answers name them. */
	author: '',
};

/** How many rows the workflow gives at most. */
export const PAGE = { conversations: 50, entries: 60 };

/** @param {readonly Conversation[]} rows */
export function addConversations(rows) {
	for (const row of rows) state.conversations.set(row.key, row);
}

/**
 * People with their conversations, whoever was active last first.
 *
 * @param {Iterable<Conversation>} rows
 */
export function peopleOf(rows) {
	const people = new Map();
	for (const row of rows) {
		const known = people.get(row.address);
		if (known) known.push(row);
		else people.set(row.address, [row]);
	}
	for (const own of people.values()) own.sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''));
	return [...people.values()].sort((a, b) => (b[0].lastAt ?? '').localeCompare(a[0].lastAt ?? ''));
}

/** What is known of one person. */
export class Thread {
	/** @param {string} address */
	constructor(address) {
		this.address = address;
		/** @type {Conversation[]} the newest first */
		this.conversations = [];
		/** @type {Map<string, Entry>} */
		this.entries = new Map();
		/** @type {Map<string, ConsentChange>} */
		this.changes = new Map();
		/** @type {Consent[]} the newest first */
		this.consent = [];
		/** Whether there are entries that were not asked for yet. */
		this.hasOlder = false;
		this.isLoaded = false;
	}

	/**
	 * @param {Awaited<ReturnType<typeof import('./api.js').readThread>>} answer
	 * @param {boolean} isOlder whether earlier entries were asked for
	 */
	add({ conversations, entries, consent, changes }, isOlder) {
		this.conversations = conversations;
		this.consent = consent ?? [];
		for (const entry of entries) this.entries.set(entry.key, joined(entries, entry));
		for (const change of changes ?? []) this.changes.set(change.key, change);
		if (isOlder || !this.isLoaded) this.hasOlder = entries.length >= PAGE.entries;
		this.isLoaded = true;
	}

	/** ISO 8601 of the earliest entry. */
	get since() {
		return [...this.entries.values()].reduce((least, { at }) => (at && at < least ? at : least), '9999');
	}

	/** @returns {Shown[]} the oldest first. Consent of before the earliest entry waits until that is reached. */
	get shown() {
		const from = this.hasOlder ? this.since : '';
		/** @type {Shown[]} */
		const consents = [...this.changes.values()]
			.filter(({ at }) => at >= from)
			.map((change) => ({ kind: 'consent', at: change.at, key: `consent|${change.key}`, change }));
		return [...this.entries.values(), ...consents].sort(
			(a, b) => (a.at ?? '').localeCompare(b.at ?? '') || order(a) - order(b),
		);
	}
}

/** @param {Shown} entry */
const order = ({ kind, direction }) =>
	kind === 'consent' ? 1 : kind === 'message' && direction === 'in' ? 0 : 2;

/** Two executions that met may have left two rows of one message, each with a part of it. */
function joined(entries, entry) {
	return entries
		.filter(({ key }) => key === entry.key)
		.reduce((whole, row) => {
			const given = Object.entries(row).filter(([, value]) => value !== null && value !== '');
			return { ...whole, ...Object.fromEntries(given) };
		}, entry);
}

/** @param {Entry} entry */
export function preview({ text, type }) {
	return (text || kindName(type)).replace(/\s+/g, ' ');
}

/** JSON that the recorder wrote. */
export function contentOf({ content }) {
	try {
		return JSON.parse(content || '{}') ?? {};
	} catch {
		return {};
	}
}
