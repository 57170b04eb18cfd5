import type { JsonObject } from '../../events';
import type { OperationFailure } from '../../operations/contract';
import { fieldFailure } from '../../operations/input';
import { isJsonObject, listOf, objectOf, textOf } from '../../lib/json';
import { readComponents } from './components';
import { blankNames } from './text';
import { buttonFaults } from './draft-button-rules';
import {
	blankComplaint,
	inSentence,
	placeComplaint,
	placed,
	tooLong,
	withoutExample,
	type TemplateFault,
} from './draft-text-rules';

const MAX_HEADER = 60;
const MAX_BODY = 1024;
const MAX_FOOTER = 60;
const MAX_OFFER = 16;
const WITH_SAMPLE: ReadonlySet<string> = new Set(['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF']);

const typeOf = (component: JsonObject): string => (textOf(component.type) ?? '').toUpperCase();

function faults(field: string, ...messages: (string | undefined)[]): TemplateFault[] {
	return messages.flatMap((message) => (message === undefined ? [] : [{ field, message }]));
}

/** @param part that the text is: `header` */
function exampleFaults(
	field: string,
	part: string,
	text: string,
	examples: ReadonlyMap<string, string>,
): TemplateFault[] {
	const names = withoutExample(text, examples).map((name) => `{{${name}}}`);
	const last = names.pop();
	if (last === undefined) return [];
	const needs =
		names.length === 0
			? `The blank ${last} of the ${part} needs an example`
			: `The blanks ${names.join(', ')} and ${last} of the ${part} need an example each`;
	return faults(field, `${needs}, which Meta's reviewers read`);
}

function headerFaults(header: JsonObject, prefix: string): TemplateFault[] {
	const format = (textOf(header.format) ?? '').toUpperCase();
	const field = `${prefix}header`;
	if (WITH_SAMPLE.has(format)) {
		const handles = listOf(objectOf(header.example)?.header_handle);
		return handles.length > 0
			? []
			: faults(
					`${field}.file`,
					'A header with a file needs a sample of it: a file, or the handle of an upload',
				);
	}
	if (format !== 'TEXT') return [];
	const text = textOf(header.text);
	if (text === undefined) return faults(`${field}.text`, 'The header has no text');
	const examples = readComponents([header]).header?.text?.examples ?? new Map<string, string>();
	return [
		...faults(
			`${field}.text`,
			tooLong('The header', text, MAX_HEADER),
			/[\r\n]/.test(text) ? 'The header has one line only' : undefined,
			blankNames(text).length > 1 ? 'The header has one blank at most' : undefined,
			blankComplaint('The header', text),
		),
		...exampleFaults(`${field}.example`, 'header', text, examples),
	];
}

function bodyFaults(body: JsonObject, prefix: string): TemplateFault[] {
	const text = textOf(body.text);
	const field = `${prefix}body`;
	if (text === undefined) {
		const isOwnText = typeof body.add_security_recommendation === 'boolean';
		return isOwnText ? [] : faults(field, 'The body has no text');
	}
	const examples = readComponents([body]).body?.examples ?? new Map<string, string>();
	return [
		...faults(
			field,
			tooLong('The body', text, MAX_BODY),
			blankComplaint('The body', text),
			placeComplaint('The body', text),
		),
		...exampleFaults(`${prefix}bodyExamples`, 'body', text, examples),
	];
}

function footerFaults({ text }: JsonObject, prefix: string): TemplateFault[] {
	const footer = textOf(text) ?? '';
	return faults(
		`${prefix}footer`,
		tooLong('The footer', footer, MAX_FOOTER),
		blankNames(footer).length > 0 ? 'The footer has no blanks' : undefined,
	);
}

/** Meta, Limited-time offer templates. */
function offerFaults({ limited_time_offer }: JsonObject): TemplateFault[] {
	const text = textOf(objectOf(limited_time_offer)?.text) ?? '';
	return faults('limitedTimeOffer.text', tooLong('The text of the offer', text, MAX_OFFER));
}

/** What does not go together with a limited-time offer. */
function besideOffer(types: readonly string[]): TemplateFault[] {
	const isOffer = types.includes('LIMITED_TIME_OFFER');
	return isOffer && types.includes('FOOTER')
		? faults('footer', 'A template with a limited-time offer has no footer')
		: [];
}

function cardFaults(component: JsonObject): TemplateFault[] {
	return listOf(component.cards)
		.filter(isJsonObject)
		.flatMap(({ components }, index) =>
			listOf(components)
				.filter(isJsonObject)
				.flatMap((part) => partFaults(part, `cards.${index}.`))
				.map((fault) => placed(`Card ${index + 1}`, fault)),
		);
}

function partFaults(component: JsonObject, prefix: string): TemplateFault[] {
	switch (typeOf(component)) {
		case 'HEADER':
			return headerFaults(component, prefix);
		case 'BODY':
			return bodyFaults(component, prefix);
		case 'FOOTER':
			return footerFaults(component, prefix);
		case 'BUTTONS':
			return buttonFaults(listOf(component.buttons).filter(isJsonObject), prefix);
		case 'LIMITED_TIME_OFFER':
			return offerFaults(component);
		case 'CAROUSEL':
			return cardFaults(component);
		default:
			return [];
	}
}

/** What Meta would refuse in the components of a new template (Meta, Template components): all of it, as the fault of the first field. */
export function checkComponents(components: readonly JsonObject[]): OperationFailure | undefined {
	const types = components.map(typeOf);
	const twice = types.find((type, index) => types.indexOf(type) !== index);
	const [first, ...others] = [
		...(types.includes('BODY') ? [] : faults('body', 'The body of the template is missing')),
		...faults('components', twice === undefined ? undefined : `There is more than one ${twice}`),
		...besideOffer(types),
		...components.flatMap((component) => partFaults(component, '')),
	];
	if (first === undefined) return undefined;
	const title = [first.message, ...others.map(({ message }) => inSentence(message))].join('; ');
	return fieldFailure(first.field, title);
}

/** Names where a blank of the texts has one (Meta, Template fundamentals). */
export function parameterFormat(components: readonly JsonObject[]): 'named' | 'positional' {
	const names = components.flatMap(({ text }) => blankNames(textOf(text) ?? ''));
	return names.some((name) => !/^\d+$/.test(name)) ? 'named' : 'positional';
}
