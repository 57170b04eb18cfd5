import type { ContentOf } from '../../../messages';
import type { OrderStatus } from '../../../messages/order';
import { compact } from '../../../lib/json';
import { found, mapFound, type Reading } from '../../../lib/result';
import {
	readFilledTemplate,
	type FilledButton,
	type FilledHeader,
	type FilledPart,
	type FilledTemplate,
	type FilledText,
} from '../../../whatsapp/templates/filled';
import { valueProblem } from '../../../whatsapp/templates/check';
import type { TemplatePlace } from '../../../whatsapp/templates/keys';
import { isNamed, type TemplateRules } from '../../../whatsapp/templates/rules';
import { orderDetailsAction, orderStatusAction } from './order';

function isOn(fields: readonly string[], place: TemplatePlace): boolean {
	return (place.part === 'header' || place.part === 'button') && fields.includes(place.field);
}

function isOtherCardButton(place: TemplatePlace): boolean {
	return place.part === 'button' && place.card !== undefined && !isOn(['url', 'payload'], place);
}

const MAX_LINK = 2048;

/** Infobip, OpenAPI 3.210.0, TemplateDataContent. */
export const templateRules: TemplateRules = {
	refusal(place) {
		if (isNamed(place)) return 'Infobip knows blanks by their position only';
		if (isOn(['name', 'address'], place)) return 'Infobip takes only the coordinates of a place';
		if (isOn(['product', 'catalog'], place)) return 'Infobip takes no product in the header';
		if (isOtherCardButton(place)) return 'Infobip takes only links and quick replies on a card';
		return undefined;
	},
	takesMediaIds: false,
	/** Without it the buttons behind would move up, as Infobip counts only those that it is given. */
	required: ['payload', 'filename', 'paymentType'],
	maxLength: {
		image: MAX_LINK,
		video: MAX_LINK,
		gif: MAX_LINK,
		document: MAX_LINK,
		filename: 240,
		payload: 128,
		flowToken: 3000,
		thumbnail: 3000,
	},
};

function headerOf(header: FilledHeader): object | undefined {
	switch (header.type) {
		case 'text':
			return { type: 'TEXT', placeholder: header.text.text };
		case 'image':
		case 'video':
		case 'gif':
			return { type: header.type.toUpperCase(), mediaUrl: header.media.link };
		case 'document':
			return compact({ type: 'DOCUMENT', mediaUrl: header.media.link, filename: header.filename });
		case 'location':
			return {
				type: 'LOCATION',
				latitude: Number(header.latitude),
				longitude: Number(header.longitude),
			};
		case 'product':
			return undefined;
	}
}

function plainButton(button: Exclude<FilledButton, { type: 'orderDetails' }>): object {
	switch (button.type) {
		case 'url':
			return { type: 'URL', parameter: button.suffix };
		case 'quickReply':
			return { type: 'QUICK_REPLY', parameter: button.payload };
		case 'copyCode':
			return { type: 'COPY_CODE', parameter: button.code };
		case 'flow':
			return compact({ type: 'FLOW', flowToken: button.token, data: button.data });
		case 'catalogue':
			return { type: 'CATALOG', thumbnailProductRetailerId: button.thumbnail };
		case 'multiProduct':
			return compact({
				type: 'MULTI_PRODUCT',
				thumbnailProductRetailerId: button.thumbnail,
				sections: button.sections.map(({ title, productIds }) => ({ title, productRetailerIds: productIds })),
			});
		case 'voiceCall':
			return compact({
				type: 'VOICE_CALL',
				callValidityPeriod: button.minutes,
				callContextPayload: button.payload,
			});
	}
}

function buttonOf(button: FilledButton): Reading<object> {
	if (button.type !== 'orderDetails') return found(plainButton(button));
	const action = orderDetailsAction(button.order);
	return action.ok
		? found({ type: 'ORDER_DETAILS', action: action.value })
		: valueProblem(`button_${button.index}_order`, action.message);
}

/** All of them, or the first that Infobip cannot send. */
function buttonsOf(buttons: readonly FilledButton[]): Reading<object[]> {
	const written: object[] = [];
	for (const button of buttons) {
		const one = buttonOf(button);
		if (!one.ok) return one;
		written.push(one.value);
	}
	return found(written);
}

function bodyOf(texts: readonly FilledText[]): object {
	return { placeholders: texts.map(({ text }) => text) };
}

function partOf({ header, buttons }: FilledPart): Reading<object> {
	return mapFound(buttonsOf(buttons), (written) =>
		compact({
			header: header && headerOf(header),
			buttons: written.length > 0 ? written : undefined,
		}),
	);
}

function cardOf(card: FilledPart): Reading<object> {
	return mapFound(partOf(card), (part) => ({
		...part,
		...(card.body.length > 0 && { body: bodyOf(card.body) }),
	}));
}

function cardsOf(cards: readonly FilledPart[]): Reading<object[]> {
	const written: object[] = [];
	for (const card of cards) {
		const one = cardOf(card);
		if (!one.ok) return one;
		written.push(one.value);
	}
	return found(written);
}

function orderStatusOf(status: OrderStatus): Reading<object> {
	const action = orderStatusAction(status);
	return action.ok
		? found({ orderStatuses: [{ type: 'ORDER_STATUS', ...action.value }] })
		: valueProblem(`order_${action.field}`, action.message);
}

/** The code goes into the text and into the button, whose kind is a link at sending. */
function withCode({ otp, ...template }: FilledTemplate): FilledTemplate {
	if (otp === undefined) return template;
	return {
		...template,
		body: [{ name: '1', text: otp }],
		buttons: [{ index: 0, type: 'url', suffix: otp }],
	};
}

/** `body.placeholders` is required also where the template has none. */
function dataOf(template: FilledTemplate): Reading<object> {
	const { body, offer, orderStatus, cards } = template;
	const part = partOf(template);
	if (!part.ok) return part;
	const carousel = cardsOf(cards);
	if (!carousel.ok) return carousel;
	const order = orderStatus === undefined ? found(undefined) : orderStatusOf(orderStatus);
	if (!order.ok) return order;
	return found({
		body: bodyOf(body),
		...part.value,
		...(offer !== undefined && { limitedTimeOffer: { expirationTime: offer } }),
		...(order.value && { orderStatus: order.value }),
		...(carousel.value.length > 0 && { carousel: { cards: carousel.value } }),
	});
}

/** The member `content` of a message for `/whatsapp/1/message/template` (Infobip, OpenAPI 3.210.0). */
export function templateContent({ name, language, values }: ContentOf<'template'>): Reading<object> {
	const filled = readFilledTemplate(values, templateRules);
	if (!filled.ok) return filled;
	return mapFound(dataOf(withCode(filled.value)), (templateData) => ({
		templateName: name,
		language,
		templateData,
	}));
}
