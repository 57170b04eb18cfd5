import { compact } from '../../lib/json';
import { keyOn, templatePlace, type ButtonField, type HeaderField, type OrderField } from './keys';
import { kindOf, maxLengthOf, type TemplateRules } from './rules';
import type {
	ButtonDefinition,
	HeaderDefinition,
	HeaderFormat,
	PartDefinition,
	TemplateBlank,
	TemplateDefinition,
	TextDefinition,
} from './template';
import { blankNames, firstWords, MOST_OF_LABEL, wordsAround } from './text';

/** A blank before the provider's rules: whether WhatsApp itself wants it, and what a form calls it. */
interface Draft {
	key: string;
	label: string;
	required: boolean;
	example?: string;
	prefix?: string;
}

/** Characters of a button's text that stand in a label, however long the rest of it is. */
const LEAST_OF_BUTTON = 8;

/** What a blank of a button is called: the button's text fills what is left of the label. */
function labelOfButton(what: string, text: string, most: number): string {
	const left = most - what.length - ' of ""'.length;
	return `${what} of "${firstWords(text, Math.max(left, LEAST_OF_BUTTON))}"`;
}

function textDrafts(
	prefix: string,
	title: string,
	{ text, examples }: TextDefinition,
	most: number,
): Draft[] {
	return blankNames(text).map((name) =>
		compact<Draft>({
			key: `${prefix}_${name}`,
			label: `${title}${wordsAround(text, name, most - title.length)}`,
			required: true,
			example: examples.get(name),
		}),
	);
}

type FieldLabels = readonly (readonly [field: HeaderField, label: string, required: boolean])[];

const HEADER_FIELDS: Readonly<Record<Exclude<HeaderFormat, 'text'>, FieldLabels>> = {
	image: [['image', 'Image of the header', true]],
	video: [['video', 'Video of the header', true]],
	gif: [['gif', 'GIF of the header (MP4)', true]],
	document: [
		['document', 'Document of the header', true],
		['filename', 'File name of the document', false],
	],
	location: [
		['latitude', 'Latitude of the place', true],
		['longitude', 'Longitude of the place', true],
		['name', 'Name of the place', false],
		['address', 'Address of the place', false],
	],
	product: [
		['product', 'Product ID', true],
		['catalog', 'Catalogue ID', true],
	],
};

function headerDrafts({ format, text }: HeaderDefinition, most: number): Draft[] {
	if (format === 'text') return text === undefined ? [] : textDrafts('header_text', 'Header: ', text, most);
	return HEADER_FIELDS[format].map(([field, label, required]) => ({
		key: `header_${field}`,
		label,
		required,
	}));
}

/** Meta gives either the whole link or its end as the example. */
function suffixExample(url: string, example: string | undefined): string | undefined {
	const start = url.slice(0, url.indexOf('{{'));
	return example?.startsWith(start) ? example.slice(start.length) : example;
}

function linkDrafts(index: number, { text, url = '', example }: ButtonDefinition, most: number): Draft[] {
	return blankNames(url).map((name) =>
		compact<Draft>({
			key: `button_${index}_url${/^\d+$/.test(name) ? '' : `_${name}`}`,
			label: labelOfButton('Link end', text, most),
			required: true,
			example: suffixExample(url, example),
			prefix: url.slice(0, url.indexOf('{{')),
		}),
	);
}

type ButtonLabels = readonly (readonly [field: ButtonField, label: string, required: boolean])[];

const BUTTON_FIELDS: Readonly<Record<Exclude<ButtonDefinition['type'], 'url'>, ButtonLabels>> = {
	quickReply: [['payload', 'Payload', false]],
	copyCode: [['code', 'Code', true]],
	/** WhatsApp wants the button at sending, and takes any text as its token. */
	flow: [
		['flowToken', 'Flow token', true],
		['flowData', 'Data (JSON)', false],
	],
	catalogue: [['thumbnail', 'Product ID', false]],
	multiProduct: [
		['thumbnail', 'Product ID', true],
		['sections', 'Sections (JSON)', true],
	],
	orderDetails: [['order', 'Order (JSON)', true]],
	voiceCall: [
		['callMinutes', 'Minutes', false],
		['callPayload', 'Payload', false],
	],
	otp: [],
	static: [],
};

function buttonDrafts(button: ButtonDefinition, index: number, most: number): Draft[] {
	if (button.type === 'url') return linkDrafts(index, button, most);
	const example = button.type === 'copyCode' ? button.example : undefined;
	return BUTTON_FIELDS[button.type].map(([field, label, required]) =>
		compact<Draft>({
			key: `button_${index}_${field}`,
			label: labelOfButton(label, button.text, most),
			required,
			example,
		}),
	);
}

/** @param most characters of a label */
function partDrafts({ header, body, buttons }: PartDefinition, most: number): Draft[] {
	return [
		...(header ? headerDrafts(header, most) : []),
		...(body ? textDrafts('body', '', body, most) : []),
		...buttons.flatMap((button, index) => buttonDrafts(button, index, most)),
	];
}

function cardDrafts(part: PartDefinition, card: number): Draft[] {
	const title = `Card ${card + 1}: `;
	return partDrafts(part, MOST_OF_LABEL - title.length).map((draft) => ({
		...draft,
		key: keyOn(card, draft.key),
		label: `${title}${draft.label}`,
	}));
}

const OTP: Draft = { key: 'otp_code', label: 'One-time password', required: true };
const ORDER: readonly (readonly [field: OrderField, label: string, required: boolean])[] = [
	['referenceId', 'Reference ID of the order', true],
	['status', 'Status of the order', true],
	['description', 'Description of the status', false],
	['paymentType', 'Payment type of the order', false],
	['gateway', 'Gateway of the payment', false],
];

const OFFER: Draft = { key: 'offer_expiresAt', label: 'End of the offer (UTC)', required: true };

function draftsOf(template: TemplateDefinition, isOneTimePassword: boolean): Draft[] {
	if (isOneTimePassword) return [OTP];
	return [
		...partDrafts(template, MOST_OF_LABEL),
		...(template.offer?.expires === true ? [OFFER] : []),
		...(template.hasOrderStatus === true
			? ORDER.map(([field, label, required]): Draft => ({ key: `order_${field}`, label, required }))
			: []),
		...template.cards.flatMap(cardDrafts),
	];
}

export interface Blanks {
	blanks: TemplateBlank[];
	/** What the template needs and cannot get, in words. */
	unfillable: string[];
}

/**
 * The blanks of a template by the provider's rules.
 *
 * @param isOneTimePassword WhatsApp fixes the texts of such a template; the code goes to body and button alike
 */
export function blanksOf(
	template: TemplateDefinition,
	isOneTimePassword: boolean,
	rules: TemplateRules,
): Blanks {
	const blanks: TemplateBlank[] = [];
	const unfillable: string[] = [];
	for (const { required, ...draft } of draftsOf(template, isOneTimePassword)) {
		const place = templatePlace(draft.key);
		const refusal = place === undefined ? 'its name cannot be a key' : rules.refusal(place);
		if (place === undefined || refusal !== undefined) {
			if (required) unfillable.push(`${draft.label} (${refusal})`);
			continue;
		}
		const isFurther = 'field' in place && rules.required.includes(place.field);
		blanks.push(
			compact<TemplateBlank>({
				...draft,
				kind: kindOf(place),
				required: required || isFurther,
				maxLength: maxLengthOf(place, rules),
			}),
		);
	}
	return { blanks, unfillable };
}
