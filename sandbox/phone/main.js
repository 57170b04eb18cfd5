import { drawChat, drawConnection, listenToChat, replyTarget, scrollToEnd, setReply } from './chat.js';
import { drawCodes } from './codes.js';
import { listenToDialogs, openDialog, toast } from './dialogs.js';
import { byId, element, icon } from './dom.js';
import { drawFailures, listenToFailures } from './failures.js';
import { hasStoppedMarketing } from './header.js';
import { listenToPanel, openPanel } from './panel.js';
import { drawPeople, listenToPeople } from './people.js';
import { follow, lineOf, PAGE, post, state, threadsOf } from './store.js';
import { drawTraffic, listenToTraffic } from './traffic.js';
import { ask, watch } from './watch.js';
import { displayNumber } from './words.js';

const CHIPS = ['STOP', 'START', 'HELP', 'YES'];
const NARROW = matchMedia('(max-width: 759px)');

/** Who writes, and to which number: also in the address, so that a reload or a link leads to the same chat. */
const selected = { customer: undefined, numberId: undefined };
let announced;

/** The first number that a workflow listens to, or else the first of all. */
function defaultNumber() {
	const isHeard = ({ provider }) => Boolean(state.webhooks[provider]?.url);
	return (state.numbers.find(isHeard) ?? state.numbers[0])?.id;
}

function choose(customer, numberId) {
	const latest = threadsOf(customer)
		.filter(({ messages }) => messages.length > 0)
		.sort((a, b) => b.messages.at(-1).at - a.messages.at(-1).at)[0];
	selected.customer = customer;
	selected.numberId = numberId ?? latest?.numberId ?? defaultNumber();
	history.replaceState(null, '', `#${encodeURIComponent(customer)}/${selected.numberId}`);
	byId('app').dataset.view = 'chat';
	draw();
	requestAnimationFrame(scrollToEnd);
	if (!NARROW.matches) byId('text').focus();
}

function chooseFromAddress() {
	const [customer = '', numberId] = decodeURIComponent(location.hash.slice(1)).split('/');
	const isKnown = state.customers.has(customer) && state.numbers.some(({ id }) => id === numberId);
	if (isKnown) return choose(customer, numberId);
	const first = state.customers.keys().next().value;
	if (first === undefined) return;
	selected.customer = first;
	selected.numberId = defaultNumber();
}

/** Draws once per frame however much happens: a broadcast brings hundreds of events in a second. */
let isDue = false;
function draw() {
	if (isDue) return;
	isDue = true;
	requestAnimationFrame(() => {
		isDue = false;
		if (state.loaded) {
			document.title = `${state.business.name} · Sandbox phone`;
			byId('business').textContent = state.business.name;
			drawPeople(selected, choose);
			drawChat(selected.customer, selected.numberId);
			drawFailures(selected.numberId);
			drawTraffic();
			drawCodes();
		}
		drawConnection(selected.numberId);
		announceOpenChat();
	});
}

/** Messages count as read while their chat is in view. */
function announceOpenChat() {
	const isInView = !document.hidden && byId('chat').checkVisibility();
	const { customer, numberId } = selected;
	const chat = isInView && customer !== undefined && numberId !== undefined ? { numberId, customer } : null;
	const key = JSON.stringify(chat);
	if (!state.connected || key === announced) return;
	announced = key;
	post('open', { page: PAGE, chat }).catch(() => (announced = undefined));
}

/** As a person does it in WhatsApp's own settings. */
async function changeMarketing() {
	const person = state.customers.get(selected.customer);
	const value = hasStoppedMarketing(person, lineOf(selected.numberId)) ? 'resume' : 'stop';
	await post('marketing', { ...selected, value }).catch(({ message }) => toast(message));
	await ask();
}

async function send(text, replyToId) {
	const { customer, numberId } = selected;
	if (text.trim() === '' || customer === undefined) return false;
	try {
		await post('messages', { numberId, customer, text, replyToId });
		return true;
	} catch (refusal) {
		toast(`Not sent: ${refusal.message}`);
		return false;
	}
}

function listenToComposer() {
	const text = byId('text');
	const fit = () => {
		text.style.height = 'auto';
		text.style.height = `${text.scrollHeight}px`;
		byId('send').disabled = text.value.trim() === '';
	};
	text.addEventListener('input', fit);
	text.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		byId('form').requestSubmit();
	});
	byId('form').addEventListener('submit', async (event) => {
		event.preventDefault();
		const { value } = text;
		const reply = replyTarget();
		text.value = '';
		setReply(undefined);
		fit();
		if (!(await send(value, reply?.id)) && text.value === '') {
			text.value = value;
			fit();
		}
	});
	byId('chips').append(
		...CHIPS.map((word) =>
			element('button', { type: 'button', class: 'chip', onclick: () => send(word) }, word),
		),
	);
	fit();
}

function listen() {
	for (const [id, name] of Object.entries({
		'add-customer': 'add',
		reset: 'restart',
		back: 'back',
		send: 'send',
		'cancel-reply': 'close',
	})) {
		byId(id).append(icon(name));
	}
	byId('back').addEventListener('click', () => {
		byId('app').dataset.view = 'people';
		draw();
		byId('people').querySelector('[aria-current]')?.focus();
	});
	byId('number').addEventListener('change', ({ target }) => choose(selected.customer, target.value));
	byId('notice-action').addEventListener('click', () => openDialog('webhook', selected.numberId));
	byId('close-window').addEventListener('click', () =>
		post('window/close', { ...selected }).catch(({ message }) => toast(message)),
	);
	byId('marketing').addEventListener('click', changeMarketing);
	document.addEventListener('visibilitychange', draw);
	NARROW.addEventListener('change', draw);
	addEventListener('hashchange', chooseFromAddress);
	/* Windows and typing indicators end without an event. */
	setInterval(draw, 5_000);
}

listen();
listenToPeople();
listenToChat();
listenToComposer();
listenToPanel();
listenToTraffic();
listenToFailures(() => openPanel('failures'), draw);
void watch(draw);
listenToDialogs(choose, () => selected.numberId);
follow((event) => {
	if (event === undefined) {
		announced = undefined;
		void ask();
		if (state.loaded && !state.customers.has(selected.customer)) chooseFromAddress();
	} else if (event.type === 'stray') {
		toast(`A message to ${displayNumber(event.to)} went nowhere: no customer has this number.`);
	} else if (event.type === 'faults') void ask();
	draw();
});
