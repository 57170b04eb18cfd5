import { byId, element } from '../../../pages/shared/dom.js';
import { Kept, reconcile } from './draw.js';
import { icon } from './icons.js';
import { mediaNode } from './media.js';
import { contentOf, state } from './state.js';
import { channelName, clock, dayName, kindName, scopeName, STATUSES } from './words.js';

const NEAR_END = 80;
const kept = new Kept();
/** Whether the newest message is in view, and so to be kept in view when something grows. */
let followsEnd = true;

const TICKS = {
	'': 'accepted',
	queued: 'accepted',
	sent: 'sent',
	delivered: 'delivered',
	read: 'delivered',
	played: 'delivered',
	clicked: 'delivered',
};
const LOOKS = { read: 'read', played: 'read', clicked: 'read' };

/** The messages and events of the open thread. `isNew` where the thread was just opened: its end is shown then. */
export function drawEntries(isNew) {
	const { thread } = state;
	if (!thread) return;
	if (isNew) kept.clear();
	const area = byId('entries-scroll');
	followsEnd ||= isNew;
	const fromEnd = area.scrollHeight - area.scrollTop;
	const first = byId('entries').firstChild;
	const channels = new Set(thread.shown.map(({ channel }) => channel).filter(Boolean));
	const nodes = [];
	let day = '';
	for (const entry of thread.shown) {
		const name = dayName(entry.at);
		if (name !== day) {
			nodes.push(kept.of(`day|${name}`, name, () => element('li', { class: 'day' }, name)));
			day = name;
		}
		nodes.push(
			kept.of(entry.key, [entry, channels.size > 1], () => MAKERS[entry.kind](entry, channels.size > 1)),
		);
	}
	reconcile(byId('entries'), nodes);
	byId('older').hidden = !thread.hasOlder;
	if (followsEnd) area.scrollTop = area.scrollHeight;
	else if (first !== byId('entries').firstChild) area.scrollTop = area.scrollHeight - fromEnd;
}

/** Keeps the end in view, also when the field below grows. */
export function listenToEntries() {
	const area = byId('entries-scroll');
	area.addEventListener('scroll', () => {
		followsEnd = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_END;
	});
	new ResizeObserver(() => {
		if (followsEnd) area.scrollTop = area.scrollHeight;
	}).observe(area);
}

const MAKERS = { message: messageNode, note: noteNode, handOver: handOverNode, consent: consentNode };

function messageNode(entry, namesChannel) {
	const { direction, type, text, at, author, channel, error, advice } = entry;
	const words = text || (type ? kindName(type) : 'Sent by another workflow, which did not record its text');
	const content = contentOf(entry);
	return element(
		'li',
		{ class: 'entry', 'data-direction': direction },
		element(
			'div',
			{ class: 'bubble' },
			element('span', { class: 'hidden' }, direction === 'in' ? 'Customer: ' : 'You: '),
			content.location && locationNode(content.location),
			content.media?.id && mediaNode(entry, content.media),
			element('p', { class: text ? 'text' : 'text absent' }, words),
			element(
				'p',
				{ class: 'meta' },
				direction === 'out' && author && element('span', {}, author === 'bot' ? 'Bot' : author),
				type === 'template' && element('span', {}, 'Template'),
				namesChannel && channel && element('span', {}, channelName(channel)),
				element('time', { dateTime: at }, clock(at)),
				direction === 'out' && ticks(entry),
			),
		),
		error &&
			element('p', { class: 'fault' }, [error, advice].filter(Boolean).join('. ').replaceAll('..', '.')),
	);
}

function ticks({ status }) {
	const known = status ?? '';
	const look = TICKS[known] === undefined ? 'failed' : (LOOKS[known] ?? known);
	return element(
		'span',
		{
			class: 'ticks',
			role: 'img',
			'data-status': look,
			'aria-label': STATUSES[known] ?? (known || 'Accepted'),
		},
		icon(TICKS[known] ?? 'failed'),
	);
}

function locationNode({ latitude, longitude, name, address }) {
	return element(
		'p',
		{ class: 'text' },
		[name, address, [latitude, longitude].filter((each) => each !== undefined).join(', ')]
			.filter(Boolean)
			.join('\n'),
	);
}

function noteNode({ text, author, at }) {
	return element(
		'li',
		{ class: 'note' },
		element('p', { class: 'note-head' }, `Note · ${author || 'Team'} · ${clock(at)}`),
		element('p', {}, text),
	);
}

/** By the person's own word, or by somebody of the team. */
function handOverNode({ key, text, author, at }) {
	const isTheirs = key.startsWith('handOver|');
	const isPerson = text === 'person';
	const who = author || (isTheirs ? 'The customer' : 'The team');
	const asked = isPerson ? 'asked for a person' : 'went back to the bot';
	const took = isPerson ? 'took over' : 'gave the conversation back to the bot';
	return element('li', { class: 'event' }, `${who} ${isTheirs ? asked : took} · ${clock(at)}`);
}

const CHANGES = { optedIn: 'Opted in', optedOut: 'Opted out', pending: 'Asked to confirm the opt-in' };

function consentNode({ change, at }) {
	const { status, previousStatus, scope, evidence, channel } = change;
	const what = CHANGES[status] ?? 'No consent';
	const of = scope && scope !== 'all' ? ` of ${scopeName(scope)}` : '';
	const again = status === previousStatus ? ', as before' : '';
	const words = evidence ? `: “${evidence}”` : '';
	return element(
		'li',
		{ class: 'event' },
		`${what}${of}${again}${words}`,
		` · ${[channel && channelName(channel), clock(at)].filter(Boolean).join(' · ')}`,
	);
}
