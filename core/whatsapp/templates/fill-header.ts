import { compact } from '../../lib/json';
import { missing, valueProblem, type TemplateEntry } from './entries';
import { readTexts } from './fill-texts';
import type { FilledHeader } from './filled';
import { keyOn, type HeaderField } from './keys';
import type { TemplateRules } from './rules';
import { readMedia } from './value';
import type { Reading } from '../../lib/result';

type HeaderType = FilledHeader['type'];
type Fields = Readonly<Partial<Record<HeaderField, string>>>;

/** Which header a value belongs to. */
const TYPES: Readonly<Record<HeaderField, HeaderType>> = {
	image: 'image',
	video: 'video',
	gif: 'gif',
	document: 'document',
	filename: 'document',
	latitude: 'location',
	longitude: 'location',
	name: 'location',
	address: 'location',
	product: 'product',
	catalog: 'product',
};

/** What each header cannot do without. */
const ESSENTIAL: Readonly<Record<Exclude<HeaderType, 'text'>, readonly HeaderField[]>> = {
	image: ['image'],
	video: ['video'],
	gif: ['gif'],
	document: ['document'],
	location: ['latitude', 'longitude'],
	product: ['product', 'catalog'],
};

const ESSENTIAL_WITH_NAME: readonly HeaderField[] = ['document', 'filename'];

function headerOf(type: Exclude<HeaderType, 'text'>, fields: Fields): FilledHeader | undefined {
	const { filename, latitude, longitude, name, address, product, catalog } = fields;
	if (type === 'location') {
		if (latitude === undefined || longitude === undefined) return undefined;
		return compact<FilledHeader>({ type, latitude, longitude, name, address });
	}
	if (type === 'product') {
		return product === undefined || catalog === undefined ? undefined : { type, product, catalog };
	}
	const file = fields[type];
	const media = file === undefined ? undefined : readMedia(file);
	if (media === undefined) return undefined;
	return type === 'document' ? compact<FilledHeader>({ type, media, filename }) : { type, media };
}

/** The one header of the message or of a card. */
export function readHeader(
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
	let type: HeaderType | undefined = text && 'text';
	const fields: Partial<Record<HeaderField, string>> = {};
	for (const { key, place, value } of entries) {
		if (place.part !== 'header') continue;
		type ??= TYPES[place.field];
		if (type !== TYPES[place.field]) {
			return valueProblem(key, 'A template has one header; give the values of one kind');
		}
		fields[place.field] = value;
	}
	if (text !== undefined) return { ok: true, value: { type: 'text', text } };
	if (type === undefined || type === 'text') return { ok: true, value: undefined };
	const needsFilename = type === 'document' && rules.required.includes('filename');
	const needed = needsFilename ? ESSENTIAL_WITH_NAME : ESSENTIAL[type];
	const absent = needed.find((field) => fields[field] === undefined);
	const header = headerOf(type, fields);
	if (absent !== undefined || header === undefined) {
		return missing(card, `header_${absent ?? type}`);
	}
	return { ok: true, value: header };
}
