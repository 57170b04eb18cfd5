import { call, Refused } from '../../../pages/shared/key.js';

/**
 * @typedef {object} Conversation one person over one channel and number
 * @property {string} key
 * @property {string} address the person's number or user ID, by which rows of several channels belong together
 * @property {string} name
 * @property {string} phone
 * @property {string} userId
 * @property {string} channel
 * @property {string} sender our number
 * @property {string} handledBy `person`, or anything else for the bot
 * @property {string} lastMessageAt ISO 8601, when the person last wrote
 * @property {string} lastAt ISO 8601, when something was last recorded
 * @property {string} lastText
 * @property {string} lastFrom `customer` or `team`
 */

/**
 * @typedef {object} Entry a row of the timeline
 * @property {string} key
 * @property {string} address
 * @property {string} at ISO 8601
 * @property {'message' | 'note' | 'handOver'} kind
 * @property {string} direction `in` or `out` of a message
 * @property {string} type
 * @property {string} text
 * @property {string} author
 * @property {string} status
 * @property {string} error
 * @property {string} advice
 * @property {string} channel
 * @property {string} provider
 * @property {string} content JSON of media, location, contacts and payload
 */

/**
 * @typedef {object} ConsentChange a row of the audit
 * @property {string} key
 * @property {string} at ISO 8601
 * @property {string} status
 * @property {string} previousStatus
 * @property {string} scope
 * @property {string} channel
 * @property {string} evidence
 * @property {string} explanation
 */

/** @typedef {{ status: string, scope: string, channel: string, timestamp: string }} Consent */

/** Tables come with the first message. */
const NO_TABLE = /data table .* not found/i;
const NOTHING = { conversations: [], messages: [], entries: [], consent: [], changes: [] };

async function post(suffix, question) {
	const response = await call(suffix, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(question),
	});
	return response;
}

async function read(question) {
	const answer = await (await post('-read', question)).json();
	if (answer.error && !NO_TABLE.test(answer.error))
		throw new Error(`n8n could not read its tables: ${answer.error}`);
	return { ...NOTHING, ...answer };
}

/**
 * Conversations, the newest first.
 *
 * @param {string} [before] ISO 8601; those that were active then or earlier
 * @returns {Promise<{ conversations: Conversation[] }>}
 */
export function listConversations(before) {
	return read({ action: 'list', before });
}

/** @returns {Promise<{ conversations: Conversation[], messages: Entry[] }>} */
export function search(query) {
	return read({ action: 'search', query });
}

/**
 * What there is of a person.
 *
 * @param {string} address
 * @param {string} [before] ISO 8601; entries of then or earlier
 * @returns {Promise<{ conversations: Conversation[], entries: Entry[], consent: Consent[], changes: ConsentChange[] }>}
 */
export function readThread(address, before) {
	return read({ action: 'thread', address, before });
}

/** What the workflow says it did not do. */
export class NotDone extends Error {
	/** @param {{ message?: unknown, advice?: unknown }} answer */
	constructor({ message, advice }) {
		super([message, advice].filter((part) => typeof part === 'string' && part !== '').join('. '));
	}
}

async function asked(suffix, question) {
	try {
		return await post(suffix, question);
	} catch (failure) {
		if (failure instanceof Refused && failure.answer?.message && !failure.isKeyWrong)
			throw new NotDone(failure.answer);
		throw failure;
	}
}

/**
 * Answers, sends a template, takes a conversation over, gives it back, or keeps a note.
 *
 * @param {{ action: 'answer' | 'template' | 'takeOver' | 'giveBack' | 'note', key: string, author: string, text?: string,
 *   template?: string, values?: Record<string, string> }} order `key` is the conversation's
 * @throws {NotDone} with the reason, where the message was held back or refused
 */
export async function carryOut(order) {
	await asked('-write', order);
}

/**
 * @typedef {{ name: string, language: string, category: string, preview: string,
 *   blanks?: { key: string, label: string, required?: boolean, example?: string, maxLength?: number }[] }} Template
 */

/** @returns {Promise<Template[]>} those that can be sent */
export async function listTemplates() {
	const { templates } = await (await asked('-files', { action: 'templates' })).json();
	return templates;
}

/**
 * The file of a message.
 *
 * @param {string} key of its row in the timeline
 * @returns {Promise<ArrayBuffer>}
 */
export async function readFile(key) {
	return await (await asked('-files', { action: 'media', key })).arrayBuffer();
}
