import { plot } from '@observablehq/plot';
import { element } from '../../../pages/shared/dom.js';
import { savePng } from './export.js';
import { whenNear } from './near.js';

/** @typedef {import('@observablehq/plot').PlotOptions} PlotOptions */
/** @typedef {{ head: string[], rows: string[][] }} Numbers */

/**
 * A colour of the page as it is at the moment: pictures of charts know no variables.
 *
 * @param {string} name
 */
export const colour = (name) =>
	getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Less than the margins of a chart is no room yet: the page is being laid out. */
const NARROWEST = 280;

/**
 * How a chart is drawn at this width.
 *
 * @param {PlotOptions} options
 * @param {number} width
 */
function drawn(options, width) {
	const svg = plot({
		width,
		marginLeft: 48,
		marginRight: 16,
		...options,
		style: {
			background: 'transparent',
			color: colour('text'),
			fontSize: '12px',
			fontFamily: getComputedStyle(document.documentElement).fontFamily,
		},
	});
	// The library puts a figure around it where there is a legend or a title, which none of these has.
	if (!(svg instanceof SVGSVGElement)) throw new Error('The chart is no picture');
	svg.setAttribute('aria-hidden', 'true');
	return svg;
}

/** From so many letters on a cell may take several lines. */
const LONG = 24;

/**
 * @param {Numbers} numbers
 * @param {string} name what it is about, for whoever hears it
 */
export function table({ head, rows }, name) {
	/**
	 * @param {string} value
	 * @param {number} at
	 */
	const cell = (value, at) =>
		at === 0
			? element('th', { scope: 'row' }, value)
			: element('td', { class: value.length >= LONG ? 'long' : undefined }, value);
	return element(
		'div',
		{ class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': `Table: ${name}` },
		element(
			'table',
			{},
			element(
				'thead',
				{},
				element('tr', {}, ...head.map((column) => element('th', { scope: 'col' }, column))),
			),
			element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map(cell)))),
		),
	);
}

/**
 * A chart with its legend, a button that saves it as a picture, and its numbers as a table for whoever cannot see it. It is drawn when
 * somebody comes near it, and its table is made when somebody opens it.
 *
 * @param {object} chart
 * @param {string} chart.name of the file
 * @param {string} chart.title
 * @param {{ label: string, colour: string }[]} [chart.legend]
 * @param {number} chart.height in pixels, kept free until it is drawn
 * @param {(width: number) => PlotOptions} chart.options for the library
 * @param {() => Numbers} chart.numbers
 */
export function chart({ name, title, legend = [], height, options, numbers }) {
	const place = element('div', { class: 'plot' });
	place.style.minHeight = `${height}px`;
	const marks = legend.map(({ label, colour: fill }) => {
		const mark = element('span', { class: 'mark', 'aria-hidden': 'true' });
		mark.style.background = fill;
		return element('li', {}, mark, label);
	});
	/** @type {SVGSVGElement | undefined} */
	let svg;
	const draw = () => {
		const width = Math.round(place.clientWidth);
		if (width < NARROWEST || svg?.viewBox.baseVal.width === width) return;
		svg = drawn({ height, ...options(width) }, width);
		place.replaceChildren(svg);
	};
	whenNear(place, () => {
		draw();
		new ResizeObserver(draw).observe(place);
	});
	const button = element('button', { type: 'button', class: 'quiet-button' }, 'Save as PNG');
	button.addEventListener('click', () => {
		draw();
		if (svg) void savePng(name, { title, legend, svg });
	});
	button.setAttribute('aria-label', `Save as PNG: ${title}`);
	const details = element('details', {}, element('summary', {}, 'Numbers'));
	details.addEventListener('toggle', () => details.append(table(numbers(), title)), { once: true });
	return element(
		'figure',
		{},
		marks.length > 0 && element('ul', { class: 'legend' }, ...marks),
		place,
		element('div', { class: 'actions' }, button),
		details,
	);
}
