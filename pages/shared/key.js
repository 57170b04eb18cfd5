import { element } from './dom.js';

/** The header that n8n's credential *Header Auth* asks for. */
const HEADER = 'X-Messaging-Key';

/** An answer of the workflow that is no success. */
export class Refused extends Error {
	/**
	 * @param {number} status HTTP status
	 * @param {{ message?: unknown, advice?: unknown }} [answer] the JSON that came along
	 */
	constructor(status, answer) {
		super(
			status === 401 || status === 403
				? 'The workflow does not know this key.'
				: `The workflow answered ${status}. Look at its executions in n8n.`,
		);
		this.answer = answer;
		this.isKeyWrong = status === 401 || status === 403;
	}
}

/** The key lives here and nowhere else: a page of n8n has no storage, and the key stays out of addresses. */
let key = '';
/** @type {Map<string, Promise<Response>>} answers that were asked for ahead, by the suffix of their path */
const ahead = new Map();

/**
 * Calls the workflow on a path beside the page's own, or takes the answer that was asked for ahead.
 *
 * @param {string} suffix what the path has more than the page's
 * @param {RequestInit} [options]
 * @throws {Refused}
 */
export async function call(suffix, options = {}) {
	const begun = ahead.get(suffix);
	if (begun) {
		ahead.delete(suffix);
		return await begun;
	}
	const path = location.pathname.replace(/\/$/, '');
	const headers = { ...options.headers, [HEADER]: key };
	const response = await fetch(`${location.origin}${path}${suffix}`, {
		cache: 'no-store',
		...options,
		headers,
	});
	if (!response.ok) throw new Refused(response.status, await response.json().catch(() => undefined));
	return response;
}

const keyIn = () => (new URLSearchParams(location.hash.slice(1)).get('key') ?? '').trim();

/**
 * Calls with the key of the address while the rest of the page is still being read. The next call on this path takes the answer.
 *
 * @param {string} suffix what the path has more than the page's
 */
export function callAhead(suffix) {
	key = keyIn();
	if (key === '') return;
	const answer = call(suffix);
	// Who takes the answer hears what went wrong.
	answer.catch(() => undefined);
	ahead.set(suffix, answer);
}

/** Takes the key out of the address, so that nobody reads it over a shoulder or in a picture of the screen. */
function keyOfAddress() {
	const given = keyIn();
	if (given !== '') history.replaceState(null, '', location.pathname + location.search);
	return given;
}

function prompt(name) {
	const input = element('input', {
		id: 'key',
		type: 'password',
		required: true,
		autocomplete: 'off',
		spellcheck: false,
	});
	const problem = element('p', { class: 'problem', role: 'alert' });
	const button = element('button', { class: 'button', type: 'submit' }, 'Open');
	const form = element(
		'form',
		{ class: 'key-form' },
		element('h1', {}, name),
		element('label', { for: 'key' }, 'Key'),
		input,
		button,
		problem,
		element(
			'p',
			{ class: 'hint' },
			'The value of the credential that the workflow checks. It is kept in this tab alone and forgotten when you close it.',
		),
	);
	return { form, input, button, problem };
}

/**
 * Opens the page: tries the key of the address, and asks for one until `load` succeeds.
 *
 * @param {{ name: string, main: HTMLElement, load: () => Promise<void> }} page `name` stands above the field; `main` is shown
 *   once `load` has been through
 */
export async function openWithKey({ name, main, load }) {
	const { form, input, button, problem } = prompt(name);
	const attempt = async (given) => {
		key = given.trim();
		button.disabled = true;
		problem.textContent = '';
		try {
			await load();
			form.remove();
			main.hidden = false;
			return true;
		} catch (failure) {
			problem.textContent =
				failure instanceof Refused ? failure.message : `The workflow cannot be reached: ${failure.message}`;
			return false;
		} finally {
			button.disabled = false;
		}
	};
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		if (!(await attempt(input.value))) input.select();
	});
	main.hidden = true;
	main.before(form);

	const given = keyOfAddress();
	if (given !== '' && (await attempt(given))) return;
	input.focus();
}
