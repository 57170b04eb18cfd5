import { byId, icon } from './dom.js';
import { watchExchanges } from './watch.js';

const TABS = ['traffic', 'failures'];
let openTab;
let opener;

/** What lies behind the chat: the raw traffic, and what can be made to fail. */
export function openPanel(tab) {
	if (openTab === undefined) opener = document.activeElement;
	show(tab);
	byId(`${tab}-tab`).focus();
}

function show(tab) {
	openTab = tab;
	byId('panel').hidden = tab === undefined;
	byId('app').dataset.panel = tab === undefined ? 'closed' : 'open';
	byId('open-panel').setAttribute('aria-expanded', String(tab !== undefined));
	for (const name of TABS) {
		const isShown = name === tab;
		byId(name).hidden = !isShown;
		byId(`${name}-tab`).setAttribute('aria-selected', String(isShown));
		byId(`${name}-tab`).tabIndex = isShown ? 0 : -1;
	}
	void watchExchanges(tab === 'traffic');
}

function closePanel() {
	show(undefined);
	const isThere = opener?.isConnected && opener.checkVisibility();
	(isThere ? opener : byId('open-panel')).focus();
}

export function listenToPanel() {
	byId('open-panel').append(icon('traffic'));
	byId('close-panel').append(icon('close'));
	byId('open-panel').addEventListener('click', () =>
		openTab === undefined ? openPanel('traffic') : closePanel(),
	);
	byId('close-panel').addEventListener('click', closePanel);
	byId('panel').addEventListener('keydown', (event) => {
		if (event.key !== 'Escape') return;
		event.preventDefault();
		closePanel();
	});
	for (const name of TABS) {
		const tab = byId(`${name}-tab`);
		tab.addEventListener('click', () => openPanel(name));
		tab.addEventListener('keydown', ({ key }) => {
			if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
			openPanel(TABS.find((other) => other !== name));
		});
	}
}
