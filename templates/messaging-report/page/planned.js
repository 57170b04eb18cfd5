import { byId, element } from '../../../pages/shared/dom.js';
import { call, Refused } from '../../../pages/shared/key.js';
import { nothing, section } from './section.js';
import { count } from './words.js';

/** Path of the workflows of Planned campaign, behind that of the page. */
const PATH = '-campaigns';

/** @typedef {{ campaign_id?: string, state?: string | null, audience?: string | null, note?: string | null, plan?: string | null }} Campaign */

/** What can be done in which state. The workflow has the last word. */
const ACTIONS = [
	{ action: 'dryRun', label: 'Dry run', from: ['draft', 'planning', 'running', 'paused', 'done'] },
	{ action: 'start', label: 'Start', from: ['draft', 'planning', 'done'] },
	{ action: 'pause', label: 'Pause', from: ['planning', 'running'] },
	{ action: 'resume', label: 'Resume', from: ['paused'] },
	{ action: 'stop', label: 'Stop', from: ['draft', 'planning', 'running', 'paused'] },
];
/** What is for good asks for a second click. */
const FOR_GOOD = 'stop';

/** @type {Record<string, string>} */
const RULES = {
	optedOut: 'opted out',
	optedOutOfMarketing: 'opted out of marketing',
	noConsent: 'never opted in',
	consentPending: 'did not confirm the opt-in',
	optOutAsked: 'asked whether to opt out',
	frequencyCap: 'got enough already',
};

/** @typedef {{ audience: number, wouldBeSent: number, cannotBeSent: number, suppressed: Record<string, number>, heldOut: number, before: Record<string, number> }} Plan */

/** Who would get it and who would not, in one sentence. @param {string} plan as the workflow keeps it */
export function planInWords(plan) {
	if (plan === '') return 'Not planned yet';
	/** @type {Plan} */
	const { audience, wouldBeSent, cannotBeSent, suppressed, heldOut, before } = JSON.parse(plan);
	const parts = [
		...Object.entries(suppressed).map(([rule, number]) => ({ words: RULES[rule] ?? rule, number })),
		{ words: 'cannot be sent', number: cannotBeSent },
		{ words: 'held out', number: heldOut },
		{
			words: 'had their turn before',
			number: Object.values(before).reduce((sum, number) => sum + number, 0),
		},
	];
	const rest = parts
		.filter(({ number }) => number > 0)
		.map(({ words, number }) => `${count(number)} ${words}`);
	return [`${count(wouldBeSent)} of ${count(audience)} will get it`, ...rest].join(', ');
}

/** @param {string} words */
const say = (words) => {
	byId('said').textContent = words;
};

/** @param {unknown} failure */
function wordsOf(failure) {
	const isMissing = failure instanceof Refused && failure.message.includes('404') && !failure.answer?.message;
	if (isMissing) return 'Publish the workflows of the template Planned campaign to see campaigns here.';
	if (failure instanceof Refused && failure.answer?.message) return String(failure.answer.message);
	return failure instanceof Error ? failure.message : String(failure);
}

/**
 * @param {string} campaign
 * @param {string} action
 */
async function act(campaign, action) {
	say(`${campaign}: working on it…`);
	try {
		const response = await call(PATH, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ campaign_id: campaign, action }),
		});
		const { state, plan } = await response.json();
		await showCampaigns();
		const planned =
			plan && !['pause', 'stop'].includes(action) ? ` ${planInWords(JSON.stringify(plan))}.` : '';
		say(`${campaign} is ${state}.${planned}`);
	} catch (failure) {
		say(`${campaign}: ${wordsOf(failure)}`);
	}
}

/**
 * @param {string} campaign
 * @param {{ action: string, label: string }} what
 */
function button(campaign, { action, label }) {
	const made = element(
		'button',
		{ type: 'button', class: 'quiet-button', 'aria-label': `${label}: ${campaign}` },
		label,
	);
	let isSure = action !== FOR_GOOD;
	made.addEventListener('click', () => {
		if (isSure) {
			void act(campaign, action);
			return;
		}
		isSure = true;
		made.textContent = 'Stop for good?';
		made.setAttribute('aria-label', `Stop for good: ${campaign}`);
	});
	return made;
}

/** @param {Campaign} campaign */
function line({ campaign_id = '', state, audience, note, plan }) {
	const now = state || 'draft';
	return element(
		'tr',
		{},
		element('th', { scope: 'row' }, campaign_id),
		element('td', {}, [now, note].filter(Boolean).join(': ')),
		element('td', {}, audience ?? ''),
		element('td', { class: 'long' }, planInWords(plan ?? '')),
		element(
			'td',
			{},
			...ACTIONS.filter(({ from }) => from.includes(now)).map((what) => button(campaign_id, what)),
		),
	);
}

/** The campaigns of the table, with what can be done with each. */
export async function showCampaigns() {
	try {
		const response = await call(PATH);
		/** @type {Campaign[]} */
		const all = await response.json();
		// Those of other templates have nobody to be planned for.
		const planned = all.filter(({ campaign_id, audience }) => campaign_id && audience);
		const head = ['Campaign', 'State', 'Audience', 'Plan', 'Actions'];
		const table = element(
			'div',
			{ class: 'scroll', role: 'region', 'aria-label': 'All planned campaigns', tabIndex: 0 },
			element(
				'table',
				{},
				element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
				element('tbody', {}, ...planned.map(line)),
			),
		);
		const content = planned.length === 0 ? nothing('messaging_campaigns has none with an audience.') : table;
		byId('planned').replaceChildren(section('Planned campaigns', content, { wide: true }));
	} catch (failure) {
		say(wordsOf(failure));
	}
}
