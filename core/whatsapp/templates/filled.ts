import { compact } from '../../lib/json';
import { found, type FieldProblem, type Reading } from '../../lib/result';
import type { OutgoingMedia } from '../../messages/media';
import { orderStatusSchema, type OrderStatus } from '../../messages/order';
import { missing, readEntries, valueProblem, type TemplateEntry } from './check';
import { readButtons, type FilledButton } from './filled-buttons';
import { keyOn, type HeaderField, type OrderField } from './keys';
import { isNamed, isPosition, readMedia, readTime, type TemplateRules } from './rules';

export type { FilledButton };

/** A text for a blank with its name, or its position beginning with 1. */
export interface FilledText {
	name: string;
	text: string;
}

export type FilledHeader =
	| { type: 'text'; text: FilledText }
	| { type: 'image' | 'video' | 'gif'; media: OutgoingMedia }
	| { type: 'document'; media: OutgoingMedia; filename?: string }
	| { type: 'location'; latitude: string; longitude: string; name?: string; address?: string }
	| { type: 'product'; product: string; catalog: string };

export interface FilledPart {
	header?: FilledHeader;
	body: FilledText[];
	/** By their index. */
	buttons: FilledButton[];
}

/** The values of a template, sorted to where they belong and complete as far as that shows without the definition. */
export interface FilledTemplate extends FilledPart {
	otp?: string;
	/** End of the offer, ISO 8601. */
	offer?: string;
	orderStatus?: OrderStatus;
	cards: FilledPart[];
}

/** The texts of body or header: all by name, or by position, without a gap and in order. */
function readTexts(
	entries: readonly TemplateEntry[],
	part: 'body' | 'headerText',
	card: number | undefined,
): Reading<FilledText[]> {
	const texts = entries.flatMap(({ place, value }): FilledText[] =>
		place.part === part ? [{ name: place.name, text: value }] : [],
	);
	const named = texts.filter(({ name }) => !isPosition(name));
	const counted = texts
		.filter(({ name }) => isPosition(name))
		.sort((one, other) => Number(one.name) - Number(other.name));
	const gap = counted.findIndex(({ name }, index) => Number(name) !== index + 1);
	const prefix = part === 'body' ? 'body' : 'header_text';
	return gap === -1 ? found([...counted, ...named]) : missing(card, `${prefix}_${gap + 1}`);
}

type HeaderType = Exclude<FilledHeader['type'], 'text'>;

/** The values of each header: those that it cannot do without, and others. */
const HEADERS: readonly (readonly [type: HeaderType, needed: HeaderField[], optional: HeaderField[]])[] = [
	['image', ['image'], []],
	['video', ['video'], []],
	['gif', ['gif'], []],
	['document', ['document'], ['filename']],
	['location', ['latitude', 'longitude'], ['name', 'address']],
	['product', ['product', 'catalog'], []],
];

type HeaderFields = Readonly<Partial<Record<HeaderField, string>>>;

function headerOf(type: HeaderType, fields: HeaderFields): FilledHeader | undefined {
	const { filename, latitude, longitude, name, address, product, catalog } = fields;
	if (type === 'location') {
		if (latitude === undefined || longitude === undefined) return undefined;
		return compact({ type, latitude, longitude, name, address });
	}
	if (type === 'product') {
		return product === undefined || catalog === undefined ? undefined : { type, product, catalog };
	}
	const media = readMedia(fields[type] ?? '');
	if (media === undefined) return undefined;
	return type === 'document' ? compact({ type, media, filename }) : { type, media };
}

/** The one header of the message or of a card. */
function readHeader(
	entries: readonly TemplateEntry[],
	card: number | undefined,
	rules: TemplateRules,
): Reading<FilledHeader | undefined> {
	const texts = readTexts(entries, 'headerText', card);
	if (!texts.ok) return texts;
	const [text, second] = texts.value;
	if (second !== undefined) {
		return valueProblem(keyOn(card, `header_text_${second.name}`), 'A header has one blank at most');
	}
	const fields: Partial<Record<HeaderField, string>> = {};
	let kind: (typeof HEADERS)[number] | undefined;
	for (const { key, place, value } of entries) {
		if (place.part !== 'header') continue;
		const own = HEADERS.find((header) => header.flat().includes(place.field));
		kind ??= own;
		if (text !== undefined || kind !== own) {
			return valueProblem(key, 'A template has one header; give the values of one kind');
		}
		fields[place.field] = value;
	}
	if (text !== undefined) return found({ type: 'text', text });
	if (kind === undefined) return found(undefined);
	const [type, needed, optional] = kind;
	const wanted = [...needed, ...optional.filter((field) => rules.required.includes(field))];
	const absent = wanted.find((field) => fields[field] === undefined);
	const header = headerOf(type, fields);
	return absent === undefined && header !== undefined
		? found(header)
		: missing(card, `header_${absent ?? type}`);
}

function readPart(
	entries: readonly TemplateEntry[],
	card: number | undefined,
	rules: TemplateRules,
): Reading<FilledPart> {
	const header = readHeader(entries, card, rules);
	if (!header.ok) return header;
	const body = readTexts(entries, 'body', card);
	if (!body.ok) return body;
	const buttons = readButtons(entries);
	if (!buttons.ok) return buttons;
	return found(compact({ header: header.value, body: body.value, buttons: buttons.value }));
}

function cardOf({ place }: TemplateEntry): number | undefined {
	return 'card' in place ? place.card : undefined;
}

/** WhatsApp wants every card of the template, in order. */
function readCards(entries: readonly TemplateEntry[], rules: TemplateRules): Reading<FilledPart[]> {
	const given = new Set(entries.map(cardOf).filter((card) => card !== undefined));
	const cards: FilledPart[] = [];
	for (let card = 0; card < given.size; card += 1) {
		if (!given.has(card)) {
			return valueProblem(`card_${card}`, `The values of card ${card} are missing; cards are counted from 0`);
		}
		const ofCard = entries.filter((entry) => cardOf(entry) === card);
		const part = readPart(ofCard, card, rules);
		if (!part.ok) return part;
		cards.push(part.value);
	}
	return found(cards);
}

/** What became of an order, in a template that tells it. */
function readOrderStatus(entries: readonly TemplateEntry[]): Reading<OrderStatus | undefined> {
	const fields: Partial<Record<OrderField, string>> = {};
	for (const { place, value } of entries) {
		if (place.part === 'order') fields[place.field] = value.trim();
	}
	if (Object.keys(fields).length === 0) return found(undefined);
	const { success, data, error } = orderStatusSchema.safeParse(fields);
	if (success) return found(data);
	const [issue] = error.issues;
	return valueProblem(`order_${issue?.path.join('.') ?? ''}`, issue?.message ?? 'The order is not complete');
}

/** A problem with values that no template can have side by side. */
function mixture(entries: readonly TemplateEntry[]): FieldProblem | undefined {
	const otp = entries.find(({ place }) => place.part === 'otp');
	const beside = entries.find((entry) => entry !== otp);
	if (otp !== undefined && beside !== undefined) {
		return valueProblem(beside.key, 'A template for one-time passwords takes the code and no other value');
	}
	const texts = entries.filter(({ place }) => place.part === 'body' || place.part === 'headerText');
	const named = texts.find(({ place }) => isNamed(place));
	return named !== undefined && texts.some(({ place }) => !isNamed(place))
		? valueProblem(named.key, 'A template has its blanks either by name or by position, not both')
		: undefined;
}

/**
 * The values of a template by their keys. A gap, a mixture that no template can have, or a value that its place cannot
 * take is a problem; whether the template has just these blanks shows only with its definition.
 */
export function readFilledTemplate(
	values: Readonly<Record<string, string>>,
	rules: TemplateRules,
): Reading<FilledTemplate> {
	const read = readEntries(values, rules);
	if (!read.ok) return read;
	const entries = read.value;
	const mixed = mixture(entries);
	if (mixed !== undefined) return mixed;
	const around = entries.filter((entry) => cardOf(entry) === undefined);
	const part = readPart(around, undefined, rules);
	if (!part.ok) return part;
	const cards = readCards(entries, rules);
	if (!cards.ok) return cards;
	const orderStatus = readOrderStatus(entries);
	if (!orderStatus.ok) return orderStatus;
	const valueAt = (wanted: 'otp' | 'offer') => entries.find(({ place }) => place.part === wanted)?.value;
	const end = valueAt('offer');
	return found(
		compact({
			...part.value,
			otp: valueAt('otp'),
			offer: end === undefined ? undefined : readTime(end),
			orderStatus: orderStatus.value,
			cards: cards.value,
		}),
	);
}
