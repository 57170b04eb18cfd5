import { byId, element } from '../../../pages/shared/dom.js';
import { state } from './state.js';
import { channelName, personName, scopeName, span } from './words.js';

const WINDOW_MS = 24 * 60 * 60 * 1000;

/** @param {import('./api.js').Conversation} conversation */
export const hasWindow = ({ channel, key }) =>
	channel === 'whatsapp' || (!channel && key.startsWith('whatsAppCloud:'));

/**
 * How long WhatsApp still takes texts to the person, in ms; Infinity on channels without a window.
 *
 * @param {import('./api.js').Conversation} conversation
 */
export function windowLeft(conversation) {
	if (!hasWindow(conversation)) return Number.POSITIVE_INFINITY;
	const at = Date.parse(conversation.lastMessageAt ?? '');
	return Number.isNaN(at) ? 0 : Math.max(0, at + WINDOW_MS - Date.now());
}

/** Whether the person wants nothing at all: the newest row counts. */
export function hasOptedOut({ consent }) {
	const [newest] = consent;
	return newest?.status === 'optedOut' && (!newest.scope || newest.scope === 'all');
}

function consentFact({ consent }) {
	const [newest] = consent;
	if (!newest || newest.status === 'none') return { text: 'No consent recorded' };
	if (newest.status === 'optedIn') return { text: 'Opted in', kind: 'good' };
	if (newest.status === 'pending') return { text: 'Opt-in not confirmed yet', kind: 'waiting' };
	const of = newest.scope && newest.scope !== 'all' ? ` of ${scopeName(newest.scope)}` : '';
	return { text: `Opted out${of}`, kind: 'bad' };
}

function windowFacts({ conversations }) {
	return conversations.filter(hasWindow).map((conversation) => {
		const left = windowLeft(conversation);
		return left > 0
			? { text: `Window open for ${span(left)}`, kind: 'good' }
			: { text: 'Window closed: templates only', kind: 'waiting' };
	});
}

/** Who it is, and what holds for them. */
export function drawFacts() {
	const { thread } = state;
	if (!thread) return;
	const known = [...state.conversations.values()].filter(({ address }) => address === thread.address);
	const [newest = { phone: '', userId: '' }] = known;
	byId('name').textContent = known.length > 0 ? personName(known) : thread.address;
	byId('address').textContent = [newest.phone || newest.userId || thread.address]
		.filter((each) => each !== byId('name').textContent)
		.join('');
	const channels = [...new Set(thread.conversations.map(({ channel }) => channel).filter(Boolean))];
	const isPerson = thread.conversations.some(({ handledBy }) => handledBy === 'person');
	const facts = [
		...channels.map((channel) => ({ text: channelName(channel), channel })),
		consentFact(thread),
		...windowFacts(thread),
		{ text: isPerson ? 'A person answers' : 'The bot answers' },
	];
	byId('facts').replaceChildren(
		...facts.map(({ text, kind, channel }) =>
			element('li', { class: 'chip', 'data-kind': kind, 'data-channel': channel }, text),
		),
	);
	byId('facts').hidden = !thread.isLoaded;
	byId('side').textContent = isPerson ? 'Give back to the bot' : 'Take over';
	byId('side').dataset.action = isPerson ? 'giveBack' : 'takeOver';
	byId('side').hidden = thread.conversations.length === 0;
}
