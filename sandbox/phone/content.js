import { element } from './dom.js';

const MEDIA_WORDS = {
	audio: 'Audio',
	document: 'Document',
	image: 'Photo',
	sticker: 'Sticker',
	video: 'Video',
};

/** What a message has beside its plain text. `tap` sends what a choice answers. */
export function contentNodes(content, tap) {
	return [...cardNodes(content, tap), ...moreNodes(content, tap)];
}

function cardNodes({ media, place, title, text, footer, buttons = [] }, tap) {
	return [
		media && mediaNode(media),
		place && placeNode(place),
		title && element('p', { class: 'title', dir: 'auto' }, title),
		text && element('p', { class: 'text block', dir: 'auto' }, ...formatted(text)),
		footer && element('p', { class: 'footer', dir: 'auto' }, footer),
		buttons.length > 0 && element('div', { class: 'buttons' }, ...buttons.map((one) => choiceNode(one, tap))),
	].filter(Boolean);
}

function moreNodes({ contacts = [], list, cards = [], offer }, tap) {
	return [
		offer && element('p', { class: 'offer' }, element('strong', {}, offer.text), ends(offer.endsAt)),
		...contacts.map(({ name, lines }) =>
			element(
				'div',
				{ class: 'contact' },
				element('strong', {}, name),
				...lines.map((line) => element('span', {}, line)),
			),
		),
		list && listNode(list, tap),
		cards.length > 0 &&
			element(
				'div',
				{ class: 'cards', role: 'group', 'aria-label': 'Cards', tabIndex: 0 },
				...cards.map((card) => element('div', { class: 'card' }, ...cardNodes(card, tap))),
			),
	].filter(Boolean);
}

function mediaNode({ kind, url, name, isVoice }) {
	const label = isVoice ? 'Voice message' : (name ?? MEDIA_WORDS[kind]);
	const link = () =>
		element('a', { class: 'file', href: url, target: '_blank', rel: 'noreferrer noopener' }, label);
	if (kind === 'document') return link();
	const node =
		kind === 'image' || kind === 'sticker'
			? element('img', { class: 'media', src: url, alt: label })
			: element(kind, { class: 'media', src: url, controls: true, preload: 'metadata', 'aria-label': label });
	node.dataset.kind = kind;
	// What cannot be shown, such as a link that leads nowhere, is still named.
	node.addEventListener('error', () => node.replaceWith(link()), { once: true });
	return node;
}

function placeNode({ latitude, longitude, name, address }) {
	return element(
		'div',
		{ class: 'place' },
		element('strong', {}, name ?? 'Location'),
		address && element('span', {}, address),
		element('span', {}, `${latitude}, ${longitude}`),
	);
}

function choiceNode({ id, label, does, value, description, answer }, tap) {
	if (does === 'link') {
		return element(
			'a',
			{ class: 'choice', href: value, target: '_blank', rel: 'noreferrer noopener' },
			label,
		);
	}
	return element(
		'button',
		{
			type: 'button',
			class: 'choice',
			disabled: !answer,
			title: value,
			onclick: () => tap(id),
		},
		element('span', {}, label),
		description && element('span', { class: 'description' }, description),
		does === 'copy' && element('code', {}, value),
	);
}

function listNode({ label, sections }, tap) {
	return element(
		'details',
		{ class: 'list' },
		element('summary', {}, label),
		...sections.flatMap(({ title, rows }) => [
			title && element('p', { class: 'section' }, title),
			...rows.map((row) => choiceNode(row, tap)),
		]),
	);
}

function ends(at) {
	return at === undefined ? '' : ` ends ${new Date(at).toLocaleString()}`;
}

/** WhatsApp's marks for bold, italic and struck-out words. */
const MARKS = { '*': 'strong', _: 'em', '~': 's' };
export function formatted(text) {
	return text
		.split(/(\*\S[^*\n]*\*|_\S[^_\n]*_|~\S[^~\n]*~)/)
		.map((part, index) => (index % 2 === 1 ? element(MARKS[part[0]], {}, part.slice(1, -1)) : part));
}
