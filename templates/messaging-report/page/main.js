import './ahead.js';
import { byId, element } from '../../../pages/shared/dom.js';
import { call, openWithKey } from '../../../pages/shared/key.js';
import { breakdown } from './breakdown.js';
import { causes } from './causes.js';
import { comparison } from './compare.js';
import { saveCsv } from './export.js';
import { campaigns, funnel } from './funnel.js';
import { cost, numbers } from './numbers.js';
import {
	DIVIDED_BY,
	DIVISIONS,
	groupedBy,
	hoursOf,
	nameOf,
	recordsOf,
	STEPS,
	sumOf,
	totalsOf,
} from './rows.js';
import { showCampaigns } from './planned.js';
import { choice, nothing, section } from './section.js';
import { byHour, consentOverTime, overTime } from './time.js';
import { count, LABELS, moment, share } from './words.js';

const EVERYTHING = '\u0000all';
const PERIODS = [
	{ value: '7', name: 'Last 7 days' },
	{ value: '30', name: 'Last 30 days' },
	{ value: '90', name: 'Last 90 days' },
	{ value: '', name: 'All days' },
];
/** @type {(import('./rows.js').Step | 'failed' | 'heldBack')[]} */
const TILES = [...STEPS, 'failed', 'heldBack'];
/** From here on the database is about to refuse rows. */
const NEAR = 0.8;

let records = recordsOf([]);
/** @typedef {{ period: string, division: import('./rows.js').Division, filters: Record<string, string> }} Chosen */
/** @type {Chosen & import('./compare.js').Choice} */
const chosen = { period: '30', division: 'campaign', filters: {} };

function firstDay() {
	if (chosen.period === '') return '';
	return new Date(Date.now() - (Number(chosen.period) - 1) * 86_400_000).toISOString().slice(0, 10);
}

/** @param {import('./rows.js').Sends} record */
const isShown = (record) =>
	record.day >= firstDay() &&
	DIVIDED_BY.every((division) => {
		const value = chosen.filters[division] ?? EVERYTHING;
		return value === EVERYTHING || (record[division] ?? '') === value;
	});

function drawFilters() {
	const period = choice('Period', PERIODS, chosen.period, (value) => {
		chosen.period = value;
		draw();
	});
	const lists = DIVIDED_BY.map((division) => {
		const options = groupedBy(records.sends, division).map(({ value }) => ({
			value,
			name: nameOf(division, value),
		}));
		const all = { value: EVERYTHING, name: 'All' };
		return choice(
			DIVISIONS[division].label,
			[all, ...options],
			chosen.filters[division] ?? EVERYTHING,
			(value) => {
				chosen.filters[division] = value;
				draw();
			},
		);
	});
	byId('filters').replaceChildren(period, ...lists);
}

/** @param {ReturnType<typeof totalsOf>} totals */
function tiles(totals) {
	return element(
		'ul',
		{ class: 'tiles', 'aria-label': 'At a glance' },
		...TILES.map((figure) => {
			const ofSent = !['sent', 'failed', 'heldBack'].includes(figure);
			const tile = element(
				'li',
				{},
				element('span', {}, LABELS[figure]),
				element('strong', {}, count(totals[figure])),
				element('span', {}, ofSent ? share(totals[figure], totals.sent) : '\u00a0'),
			);
			tile.style.setProperty('--mark', `var(--${figure})`);
			return tile;
		}),
	);
}

/**
 * The parts of the report from top to bottom, each to be made by itself.
 *
 * @param {readonly import('./rows.js').Sends[]} sends
 * @returns {(() => HTMLElement | undefined)[]}
 */
function partsOf(sends) {
	const consent = records.consent.filter(({ day }) => day >= firstDay());
	const ofNumbers = () => numbers(records.numbers);
	if (sends.length === 0) {
		const words = nothing('No message falls under what is chosen above.');
		return [() => section('Nothing to show', words, { wide: true }), ofNumbers];
	}
	return [
		() => tiles(totalsOf(sends)),
		() => funnel(sends),
		() => overTime(sends),
		() =>
			breakdown(sends, chosen, (division) => {
				chosen.division = division;
			}),
		() => byHour(hoursOf(sends)),
		() => campaigns(sends),
		() => causes(sends),
		() =>
			comparison(sends, chosen, (change) => {
				Object.assign(chosen, change);
				draw();
			}),
		() => consentOverTime(consent),
		() => cost(sends),
		ofNumbers,
	];
}

/** How many parts the first screen shows. */
const FIRST = 3;
let drawings = 0;

/** The first time the screen shows what it has room for before the rest is made; later nothing may jump under whoever reads it. */
async function drawSections() {
	drawings += 1;
	const drawing = drawings;
	const parts = partsOf(records.sends.filter(isShown));
	const made = parts.splice(0, drawing === 1 ? FIRST : parts.length).map((part) => part());
	byId('sections').replaceChildren(...made.filter((each) => each !== undefined));
	for (const part of parts) {
		await new Promise((done) => setTimeout(done));
		if (drawing !== drawings) return;
		byId('sections').append(part() ?? '');
	}
}

function drawHead() {
	const { state } = records;
	byId('as-of').textContent = state
		? `As of ${moment(state.renewedAt)}. Days and hours by ${state.zone}.`
		: 'The workflow has not counted anything yet. Execute it once in n8n.';
	const megabytes = (sumOf(records.sends, 'bytes') + sumOf(records.consent, 'bytes')) / 1_000_000;
	const limit = state?.limitMegabytes ?? 0;
	const near = byId('near');
	near.hidden = !(limit > 0 && megabytes > limit * NEAR);
	near.textContent = near.hidden
		? ''
		: `The tables hold about ${count(Math.round(megabytes))} MB of the ${count(limit)} MB that n8n allows for all Data Tables. Lower keepDays in Settings of “old rows”, or raise N8N_DATA_TABLES_MAX_SIZE_BYTES.`;
}

/** A list that somebody has just used keeps the focus, though it is drawn anew. */
function draw() {
	const active = document.activeElement;
	const label = active instanceof HTMLElement ? active.dataset.label : undefined;
	drawHead();
	drawFilters();
	void drawSections();
	const list = document.querySelector(`select[data-label="${label}"]`);
	if (list instanceof HTMLElement) list.focus();
}

async function load() {
	const response = await call('-data');
	records = recordsOf(await response.json());
	byId('report').hidden = false;
	draw();
}

async function refresh() {
	byId('problem').textContent = '';
	try {
		await load();
	} catch (failure) {
		byId('problem').textContent = failure.message;
	}
}

function saveAll() {
	const figures = [...STEPS, 'failed', 'refused', 'heldBack', 'unsent', 'waiting'];
	const head = ['day', ...DIVIDED_BY, ...figures];
	const rows = [
		...Map.groupBy(records.sends.filter(isShown), (record) =>
			JSON.stringify([record.day, ...DIVIDED_BY.map((division) => record[division] ?? '')]),
		),
	]
		.map(([key, of]) => [...JSON.parse(key), ...figures.map((figure) => sumOf(of, figure))])
		.sort((a, b) => a[0].localeCompare(b[0]));
	saveCsv(`messaging-report-${new Date().toISOString().slice(0, 10)}`, head, rows);
}

byId('refresh').addEventListener('click', refresh);
byId('campaigns').addEventListener('click', showCampaigns);
byId('csv').addEventListener('click', saveAll);
byId('filters').addEventListener('submit', (event) => event.preventDefault());
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
void openWithKey({ name: 'Messaging report', main: byId('report'), load });
