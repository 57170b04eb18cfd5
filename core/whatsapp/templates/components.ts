import type { JsonObject } from '../../events';
import { compact, isJsonObject, listOf, objectOf, rowOf, textOf } from '../../lib/json';
import {
	HEADER_FORMATS,
	type ButtonDefinition,
	type ButtonType,
	type HeaderDefinition,
	type PartDefinition,
	type TemplateDefinition,
	type TextDefinition,
} from './template';

/** Meta: one example or a list of which the first counts. Sinch and Infobip: one example. */
function exampleOf(value: unknown): string | undefined {
	return textOf(Array.isArray(value) ? value[0] : value);
}

function namedExamples(value: unknown): [string, string][] {
	return listOf(value)
		.filter(isJsonObject)
		.flatMap(({ param_name, example }): [string, string][] => {
			const name = textOf(param_name);
			const given = textOf(example);
			return name === undefined || given === undefined ? [] : [[name, given]];
		});
}

/** By position. Meta lists one example of the whole body within a list of them. */
function countedExamples(value: unknown): [string, string][] {
	const list = listOf(value);
	const [first] = list;
	return (Array.isArray(first) ? listOf(first) : list).flatMap((example, index): [string, string][] => {
		const given = textOf(example);
		return given === undefined ? [] : [[String(index + 1), given]];
	});
}

function bodyOf({ text, example, examples }: JsonObject): TextDefinition | undefined {
	const body = textOf(text);
	if (body === undefined) return undefined;
	const { body_text, body_text_named_params } = objectOf(example) ?? {};
	return {
		text: body,
		examples: new Map([...countedExamples(body_text ?? examples), ...namedExamples(body_text_named_params)]),
	};
}

function headerTextOf({ text, example }: JsonObject): TextDefinition {
	const { header_text, header_text_named_params } = objectOf(example) ?? {};
	const counted = textOf(example) === undefined ? header_text : [example];
	return {
		text: textOf(text) ?? '',
		examples: new Map([...countedExamples(counted), ...namedExamples(header_text_named_params)]),
	};
}

function headerOf(component: JsonObject): HeaderDefinition | undefined {
	const written = textOf(component.format)?.toLowerCase();
	const format = HEADER_FORMATS.find((known) => known === written);
	return format && (format === 'text' ? { format, text: headerTextOf(component) } : { format });
}

/** WhatsApp's words and those of Infobip; the rest take no value at sending. */
const BUTTON_TYPES: Readonly<Record<string, ButtonType>> = {
	QUICK_REPLY: 'quickReply',
	URL: 'url',
	COPY_CODE: 'copyCode',
	OTP: 'otp',
	FLOW: 'flow',
	CATALOG: 'catalogue',
	MPM: 'multiProduct',
	MULTI_PRODUCT: 'multiProduct',
	ORDER_DETAILS: 'orderDetails',
	VOICE_CALL: 'voiceCall',
	SPM: 'static',
	PHONE_NUMBER: 'static',
	REQUEST_CONTACT_INFO: 'static',
};

/** A word of the provider for a sentence: `ORDER_DETAILS` as `order details`. */
function inWords(name: string): string {
	return name.toLowerCase().replaceAll('_', ' ');
}

function buttonOf(button: JsonObject, unknown: string[]): ButtonDefinition {
	const name = textOf(button.type)?.toUpperCase() ?? textOf(button.otpType) ?? 'without type';
	const type = rowOf(BUTTON_TYPES, button.otpType === undefined ? name : 'OTP');
	if (type === undefined) unknown.push(`the button "${inWords(name)}"`);
	return compact<ButtonDefinition>({
		type: type ?? 'static',
		text: textOf(button.text) ?? inWords(name),
		url: textOf(button.url),
		example: exampleOf(button.example),
	});
}

type PartReader = (part: PartDefinition, component: JsonObject, unknown: string[]) => void;

const PART_READERS: Readonly<Record<string, PartReader>> = {
	HEADER(part, component, unknown) {
		const header = headerOf(component);
		if (header === undefined)
			unknown.push(`the header "${inWords(textOf(component.format) ?? 'without format')}"`);
		else part.header = header;
	},
	BODY(part, component) {
		const body = bodyOf(component);
		if (body !== undefined) part.body = body;
	},
	BUTTONS(part, component, unknown) {
		part.buttons = listOf(component.buttons).map((button) => buttonOf(objectOf(button) ?? {}, unknown));
	},
};

function cardOf(card: unknown, unknown: string[]): PartDefinition {
	const part: PartDefinition = { buttons: [] };
	for (const component of listOf(objectOf(card)?.components).filter(isJsonObject)) {
		const read = rowOf(PART_READERS, textOf(component.type)?.toUpperCase());
		if (read === undefined) unknown.push(`"${inWords(textOf(component.type) ?? 'without type')}" on a card`);
		else read(part, component, unknown);
	}
	return part;
}

type TemplateReader = (template: TemplateDefinition, component: JsonObject) => void;

const TEMPLATE_READERS: Readonly<Record<string, TemplateReader>> = {
	FOOTER(template, component) {
		const footer = textOf(component.text);
		if (footer !== undefined) template.footer = footer;
	},
	LIMITED_TIME_OFFER(template, component) {
		const offer = objectOf(component.limited_time_offer) ?? component;
		template.offer = compact({
			text: textOf(offer.text),
			expires: offer.has_expiration === true || offer.hasExpiration === true,
		});
	},
	CAROUSEL(template, component) {
		template.cards = listOf(component.cards).map((card) => cardOf(card, template.unknown));
	},
};

/** Parts that take no value. */
const FIXED_PARTS: readonly string[] = ['CALL_PERMISSION_REQUEST'];

/** Templates of this kind have an order beside their components (Meta, Order status templates). */
const WITH_ORDER = 'ORDER_STATUS';

/** Reads WhatsApp's list of components, in Meta's spelling or in Sinch's. */
export function readComponents(components: unknown, subCategory?: unknown): TemplateDefinition {
	const template: TemplateDefinition = {
		buttons: [],
		cards: [],
		unknown: [],
		...(subCategory === WITH_ORDER && { hasOrderStatus: true }),
	};
	for (const component of listOf(components).filter(isJsonObject)) {
		const name = textOf(component.type)?.toUpperCase();
		const readPart = rowOf(PART_READERS, name);
		const readTemplate = rowOf(TEMPLATE_READERS, name);
		if (readPart !== undefined) readPart(template, component, template.unknown);
		else if (readTemplate !== undefined) readTemplate(template, component);
		else if (name === undefined || !FIXED_PARTS.includes(name)) {
			template.unknown.push(`the part "${inWords(name ?? 'without type')}"`);
		}
	}
	return template;
}
