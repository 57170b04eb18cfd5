import { byId, element, paintAvatar, reconcile } from './dom.js';
import { state, threadsOf, unread } from './store.js';
import { displayNumber, STATUS, timeOrDay } from './words.js';

const rows = new Map();

/** The list of customers, latest activity first. */
export function drawPeople(selected, choose) {
	const list = byId('people');
	const people = [...state.customers.values()].map((customer) => {
		const threads = threadsOf(customer.phoneNumber);
		const last = threads
			.map(({ messages }) => messages.at(-1))
			.filter((message) => message !== undefined)
			.sort((a, b) => b.at - a.at)[0];
		return { customer, last, count: threads.reduce((sum, thread) => sum + unread(thread), 0) };
	});
	people.sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
	reconcile(
		list,
		people.map((person) => row(person, person.customer.phoneNumber === selected, choose)),
	);
}

function row({ customer, last, count }, isSelected, choose) {
	const { phoneNumber, name } = customer;
	let item = rows.get(phoneNumber);
	if (!item) {
		const parts = {
			name: element('span', { class: 'person-name' }),
			time: element('span', { class: 'person-time' }),
			last: element('span', { class: 'person-last' }),
			badge: element('span', { class: 'badge' }),
		};
		const button = element(
			'button',
			{ type: 'button', class: 'person', onclick: () => choose(phoneNumber) },
			paintAvatar(element('span', { class: 'avatar', 'aria-hidden': 'true' }), phoneNumber, name),
			element('span', { class: 'person-top' }, parts.name, parts.time),
			element('span', { class: 'person-bottom' }, parts.last, parts.badge),
		);
		item = { ...parts, button, node: element('li', {}, button) };
		rows.set(phoneNumber, item);
	}
	item.name.textContent = name;
	item.time.textContent = last ? timeOrDay(last.at) : '';
	item.last.textContent = last ? preview(last) : displayNumber(phoneNumber);
	item.badge.hidden = count === 0;
	item.badge.textContent = count > 99 ? '99+' : String(count);
	item.badge.setAttribute('aria-label', `${count} unread`);
	item.button.toggleAttribute('aria-current', isSelected);
	if (isSelected) item.button.setAttribute('aria-current', 'true');
	return item.node;
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
