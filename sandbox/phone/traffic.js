import { byId, element, icon, reconcile } from './dom.js';
import { exchangeTone, exchangeWords, PROVIDERS, timeWithSeconds } from './words.js';
import { watched } from './watch.js';

/** Rows by id; a row stays where it is while its exchange goes on, so that it stays open, too. */
const rows = new Map();

/** Calls of the providers' APIs and webhooks to the workflow, newest first. */
export function drawTraffic() {
	if (byId('panel').hidden || byId('traffic').hidden) return;
	const onlyFailed = byId('only-failed').checked;
	const shown = watched.exchanges.filter((exchange) => !onlyFailed || exchangeTone(exchange) === 'bad');
	reconcile(
		byId('exchanges'),
		shown.map((exchange) => row(exchange)),
	);
	byId('exchanges').hidden = shown.length === 0;
	byId('no-exchanges').hidden = shown.length > 0;
	byId('no-exchanges').textContent =
		onlyFailed && watched.exchanges.length > 0
			? 'Nothing failed among the latest calls and webhooks.'
			: 'Nothing yet. Write a message, or run a workflow that sends one.';
	forget(new Set(watched.exchanges.map(({ id }) => id)));
}

function forget(known) {
	for (const id of rows.keys()) if (!known.has(id)) rows.delete(id);
}

function row(exchange) {
	let item = rows.get(exchange.id);
	if (!item) {
		item = create(exchange);
		rows.set(exchange.id, item);
	}
	const key = JSON.stringify(exchange);
	if (key === item.key) return item.node;
	item.key = key;
	const { provider, address, at, method, about, durationMs } = exchange;
	item.details.dataset.tone = exchangeTone(exchange);
	item.result.textContent = exchangeWords(exchange);
	item.address.textContent = address === '' ? 'No webhook is set' : address;
	item.method.textContent = method;
	item.about.textContent = [
		about,
		PROVIDERS[provider],
		timeWithSeconds(at),
		durationMs === undefined ? undefined : `${durationMs} ms`,
	]
		.filter(Boolean)
		.join(' · ');
	if (item.details.open) void load(exchange.id, item.parts);
	return item.node;
}

function create({ id, kind }) {
	const isCall = kind === 'call';
	const item = {
		method: element('span', { class: 'method' }),
		address: element('span', { class: 'address' }),
		result: element('span', { class: 'result' }),
		about: element('span', { class: 'about' }),
		parts: element('div', { class: 'parts' }),
	};
	const direction = isCall ? 'Call of the API' : 'Webhook to the workflow';
	item.details = element(
		'details',
		{ class: 'exchange', 'data-kind': kind },
		element(
			'summary',
			{},
			element(
				'span',
				{ class: 'direction', title: direction },
				icon(isCall ? 'toProvider' : 'toWorkflow'),
				element('span', { class: 'hidden' }, `${direction}: `),
			),
			element('span', { class: 'request' }, item.method, ' ', item.address),
			item.result,
			item.about,
		),
		item.parts,
	);
	item.details.addEventListener('toggle', () => {
		if (item.details.open) void load(id, item.parts);
	});
	item.node = element('li', {}, item.details);
	return item;
}

async function load(id, container) {
	const response = await fetch(`/sandbox/exchanges/${encodeURIComponent(id)}`);
	const { parts = [], error } = await response.json();
	if (error) container.replaceChildren(element('p', { class: 'hint' }, error));
	else container.replaceChildren(...parts.map(part));
}

function part({ title, text }) {
	const copy = element('button', { type: 'button', class: 'link', 'aria-label': `Copy: ${title}` }, 'Copy');
	copy.addEventListener('click', async () => {
		await navigator.clipboard.writeText(text);
		copy.textContent = 'Copied';
	});
	return element(
		'div',
		{ class: 'part' },
		element('p', { class: 'part-title' }, title, copy),
		element('pre', { tabIndex: 0, role: 'group', 'aria-label': title }, text),
	);
}

export function listenToTraffic() {
	byId('only-failed').addEventListener('change', drawTraffic);
}
