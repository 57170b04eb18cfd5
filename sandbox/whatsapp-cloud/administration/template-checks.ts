import { invalidParameter } from '../errors.ts';
import { textAt, valueAt } from '../parameters.ts';
import { variablesOf } from '../template-texts.ts';
import { adminError } from './errors.ts';
import type { Button, Component, TemplateDefinition } from '../template-definition.ts';

type Format = TemplateDefinition['parameter_format'];

/** Most characters of a text (Meta, Template components). */
const LENGTHS = { HEADER: 60, BODY: 1024, FOOTER: 60 } as const;
/** Of each kind. */
const MOST_BUTTONS: Partial<Record<Button['type'], number>> = {
	URL: 2,
	PHONE_NUMBER: 1,
	COPY_CODE: 1,
	OTP: 1,
	CATALOG: 1,
	MPM: 1,
	SPM: 1,
	ORDER_DETAILS: 1,
	VOICE_CALL: 1,
	REQUEST_CONTACT_INFO: 1,
	FLOW: 1,
};
/** The least number of words for each variable. The sandbox's own: Meta publishes no figure. */
const WORDS_FOR_EACH = 2;

/** Throws Meta's error for the first thing that it would refuse in a new template (Meta, Template components). */
export function checkTemplate(components: readonly Component[], format: Format): void {
	const types = components.map(({ type }) => type);
	const twice = types.find((type, index) => types.indexOf(type) !== index);
	if (twice !== undefined) throw invalidParameter(`Component ${twice} is given more than once.`);
	if (!types.includes('BODY')) throw invalidParameter('The component BODY is required.');
	for (const component of components) checkComponent(component, format);
}

function checkComponent(component: Component, format: Format): void {
	switch (component.type) {
		case 'HEADER':
			if (component.format !== 'TEXT') return;
			checkText('HEADER', component.text, format);
			checkExamples('HEADER', component.text, component.example, format);
			if (/[\r\n*_~`]/.test(component.text)) {
				throw adminError('headerFormat', 'The header cannot have line breaks or formatting.');
			}
			if (variablesOf(component.text).length > 1) {
				throw adminError('tooManyVariables', 'The header can have one variable.');
			}
			return;
		case 'BODY':
			checkText('BODY', component.text, format);
			// The words of a one-time password are Meta's.
			if (component.add_security_recommendation !== undefined) return;
			checkPlaces(component.text);
			checkExamples('BODY', component.text, component.example, format);
			return;
		case 'FOOTER':
			checkText('FOOTER', component.text, format);
			if (variablesOf(component.text).length > 0) {
				throw invalidParameter('The footer cannot have variables.');
			}
			return;
		case 'BUTTONS':
			checkButtons(component.buttons);
			return;
		case 'CAROUSEL':
			for (const { components } of component.cards) {
				for (const part of components) checkComponent(part, format);
			}
			return;
		case 'CALL_PERMISSION_REQUEST':
		case 'LIMITED_TIME_OFFER':
	}
}

function checkText(type: keyof typeof LENGTHS, text: string, format: Format): void {
	if ([...text].length > LENGTHS[type]) {
		throw adminError('textTooLong', `The ${type} can have ${LENGTHS[type]} characters.`);
	}
	const names = variablesOf(text);
	const isFitting =
		format === 'POSITIONAL'
			? names.every((name, index) => name === String(index + 1))
			: names.every((name) => /^[a-z_]+$/.test(name));
	if (isFitting) return;
	throw invalidParameter(`The variables of the ${type} do not fit parameter_format ${format}.`);
}

function checkExamples(type: 'HEADER' | 'BODY', text: string, example: unknown, format: Format): void {
	const names = variablesOf(text);
	const key = `${type.toLowerCase()}_text`;
	const listed = listOf(valueAt(example, [key]));
	const positional = Array.isArray(listed[0]) ? listOf(listed[0]) : listed;
	const named = listOf(valueAt(example, [`${key}_named_params`]));
	const hasAll =
		format === 'POSITIONAL'
			? positional.length === names.length
			: names.every((name) => named.some((one) => textAt(one, 'param_name') === name));
	if (hasAll) return;
	throw invalidParameter(`component of type ${type} is missing expected field(s) (example)`);
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function checkPlaces(text: string): void {
	const bare = text.trim();
	if (bare.startsWith('{{') || /\}\}[.!?\s]*$/.test(bare)) {
		throw adminError('variableAtEdge', 'Put words before the first and after the last variable.');
	}
	const words = bare.replace(/\{\{[^}]*\}\}/g, ' ').match(/\p{L}+/gu)?.length ?? 0;
	const isDense = words < variablesOf(text).length * WORDS_FOR_EACH;
	if (isDense || /\}\}\s*\{\{/.test(text)) {
		throw adminError('tooManyVariables', 'Use fewer variables or more words.');
	}
}

/** Quick replies stand together, and a variable stands at the end of an address. */
function checkButtons(buttons: readonly Button[]): void {
	for (const [type, most] of Object.entries(MOST_BUTTONS)) {
		if (buttons.filter((button) => button.type === type).length > most) {
			throw invalidParameter(`There can be ${most} buttons of the type ${type}.`);
		}
	}
	const order = buttons.map(({ type }) => (type === 'QUICK_REPLY' ? 'q' : 'o')).join('');
	if (/qo+q/.test(order) || /oq+o/.test(order)) {
		throw invalidParameter('Quick replies have to stand together.');
	}
	for (const button of buttons) {
		if (button.type !== 'URL') continue;
		const isLast = !button.url.includes('{{') || /^[^{]*\{\{1\}\}$/.test(button.url);
		if (!isLast) throw invalidParameter('A URL can have one variable, at its end.');
		if (button.url.includes('{{') && button.example === undefined) {
			throw invalidParameter('component of type BUTTONS is missing expected field(s) (example)');
		}
	}
}
