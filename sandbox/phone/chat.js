import { bubble, quote, tickCountdowns } from './bubble.js';
import { byId, element, paintAvatar, reconcile } from './dom.js';
import { drawHeader } from './header.js';
import { toast } from './dialogs.js';
import { lineOf, post, state, threadOf } from './store.js';
import { CHANNELS, day, explain, firstName, PROVIDERS } from './words.js';

const NEAR_BOTTOM = 80;
const separators = new Map();
const typing = element(
	'div',
	{ class: 'message typing', 'data-sender': 'business', role: 'img', 'aria-label': 'The business is typing' },
	element('div', { class: 'bubble' }, element('i'), element('i'), element('i')),
);
let shown = '';
/** Whether the newest message is in view, and so to be kept in view when something grows. */
let followsEnd = true;
let replyTo;

export function replyTarget() {
	return replyTo;
}

/** The chat of `customer` with the number `numberId`. */
export function drawChat(customer, numberId) {
	const person = state.customers.get(customer);
	const number = lineOf(numberId);
	if (!person || !number) return;
	const thread = threadOf(numberId, customer);
	const key = `${numberId}:${customer}`;
	if (key !== shown) setReply(undefined);
	drawHeader(person, number, thread);
	byId('text').placeholder = number.channel === 'sms' ? 'Text message' : 'WhatsApp message';
	drawMessages(person, number, thread, key !== shown);
	shown = key;
}

function drawMessages(person, number, thread, isNew) {
	const container = byId('messages');
	const count = container.childNodes.length;
	const names = { customer: person.name, business: number.verifiedName };
	const context = {
		names,
		channel: number.channel,
		reply: (message) => setReply(message, names),
		tap: ({ id, numberId, customer }, choice) =>
			post('taps', { numberId, customer, messageId: id, choice }).catch(({ message }) =>
				toast(`Not sent: ${message}`),
			),
		find: (id) => thread.messages.find((message) => message.id === id),
	};
	const nodes = [];
	let lastDay;
	for (const message of thread.messages) {
		const name = day(message.at);
		if (name !== lastDay) nodes.push(separator(`${thread.numberId}:${thread.customer}`, name));
		lastDay = name;
		nodes.push(bubble(message, context));
	}
	if (nodes.length === 0) nodes.push(emptyHint(person, number));
	if ((thread.typingUntil ?? 0) > Date.now()) nodes.push(typing);
	reconcile(container, nodes);
	const isMine = thread.messages.at(-1)?.sender === 'customer' && nodes.length > count;
	if (isNew || followsEnd || isMine) scrollToEnd();
	else if (nodes.length > count) byId('jump').hidden = false;
}

function separator(key, name) {
	const id = `${key}:${name}`;
	if (!separators.has(id)) separators.set(id, element('p', { class: 'day' }, element('span', {}, name)));
	return separators.get(id);
}

let empty;
function emptyHint(person, number) {
	const title = `Write as ${firstName(person.name)}`;
	const text = `What you type goes to ${number.verifiedName} by ${CHANNELS[number.channel]}. Or tap a word below.`;
	if (empty?.textContent !== title + text) {
		empty = element('div', { class: 'empty' }, element('strong', {}, title), element('p', {}, text));
	}
	return empty;
}

function isAtBottom(container) {
	return container.scrollHeight - container.scrollTop - container.clientHeight < NEAR_BOTTOM;
}

export function scrollToEnd() {
	const container = byId('messages');
	followsEnd = true;
	container.scrollTop = container.scrollHeight;
	byId('jump').hidden = true;
}

export function setReply(message, names) {
	replyTo = message;
	byId('replying').hidden = message === undefined;
	if (!message) return;
	byId('reply-quote').replaceChildren(...quote(message, names).childNodes);
	byId('text').focus();
}

/** What stands between the phone and the workflow, and what to do about it. */
export function drawConnection(numberId) {
	const provider = lineOf(numberId)?.provider ?? 'whatsAppCloud';
	const webhook = state.webhooks[provider] ?? {};
	const { title, text, action, kind, short } = situation(webhook);
	const isOneOfMany = Object.keys(state.webhooks).length > 1;
	byId('notice').hidden = title === undefined;
	byId('notice').dataset.kind = kind;
	byId('notice-title').textContent = title ?? '';
	byId('notice-text').textContent = text ?? '';
	byId('notice-action').textContent = action ?? '';
	byId('notice-action').hidden = action === undefined;
	byId('connection').textContent = short;
	byId('connection-dot').dataset.kind = kind;
	const address = webhook.url ?? 'No webhook is set';
	byId('webhook-url').textContent = isOneOfMany ? `${PROVIDERS[provider]} · ${address}` : address;
	byId('webhook-url').title = webhook.url ?? '';
	byId('change-webhook').textContent = webhook.url ? 'Change' : 'Set';
}

function situation({ url, isSubscribed, isPublished, problem }) {
	if (!state.connected) {
		return {
			kind: 'bad',
			short: 'Sandbox is not running',
			title: 'The sandbox does not answer',
			text: 'Start it again with “npm start”. This page reconnects by itself.',
		};
	}
	if (isSubscribed === false) {
		return {
			kind: 'waiting',
			short: 'App is not subscribed',
			title: 'The app is not subscribed to the account',
			text: 'Subscribe it with Messaging Channel or POST subscribed_apps. Until then no message leaves the phone.',
		};
	}
	if (url === undefined) {
		return {
			kind: 'waiting',
			short: 'No workflow listens yet',
			title: 'No workflow listens yet',
			text: 'Publish a workflow with a Messaging Trigger: it registers its URL by itself.',
			action: 'Set webhook',
		};
	}
	if (isPublished === false) {
		return {
			kind: 'waiting',
			short: 'No workflow is published',
			title: 'No workflow is published',
			text: 'Publish one with a Messaging Trigger in n8n. Until then nobody answers.',
		};
	}
	if (problem !== undefined) {
		const { title, advice } = explain(problem);
		return { kind: 'bad', short: title, title, text: advice };
	}
	return { kind: 'good', short: 'Workflow connected' };
}

export function listenToChat() {
	const container = byId('messages');
	byId('jump').addEventListener('click', scrollToEnd);
	container.addEventListener('scroll', () => {
		followsEnd = isAtBottom(container);
		if (followsEnd) byId('jump').hidden = true;
	});
	new ResizeObserver(() => {
		if (followsEnd) scrollToEnd();
	}).observe(container);
	byId('cancel-reply').addEventListener('click', () => {
		setReply(undefined);
		byId('text').focus();
	});
	setInterval(() => tickCountdowns(container), 500);
}
