import { byId, element, reconcile } from './dom.js';
import { toast } from './dialogs.js';
import { lineOf, post, state } from './store.js';
import { ask, failuresOf, timesInWords, watched, watchedOf } from './watch.js';
import { PROVIDERS } from './words.js';

const STAGES = {
	call: 'Calls of the API',
	delivery: 'Messages on their way to the phone',
	webhook: 'Webhooks to the workflow',
};
const DELAYS = { 0: 'At once', 1000: 'After 1 second', 5000: 'After 5 seconds', 30000: 'After 30 seconds' };

/** What can go wrong, by provider: asked for once. */
const tables = new Map();
/** The provider whose switches are shown, and the rows that hold them. */
let drawn;
let rows = [];

/** The switches of one provider, as the person left them or as they were used up. */
export function drawFailures(numberId) {
	drawMark();
	if (byId('panel').hidden || byId('failures').hidden) return;
	const select = byId('failing-provider');
	const providers = Object.keys(state.webhooks);
	byId('choose-provider').hidden = providers.length < 2;
	if (select.options.length !== providers.length) {
		select.replaceChildren(
			...providers.map((provider) => element('option', { value: provider }, PROVIDERS[provider])),
		);
		select.value = lineOf(numberId)?.provider ?? providers[0];
	}
	if (select.value === drawn) rows.forEach(({ update }) => update());
	else void drawTable(select.value);
}

async function drawTable(provider) {
	drawn = provider;
	if (!tables.has(provider)) tables.set(provider, await tableOf(provider));
	if (drawn !== provider) return;
	const { known, breakable } = tables.get(provider);
	rows = [];
	const groups = Object.entries(STAGES).map(([stage, legend]) =>
		group(legend, [
			...known.filter((fault) => fault.stage === stage).map((fault) => faultRow(provider, fault)),
			...(stage === 'call' ? [delayRow(provider)] : []),
		]),
	);
	const channel = breakable.map((fault) => breakRow(provider, fault));
	if (channel.length > 0) groups.push(group('Access, account and number', channel));
	reconcile(byId('switches'), groups);
	rows.forEach(({ update }) => update());
}

async function tableOf(provider) {
	const [faults, rules] = await Promise.all(
		['faults', 'rules'].map(async (path) => (await fetch(`/sandbox/${path}?provider=${provider}`)).json()),
	);
	return { known: faults.known, breakable: rules.canBreak ?? [] };
}

function group(legend, members) {
	rows.push(...members);
	return element(
		'fieldset',
		{ class: 'switch-group' },
		element('legend', {}, legend),
		...members.map(({ node }) => node),
	);
}

function row(title, controls, update) {
	return { node: element('div', { class: 'switch' }, element('span', {}, title), ...controls), update };
}

function toggle(words, title, act) {
	const button = element('button', { type: 'button', class: 'toggle', onclick: act });
	name(button, words, title);
	return button;
}

function name(button, words, title) {
	button.textContent = words;
	button.setAttribute('aria-label', `${words}: ${title}`);
}

function press(button, isPressed) {
	button.setAttribute('aria-pressed', String(isPressed));
}

function faultRow(provider, { fault, title }) {
	const times = () => watchedOf(provider)?.active.find((each) => each.fault === fault)?.times;
	const set = (wanted) => change('faults', { provider, fault, times: times() === wanted ? 0 : wanted });
	const once = toggle('Once', title, () => set(typeof times() === 'number' ? times() : 1));
	const always = toggle('Always', title, () => set('always'));
	return row(title, [once, always], () => {
		const now = times();
		name(once, typeof now === 'number' && now > 1 ? timesInWords(now) : 'Once', title);
		press(once, typeof now === 'number');
		press(always, now === 'always');
	});
}

function breakRow(provider, { fault, title }) {
	const isBroken = () => watchedOf(provider)?.broken.some((each) => each.fault === fault) ?? false;
	const button = toggle('Always', title, () =>
		change('rules', { provider, [isBroken() ? 'repair' : 'break']: [fault] }),
	);
	return row(title, [button], () => press(button, isBroken()));
}

function delayRow(provider) {
	const select = element(
		'select',
		{
			'aria-label': 'When the API answers',
			onchange: () => change('faults', { provider, latencyMs: Number(select.value) }),
		},
		...Object.entries(DELAYS).map(([value, words]) => element('option', { value }, words)),
	);
	return row('Answer', [select], () => {
		const latency = watchedOf(provider)?.latencyMs ?? 0;
		const isListed = [...select.options].some(({ value }) => Number(value) === latency);
		if (!isListed) select.append(element('option', { value: latency }, `After ${latency} milliseconds`));
		select.value = String(latency);
	});
}

async function change(path, wish) {
	try {
		await post(path, wish);
	} catch ({ message }) {
		toast(`Not switched: ${message}`);
	}
	await ask();
}

/** Says at the top of the page that something fails on purpose, for as long as it does. */
function drawMark() {
	const failing = watched.providers
		.map((each) => ({ name: PROVIDERS[each.provider], failures: failuresOf(each) }))
		.filter(({ failures }) => failures.length > 0);
	const count = failing.flatMap(({ failures }) => failures).length;
	byId('failing').hidden = count === 0;
	byId('failing-title').textContent =
		count === 1 ? 'A failure is switched on' : `${count} failures are switched on`;
	byId('failing-text').textContent = failing
		.map(({ name, failures }) => `${name}: ${failures.join('; ')}`)
		.join('. ');
}

async function endAll() {
	for (const { provider, broken } of watched.providers) {
		await change('faults', { provider, clear: true });
		if (broken.length > 0) await change('rules', { provider, repair: broken.map(({ fault }) => fault) });
	}
}

/** `open` shows the switches. */
export function listenToFailures(open, redraw) {
	byId('show-failures').addEventListener('click', open);
	byId('end-failures').addEventListener('click', endAll);
	byId('failing-provider').addEventListener('change', redraw);
}
