import { dot, link, ruleX } from '@observablehq/plot';
import { chart, colour } from './chart.js';
import { newcombe } from './interval.js';
import { groupedBy, nameOf, STEPS } from './rows.js';
import { choice, nothing, section } from './section.js';
import { element } from '../../../pages/shared/dom.js';
import { count, LABELS, points, share } from './words.js';

/**
 * @typedef {import('./rows.js').Step} Step
 * @typedef {import('./rows.js').Group & { name: string }} Side
 * @typedef {{ compare?: 'campaign' | 'template', first?: string, second?: string, measure?: Step }} Choice
 */

const MEASURES = STEPS.slice(1);
/** @type {{ value: 'campaign' | 'template', name: string }[]} */
const COMPARED = [
	{ value: 'campaign', name: 'Campaigns' },
	{ value: 'template', name: 'Templates' },
];
/** Below this many messages on a side nothing can be said. */
const FEWEST = 10;

/** @type {Record<string, string>} */
const MORE = {
	delivered: 'was delivered more often',
	read: 'was read more often',
	clicked: 'was clicked more often',
	replied: 'was answered more often',
	optedOut: 'led to more opt-outs',
};

/**
 * What can be said, in a sentence.
 *
 * @param {Side} first
 * @param {Side} second
 * @param {Step} measure
 * @param {{ low: number, high: number }} interval
 */
function verdictOf(first, second, measure, { low, high }) {
	if (low > 0)
		return `“${second.name}” ${MORE[measure]}, by ${points(low)} to ${points(high)} percentage points.`;
	if (high < 0)
		return `“${first.name}” ${MORE[measure]}, by ${points(-high)} to ${points(-low)} percentage points.`;
	return `No difference can be told yet: it lies between ${points(low)} and ${points(high)} percentage points.`;
}

/**
 * @param {Side} first
 * @param {Side} second
 * @param {Step} measure
 */
function result(first, second, measure) {
	/** @param {Side} group */
	const side = (group) => ({ hits: group[measure], total: group.sent });
	const interval = newcombe(side(first), side(second));
	if (!interval || Math.min(first.sent, second.sent) < FEWEST)
		return nothing(`Each needs at least ${FEWEST} messages that were sent.`);
	const line = [{ low: interval.low * 100, high: interval.high * 100, at: interval.difference * 100 }];
	const fill = interval.low > 0 || interval.high < 0 ? colour('read') : colour('sent');
	const head = `${LABELS[measure]}: “${second.name}” against “${first.name}”, percentage points`;
	return element(
		'div',
		{},
		element('p', { class: 'verdict', role: 'status' }, verdictOf(first, second, measure, interval)),
		chart({
			name: 'comparison',
			title: head,
			height: 96,
			options: () => ({
				marginLeft: 24,
				marginRight: 24,
				x: {
					label: 'Percentage points',
					grid: true,
					nice: true,
					domain: [Math.min(-1, line[0].low), Math.max(1, line[0].high)],
				},
				marks: [
					ruleX([0], { strokeWidth: 1.5 }),
					link(line, {
						x1: 'low',
						x2: 'high',
						y1: () => 0,
						y2: () => 0,
						stroke: fill,
						strokeWidth: 5,
						strokeLinecap: 'round',
					}),
					dot(line, { x: 'at', y: () => 0, r: 7, fill }),
				],
				y: { axis: null, domain: [-1, 1] },
			}),
			numbers: () => ({
				head: ['Side', 'Sent', LABELS[measure], 'Share'],
				rows: [first, second].map((group) => [
					group.name,
					count(group.sent),
					count(group[measure]),
					share(group[measure], group.sent),
				]),
			}),
		}),
	);
}

/**
 * Two campaigns or templates side by side, with what can be said about their difference.
 *
 * @param {readonly import('./rows.js').Sends[]} sends
 * @param {Choice} chosen
 * @param {(change: Choice) => void} choose
 */
export function comparison(sends, chosen, choose) {
	const division = chosen.compare ?? 'campaign';
	const groups = groupedBy(sends, division).map((group) => ({
		...group,
		name: nameOf(division, group.value),
	}));
	const title = 'Compare two';
	/**
	 * @param {string | undefined} value
	 * @param {number} otherwise
	 */
	const pick = (value, otherwise) => groups.find((group) => group.value === value) ?? groups[otherwise];
	const first = pick(chosen.first, 0);
	const second = pick(chosen.second, 1);
	const options = groups.map(({ value, name }) => ({ value, name }));
	const lists = [
		choice('Compare', COMPARED, division, (compare) =>
			choose({ compare, first: undefined, second: undefined }),
		),
	];
	if (!second) return section(title, [...lists, nothing('There is only one so far.')]);
	const measure = chosen.measure ?? 'read';
	lists.push(
		choice('First', options, first.value, (value) => choose({ first: value })),
		choice('Second', options, second.value, (value) => choose({ second: value })),
		choice(
			'By',
			MEASURES.map((value) => ({ value, name: LABELS[value] })),
			measure,
			(value) => choose({ measure: value }),
		),
	);
	return section(title, [element('div', { class: 'pair' }, ...lists), result(first, second, measure)], {
		hint: 'The share of messages that were sent, with the interval that holds the true difference 95 times out of a hundred.',
	});
}
