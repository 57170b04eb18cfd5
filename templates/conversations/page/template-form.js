import { element } from '../../../pages/shared/dom.js';
import { listTemplates } from './api.js';

/** @type {Promise<import('./api.js').Template[]> | undefined} */
let asked;

/** Chooses a template and fills in its blanks. */
export class TemplateForm {
	node = element('div', { class: 'template' });
	#templates = [];
	#fields = new Map();
	#changed;

	/** @param {() => void} changed */
	constructor(changed) {
		this.#changed = changed;
	}

	/** Asks for the list once; a list that did not come is asked for again. */
	async load() {
		if (this.#templates.length > 0) return;
		this.node.replaceChildren(element('p', { class: 'hint', role: 'status' }, 'Loading templates…'));
		try {
			asked ??= listTemplates();
			this.#templates = await asked;
			this.#draw();
		} catch (failure) {
			asked = undefined;
			this.node.replaceChildren(element('p', { class: 'problem', role: 'alert' }, failure.message));
		}
	}

	#draw() {
		if (this.#templates.length === 0) {
			this.node.replaceChildren(element('p', { class: 'hint' }, 'The account has no approved template.'));
			return;
		}
		const choice = element(
			'select',
			{ id: 'template' },
			element('option', { value: '' }, 'Choose a template'),
			...this.#templates.map(({ name, language, category }, index) =>
				element(
					'option',
					{ value: String(index) },
					`${name} · ${language} · ${String(category).toLowerCase()}`,
				),
			),
		);
		const rest = element('div', { class: 'template' });
		choice.addEventListener('change', () =>
			this.#choose(this.#templates[Number(choice.value || '-1')], rest),
		);
		this.node.replaceChildren(
			element('div', { class: 'field' }, element('label', { for: 'template' }, 'Template'), choice),
			rest,
		);
	}

	#choose(template, rest) {
		this.chosen = template;
		this.#fields.clear();
		const needed = (template?.blanks ?? []).filter(({ required }) => required !== false);
		const fields = needed.map(({ key, label, example, maxLength }) => {
			const id = `blank-${key}`;
			const input = element('input', {
				id,
				required: true,
				maxLength: maxLength ?? 1024,
				placeholder: example ? `e.g. ${example}` : '',
				autocomplete: 'off',
			});
			this.#fields.set(key, input);
			return element('div', { class: 'field' }, element('label', { for: id }, label), input);
		});
		rest.replaceChildren(
			...(template ? [element('p', { class: 'preview' }, template.preview ?? '')] : []),
			...fields,
		);
		this.#changed();
	}

	get isChosen() {
		return this.chosen !== undefined;
	}

	/** The template and its values, as the workflow takes them. */
	get given() {
		const values = [...this.#fields]
			.map(([key, { value }]) => [key, value.trim()])
			.filter(([, value]) => value !== '');
		return { template: `${this.chosen.name}|${this.chosen.language}`, values: Object.fromEntries(values) };
	}
}
