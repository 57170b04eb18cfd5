import type { Content } from '../shared/content.ts';
import { invalidValue, missingValue } from './errors.ts';
import { cardOf, flowButton, linkButton, listOf, replyButtons } from './interactive-parts.ts';
import type { Attachments } from './media.ts';
import { objectAt, objectsAt, textAt } from './parameters.ts';
import { below, examineOrder, ORDER_DETAILS, ORDER_STATUS } from './orders.ts';
import { type Rule, WEB_ADDRESS } from './requirements.ts';

type Part = Record<string, unknown>;
type HeaderType = 'text' | 'image' | 'video' | 'document';

export interface InteractiveKind {
	bodyMax?: number;
	isBodyOptional?: true;
	headers?: readonly HeaderType[];
	isHeaderRequired?: true;
	hasNoFooter?: true;
	/** Of the action, relative to it. */
	rules: readonly Rule[];
	/** What no rule says. */
	examine?: (action: Part) => void;
	show: (action: Part, attachments: Attachments) => Partial<Content>;
}

const ALL_HEADERS: readonly HeaderType[] = ['text', 'image', 'video', 'document'];
const TITLED_HEADERS: readonly HeaderType[] = ['text'];

export const optional = (path: string[], maxLength?: number): Rule => ({
	path,
	kind: 'text',
	...(maxLength === undefined ? {} : { maxLength }),
});
export const required = (path: string[], maxLength?: number): Rule => ({
	...optional(path, maxLength),
	required: true,
});
const name = (...choices: string[]): Rule => ({ path: ['name'], kind: 'choice', required: true, choices });
const webAddress = (path: string[]): Rule => ({ path, kind: 'text', required: true, pattern: WEB_ADDRESS });

const REPLY_BUTTON: readonly Rule[] = [
	{ path: ['type'], kind: 'choice', required: true, choices: ['reply'] },
	required(['reply', 'id'], 256),
	required(['reply', 'title'], 20),
];
const ROW: readonly Rule[] = [required(['id'], 200), required(['title'], 24), optional(['description'], 72)];
const PRODUCTS: readonly Rule[] = [
	{
		path: ['sections'],
		kind: 'list',
		required: true,
		min: 1,
		max: 10,
		each: [
			optional(['title'], 24),
			{
				path: ['product_items'],
				kind: 'list',
				required: true,
				min: 1,
				each: [required(['product_retailer_id'])],
			},
		],
	},
];
const products = (label: string): Partial<Content> => ({ buttons: [{ id: 'b0', label, does: 'products' }] });

/** Kinds of interactive messages with their limits (Meta, Messages: interactive objects). */
export const KINDS: Readonly<Record<string, InteractiveKind>> = {
	button: {
		headers: ALL_HEADERS,
		rules: [{ path: ['buttons'], kind: 'list', required: true, min: 1, max: 3, each: REPLY_BUTTON }],
		examine: (action) => {
			const replies = objectsAt(action, 'buttons').map((button) => objectAt(button, 'reply'));
			requireUnique(replies, 'id', 'button');
			requireUnique(replies, 'title', 'button');
		},
		show: (action) => ({ buttons: replyButtons(action) }),
	},
	list: {
		bodyMax: 4096,
		headers: TITLED_HEADERS,
		rules: [
			required(['button'], 20),
			{
				path: ['sections'],
				kind: 'list',
				required: true,
				min: 1,
				max: 10,
				each: [
					optional(['title'], 24),
					{ path: ['rows'], kind: 'list', required: true, min: 1, max: 10, each: ROW },
				],
			},
		],
		examine: examineList,
		show: (action) => ({ list: listOf(action) }),
	},
	cta_url: {
		headers: ALL_HEADERS,
		rules: [name('cta_url'), required(['parameters', 'display_text'], 20), webAddress(['parameters', 'url'])],
		show: (action) => ({
			buttons: [
				linkButton(textAt(action, 'parameters', 'display_text'), textAt(action, 'parameters', 'url')),
			],
		}),
	},
	flow: {
		headers: ALL_HEADERS,
		rules: [
			name('flow'),
			{ path: ['parameters', 'flow_message_version'], kind: 'choice', required: true, choices: ['3'] },
			required(['parameters', 'flow_cta'], 30),
			optional(['parameters', 'flow_token']),
			{ path: ['parameters', 'flow_action'], kind: 'choice', choices: ['navigate', 'data_exchange'] },
			{ path: ['parameters', 'flow_action_payload'], kind: 'object' },
			{ path: ['parameters', 'mode'], kind: 'choice', choices: ['draft', 'published'] },
		],
		examine: (action) => {
			const parameters = objectAt(action, 'parameters');
			if (textAt(parameters, 'flow_id') === undefined && textAt(parameters, 'flow_name') === undefined) {
				throw missingValue(
					"Parameter interactive['action']['parameters'] needs one of flow_id and flow_name",
				);
			}
		},
		show: (action) => {
			const label = textAt(action, 'parameters', 'flow_cta') ?? '';
			return { buttons: [flowButton('b0', label, textAt(action, 'parameters', 'flow_token'))] };
		},
	},
	location_request_message: {
		hasNoFooter: true,
		rules: [name('send_location')],
		show: () => ({
			buttons: [
				{ id: 'b0', label: 'Send location', does: 'answer', answer: { kind: 'place', place: SOMEWHERE } },
			],
		}),
	},
	address_message: {
		headers: ALL_HEADERS,
		rules: [
			name('address_message'),
			{ path: ['parameters', 'country'], kind: 'choice', required: true, choices: ['in', 'sg'] },
			{ path: ['parameters', 'saved_addresses'], kind: 'list', each: [required(['id'])] },
			{ path: ['parameters', 'values'], kind: 'object' },
		],
		show: (action) => ({
			buttons: [
				{
					id: 'b0',
					label: 'Provide address',
					does: 'answer',
					answer: {
						kind: 'form',
						name: 'address_message',
						answers: { values: objectAt(action, 'parameters', 'values') },
					},
				},
			],
		}),
	},
	product: {
		isBodyOptional: true,
		rules: [required(['catalog_id']), required(['product_retailer_id'])],
		show: () => products('View product'),
	},
	product_list: {
		headers: TITLED_HEADERS,
		isHeaderRequired: true,
		rules: [required(['catalog_id']), ...PRODUCTS],
		examine: (action) => {
			const items = objectsAt(action, 'sections').flatMap((section) => objectsAt(section, 'product_items'));
			if (items.length > 30) throw invalidValue('Product items count invalid. Min: 1, Max: 30');
		},
		show: () => products('View items'),
	},
	catalog_message: {
		rules: [name('catalog_message'), optional(['parameters', 'thumbnail_product_retailer_id'])],
		show: () => products('View catalog'),
	},
	carousel: {
		rules: [
			{
				path: ['cards'],
				kind: 'list',
				required: true,
				min: 2,
				max: 10,
				each: [
					{ path: ['card_index'], kind: 'number', required: true, min: 0, max: 9 },
					{ path: ['type'], kind: 'choice', required: true, choices: ['cta_url', 'button', 'product'] },
					{ path: ['header', 'type'], kind: 'choice', choices: ['image', 'video'] },
					optional(['body', 'text'], 160),
					{ path: ['action'], kind: 'object', required: true },
				],
			},
		],
		show: (action, attachments) => ({
			cards: objectsAt(action, 'cards').map((card, index) => cardOf(card, index, attachments)),
		}),
	},
	voice_call: {
		hasNoFooter: true,
		rules: [
			name('voice_call'),
			optional(['parameters', 'display_text'], 20),
			{ path: ['parameters', 'ttl_minutes'], kind: 'number', min: 1, max: 43_200 },
			optional(['parameters', 'payload'], 512),
		],
		show: (action) => ({
			buttons: [
				{ id: 'b0', label: textAt(action, 'parameters', 'display_text') ?? 'Call now', does: 'call' },
			],
		}),
	},
	call_permission_request: {
		hasNoFooter: true,
		isBodyOptional: true,
		rules: [name('call_permission_request')],
		show: () => ({ buttons: [{ id: 'b0', label: 'Choose preference', does: 'call' }] }),
	},
	request_contact_info: { hasNoFooter: true, rules: [name('request_contact_info')], show: shareContact },
	order_details: {
		headers: ['image', 'document'],
		rules: [name('review_and_pay'), ...below(['parameters'], ORDER_DETAILS)],
		examine: (action) => {
			examineOrder(objectAt(action, 'parameters'));
		},
		show: () => products('Review and pay'),
	},
	order_status: {
		rules: [name('review_order'), ...below(['parameters'], ORDER_STATUS)],
		show: () => ({}),
	},
};

/** Where the customers of the sandbox are when a business asks. */
const SOMEWHERE = { latitude: 37.7749, longitude: -122.4194, name: 'Market Street' };

function shareContact(): Partial<Content> {
	return { buttons: [{ id: 'b0', label: 'Share contact info', does: 'call' }] };
}

function examineList(action: Part): void {
	const sections = objectsAt(action, 'sections');
	const rows = sections.flatMap((section) => objectsAt(section, 'rows'));
	if (rows.length > 10) throw invalidValue('Total row count exceed max allowed count: 10');
	if (sections.length > 1 && sections.some((section) => textAt(section, 'title') === undefined)) {
		throw missingValue('Section title is required when there is more than one section');
	}
	requireUnique(rows, 'id', 'row');
}

function requireUnique(parts: readonly Part[], key: 'id' | 'title', what: string): void {
	const seen = parts.map((part) => textAt(part, key));
	const repeated = seen.find((value, index) => seen.indexOf(value) !== index);
	if (repeated !== undefined) throw invalidValue(`Duplicated ${what} ${key}: ${repeated}`);
}
