import type { ContentOf } from '../../../messages';
import type { OrderStatus } from '../../../messages/order';
import { compact } from '../../../lib/json';
import { mapFound, type Reading } from '../../../lib/result';
import { valueProblem } from '../../../whatsapp/templates/check';
import {
	readFilledTemplate,
	type FilledButton,
	type FilledHeader,
	type FilledPart,
	type FilledTemplate,
	type FilledText,
} from '../../../whatsapp/templates/filled';
import { isPosition, type TemplateRules } from '../../../whatsapp/templates/rules';
import { orderDetailsOf, orderStatusOf } from './order';
import { mediaOf, written } from './plain';

/** Meta takes whatever WhatsApp has, and knows of an order how it is paid. */
export const templateRules: TemplateRules = {
	refusal: (place) =>
		place.part === 'order' && (place.field === 'paymentType' || place.field === 'gateway')
			? 'Meta knows from the order itself how it is paid'
			: undefined,
	takesMediaIds: true,
	required: [],
	maxLength: {},
};

function textParameter({ name, text }: FilledText): object {
	return compact({ type: 'text', parameter_name: isPosition(name) ? undefined : name, text });
}

function headerParameter(header: FilledHeader): object {
	switch (header.type) {
		case 'text':
			return textParameter(header.text);
		case 'image':
		case 'video':
		case 'gif':
			return { type: header.type, [header.type]: mediaOf(header.media) };
		case 'document': {
			const { media, filename } = header;
			return { type: 'document', document: compact({ ...mediaOf(media), filename }) };
		}
		case 'location': {
			const { type, ...location } = header;
			return { type, location };
		}
		case 'product':
			return {
				type: 'product',
				product: { product_retailer_id: header.product, catalog_id: header.catalog },
			};
	}
}

function action(content: object): object {
	return { type: 'action', action: compact(content) };
}

/** A button's kind at sending and what goes into it (Meta, OpenAPI and Template components). */
function buttonParameters(button: FilledButton): [kind: string, ...parameters: object[]] {
	switch (button.type) {
		case 'url':
			return ['url', compact({ type: 'text', parameter_name: button.name, text: button.suffix })];
		case 'quickReply':
			return ['quick_reply', { type: 'payload', payload: button.payload }];
		case 'copyCode':
			return ['copy_code', { type: 'coupon_code', coupon_code: button.code }];
		case 'flow':
			return ['flow', action({ flow_token: button.token, flow_action_data: button.data })];
		case 'catalogue':
			return ['CATALOG', action({ thumbnail_product_retailer_id: button.thumbnail })];
		case 'multiProduct': {
			const sections = button.sections.map(({ title, productIds }) => ({
				title,
				product_items: productIds.map((id) => ({ product_retailer_id: id })),
			}));
			return ['mpm', action({ thumbnail_product_retailer_id: button.thumbnail, sections })];
		}
		case 'orderDetails':
			return ['order_details', action({ order_details: orderDetailsOf(button.order) })];
		case 'voiceCall':
			return [
				'voice_call',
				...(button.minutes === undefined ? [] : [{ type: 'ttl_minutes', ttl_minutes: button.minutes }]),
				...(button.payload === undefined ? [] : [{ type: 'payload', payload: button.payload }]),
			];
	}
}

function buttonComponent(button: FilledButton): object {
	const [sub_type, ...parameters] = buttonParameters(button);
	return { type: 'button', sub_type, index: String(button.index), parameters };
}

function partComponents({ header, body, buttons }: FilledPart): object[] {
	return [
		...(header ? [{ type: 'header', parameters: [headerParameter(header)] }] : []),
		...(body.length > 0 ? [{ type: 'body', parameters: body.map(textParameter) }] : []),
		...buttons.map(buttonComponent),
	];
}

/** The code goes into the text and into the button, whose kind is a link at sending (Meta, Authentication templates). */
function otpComponents(code: string): object[] {
	const texts: FilledText[] = [{ name: '1', text: code }];
	return partComponents({ body: texts, buttons: [{ index: 0, type: 'url', suffix: code }] });
}

function offerComponent(end: string): object {
	const offer = { expiration_time_ms: Date.parse(end) };
	return {
		type: 'limited_time_offer',
		parameters: [{ type: 'limited_time_offer', limited_time_offer: offer }],
	};
}

function orderComponent(status: OrderStatus): object {
	return {
		type: 'order_status',
		parameters: [{ type: 'order_status', order_status: orderStatusOf(status) }],
	};
}

function componentsOf(template: FilledTemplate): object[] {
	const { otp, offer, orderStatus, cards } = template;
	const carousel = cards.map((card, index) => ({ card_index: index, components: partComponents(card) }));
	return [
		...partComponents(template),
		...(otp === undefined ? [] : otpComponents(otp)),
		...(offer === undefined ? [] : [offerComponent(offer)]),
		...(orderStatus === undefined ? [] : [orderComponent(orderStatus)]),
		...(carousel.length > 0 ? [{ type: 'carousel', cards: carousel }] : []),
	];
}

/** The member `template` of a message, for `/messages` and `/marketing_messages` alike. */
export function templateContent(message: ContentOf<'template'>): Reading<object> {
	const { name, language, values, marketing } = message;
	const filled = readFilledTemplate(values, templateRules);
	if (filled.ok && filled.value.header?.type === 'gif' && marketing !== 'on') {
		return valueProblem('header_gif', 'A GIF in the header can only be sent as a marketing message');
	}
	return mapFound(filled, (template) => {
		const components = componentsOf(template);
		return { name, language: { code: language }, ...(components.length > 0 && { components }) };
	});
}

export function template(message: ContentOf<'template'>): Reading<object> {
	const content = templateContent(message);
	return content.ok ? written('template', content.value) : content;
}
