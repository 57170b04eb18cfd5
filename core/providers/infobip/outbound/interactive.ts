import type { ContentOf, OutgoingHeader, OutgoingType } from '../../../messages';
import type { Writers } from '../../../messages/writing';
import { compact } from '../../../lib/json';
import { found, problem, type Reading } from '../../../lib/result';
import { MOST } from '../../../whatsapp/limits';
import { carousel } from './carousel';
import { MAX_BODY } from './limits';
import { orderDetailsAction, orderStatusAction } from './order';
import { written, type WhatsAppContent } from './plain';

/** The version of the message around a flow, not of the flow itself. */
const FLOW_MESSAGE_VERSION = 3;

interface Frame {
	body?: string;
	header?: OutgoingHeader;
	headerText?: string;
	footer?: string;
}

function textHeader(text: string): object {
	return { type: 'TEXT', text };
}

function headerOf({ header, headerText }: Frame): object | undefined {
	if (headerText !== undefined) return textHeader(headerText);
	if (header === undefined) return undefined;
	if (header.type === 'text') return textHeader(header.text);
	const filename = header.type === 'document' ? header.filename : undefined;
	return compact({ type: header.type.toUpperCase(), mediaUrl: header.media.link, filename });
}

/** An interactive message: a frame of header, text and footer around what can be tapped. */
function interactive(path: string, frame: Frame, action?: object): Reading<WhatsAppContent> {
	const { body, footer } = frame;
	return written(`interactive/${path}`, {
		header: headerOf(frame),
		body: body === undefined ? undefined : { text: body },
		action,
		footer: footer === undefined ? undefined : { text: footer },
	});
}

type Button = ContentOf<'buttons'>['buttons'][number];

function replyButtons(frame: Frame, buttons: readonly Button[]): Reading<WhatsAppContent> {
	return interactive('buttons', frame, {
		buttons: buttons.map(({ id, title }) => ({ type: 'REPLY', id, title })),
	});
}

/** WhatsApp's card is a message with a picture and buttons, whose text begins with the title in bold. */
function card({ title, description, media, buttons }: ContentOf<'card'>): Reading<WhatsAppContent> {
	if (buttons.length === 0) {
		return problem(
			'buttons',
			'A card on WhatsApp needs at least one button: add one, or send an image with a caption',
		);
	}
	const body = description === undefined ? `*${title}*` : `*${title}*\n${description}`;
	if (body.length > MAX_BODY) {
		return problem(
			description === undefined ? 'title' : 'description',
			`Title and description together are longer than ${MAX_BODY} characters: they have ${body.length}`,
		);
	}
	return replyButtons(media === undefined ? { body } : { body, header: { type: 'image', media } }, buttons);
}

function list(message: ContentOf<'list'>): Reading<WhatsAppContent> {
	const { buttonText: title, sections } = message;
	const { length: count } = sections.flatMap(({ rows }) => rows);
	if (count > MOST.rows) {
		return problem(
			'sections',
			`The rows are too many: ${count} are given, ${MOST.rows} are possible in all sections together`,
		);
	}
	const untitled = sections.findIndex((section) => section.title === undefined);
	if (sections.length > 1 && untitled >= 0) {
		return problem(`sections.${untitled}.title`, 'Where there are several sections each needs a title');
	}
	return interactive('list', message, {
		title,
		sections: sections.map(({ rows, ...section }) =>
			compact({ ...section, rows: rows.map((row) => compact(row)) }),
		),
	});
}

function flow(message: ContentOf<'flow'>): Reading<WhatsAppContent> {
	const { header, flowId, flowToken, screen, data } = message;
	if (header !== undefined && header.type !== 'text') {
		return problem('header', "Above a flow Infobip takes text only: choose a header of the kind 'text'");
	}
	if (flowId === undefined) {
		return problem('flowId', 'Infobip finds a flow by its ID, not by its name: fill in the flow ID');
	}
	if (flowToken === undefined) {
		return problem('flowToken', 'The flow token is missing: Infobip asks for one, any text of your own');
	}
	if (data !== undefined && screen === undefined) {
		return problem('screen', 'The first screen is missing: the data of the flow belong to it');
	}
	const hasData = data !== undefined && Object.keys(data).length > 0;
	const action = compact({
		mode: message.draft === true ? 'DRAFT' : 'PUBLISHED',
		flowMessageVersion: FLOW_MESSAGE_VERSION,
		flowToken,
		flowId,
		callToActionButton: message.buttonText,
		flowAction: screen === undefined ? 'DATA_EXCHANGE' : 'NAVIGATE',
		flowActionPayload: screen === undefined ? undefined : { screen, ...(hasData && { data }) },
	});
	return interactive('flow', message, action);
}

function callRequest({ body }: ContentOf<'callRequest'>): Reading<WhatsAppContent> {
	return body === undefined
		? found({ path: 'interactive/call-permission-request' })
		: problem('body', 'Infobip takes no text with this question, WhatsApp writes it itself: leave it empty');
}

function callButton({ body, buttonText, validMinutes, payload }: ContentOf<'callButton'>) {
	const action = compact({
		buttonDisplayText: buttonText,
		callValidityPeriod: validMinutes,
		callContextPayload: payload,
	});
	return interactive('voice-button', { body }, Object.keys(action).length > 0 ? action : undefined);
}

function orderDetails({ order, header, ...message }: ContentOf<'orderDetails'>): Reading<WhatsAppContent> {
	if (header !== undefined && header.type !== 'image') {
		return problem(
			'header',
			"Above an order Infobip takes pictures only: choose a header of the kind 'image'",
		);
	}
	const action = orderDetailsAction(order);
	return action.ok
		? interactive('order-details', { ...message, ...(header && { header }) }, action.value)
		: action;
}

function orderStatus({ body, footer, ...status }: ContentOf<'orderStatus'>): Reading<WhatsAppContent> {
	const action = orderStatusAction(status);
	return action.ok ? interactive('order-status', { body, ...(footer && { footer }) }, action.value) : action;
}

/** Contents that a person answers with a tap. */
export const INTERACTIVE = {
	buttons: (message) => replyButtons(message, message.buttons),
	card,
	carousel,
	list,
	urlButton: (message) =>
		interactive('url-button', message, { displayText: message.buttonText, url: message.url }),
	flow,
	locationRequest: ({ body }) => interactive('location-request', { body }),
	contactRequest: ({ body }) => interactive('request-contact-info', { body }),
	callRequest,
	callButton,
	orderDetails,
	orderStatus,
	product: (message) =>
		interactive('product', message, {
			catalogId: message.catalogId,
			productRetailerId: message.productId,
		}),
	productList: (message) =>
		interactive('multi-product', message, {
			catalogId: message.catalogId,
			sections: message.sections.map(({ title, productIds }) => ({ title, productRetailerIds: productIds })),
		}),
} satisfies Partial<Writers<OutgoingType, WhatsAppContent>>;
