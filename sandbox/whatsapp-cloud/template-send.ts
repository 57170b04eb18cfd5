import type { Card, Choice, Content } from '../shared/content.ts';
import { buttonOf, requiresParameter } from './template-buttons.ts';
import { invalidValue, missingValue, templateError } from './errors.ts';
import type { Attachments } from './media.ts';
import { type Composed, placeOf, placeRules } from './message-types.ts';
import { objectAt, objectsAt, type Parameters, textAt } from './parameters.ts';
import { below, ORDER_STATUS } from './orders.ts';
import { check, type Rule } from './requirements.ts';
import type { Templates } from './templates.ts';
import { fill, type Style } from './template-texts.ts';
import type { Component, TemplateDefinition } from './template-definition.ts';

type Part = Record<string, unknown>;
type Of<Type extends Component['type']> = Extract<Component, { type: Type }>;

const SENT_TYPES = ['header', 'body', 'button', 'carousel', 'limited_time_offer', 'order_status'];

export interface TemplateSend extends Composed {
	template: TemplateDefinition;
}

/** Checks a template's parameters against its definition and fills it in (Meta, Template components; Send templates). */
export function composeTemplate(
	parameters: Parameters,
	around: { templates: Templates; attachments: Attachments; now: number },
): TemplateSend {
	check(parameters, [
		{ path: ['template'], kind: 'object', required: true },
		{ path: ['template', 'name'], kind: 'text', required: true, maxLength: 512 },
		{ path: ['template', 'language'], kind: 'object', required: true },
		{ path: ['template', 'language', 'code'], kind: 'text', required: true },
		{ path: ['template', 'language', 'policy'], kind: 'choice', choices: ['deterministic'] },
		{
			path: ['template', 'components'],
			kind: 'list',
			each: [
				{ path: ['type'], kind: 'choice', required: true, choices: SENT_TYPES },
				{ path: ['parameters'], kind: 'list' },
				{ path: ['cards'], kind: 'list' },
			],
		},
	]);
	const sent = objectAt(parameters, 'template');
	const template = around.templates.toSend(
		textAt(sent, 'name') ?? '',
		textAt(sent, 'language', 'code') ?? '',
	);
	checkOrderStatus(template, objectsAt(sent, 'components'));
	const style: Style = template.parameter_format === 'NAMED' ? 'named' : 'positional';
	const content = new Filling(style, around).fill(template.components, objectsAt(sent, 'components'), '');
	return { template, text: content.text ?? template.name, content };
}

/** A template of this kind tells what became of an order, and needs to be told (Meta, Order status templates). */
function checkOrderStatus({ sub_category }: TemplateDefinition, sent: readonly Part[]): void {
	const statuses = sent.filter((component) => textAt(component, 'type')?.toLowerCase() === 'order_status');
	const expected = sub_category === 'ORDER_STATUS' ? 1 : 0;
	if (statuses.length !== expected) throw countError('order_status', statuses.length, expected);
	for (const status of statuses) {
		const parameters = objectsAt(status, 'parameters');
		if (parameters.length !== 1) throw countError('order_status', parameters.length, 1);
		check(parameters[0], [
			{ path: ['type'], kind: 'choice', required: true, choices: ['order_status'] },
			...below(['order_status'], ORDER_STATUS),
		]);
	}
}

/** Fills the components of one template or of one card of a carousel. */
class Filling {
	readonly #style: Style;
	readonly #attachments: Attachments;
	readonly #now: number;

	constructor(style: Style, { attachments, now }: { attachments: Attachments; now: number }) {
		this.#style = style;
		this.#attachments = attachments;
		this.#now = now;
	}

	/** `prefix` keeps the ids of buttons apart. */
	fill(definition: readonly Component[], sent: readonly Part[], prefix: string): Content {
		const of = <Type extends Component['type']>(type: Type) =>
			definition.find((component): component is Of<Type> => component.type === type);
		const given = (type: string) => {
			const components = sent.filter((component) => textAt(component, 'type')?.toLowerCase() === type);
			if (components.length > 1 && type !== 'button') {
				throw invalidValue(`Component ${type} is given more than once`);
			}
			return components;
		};
		const [body] = given('body');
		const buttons = of('BUTTONS');
		const offer = this.#offer(of('LIMITED_TIME_OFFER'), given('limited_time_offer')[0]);
		const cards = this.#cards(of('CAROUSEL'), given('carousel')[0]);
		const footer = of('FOOTER');
		return {
			...this.#header(of('HEADER'), given('header')[0]),
			text: this.#text('body', of('BODY')?.text ?? '', body, 1024),
			...(footer ? { footer: footer.text } : {}),
			...(buttons || given('button').length > 0
				? { buttons: this.#buttons(buttons, given('button'), prefix) }
				: {}),
			...(offer ? { offer } : {}),
			...(cards ? { cards } : {}),
		};
	}

	#header(definition: Of<'HEADER'> | undefined, sent: Part | undefined): Card {
		const parameters = objectsAt(sent, 'parameters');
		if (definition === undefined || definition.format === 'TEXT') {
			const title = this.#text('header', definition?.text ?? '', sent, 60);
			return title === '' ? {} : { title };
		}
		const [first, second] = parameters;
		const received = textAt(first, 'type')?.toUpperCase() ?? 'UNKNOWN';
		if (second) throw countError('header', parameters.length, 1);
		if (received !== definition.format) {
			throw templateError(
				132012,
				`header: Format mismatch, expected ${definition.format}, received ${received}`,
			);
		}
		if (definition.format === 'LOCATION') {
			check(first, placeRules(['location']));
			return { place: placeOf(objectAt(first, 'location')) };
		}
		if (definition.format === 'PRODUCT') {
			check(first, PRODUCT);
			return { title: textAt(first, 'product', 'product_retailer_id') ?? '' };
		}
		const [name, kind] = MEDIA[definition.format];
		check(first, [{ path: [name], kind: 'media', required: true }]);
		return { media: this.#attachments.attach(kind, objectAt(first, name)) };
	}

	#text(where: 'header' | 'body', text: string, sent: Part | undefined, maxLength: number): string {
		const filled = fill(where, text, objectsAt(sent, 'parameters'), this.#style);
		if ([...filled].length > maxLength) throw templateError(132005, `${where}: Translated text too long`);
		return filled;
	}

	#buttons(definition: Of<'BUTTONS'> | undefined, sent: readonly Part[], prefix: string): Choice[] {
		const byIndex = new Map<number, Part>();
		for (const button of sent) {
			const index = Number(textAt(button, 'index') ?? NaN);
			if (!Number.isInteger(index)) throw missingValue('buttons: Button index is required');
			if (byIndex.has(index)) throw invalidValue(`buttons: Button at index ${index} is given more than once`);
			if (!definition?.buttons[index]) {
				throw templateError(132018, `buttons: The template has no button at index ${index}`);
			}
			byIndex.set(index, button);
		}
		return (definition?.buttons ?? []).map((button, index) => {
			const parameters = byIndex.get(index);
			if (!parameters && requiresParameter(button)) {
				throw missingValue(`buttons: Button at index ${index} of type ${button.type} requires a parameter`);
			}
			return buttonOf(button, index, parameters, prefix);
		});
	}

	/** Seconds in place of milliseconds are in the past, and refused like every other time in the past. */
	#offer(definition: Of<'LIMITED_TIME_OFFER'> | undefined, sent: Part | undefined): Content['offer'] {
		const [parameter] = objectsAt(sent, 'parameters');
		const wantsTime = definition?.limited_time_offer.has_expiration === true;
		if (!wantsTime && parameter) throw countError('limited_time_offer', 1, 0);
		if (!definition) return undefined;
		const { text } = definition.limited_time_offer;
		if (!wantsTime) return { text };
		if (!parameter) throw countError('limited_time_offer', 0, 1);
		const path = ['limited_time_offer', 'expiration_time_ms'];
		check(parameter, [{ path, kind: 'number', required: true }]);
		const endsAt = Number(textAt(parameter, ...path));
		if (endsAt <= this.#now) throw invalidValue('limited_time_offer: expiration_time_ms is in the past');
		return { text, endsAt };
	}

	#cards(definition: Of<'CAROUSEL'> | undefined, sent: Part | undefined): Card[] | undefined {
		const given = objectsAt(sent, 'cards');
		const wanted = definition?.cards ?? [];
		if (given.length !== wanted.length) throw countError('carousel: cards', given.length, wanted.length);
		if (!definition) return undefined;
		return wanted.map(({ components }, index) => {
			const card = given.find(({ card_index: position }) => Number(position ?? NaN) === index);
			if (!card) throw missingValue(`carousel: Card at card_index ${index} is missing`);
			return this.fill(components, objectsAt(card, 'components'), `c${index}`);
		});
	}
}

/** Names of a header's parameter, and what is shown of it. A GIF is a film without sound. */
const MEDIA = {
	IMAGE: ['image', 'image'],
	VIDEO: ['video', 'video'],
	GIF: ['gif', 'video'],
	DOCUMENT: ['document', 'document'],
} as const;

const PRODUCT = ['product_retailer_id', 'catalog_id'].map((name): Rule => ({
	path: ['product', name],
	kind: 'text',
	required: true,
}));

function countError(where: string, given: number, expected: number) {
	return templateError(
		132000,
		`${where}: number of params (${given}) does not match the expected number of params (${expected})`,
	);
}
