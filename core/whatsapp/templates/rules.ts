import { z } from 'zod';
import type { JsonObject } from '../../events';
import { isJsonObject, numberOf, parseJson } from '../../lib/json';
import { timeFromEpoch, timeFromIso } from '../../lib/time';
import { callMinutes } from '../../messages/interactive';
import { mediaSchema, requiredText, type OutgoingMedia } from '../../messages/media';
import { orderSchema, type Order } from '../../messages/order';
import { found, problem, type Reading } from '../../lib/result';
import type { ButtonField, HeaderField, OrderField, TemplatePlace } from './keys';
import { MAX_CALL_PAYLOAD } from '../limits';
import type { BlankKind } from './template';

type Field = HeaderField | ButtonField | OrderField;

/** A provider's rules for WhatsApp's templates. Listing and filling in go by the same rules. */
export interface TemplateRules {
	/** Says why the provider has no place for such a value; nothing where it has one. */
	refusal(place: TemplatePlace): string | undefined;
	/** Whether a file may be given by its ID; a link is taken by all. */
	takesMediaIds: boolean;
	/** What the provider insists on although WhatsApp can do without. */
	required: readonly Field[];
	/** Limits of the provider's own, in characters. */
	maxLength: Readonly<Partial<Record<Field, number>>>;
}

/** Limits of WhatsApp in characters (Meta, Template components; Call button messages; Order status templates). */
const MAX_FIELD: Readonly<Partial<Record<Field, number>>> = {
	code: 15,
	url: 2000,
	callPayload: MAX_CALL_PAYLOAD,
	description: 120,
};
const MAX_OTP = 15;
const MAX_HEADER = 60;

/** Most characters of a value, where a limit is known. */
export function maxLengthOf(place: TemplatePlace, rules: TemplateRules): number | undefined {
	switch (place.part) {
		case 'otp':
			return MAX_OTP;
		case 'headerText':
			return MAX_HEADER;
		case 'header':
		case 'button':
		case 'order':
			return rules.maxLength[place.field] ?? MAX_FIELD[place.field];
		case 'body':
		case 'offer':
			return undefined;
	}
}

/** Blanks are counted, not named. */
export function isPosition(name: string): boolean {
	return /^\d+$/.test(name);
}

/** A blank with a name, for a provider that knows positions only. */
export function isNamed(place: TemplatePlace): boolean {
	if (place.part === 'body' || place.part === 'headerText') return !isPosition(place.name);
	return place.part === 'button' && place.name !== undefined;
}

const HEADER_KINDS: Readonly<Partial<Record<HeaderField, BlankKind>>> = {
	image: 'image',
	video: 'video',
	/** On WhatsApp a GIF is an MP4 file (Meta, Template components). */
	gif: 'video',
	document: 'document',
	latitude: 'number',
	longitude: 'number',
};

const BUTTON_KINDS: Readonly<Partial<Record<ButtonField, BlankKind>>> = {
	flowData: 'json',
	sections: 'json',
	order: 'json',
	callMinutes: 'number',
};

export function kindOf(place: TemplatePlace): BlankKind {
	if (place.part === 'offer') return 'dateTime';
	if (place.part === 'header') return HEADER_KINDS[place.field] ?? 'text';
	return place.part === 'button' ? (BUTTON_KINDS[place.field] ?? 'text') : 'text';
}

/** A file by its ID, which is digits only, or by its link. */
export function readMedia(value: string): OutgoingMedia | undefined {
	const given = value.trim();
	const { data } = mediaSchema.safeParse(/^\d+$/.test(given) ? { id: given } : { link: given });
	return data;
}

/** A time with its zone, one without as UTC, or milliseconds or seconds since 1970, as ISO 8601. */
export function readTime(value: string): string | undefined {
	const given = value.trim();
	return timeFromEpoch(given) ?? timeFromIso(given, 'utc');
}

export function readObject(value: string): JsonObject | undefined {
	const parsed = parseJson(value);
	return isJsonObject(parsed) ? parsed : undefined;
}

const sectionsSchema = z
	.array(
		z.object({
			title: requiredText('The title of the section'),
			productIds: z.array(requiredText('The product ID')).min(1),
		}),
	)
	.min(1)
	.max(10);

export type ProductSection = z.output<typeof sectionsSchema>[number];

/** Products by section; WhatsApp shows 10 sections at most. */
export function readSections(value: string): ProductSection[] | undefined {
	const { data } = sectionsSchema.safeParse(parseJson(value));
	return data;
}

/** An order of a template's button, or the member of it that is wrong. */
export function readOrder(value: string): Reading<Order> {
	const { success, data, error } = orderSchema.safeParse(parseJson(value) ?? undefined);
	if (success) return found(data);
	const [issue] = error.issues;
	return problem(issue?.path.join('.') ?? '', issue?.message ?? '');
}

const MEDIA = 'has to be a media ID or a link that begins with https:// or http://';

/** The demands on a value of each kind, as the end of a sentence. */
const EXPECTATIONS: Readonly<Record<BlankKind, string>> = {
	text: 'must not hold line breaks, tabs or more than four spaces in a row',
	image: MEDIA,
	video: MEDIA,
	document: MEDIA,
	number: 'has to be a number of degrees, such as 52.5',
	dateTime: 'has to be a time such as 2026-12-31T18:00:00Z',
	json: 'has to be JSON',
};

const MINUTES = 'has to be a whole number of minutes from 1 to 43200, which are 30 days';

/** Characters that WhatsApp refuses in the texts of a template, and all others that break a line. */
const FORBIDDEN_IN_TEXT = /[\t-\r\u0085\u2028\u2029]| {5}/;

function areDegrees(value: string, most: number): boolean {
	const degrees = numberOf(value);
	return degrees !== undefined && Math.abs(degrees) <= most;
}

/** The numbers of a template are coordinates, or the minutes that a button for calls works. */
function isNumberFor(place: TemplatePlace, value: string): boolean {
	if (place.part === 'button') return callMinutes.safeParse(value).success;
	return areDegrees(value, place.part === 'header' && place.field === 'latitude' ? 90 : 180);
}

const TEXTS: readonly TemplatePlace['part'][] = ['headerText', 'body', 'otp'];

function fits(place: TemplatePlace, value: string): boolean {
	switch (kindOf(place)) {
		case 'text':
			return !TEXTS.includes(place.part) || !FORBIDDEN_IN_TEXT.test(value);
		case 'image':
		case 'video':
		case 'document':
			return readMedia(value) !== undefined;
		case 'number':
			return isNumberFor(place, value);
		case 'dateTime':
			return readTime(value) !== undefined;
		case 'json':
			return parseJson(value) !== undefined;
	}
}

/** A complaint about a value at its place, as the end of a sentence. */
export function complaintAbout(place: TemplatePlace, value: string): string | undefined {
	if (fits(place, value)) return undefined;
	return place.part === 'button' && place.field === 'callMinutes' ? MINUTES : EXPECTATIONS[kindOf(place)];
}
