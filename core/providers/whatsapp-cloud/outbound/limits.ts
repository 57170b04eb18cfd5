import type { OutgoingType } from '../../../messages';

/** What WhatsApp takes of one member of a message. Lengths are in characters, an emoji counts as one. */
export interface Limit {
	/** `sections.*.rows.*.title`; `*` is every element. */
	path: string;
	/** For the complaint: of a text `The footer`, of elements `buttons`. */
	label: string;
	maxLength?: number;
	/** Of the elements that the path finds, over the whole message. */
	least?: number;
	most?: number;
	unique?: true;
}

const CAPTION: Limit = { path: 'caption', label: 'The caption', maxLength: 1024 };
const BODY: Limit = { path: 'body', label: 'The text', maxLength: 1024 };
const FOOTER: Limit = { path: 'footer', label: 'The footer', maxLength: 60 };
const HEADER: Limit = { path: 'header.text', label: 'The header', maxLength: 60 };
const HEADER_TEXT: Limit = { path: 'headerText', label: 'The header', maxLength: 60 };
const LABEL: Limit = { path: 'buttonText', label: 'The label of the button', maxLength: 20 };
const SECTIONS: Limit = { path: 'sections.*', label: 'sections', most: 10 };
const SECTION_TITLE: Limit = {
	path: 'sections.*.title',
	label: 'The title of the section',
	maxLength: 24,
};

/**
 * Meta: Service messages, Interactive reply buttons, list, CTA URL and media carousel messages, Catalogues. The label of
 * a flow is 20 in older and 30 in newer descriptions. The id of a quick reply in a carousel is said to be 20, which
 * Meta's own example exceeds; it is taken to be that of any reply button.
 */
export const LIMITS: Readonly<Partial<Record<OutgoingType, readonly Limit[]>>> = {
	text: [{ path: 'text', label: 'The text', maxLength: 4096 }],
	image: [CAPTION],
	video: [CAPTION],
	document: [CAPTION],
	buttons: [
		BODY,
		HEADER,
		FOOTER,
		{ path: 'buttons.*', label: 'buttons', most: 3 },
		{ path: 'buttons.*.id', label: 'The ID of the button', maxLength: 256, unique: true },
		{ path: 'buttons.*.title', label: 'The title of the button', maxLength: 20, unique: true },
	],
	list: [
		{ ...BODY, maxLength: 4096 },
		HEADER_TEXT,
		FOOTER,
		LABEL,
		SECTIONS,
		SECTION_TITLE,
		{ path: 'sections.*.rows.*', label: 'rows in all sections together', most: 10 },
		{ path: 'sections.*.rows.*.id', label: 'The ID of the row', maxLength: 200, unique: true },
		{ path: 'sections.*.rows.*.title', label: 'The title of the row', maxLength: 24 },
		{ path: 'sections.*.rows.*.description', label: 'The description of the row', maxLength: 72 },
	],
	urlButton: [BODY, HEADER, FOOTER, LABEL],
	flow: [BODY, HEADER, FOOTER, { ...LABEL, maxLength: 30 }],
	locationRequest: [BODY],
	addressRequest: [BODY, HEADER, FOOTER],
	product: [BODY, FOOTER],
	productList: [
		BODY,
		HEADER_TEXT,
		FOOTER,
		SECTIONS,
		SECTION_TITLE,
		{ path: 'sections.*.productIds.*', label: 'products in all sections together', most: 30 },
	],
	catalogue: [BODY, FOOTER],
	carousel: [
		BODY,
		{ path: 'cards.*', label: 'cards', least: 2, most: 10 },
		{ path: 'cards.*.buttons.*.id', label: 'The ID of the button', maxLength: 256, unique: true },
		{ path: 'cards.*.buttons.*.title', label: 'The title of the button', maxLength: 20 },
		{ path: 'cards.*.link.buttonText', label: 'The label of the button', maxLength: 20 },
	],
};

/** What comes back with each status (pywa, biz_opaque_callback_data). */
export const CALLBACK_DATA: Limit = { path: 'callbackData', label: 'The callback data', maxLength: 512 };
