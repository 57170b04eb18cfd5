import { state } from './store.js';

/** What the sandbox tells only when asked: exchanges, failures, codes, and who stopped marketing. */
export const watched = { exchanges: [], providers: [], codes: [] };

const EXCHANGES = 100;
const IDLE_MS = 2_000;
const WATCHING_MS = 800;

let isWatching = false;
let report = () => {};
/** The answers that are waited for, and whether to ask once more after them. */
let asking;
let isDue = false;
let timer;

/** Asks again and again while the page can be seen, and calls `changed` after each answer. */
export function watch(changed) {
	report = changed;
	document.addEventListener('visibilitychange', ask);
	return ask();
}

/** Whether the exchanges are in view. */
export function watchExchanges(wanted) {
	isWatching = wanted;
	return ask();
}

/** Asks at once, or once more when what was asked before is answered. */
export function ask() {
	isDue = true;
	asking ??= askWhileDue().finally(() => {
		asking = undefined;
		if (!document.hidden) timer = setTimeout(ask, isWatching ? WATCHING_MS : IDLE_MS);
	});
	return asking;
}

async function askWhileDue() {
	clearTimeout(timer);
	while (isDue) {
		isDue = false;
		if (state.connected && !document.hidden) await look();
	}
}

/** Where the sandbox has gone, the stream of events tells so, and when it is back. */
async function look() {
	const response = await fetch(`/sandbox/watch?exchanges=${isWatching ? EXCHANGES : 0}`).catch(
		() => undefined,
	);
	if (!response?.ok) return;
	Object.assign(watched, await response.json());
	report();
}

export function watchedOf(provider) {
	return watched.providers.find((each) => each.provider === provider);
}

/** Everything that somebody switched on, in words. */
export function failuresOf({ active, shares, broken, latencyMs }) {
	return [
		...active.map(({ title, times }) => `${title} (${timesInWords(times)})`),
		...Object.entries(shares).map(([fault, percent]) => `${fault}: ${percent} % of the calls`),
		...broken.map(({ title }) => title),
		...(latencyMs > 0 ? [`Answers take ${latencyMs / 1_000} s longer`] : []),
	];
}

export function timesInWords(times) {
	if (times === 'always') return 'always';
	return times === 1 ? 'once' : `${times} times`;
}
