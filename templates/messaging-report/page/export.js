import { element } from '../../../pages/shared/dom.js';

/** What a spreadsheet takes for a formula begins with one of these; a phone number with its plus is none. */
const FORMULA = /^(?!\+\d+$)(?=[=+\-@\t\r])/;

/** @param {string | number | undefined} value */
function cell(value) {
	const text = typeof value === 'number' ? String(value) : String(value ?? '').replace(FORMULA, "'");
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * @param {string[]} head
 * @param {readonly (string | number)[][]} rows
 */
export function csvOf(head, rows) {
	return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
	const url = URL.createObjectURL(blob);
	const link = element('a', { href: url, download: name });
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Saves a CSV. Spreadsheets take it for UTF-8 by the mark at its beginning.
 *
 * @param {string} name
 * @param {string[]} head
 * @param {readonly (string | number)[][]} rows
 */
export function saveCsv(name, head, rows) {
	save(new Blob(['\uFEFF', csvOf(head, rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

const SCALE = 2;
const MARGIN = 24;
const HEAD = { title: 34, legend: 26 };

/** @param {SVGSVGElement} svg */
async function imageOf(svg) {
	const text = new XMLSerializer().serializeToString(svg);
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
	await image.decode();
	return image;
}

/**
 * Draws a chart with its title and legend into a picture and saves it.
 *
 * @param {string} name
 * @param {{ title: string, legend: { label: string, colour: string }[], svg: SVGSVGElement }} chart
 */
export async function savePng(name, { title, legend, svg }) {
	const { width, height } = svg.viewBox.baseVal;
	const image = await imageOf(svg);
	const head = HEAD.title + (legend.length > 0 ? HEAD.legend : 0);
	const canvas = element('canvas', {
		width: (width + MARGIN * 2) * SCALE,
		height: (height + head + MARGIN * 2) * SCALE,
	});
	const styles = getComputedStyle(document.documentElement);
	/** @param {string} variable */
	const colour = (variable) => styles.getPropertyValue(variable).trim();
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This browser draws no pictures');
	context.scale(SCALE, SCALE);
	context.fillStyle = colour('--panel');
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.textBaseline = 'middle';
	context.fillStyle = colour('--text');
	context.font = `600 17px ${styles.fontFamily}`;
	context.fillText(title, MARGIN, MARGIN + 8);
	context.font = `13px ${styles.fontFamily}`;
	let x = MARGIN;
	for (const { label, colour: fill } of legend) {
		context.fillStyle = fill;
		context.fillRect(x, MARGIN + HEAD.title, 12, 12);
		context.fillStyle = colour('--text');
		context.fillText(label, x + 18, MARGIN + HEAD.title + 6);
		x += 18 + context.measureText(label).width + 20;
	}
	context.drawImage(image, MARGIN, MARGIN + head, width, height);
	canvas.toBlob((blob) => blob && save(blob, `${name}.png`), 'image/png');
}
