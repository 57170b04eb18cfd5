import type { OutgoingType } from '../messages';
import type { Limit } from '../messages/limits';

const CAPTION: Limit = ['caption', 'The caption', 1024];
const BODY: Limit = ['body', 'The text', 1024];
const FOOTER: Limit = ['footer', 'The footer', 60];
const HEADER: Limit = ['header.text', 'The header', 60];
const HEADER_TEXT: Limit = ['headerText', 'The header', 60];
const BUTTON_TEXT: Limit = ['buttonText', 'The label of the button', 20];
const SECTION_TITLE: Limit = ['sections.*.title', 'The title of the section', 24];

/** Of what comes back with a call that a button began (Meta, Call button messages). */
export const MAX_CALL_PAYLOAD = 512;

/** Of reply buttons. */
export const BUTTON_LIMITS: readonly Limit[] = [
	['buttons.*.id', 'The ID of the button', 256, 'unique'],
	['buttons.*.title', 'The title of the button', 20, 'unique'],
];

/**
 * Limits of WhatsApp, whichever provider carries it (Meta: Service messages, Interactive reply buttons, list, CTA URL and
 * media carousel messages, Catalogues). The label of a flow is 20 in older and 30 in newer descriptions. The id of a quick
 * reply in a carousel is said to be 20, which Meta's own example exceeds; it is taken to be that of any reply button.
 */
export const WHATSAPP_LIMITS: { readonly [Type in OutgoingType]?: readonly Limit[] } = {
	text: [['text', 'The text', 4096]],
	image: [CAPTION],
	video: [CAPTION],
	document: [CAPTION],
	buttons: [BODY, HEADER, FOOTER, ...BUTTON_LIMITS],
	list: [
		['body', 'The text', 4096],
		HEADER_TEXT,
		FOOTER,
		BUTTON_TEXT,
		SECTION_TITLE,
		['sections.*.rows.*.id', 'The ID of the row', 200, 'unique'],
		['sections.*.rows.*.title', 'The title of the row', 24],
		['sections.*.rows.*.description', 'The description of the row', 72],
	],
	urlButton: [BODY, HEADER, FOOTER, BUTTON_TEXT],
	flow: [BODY, HEADER, FOOTER, ['buttonText', 'The label of the button', 30]],
	locationRequest: [BODY],
	contactRequest: [BODY],
	callRequest: [BODY],
	callButton: [BODY, BUTTON_TEXT, ['payload', 'The payload', MAX_CALL_PAYLOAD]],
	orderDetails: [BODY, HEADER, FOOTER, ['order.items.*.name', 'The name of the item', 60]],
	orderStatus: [BODY, FOOTER, ['description', 'The description', 120]],
	addressRequest: [BODY, HEADER, FOOTER],
	product: [BODY, FOOTER],
	productList: [BODY, HEADER_TEXT, FOOTER, SECTION_TITLE],
	catalogue: [BODY, FOOTER],
	carousel: [
		BODY,
		['cards.*.buttons.*.id', 'The ID of the button', 256, 'unique'],
		['cards.*.buttons.*.title', 'The title of the button', 20],
		['cards.*.link.buttonText', 'The label of the button', 20],
	],
};

/** Elements of a message, over all its sections. */
export const MOST = { buttons: 3, sections: 10, rows: 10, products: 30, cards: 10 };
export const LEAST_CARDS = 2;

/** Of a carousel's card, title and text together (Meta, Interactive media carousel messages). */
export const MAX_CARD_TEXT = 160;
