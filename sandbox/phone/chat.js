import { bubble, quote, tickCountdowns } from './bubble.js';
import { byId, element, paintAvatar, reconcile } from './dom.js';
import { state, threadOf, unread } from './store.js';
import { day, displayNumber, explain, firstName, time } from './words.js';

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
	const number = state.numbers.find(({ id }) => id === numberId);
	if (!person || !number) return;
	const thread = threadOf(numberId, customer);
	const key = `${numberId}:${customer}`;
	if (key !== shown) setReply(undefined);
	drawHeader(person, number, thread);
	drawMessages(person, number, thread, key !== shown);
	shown = key;
}

function drawHeader(person, number, thread) {
	byId('chat-title').textContent = person.name;
	byId('chat-title').title = displayNumber(person.phoneNumber);
	paintAvatar(byId('chat-avatar'), person.phoneNumber, person.name);
	const select = byId('number');
	select.hidden = state.numbers.length < 2;
	byId('only-number').hidden = !select.hidden;
	byId('only-number').textContent = label(number);
	if (!select.hidden) {
		const options = state.numbers.map((each) => {
			const count = each === number ? 0 : unread(threadOf(each.id, person.phoneNumber));
			return `${label(each)}${count > 0 ? ` (${count} new)` : ''}`;
		});
		if ([...select.options].map(({ text }) => text).join() !== options.join()) {
			select.replaceChildren(
				...options.map((text, index) => element('option', { value: state.numbers[index].id }, text)),
			);
		}
		select.value = number.id;
	}
	const isOpen = (thread.windowOpenUntil ?? 0) > Date.now();
	byId('close-window').hidden = !isOpen;
	byId('window').dataset.open = String(isOpen);
	byId('window-text').textContent = windowText(person, thread, isOpen);
}

function label({ verifiedName, phoneNumber }) {
	return `${verifiedName} · ${displayNumber(phoneNumber)}`;
}

function windowText({ name }, { windowOpenUntil }, isOpen) {
	const who = firstName(name);
	if (isOpen) {
		const isToday = new Date(windowOpenUntil).getDate() === new Date().getDate();
		return `Reply window open until ${isToday ? '' : 'tomorrow '}${time(windowOpenUntil)}`;
	}
	return windowOpenUntil === undefined
		? `${who} has not written yet: only templates reach ${who}`
		: `Reply window closed: only templates reach ${who}`;
}

function drawMessages(person, number, thread, isNew) {
	const container = byId('messages');
	const count = container.childNodes.length;
	const names = { customer: person.name, business: number.verifiedName };
	const context = {
		names,
		reply: (message) => setReply(message, names),
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
	const text = `What you type goes to ${number.verifiedName} as a WhatsApp message. Or tap a word below.`;
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
export function drawConnection() {
	const { title, text, action, kind, short } = situation();
	byId('notice').hidden = title === undefined;
	byId('notice').dataset.kind = kind;
	byId('notice-title').textContent = title ?? '';
	byId('notice-text').textContent = text ?? '';
	byId('notice-action').textContent = action ?? '';
	byId('notice-action').hidden = action === undefined;
	byId('connection').textContent = short;
	byId('connection-dot').dataset.kind = kind;
	byId('webhook-url').textContent = state.webhook.url ?? 'No webhook is set';
	byId('webhook-url').title = state.webhook.url ?? '';
	byId('change-webhook').textContent = state.webhook.url ? 'Change' : 'Set';
}

function situation() {
	const { url, isSubscribed, problem } = state.webhook;
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
			text: 'Activate a workflow with a Messaging Trigger and set its production URL here.',
			action: 'Set webhook',
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
