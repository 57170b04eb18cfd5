import { barX, text } from '@observablehq/plot';
import { chart, colour, table } from './chart.js';
import { DIVISIONS, groupedBy, nameOf, STEPS, totalsOf } from './rows.js';
import { section } from './section.js';
import { count, LABELS, share } from './words.js';

/**
 * Sent to opted out, of all that is shown.
 *
 * @param {readonly import('./rows.js').Sends[]} sends
 */
export function funnel(sends) {
	const totals = totalsOf(sends);
	const steps = STEPS.map((step) => ({
		step: LABELS[step],
		number: totals[step],
		words: `${count(totals[step])} · ${share(totals[step], totals.sent)}`,
		fill: colour(step),
	}));
	return section(
		'From sent to opted out',
		chart({
			name: 'funnel',
			title: 'From sent to opted out',
			height: 230,
			options: () => ({
				marginLeft: 76,
				marginRight: 118,
				x: { axis: null },
				y: { label: null, domain: steps.map(({ step }) => step), tickSize: 0 },
				marks: [
					barX(steps, { x: 'number', y: 'step', fill: 'fill', insetTop: 3, insetBottom: 3, rx: 3 }),
					text(steps, { x: 'number', y: 'step', text: 'words', textAnchor: 'start', dx: 6 }),
				],
			}),
			numbers: () => ({
				head: ['Step', 'Messages', 'Of those sent'],
				rows: steps.map(({ step, number }) => [step, count(number), share(number, totals.sent)]),
			}),
		}),
	);
}

/** @type {(import('./rows.js').Step | 'failed' | 'heldBack')[]} */
const COLUMNS = [...STEPS, 'failed', 'heldBack'];
/** @type {Set<string>} */
const OF_SENT = new Set(STEPS.slice(1));

/**
 * One line for each value of a division.
 *
 * @param {readonly import('./rows.js').Sends[]} sends
 * @param {import('./rows.js').Division} division
 */
export function linesBy(sends, division) {
	return {
		head: [DIVISIONS[division].label, ...COLUMNS.map((column) => LABELS[column])],
		rows: groupedBy(sends, division).map((group) => [
			nameOf(division, group.value),
			...COLUMNS.map((column) =>
				OF_SENT.has(column)
					? `${count(group[column])} (${share(group[column], group.sent)})`
					: count(group[column]),
			),
		]),
	};
}

/** @param {readonly import('./rows.js').Sends[]} sends */
export function campaigns(sends) {
	return section('Campaigns', table(linesBy(sends, 'campaign'), 'Campaigns'), { wide: true });
}
