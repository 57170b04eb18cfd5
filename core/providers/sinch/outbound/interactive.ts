import type { ContentOf, OutgoingHeader, OutgoingMedia, OutgoingType } from '../../../messages';
import { compact } from '../../../lib/json';
import { found, mapFound, problem, type Reading } from '../../../lib/result';
import { beyondLimit } from '../../../messages/limits';
import type { ConversationChannel } from './channels';
import { FLOW_LIMITS } from './limits';
import { orderDetailsOf, orderStatusOf } from './order';
import { readLink } from './part';
import type { ConversationWriters } from './plain';

/** Opened where a channel cannot ask for a location. WhatsApp can, but the API wants a link there too. */
const MAP = 'https://maps.google.com';

const isWhatsApp = ({ name }: ConversationChannel) => name === 'WHATSAPP';

interface Button {
	id: string;
	title: string;
}

const replyChoice = ({ id, title }: Button) => ({ text_message: { text: title }, postback_data: id });

const urlChoice = (title: string, url: string) => ({ url_message: { title, url } });

function readMedia(
	media: OutgoingMedia | undefined,
	field: string,
	filename?: string,
): Reading<object | undefined> {
	if (media === undefined) return found(undefined);
	return mapFound(readLink(media, field), (url) => compact({ url, filename_override: filename }));
}

interface ChoiceMessage {
	body: string;
	header?: OutgoingHeader | undefined;
	footer?: string | undefined;
}

/** Text with a header is a card. A text stands as header on WhatsApp and as title elsewhere, a file is the card's picture. */
function cardWithHeader(
	body: string,
	header: OutgoingHeader,
	choices: object[],
	channel: ConversationChannel,
): Reading<object> {
	if (header.type === 'text') {
		const heading = isWhatsApp(channel)
			? { message_properties: { whatsapp_header: header.text } }
			: { title: header.text };
		return found({ card_message: { description: body, choices, ...heading } });
	}
	const filename = header.type === 'document' ? header.filename : undefined;
	return mapFound(readMedia(header.media, 'header.media', filename), (media_message) => ({
		card_message: { description: body, media_message, choices },
	}));
}

function choices(
	{ body, header, footer }: ChoiceMessage,
	list: object[],
	channel: ConversationChannel,
): Reading<object> {
	if (footer !== undefined && (header !== undefined || !isWhatsApp(channel))) {
		return problem(
			'footer',
			'Sinch shows a footer on WhatsApp only, on messages without header: put the words at the end of the text',
		);
	}
	if (header !== undefined) return cardWithHeader(body, header, list, channel);
	return found({
		choice_message: compact({
			text_message: { text: body },
			choices: list,
			message_properties: footer && { whatsapp_footer: footer },
		}),
	});
}

function list(message: ContentOf<'list'>, channel: ConversationChannel): Reading<object> {
	const { body, headerText, footer, buttonText, sections } = message;
	if (footer !== undefined) {
		return problem('footer', 'A list of Sinch has no footer: put the words at the end of the text');
	}
	const asTitle = headerText !== undefined && !isWhatsApp(channel);
	return found({
		list_message: compact({
			title: asTitle ? headerText : body,
			description: asTitle ? body : undefined,
			sections: sections.map(({ title, rows }) =>
				compact({
					title,
					items: rows.map((row) => ({
						choice: compact({ title: row.title, description: row.description, postback_data: row.id }),
					})),
				}),
			),
			message_properties: compact({ menu: buttonText, whatsapp_header: asTitle ? undefined : headerText }),
		}),
	});
}

function locationRequest(
	{ body }: ContentOf<'locationRequest'>,
	channel: ConversationChannel,
): Reading<object> {
	if (!isWhatsApp(channel)) {
		return problem('type', 'Sinch asks for a location on WhatsApp only: ask for it in a text');
	}
	const choice = { share_location_message: { title: body, fallback_url: MAP } };
	return found({ choice_message: { text_message: { text: body }, choices: [choice] } });
}

function card({ title, description, media, buttons }: ContentOf<'card'>): Reading<object> {
	return mapFound(readMedia(media, 'media'), (media_message) => ({
		card_message: compact({
			title,
			description,
			media_message,
			choices: buttons.length > 0 ? buttons.map(replyChoice) : undefined,
		}),
	}));
}

/** The API has no place for the text above the cards. */
function carousel({ cards }: ContentOf<'carousel'>): Reading<object> {
	const written: object[] = [];
	for (const [index, { header, title, body, buttons = [], link }] of cards.entries()) {
		const picture = readMedia(header.media, `cards.${index}.header.media`);
		if (!picture.ok) return picture;
		const taps = [...buttons.map(replyChoice), ...(link ? [urlChoice(link.buttonText, link.url)] : [])];
		written.push(
			compact({
				title,
				description: body,
				media_message: picture.value,
				choices: taps.length > 0 ? taps : undefined,
			}),
		);
	}
	return found({ carousel_message: { cards: written } });
}

function whatsAppHeader(header: OutgoingHeader | undefined): Reading<object | undefined> {
	if (header === undefined) return found(undefined);
	if (header.type === 'text') return found({ type: 'text', text: header.text });
	return mapFound(readLink(header.media, 'header.media'), (link) => ({
		type: header.type,
		[header.type]: { link },
	}));
}

/** A flow is WhatsApp's own; the text beside it is what any other channel would show. */
function flow(message: ContentOf<'flow'>, channel: ConversationChannel): Reading<object> {
	const { body, footer, flowId, flowToken, screen, data } = message;
	if (!isWhatsApp(channel)) return problem('channel', 'Flows are sent over WhatsApp only: choose whatsapp');
	const tooLong = beyondLimit(message, FLOW_LIMITS);
	if (tooLong !== undefined) return tooLong;
	if (flowId === undefined) {
		return problem('flowId', 'Sinch finds a flow by its ID, not by its name: fill in the flow ID');
	}
	const header = whatsAppHeader(message.header);
	if (!header.ok) return header;
	const content = compact({
		header: header.value,
		body: { text: body },
		footer: footer === undefined ? undefined : { text: footer },
		flow_id: flowId,
		flow_token: flowToken,
		flow_mode: message.draft === true ? 'draft' : 'published',
		flow_cta: message.buttonText,
		flow_action: screen === undefined ? 'data_exchange' : 'navigate',
		flow_action_payload: screen === undefined ? undefined : compact({ screen, data }),
	});
	return found({
		text_message: { text: body },
		channel_specific_message: { WHATSAPP: { message_type: 'FLOWS', message: content } },
	});
}

interface OrderFrame {
	body: string;
	header?: OutgoingHeader | undefined;
	footer?: string | undefined;
}

/** An order is WhatsApp's own; the text beside it is what any other channel would show. */
function order(
	message_type: 'ORDER_DETAILS' | 'ORDER_STATUS',
	frame: OrderFrame,
	payment: Reading<object>,
	channel: ConversationChannel,
): Reading<object> {
	if (!isWhatsApp(channel)) {
		return problem('channel', 'Orders are sent over WhatsApp only: choose whatsapp, or send a text');
	}
	if (!payment.ok) return payment;
	const { body, footer } = frame;
	return mapFound(whatsAppHeader(frame.header), (header) => ({
		text_message: { text: body },
		channel_specific_message: {
			WHATSAPP: {
				message_type,
				message: compact({
					header,
					body: { text: body },
					footer: footer === undefined ? undefined : { text: footer },
					payment: payment.value,
				}),
			},
		},
	}));
}

/** Where WhatsApp keeps catalogues. */
const MARKETPLACE = 'FACEBOOK';

interface Products {
	title: string;
	headerText?: string | undefined;
	footer?: string | undefined;
	catalogId: string;
	sections: { title?: string; productIds: string[] }[];
}

/** Products are items of a list, with the catalogue beside them (Sinch SDK for Node.js, list-message, product-item). */
function products(
	{ title, headerText, footer, catalogId, sections }: Products,
	channel: ConversationChannel,
): Reading<object> {
	if (!isWhatsApp(channel)) {
		return problem('type', 'Sinch sends products on WhatsApp only: send a card with a link to the product');
	}
	if (footer !== undefined) {
		return problem('footer', 'A list of Sinch has no footer: put the words at the end of the text');
	}
	return found({
		list_message: {
			title,
			sections: sections.map(({ title: heading, productIds }) =>
				compact({
					title: heading,
					items: productIds.map((id) => ({ product: { id, marketplace: MARKETPLACE } })),
				}),
			),
			message_properties: compact({ catalog_id: catalogId, whatsapp_header: headerText }),
		},
	});
}

function product(message: ContentOf<'product'>, channel: ConversationChannel): Reading<object> {
	const { body, productId, ...rest } = message;
	return body === undefined
		? problem('body', 'The text is missing: Sinch needs one above a product')
		: products({ ...rest, title: body, sections: [{ productIds: [productId] }] }, channel);
}

/** Contents that a person answers with a tap. */
export const INTERACTIVE = {
	buttons: (message, channel) => choices(message, message.buttons.map(replyChoice), channel),
	urlButton: (message, channel) => choices(message, [urlChoice(message.buttonText, message.url)], channel),
	list,
	product,
	productList: ({ body, ...message }, channel) => products({ ...message, title: body }, channel),
	locationRequest,
	card,
	carousel,
	flow,
	orderDetails: (message, channel) => order('ORDER_DETAILS', message, orderDetailsOf(message.order), channel),
	orderStatus: (message, channel) => order('ORDER_STATUS', message, found(orderStatusOf(message)), channel),
} satisfies Partial<ConversationWriters<OutgoingType>>;
