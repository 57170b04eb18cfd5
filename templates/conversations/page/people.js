import { byId, element } from '../../../pages/shared/dom.js';
import { Kept, reconcile } from './draw.js';
import { peopleOf, preview, state } from './state.js';
import { channelName, clockOrDay, personName } from './words.js';

const rows = new Kept();

/** Two letters of a name, or the last two digits of a number. */
function initials(name) {
	if (/^\+\d+$/.test(name)) return name.slice(-2);
	const words = name.trim().split(/\s+/);
	return [words[0], words.length > 1 ? words.at(-1) : '']
		.map((word) => [...(word ?? '')][0] ?? '')
		.join('')
		.toUpperCase();
}

/** Somebody who waits for a person, and not for the bot. */
const isWaiting = (conversations) =>
	conversations.some(({ handledBy, lastFrom }) => handledBy === 'person' && lastFrom === 'customer');

/**
 * The list: people with their newest words, or what was found.
 *
 * @param {(address: string) => void} open
 */
export function drawPeople(open) {
	const { found, thread, conversations, hasOlder } = state;
	const people = peopleOf(found ? found.conversations : conversations.values());
	reconcile(
		byId('people'),
		people.map((own) => personRow(own, thread?.address === own[0].address, open)),
	);
	drawHits(open);
	const empty = byId('people-empty');
	empty.hidden = people.length > 0 || (found?.messages.length ?? 0) > 0;
	empty.textContent = found
		? 'Nobody and nothing has these words.'
		: 'Nobody has written yet. Publish the workflow “Conversations: record”, and write to your number.';
	byId('more').hidden = !hasOlder || found !== undefined;
}

function personRow(own, isOpen, open) {
	const [newest] = own;
	const shows = [
		isOpen,
		clockOrDay(newest.lastAt),
		own.map((each) => ({ ...each, lastMessageAt: undefined })),
	];
	return rows.of(`person|${newest.address}`, shows, () => {
		const name = personName(own);
		const channels = [...new Set(own.map(({ channel }) => channel).filter(Boolean))];
		const waits = isWaiting(own);
		return element(
			'li',
			{},
			element(
				'button',
				{
					type: 'button',
					class: 'person',
					'data-waiting': String(waits),
					'data-address': newest.address,
					'aria-current': isOpen ? 'true' : undefined,
					onclick: () => open(newest.address),
				},
				element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name)),
				element(
					'span',
					{ class: 'person-line' },
					element('span', { class: 'person-name' }, name),
					element('span', { class: 'person-time' }, clockOrDay(newest.lastAt)),
				),
				element(
					'span',
					{ class: 'person-line' },
					element('span', { class: 'person-last' }, (newest.lastText ?? '').replace(/\s+/g, ' ')),
					...channels.map((channel) =>
						element('span', { class: 'chip', 'data-channel': channel }, channelName(channel)),
					),
					waits && element('span', { class: 'chip', 'data-kind': 'waiting' }, 'Waits'),
				),
			),
		);
	});
}

function drawHits(open) {
	const messages = state.found?.messages ?? [];
	byId('hits').hidden = messages.length === 0;
	byId('hits-title').hidden = messages.length === 0;
	reconcile(
		byId('hits'),
		messages.map((message) => rows.of(`hit|${message.key}`, message, () => hitRow(message, open))),
	);
}

function hitRow(message, open) {
	const { address, author, at, direction } = message;
	const own = [...state.conversations.values()].filter((each) => each.address === address);
	const who = own.length > 0 ? personName(own) : (direction === 'in' && author) || address;
	return element(
		'li',
		{},
		element(
			'button',
			{ type: 'button', class: 'person', onclick: () => open(address) },
			element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(who)),
			element(
				'span',
				{ class: 'person-line' },
				element('span', { class: 'person-name' }, who),
				element('span', { class: 'person-time' }, clockOrDay(at)),
			),
			element('span', { class: 'person-last' }, preview(message)),
		),
	);
}

/** Arrow keys move through the list. */
export function listenToPeople() {
	for (const id of ['people', 'hits']) {
		byId(id).addEventListener('keydown', (event) => {
			const buttons = [...byId(id).querySelectorAll('button')];
			const at = buttons.findIndex((button) => button === document.activeElement);
			const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
			if (target === undefined || !buttons[target]) return;
			event.preventDefault();
			buttons[target].focus();
		});
	}
}
