import type { OutgoingType } from '../../../messages';
import type { Limit } from '../../../messages/limits';
import { BUTTON_LIMITS, MOST, WHATSAPP_LIMITS } from '../../../whatsapp/limits';

/** Longest validity of an SMS in minutes; Infobip cuts a longer one to 48 hours without a word. */
export const MAX_SMS_VALIDITY = 2880;

/** Of the members around the content of every message (Infobip OpenAPI 3.210.0, as all limits here). */
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

const LINK: Limit = ['media.link', 'The link of the media', 2048];
const CAPTION: Limit = ['caption', 'The caption', 3000];
const SECTIONS: Limit = ['sections', 'The sections', MOST.sections];
const HEADER: readonly Limit[] = [
	['header.media.link', 'The link of the header', 2048],
	['header.filename', 'The file name', 240],
];

/** Where Infobip takes more or less than WhatsApp, or limits what WhatsApp does not know. */
const OWN: { readonly [Type in OutgoingType]?: readonly Limit[] } = {
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
	buttons: [...HEADER, ['buttons', 'The buttons', MOST.buttons]],
	card: [LINK, ['buttons', 'The buttons', MOST.buttons], ...BUTTON_LIMITS],
	list: [['body', 'The text', 1024], SECTIONS],
	urlButton: [...HEADER, ['url', 'The link of the button', 2048]],
	flow: [...HEADER, ['buttonText', 'The label of the button', 20]],
	productList: [SECTIONS],
	carousel: [
		['cards', 'The cards', MOST.cards],
		['cards.*.header.media.link', 'The link of the picture', 2048],
		['cards.*.buttons.*.id', 'The ID of the button', 20],
		['cards.*.link.url', 'The link of the card', 2048],
	],
	template: [['name', 'The template', 512]],
};

/** The limits of a WhatsApp message. Where Infobip has a figure of its own, that one counts. */
export function limitsOf(type: OutgoingType): readonly Limit[] {
	const own = OWN[type] ?? [];
	const whatsApp = WHATSAPP_LIMITS[type] ?? [];
	return [...COMMON_LIMITS, ...own, ...whatsApp.filter(([path]) => !own.some(([field]) => field === path))];
}

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
