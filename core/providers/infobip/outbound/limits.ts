import type { OutgoingType } from '../../../messages';
import type { Limit } from '../../../messages/limits';

/** Longest validity of an SMS in minutes; Infobip cuts a longer one to 48 hours without a word. */
export const MAX_SMS_VALIDITY = 2880;
/** Cards of a carousel. */
export const MIN_CARDS = 2;
/** Rows of a list, all sections together. */
export const MAX_ROWS = 10;

/** What every message has around its content (Infobip OpenAPI 3.210.0, as all limits here). */
export const COMMON_LIMITS: readonly Limit[] = [
	['clientMessageId', 'The message ID', 200],
	['callbackData', 'The callback data', 4000],
	['reportUrl', 'The delivery webhook', 2048],
	['entityId', 'The entity', 255],
	['applicationId', 'The application', 255],
	['campaignId', 'The campaign', 255],
	['fallback.sender', 'The sender of the SMS', 24],
	['fallback.text', 'The text of the SMS', 4096],
];

const BODY: Limit = ['body', 'The text', 1024];
const FOOTER: Limit = ['footer', 'The footer', 60];
const LINK: Limit = ['media.link', 'The link of the media', 2048];
const CAPTION: Limit = ['caption', 'The caption', 3000];
const BUTTON_TEXT: Limit = ['buttonText', 'The label of the button', 20];
const SECTIONS: Limit = ['sections', 'The sections', 10];
const SECTION_TITLE: Limit = ['sections.*.title', 'The title of the section', 24];
const HEADER: readonly Limit[] = [
	['header.text', 'The header', 60],
	['header.media.link', 'The link of the header', 2048],
	['header.filename', 'The file name', 240],
];
const BUTTONS: readonly Limit[] = [
	['buttons', 'The buttons', 3],
	['buttons.*.id', 'The ID of the button', 256],
	['buttons.*.title', 'The title of the button', 20],
];

export const WHATSAPP_LIMITS: { readonly [Type in OutgoingType]?: readonly Limit[] } = {
	text: [['text', 'The text', 4096]],
	image: [LINK, CAPTION],
	audio: [LINK],
	voice: [LINK],
	video: [LINK, CAPTION],
	document: [LINK, CAPTION, ['filename', 'The file name', 240]],
	sticker: [LINK],
	location: [
		['name', 'The name of the location', 1000],
		['address', 'The address of the location', 1000],
	],
	buttons: [BODY, FOOTER, ...HEADER, ...BUTTONS],
	card: [LINK, ...BUTTONS],
	list: [
		BODY,
		FOOTER,
		['headerText', 'The header', 60],
		BUTTON_TEXT,
		SECTIONS,
		SECTION_TITLE,
		['sections.*.rows.*.id', 'The ID of the row', 200],
		['sections.*.rows.*.title', 'The title of the row', 24],
		['sections.*.rows.*.description', 'The description of the row', 72],
	],
	urlButton: [BODY, FOOTER, ...HEADER, BUTTON_TEXT, ['url', 'The link of the button', 2048]],
	flow: [BODY, FOOTER, ...HEADER, BUTTON_TEXT],
	locationRequest: [BODY],
	product: [BODY, FOOTER],
	productList: [BODY, FOOTER, ['headerText', 'The header', 60], SECTIONS, SECTION_TITLE],
	carousel: [
		BODY,
		['cards', 'The cards', 10],
		['cards.*.header.media.link', 'The link of the picture', 2048],
		['cards.*.buttons.*.id', 'The ID of the button', 20],
		['cards.*.buttons.*.title', 'The title of the button', 20],
		['cards.*.link.buttonText', 'The label of the button', 20],
		['cards.*.link.url', 'The link of the card', 2048],
	],
	template: [['name', 'The template', 512]],
};

/** Text of a carousel's card, title and body together. */
export const MAX_CARD_TEXT = 160;
/** Body of a message with buttons, here of a card: title and description together. */
export const MAX_BODY = 1024;

/** Alphabets that Infobip can replace. */
export const TRANSLITERATIONS: ReadonlySet<string> = new Set([
	'NONE',
	'TURKISH',
	'GREEK',
	'CYRILLIC',
	'SERBIAN_CYRILLIC',
	'CENTRAL_EUROPEAN',
	'BALTIC',
	'NON_UNICODE',
	'PORTUGUESE',
	'COLOMBIAN',
	'BULGARIAN_CYRILLIC',
	'ALL',
]);
