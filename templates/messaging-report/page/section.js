import { element } from '../../../pages/shared/dom.js';

let sections = 0;
let choices = 0;

/**
 * A part of the report under its heading.
 *
 * @param {string} title
 * @param {Node | Node[]} content
 * @param {{ wide?: boolean, hint?: string }} [options]
 */
export function section(title, content, { wide = false, hint } = {}) {
	sections += 1;
	const id = `section-${sections}`;
	const heading = element('h2', { id }, title);
	return element(
		'section',
		{ 'aria-labelledby': id, class: wide ? 'wide' : undefined },
		heading,
		hint !== undefined && element('p', { class: 'hint' }, hint),
		...[content].flat(),
	);
}

/** @param {string} words */
export const nothing = (words) => element('p', { class: 'hint' }, words);

/**
 * A list to choose from with its label.
 *
 * @template {string} Value
 * @param {string} label
 * @param {{ value: Value, name: string }[]} options
 * @param {Value} chosen
 * @param {(value: Value) => void} choose
 */
export function choice(label, options, chosen, choose) {
	choices += 1;
	const id = `choice-${choices}`;
	const list = element(
		'select',
		{ id, 'data-label': label },
		...options.map(({ value, name }) => element('option', { value, selected: value === chosen }, name)),
	);
	list.addEventListener('change', () => {
		const found = options.find(({ value }) => value === list.value);
		if (found) choose(found.value);
	});
	return element('div', { class: 'field' }, element('label', { for: id }, label), list);
}
