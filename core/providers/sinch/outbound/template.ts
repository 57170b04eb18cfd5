import { mapFound, type Reading } from '../../../lib/result';
import type { ContentOf } from '../../../messages';
import {
	readFilledTemplate,
	type FilledButton,
	type FilledHeader,
	type FilledPart,
	type FilledTemplate,
} from '../../../whatsapp/templates/filled';
import { isNamed, type TemplateRules } from '../../../whatsapp/templates/rules';

/** Sinch's parameters are texts, and its templates have neither products nor catalogues. */
const WITHOUT_PLACE: readonly string[] = [
	'gif',
	'product',
	'catalog',
	'thumbnail',
	'sections',
	'flowData',
	'order',
	'callMinutes',
	'callPayload',
];

/** Sinch, WhatsApp template support. */
export const templateRules: TemplateRules = {
	refusal(place) {
		if (isNamed(place)) return 'Sinch knows blanks by their position only';
		if (place.part === 'offer') return 'Sinch takes no limited-time offers';
		if (place.part === 'order') return 'Sinch tells of no orders in templates';
		const isWithoutPlace = 'field' in place && WITHOUT_PLACE.includes(place.field);
		return isWithoutPlace ? 'Sinch has no parameter for it' : undefined;
	},
	takesMediaIds: false,
	required: [],
	maxLength: {},
};

/** A parameter's key with its value; a key that has none is left out. */
type Parameter = readonly [key: string, value: string | undefined];

function headerParameters(header: FilledHeader): Parameter[] {
	switch (header.type) {
		case 'text':
			return [['header[1]text', header.text.text]];
		case 'image':
		case 'video':
			return [[`header[1]${header.type}.link`, header.media.link]];
		case 'document':
			return [
				['header[1]document.link', header.media.link],
				['header[1]document.filename', header.filename],
			];
		case 'location':
			return [
				['header[1]location.latitude', header.latitude],
				['header[1]location.longitude', header.longitude],
				['header[1]location.name', header.name],
				['header[1]location.address', header.address],
			];
		case 'gif':
		case 'product':
			return [];
	}
}

function buttonParameters(button: FilledButton): Parameter[] {
	const start = `button[${button.index}]`;
	switch (button.type) {
		case 'url':
			return [[`${start}url[1]text`, button.suffix]];
		case 'quickReply':
			return [[`${start}quick_reply[1]payload`, button.payload]];
		case 'copyCode':
			return [[`${start}copy_code[1]coupon_code`, button.code]];
		case 'flow':
			return [[`${start}flow[1]action.flow_token`, button.token]];
		case 'catalogue':
		case 'multiProduct':
		case 'orderDetails':
		case 'voiceCall':
			return [];
	}
}

function partParameters({ header, body, buttons }: FilledPart): Parameter[] {
	return [
		...(header ? headerParameters(header) : []),
		...body.map(({ name, text }): Parameter => [`body[${name}]text`, text]),
		...buttons.flatMap(buttonParameters),
	];
}

function otpParameters(code: string): Parameter[] {
	return [
		['body[1]text', code],
		['button[0]url[1]text', code],
	];
}

/** Components, buttons and cards are counted from 0, the parameters of each from 1. */
function parametersOf(template: FilledTemplate): Record<string, string> {
	const { otp, cards } = template;
	const parameters = [
		...partParameters(template),
		...(otp === undefined ? [] : otpParameters(otp)),
		...cards.flatMap((card, index) =>
			partParameters(card).map(([key, value]): Parameter => [`carousel[${index}]${key}`, value]),
		),
	];
	return Object.fromEntries(
		parameters.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
	);
}

/** The list of templates writes `EN_US` where sending wants `en_US`. */
function languageCode(language: string): string {
	const [code = '', ...region] = language.split('_');
	return [code.toLowerCase(), ...region].join('_');
}

/** The member `template_message` of a message to WhatsApp; its ID is the template's name. */
export function templateContent({ name, language, values }: ContentOf<'template'>): Reading<object> {
	return mapFound(readFilledTemplate(values, templateRules), (template) => {
		const parameters = parametersOf(template);
		const WHATSAPP = { template_id: name, language_code: languageCode(language), parameters };
		return { channel_template: { WHATSAPP } };
	});
}
