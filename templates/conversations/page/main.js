import { byId } from '../../../pages/shared/dom.js';
import { openWithKey } from '../../../pages/shared/key.js';
import { carryOut, listConversations, readThread, search } from './api.js';
import { Composer } from './composer.js';
import { drawEntries, listenToEntries } from './entries.js';
import { drawFacts } from './facts.js';
import { icon } from './icons.js';
import { drawPeople, listenToPeople } from './people.js';
import { addConversations, PAGE, state, Thread } from './state.js';
import { keepAsking } from './watch.js';

/** Nobody but this server hears from the page: what is added to the head holds like what stood there from the first. */
const guard = document.createElement('meta');
guard.httpEquiv = 'Content-Security-Policy';
guard.content = `connect-src ${location.origin}`;
document.head.append(guard);

const SEARCH_AFTER_MS = 300;

function say(problem = '') {
	byId('news').textContent = problem;
	byId('news').dataset.kind = 'bad';
}

/** @param {Error} failure */
const wordsOf = (failure) => (failure instanceof TypeError ? 'n8n cannot be reached' : failure.message);

async function loadNewest() {
	const { conversations } = await listConversations();
	if (state.conversations.size === 0) state.hasOlder = conversations.length >= PAGE.conversations;
	addConversations(conversations);
	drawPeople(open);
}

async function loadOlder() {
	const oldest = [...state.conversations.values()].reduce(
		(least, { lastAt }) => (lastAt < least ? lastAt : least),
		'9999',
	);
	const { conversations } = await listConversations(oldest);
	state.hasOlder = conversations.length >= PAGE.conversations;
	addConversations(conversations);
	drawPeople(open);
}

/**
 * @param {Thread} thread
 * @param {string} [before] of older entries: the time of the oldest one that is shown
 */
async function loadThread(thread, before) {
	const isNew = !thread.isLoaded;
	const answer = await readThread(thread.address, before);
	if (state.thread !== thread) return;
	thread.add(answer, before !== undefined);
	addConversations(answer.conversations);
	drawPeople(open);
	drawFacts();
	if (isNew) composer = new Composer(thread, () => loadThread(thread));
	else composer?.update();
	drawEntries(isNew);
}

async function tried(what) {
	try {
		await what();
		say();
	} catch (failure) {
		say(wordsOf(failure));
	}
}

function open(address) {
	const thread = new Thread(address);
	state.thread = thread;
	byId('app').dataset.view = 'thread';
	byId('nobody').hidden = true;
	byId('thread').hidden = false;
	byId('entries').replaceChildren();
	byId('older').hidden = true;
	composer = undefined;
	byId('composer').replaceChildren();
	drawPeople(open);
	drawFacts();
	byId('name').focus();
	void tried(() => loadThread(thread));
}

async function handOver(button) {
	const { thread } = state;
	if (!thread) return;
	const [{ key }] = thread.conversations;
	button.disabled = true;
	try {
		await carryOut({ action: button.dataset.action, key, author: state.author });
		await loadThread(thread);
	} finally {
		button.disabled = false;
	}
}

function goBack() {
	const { thread } = state;
	state.thread = undefined;
	byId('app').dataset.view = 'people';
	byId('nobody').hidden = false;
	byId('thread').hidden = true;
	drawPeople(open);
	[...byId('people').querySelectorAll('button')]
		.find(({ dataset }) => dataset.address === thread?.address)
		?.focus();
}

/** @type {Composer | undefined} */
let composer;

let searches = 0;
function searchFor(query) {
	searches += 1;
	const turn = searches;
	if (query === '') {
		state.found = undefined;
		drawPeople(open);
		return;
	}
	setTimeout(() => {
		if (turn !== searches) return;
		void tried(async () => {
			const found = await search(query);
			if (turn !== searches) return;
			state.found = found;
			drawPeople(open);
		});
	}, SEARCH_AFTER_MS);
}

byId('back').append(icon('back'));
byId('back').addEventListener('click', goBack);
byId('more').addEventListener('click', () => void tried(loadOlder));
byId('older').addEventListener('click', () => {
	const { thread } = state;
	if (thread) void tried(() => loadThread(thread, thread.since));
});
byId('side').addEventListener('click', ({ currentTarget }) => void tried(() => handOver(currentTarget)));
byId('search').addEventListener(
	'input',
	({ target }) => target instanceof HTMLInputElement && searchFor(target.value.trim()),
);
byId('search-form').addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('keydown', ({ key }) => {
	if (key === 'Escape' && state.thread) goBack();
});
listenToPeople();
listenToEntries();

void openWithKey({
	name: 'Conversations',
	main: byId('app'),
	async load() {
		await loadNewest();
		keepAsking(async () => {
			await loadNewest();
			if (state.thread) await loadThread(state.thread);
		}, say);
	},
});
