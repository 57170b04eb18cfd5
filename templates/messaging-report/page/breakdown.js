import { barX, text } from '@observablehq/plot';
import { chart, colour } from './chart.js';
import { linesBy } from './funnel.js';
import { DIVIDED_BY, DIVISIONS, groupedBy, nameOf } from './rows.js';
import { choice, section } from './section.js';
import { element } from '../../../pages/shared/dom.js';
import { count, share } from './words.js';

/** @typedef {import('./rows.js').Division} Division */

const MOST = 12;
/** @type {{ label: string, name: string, of: (group: import('./rows.js').Group) => number }[]} */
const PARTS = [
	{ label: 'Read', name: 'read', of: ({ read }) => read },
	{ label: 'Delivered', name: 'delivered', of: ({ delivered, read }) => delivered - read },
	{
		label: 'On the way',
		name: 'sent',
		of: ({ sent, delivered, failed, refused }) => Math.max(0, sent - delivered - (failed - refused)),
	},
	{ label: 'Failed', name: 'failed', of: ({ failed }) => failed },
];
/** @param {string} name */
const short = (name) => (name.length > 17 ? `${name.slice(0, 16)}…` : name);

/**
 * @param {readonly import('./rows.js').Sends[]} sends
 * @param {Division} division
 */
function chartBy(sends, division) {
	const groups = groupedBy(sends, division).slice(0, MOST);
	const labels = new Map(groups.map(({ value }) => [value, nameOf(division, value)]));
	const bars = groups.flatMap((group) =>
		PARTS.map(({ name, of }) => ({ value: group.value, number: of(group), fill: colour(name) })),
	);
	const words = groups.map(({ value, sent, refused, read }) => ({
		value,
		at: sent + refused,
		words: `${count(sent)} · ${share(read, sent)} read`,
	}));
	const { label } = DIVISIONS[division];
	return chart({
		name: `by-${division}`,
		title: `Messages by ${label.toLowerCase()}`,
		legend: PARTS.map(({ label: part, name }) => ({ label: part, colour: colour(name) })),
		height: 40 + groups.length * 32,
		options: () => ({
			marginLeft: 136,
			marginRight: 126,
			marginTop: 6,
			x: { axis: null },
			y: {
				label: null,
				domain: groups.map(({ value }) => value),
				/** @param {string} value */
				tickFormat: (value) => short(labels.get(value) ?? ''),
				tickSize: 0,
			},
			marks: [
				barX(bars, { x: 'number', y: 'value', fill: 'fill', insetTop: 3, insetBottom: 3 }),
				text(words, { x: 'at', y: 'value', text: 'words', textAnchor: 'start', dx: 6 }),
			],
		}),
		numbers: () => linesBy(sends, division),
	});
}

/**
 * What became of messages, divided by what one chooses.
 *
 * @param {readonly import('./rows.js').Sends[]} sends
 * @param {{ division: Division }} chosen
 * @param {(division: Division) => void} choose
 */
export function breakdown(sends, chosen, choose) {
	const options = DIVIDED_BY.map((value) => ({ value, name: DIVISIONS[value].label }));
	const place = element('div', {}, chartBy(sends, chosen.division));
	const list = choice('Divide by', options, chosen.division, (division) => {
		choose(division);
		place.replaceChildren(chartBy(sends, division));
	});
	return section('What became of them', [list, place]);
}
