import { byId, element } from '../../../pages/shared/dom.js';
import { ask, Refused } from './api.js';
import { changesFor, choicesOn, isTopic, stopOf } from './choices.js';
import { LANGUAGES, languageFor, wordsOf } from './words.js';

const CHANNELS = { whatsapp: 'WhatsApp', sms: 'SMS' };

/** What the workflow said last. */
let known;
let language = languageFor(navigator.languages);
/** Whether a change is on its way: the next one has to know what became of it. */
let isBusy = false;
/** The key of a word that tells how the last change ended. */
let news = '';
/** The key of a word that tells what is wrong. */
let problem = '';

const say = (key, values = {}) =>
	Object.entries(values).reduce(
		(text, [name, value]) => text.replaceAll(`{${name}}`, () => value),
		wordsOf(language)[key],
	);

const languages = element(
	'select',
	{
		id: 'language',
		onchange: () => {
			language = languages.value;
			draw();
		},
	},
	...Object.entries(LANGUAGES).map(([code, { name }]) =>
		element('option', { value: code, lang: code }, name),
	),
);

/** The name that the workflow has for a topic in the language, or the page's own. */
function nameOf(topic) {
	const given = known.topics[topic];
	const name = typeof given === 'object' && given !== null ? given[language] : given;
	return typeof name === 'string' && name !== '' ? name : say(topic);
}

function rowOf(choices, topic) {
	const isOn = choices.given.includes(topic);
	const input = element('input', {
		id: `${choices.channel}-${topic}`,
		type: 'checkbox',
		role: 'switch',
		checked: isOn,
		'aria-disabled': isBusy ? 'true' : undefined,
		onchange: () => change(changesFor(choices, topic, !isOn)),
	});
	return element('li', {}, element('label', { class: 'topic', for: input.id }, nameOf(topic), input));
}

function sectionOf(channel) {
	const choices = choicesOn(known.rows, channel, new Date());
	const name = CHANNELS[channel];
	return element(
		'section',
		{ class: 'channel', 'aria-labelledby': `${channel}-name` },
		element('h2', { id: `${channel}-name` }, name),
		choices.isStopped && element('p', { class: 'stopped' }, say('stopped', { channel: name })),
		element('ul', {}, ...known.listed.map((topic) => rowOf(choices, topic))),
		!choices.isStopped &&
			element(
				'button',
				{
					id: `${channel}-stop`,
					type: 'button',
					class: 'quiet-button stop',
					'aria-disabled': isBusy ? 'true' : undefined,
					onclick: () => change(stopOf(channel)),
				},
				say('stop', { channel: name }),
			),
	);
}

function draw() {
	const { direction } = wordsOf(language);
	Object.assign(document.documentElement, { lang: language, dir: direction });
	const heading = known?.name ? say('heading', { name: known.name }) : say('title');
	document.title = heading;
	byId('heading').textContent = heading;
	byId('intro').textContent = known ? say('intro') : '';
	byId('problem').textContent = problem && say(problem);
	byId('again').textContent = say('again');
	byId('again').hidden = problem !== 'unreachable';
	byId('status').textContent = news && say(news);
	byId('language-label').textContent = say('language');
	languages.value = language;
	byId('until').textContent = known
		? say('until', { date: new Date(known.until).toLocaleDateString(language, { dateStyle: 'long' }) })
		: '';

	const focused = document.activeElement?.id;
	byId('channels').replaceChildren(...(known?.channels ?? []).map(sectionOf));
	if (!focused || document.activeElement?.id === focused) return;
	// The button that stops everything is gone once that is done.
	const [channel] = focused.split('-');
	const next = `${channel}-${known?.listed[0]}`;
	(document.getElementById(focused) ?? document.getElementById(next))?.focus();
}

/** What the workflow says, as the page needs it. */
function read(answer) {
	const rows = answer.rows.map(({ expiry, optOutAsked, ...row }) => ({
		...row,
		...(expiry && { expiresAt: new Date(expiry) }),
		...(optOutAsked && { optOutAsked: new Date(optOutAsked) }),
	}));
	return { ...answer, rows, listed: Object.keys(answer.topics).filter(isTopic) };
}

async function load(changes, { done = '', failed }) {
	try {
		const isFirst = known === undefined;
		known = read(await ask(changes));
		if (isFirst) language = languageFor([known.language, ...navigator.languages]);
		[news, problem] = [done, ''];
	} catch (failure) {
		const isOfLink = failure instanceof Refused && failure.isOfLink;
		if (isOfLink) known = undefined;
		[news, problem] = ['', isOfLink ? 'expired' : failed];
	}
	draw();
}

async function change(changes) {
	// A change that is made while another one is on its way is put back by drawing.
	if (isBusy) return draw();
	isBusy = true;
	[news, problem] = ['saving', ''];
	byId('status').textContent = say(news);
	await load(changes, { done: 'saved', failed: 'notSaved' });
	isBusy = false;
	draw();
}

const open = () => load([], { failed: 'unreachable' });

byId('language-label').after(languages);
byId('again').addEventListener('click', open);
// Another link in the same tab loads no page.
addEventListener('hashchange', () => {
	known = undefined;
	open();
});
open();
