import { byId, element, paintAvatar, reconcile } from './dom.js';
import { lineOf, state, threadsOf, unread } from './store.js';
import { CHANNELS, displayNumber, PROVIDERS, STATUS, timeOrDay } from './words.js';

const rows = new Map();
const threadRows = new Map();

/** The list of customers, latest activity first. Whoever writes to several numbers has a line for each. */
export function drawPeople(selected, choose) {
	const list = byId('people');
	const people = [...state.customers.values()].map((customer) => {
		const threads = threadsOf(customer.phoneNumber)
			.filter(({ messages }) => messages.length > 0)
			.map((thread) => ({ ...thread, last: thread.messages.at(-1), count: unread(thread) }))
			.sort((a, b) => b.last.at - a.last.at);
		return { customer, threads, last: threads[0]?.last };
	});
	people.sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
	reconcile(
		list,
		people.map((person) => row(person, selected, choose)),
	);
	const count = state.strays.size;
	byId('strays').hidden = count === 0;
	byId('strays').textContent =
		`Messages went to ${count} more ${count === 1 ? 'number' : 'numbers'} without a phone here. Add a customer with + to read along.`;
}

function row({ customer, threads, last }, selected, choose) {
	const { phoneNumber, name } = customer;
	let item = rows.get(phoneNumber);
	if (!item) {
		item = { ...parts(), list: element('ul', { class: 'threads', 'aria-label': `Chats of ${name}` }) };
		item.name = element('span', { class: 'person-name' });
		item.button = element(
			'button',
			{ type: 'button', class: 'person', onclick: () => choose(phoneNumber) },
			paintAvatar(element('span', { class: 'avatar', 'aria-hidden': 'true' }), phoneNumber, name),
			element('span', { class: 'person-top' }, item.name, item.time),
			element('span', { class: 'person-bottom' }, item.channel, item.last, item.badge),
		);
		item.node = element('li', {}, item.button, item.list);
		rows.set(phoneNumber, item);
	}
	const isOpen = phoneNumber === selected.customer;
	const hasSeveral = threads.length > 1;
	item.name.textContent = name;
	item.time.textContent = last ? timeOrDay(last.at) : '';
	item.last.textContent = last && !hasSeveral ? preview(last) : displayNumber(phoneNumber);
	showChannel(item.channel, hasSeveral ? undefined : last);
	showBadge(item.badge, hasSeveral ? 0 : (threads[0]?.count ?? 0));
	markCurrent(item.button, isOpen && !hasSeveral);
	item.button.dataset.open = String(isOpen);
	item.list.hidden = !hasSeveral;
	const shown = hasSeveral ? threads : [];
	reconcile(
		item.list,
		shown.map((thread) => threadRow(thread, isOpen && thread.numberId === selected.numberId, choose)),
	);
	return item.node;
}

function threadRow({ numberId, customer, last, count }, isSelected, choose) {
	const key = `${numberId}:${customer}`;
	let item = threadRows.get(key);
	if (!item) {
		item = parts();
		item.button = element(
			'button',
			{ type: 'button', class: 'thread', onclick: () => choose(customer, numberId) },
			item.channel,
			item.last,
			item.badge,
		);
		item.node = element('li', {}, item.button);
		threadRows.set(key, item);
	}
	const number = lineOf(numberId);
	item.button.title = `${PROVIDERS[number.provider]} · ${displayNumber(number.phoneNumber)}`;
	item.last.textContent = preview(last);
	showChannel(item.channel, last);
	const way = wayOf(number);
	item.channel.hidden &&= way === '';
	if (way !== '') item.channel.append(` · ${way}`);
	showBadge(item.badge, count);
	markCurrent(item.button, isSelected);
	return item.node;
}

/** What tells a chat from the person's others: the provider, and the name of the number where the provider has several. */
function wayOf({ provider, channel, verifiedName }) {
	const alike = state.numbers.filter((number) => number.provider === provider && number.channel === channel);
	return [
		...(provider === 'whatsAppCloud' ? [] : [PROVIDERS[provider]]),
		...(alike.length > 1 ? [verifiedName] : []),
	].join(' · ');
}

function parts() {
	return {
		time: element('span', { class: 'person-time' }),
		last: element('span', { class: 'person-last' }),
		badge: element('span', { class: 'badge' }),
		channel: element('span', { class: 'channel' }),
	};
}

/** Says which way a message went, where there is more than one. */
function showChannel(node, message) {
	const channel = message && lineOf(message.numberId)?.channel;
	const hasSeveral = new Set(state.numbers.map((number) => number.channel)).size > 1;
	node.hidden = channel === undefined || !hasSeveral;
	node.dataset.channel = channel ?? '';
	node.textContent = CHANNELS[channel] ?? '';
}

function showBadge(node, count) {
	node.hidden = count === 0;
	node.textContent = count > 99 ? '99+' : String(count);
	node.setAttribute('aria-label', `${count} unread`);
}

function markCurrent(button, isCurrent) {
	if (isCurrent) button.setAttribute('aria-current', 'true');
	else button.removeAttribute('aria-current');
}

function preview({ sender, status, text }) {
	const line = text.replace(/\s+/g, ' ');
	if (status === 'failed') return `${STATUS[sender].failed}: ${line}`;
	return sender === 'customer' ? `You: ${line}` : line;
}

/** Arrow keys move through the list. */
export function listenToPeople() {
	byId('people').addEventListener('keydown', (event) => {
		const buttons = [...event.currentTarget.querySelectorAll('button')];
		const at = buttons.indexOf(document.activeElement);
		const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
		if (target === undefined || !buttons[target]) return;
		event.preventDefault();
		buttons[target].focus();
	});
}
