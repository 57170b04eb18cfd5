/**
 * The keys of a template's blanks. They say by themselves where a value belongs, so that a template can be filled in without
 * its definition at hand, as when an expression names it.
 *
 * | Key                                                      | Blank                                                  |
 * | -------------------------------------------------------- | ------------------------------------------------------ |
 * | `header_text_1`, `header_text_first_name`                | text of the header, by position or by name             |
 * | `header_image`, `header_video`, `header_gif`, `header_document` | media ID or link                                |
 * | `header_filename`                                        | file name of the document                              |
 * | `header_latitude`, `…longitude`, `…name`, `…address`     | location                                               |
 * | `header_product`, `header_catalog`                       | product and catalogue                                  |
 * | `body_1`, `body_first_name`                              | text of the body                                       |
 * | `button_0_url`, `button_0_url_code`                      | end of the button's link, by position or by name       |
 * | `button_0_payload`                                       | what a quick reply sends back                          |
 * | `button_0_code`                                          | code to copy                                           |
 * | `button_0_flowToken`, `button_0_flowData`                | flow                                                   |
 * | `button_0_thumbnail`, `button_0_sections`                | catalogue and products                                 |
 * | `button_0_order`                                         | order to review and pay, as JSON                       |
 * | `button_0_callMinutes`, `button_0_callPayload`           | how long a call button works, and what comes back      |
 * | `otp_code`                                               | one-time password, in body and button                  |
 * | `offer_expiresAt`                                        | end of a limited-time offer                            |
 * | `order_referenceId`, `…status`, `…description`           | what became of an order                                |
 * | `order_paymentType`, `order_gateway`                     | by what it was to be paid                              |
 * | `card_0_…`                                               | any header, body or button blank of a carousel's card  |
 *
 * Buttons and cards are counted from 0, all buttons of the template among them; positions in texts begin with 1.
 */

export const HEADER_FIELDS = [
	'image',
	'video',
	'gif',
	'document',
	'filename',
	'latitude',
	'longitude',
	'name',
	'address',
	'product',
	'catalog',
] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];

export const BUTTON_FIELDS = [
	'url',
	'payload',
	'code',
	'flowToken',
	'flowData',
	'thumbnail',
	'sections',
	'order',
	'callMinutes',
	'callPayload',
] as const;
export type ButtonField = (typeof BUTTON_FIELDS)[number];

export const ORDER_FIELDS = ['referenceId', 'status', 'description', 'paymentType', 'gateway'] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

export type TemplatePlace =
	| { part: 'header'; field: HeaderField; card?: number }
	| { part: 'headerText'; name: string; card?: number }
	| { part: 'body'; name: string; card?: number }
	| { part: 'button'; index: number; field: ButtonField; name?: string; card?: number }
	| { part: 'otp' }
	| { part: 'offer' }
	| { part: 'order'; field: OrderField };

const CARD = /^card_(0|[1-9]\d?)_(.+)$/;
const BUTTON = /^button_(0|[1-9]\d?)_([a-zA-Z]+)$/;
const NAMED_URL = /^button_(0|[1-9]\d?)_url_(.+)$/;

function fieldOf<Field extends string>(
	fields: readonly Field[],
	name: string | undefined,
): Field | undefined {
	return fields.find((field) => field === name);
}

function placeWithin(key: string): Exclude<TemplatePlace, { part: 'otp' | 'offer' | 'order' }> | undefined {
	if (key.startsWith('body_') && key.length > 5) return { part: 'body', name: key.slice(5) };
	if (key.startsWith('header_text_') && key.length > 12) return { part: 'headerText', name: key.slice(12) };
	if (key.startsWith('header_')) {
		const field = fieldOf(HEADER_FIELDS, key.slice(7));
		return field && { part: 'header', field };
	}
	const [, urlIndex, urlName] = NAMED_URL.exec(key) ?? [];
	if (urlName !== undefined) return { part: 'button', index: Number(urlIndex), field: 'url', name: urlName };
	const [, index, name] = BUTTON.exec(key) ?? [];
	const field = fieldOf(BUTTON_FIELDS, name);
	return field && { part: 'button', index: Number(index), field };
}

/** The place of a key's value; `undefined` where the key is not one of a template. */
export function templatePlace(key: string): TemplatePlace | undefined {
	if (key === 'otp_code') return { part: 'otp' };
	if (key === 'offer_expiresAt') return { part: 'offer' };
	if (key.startsWith('order_')) {
		const field = fieldOf(ORDER_FIELDS, key.slice(6));
		return field && { part: 'order', field };
	}
	const [, card, rest] = CARD.exec(key) ?? [];
	if (rest === undefined) return placeWithin(key);
	const place = placeWithin(rest);
	return place && { ...place, card: Number(card) };
}

const JSON_FIELDS: readonly ButtonField[] = ['flowData', 'sections', 'order'];

/** Whether the value of a key is JSON; of all others it is a text that somebody reads. */
export function takesJson(key: string): boolean {
	const place = templatePlace(key);
	return place?.part === 'button' && JSON_FIELDS.includes(place.field);
}

/** The key of a blank that may lie on a card. */
export function keyOn(card: number | undefined, key: string): string {
	return card === undefined ? key : `card_${card}_${key}`;
}
