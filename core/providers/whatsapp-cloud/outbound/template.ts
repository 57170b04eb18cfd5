import type { JsonObject } from '../../../events';
import type { ContentOf } from '../../../messages';
import type { OutgoingMedia } from '../../../messages/media';
import type { TemplateContent } from '../../../whatsapp/templates/content';
import { valueProblem } from '../../../whatsapp/templates/entries';
import {
	readFilledTemplate,
	type FilledHeader,
	type FilledPart,
	type FilledTemplate,
	type FilledText,
} from '../../../whatsapp/templates/filled';
import { isPosition } from '../../../whatsapp/templates/rules';
import { whatsAppCloudTemplateRules } from './template-rules';
import { buttonComponent } from './template-buttons';
import { compact } from '../../../lib/json';

function textParameter({ name, text }: FilledText): JsonObject {
	return { type: 'text', ...(!isPosition(name) && { parameter_name: name }), text };
}

function mediaOf({ id, link }: OutgoingMedia): JsonObject {
	return compact({ id, link });
}

function headerParameters(header: FilledHeader): JsonObject[] {
	switch (header.type) {
		case 'text':
			return [textParameter(header.text)];
		case 'image':
		case 'video':
		case 'gif':
			return [{ type: header.type, [header.type]: mediaOf(header.media) }];
		case 'document': {
			const { media, filename } = header;
			return [{ type: 'document', document: compact({ ...mediaOf(media), filename }) }];
		}
		case 'location': {
			const { type, ...location } = header;
			return [{ type, location }];
		}
		case 'product':
			return [
				{
					type: 'product',
					product: { product_retailer_id: header.product, catalog_id: header.catalog },
				},
			];
	}
}

function partComponents({ header, body, buttons }: FilledPart): JsonObject[] {
	return [
		...(header ? [{ type: 'header', parameters: headerParameters(header) }] : []),
		...(body.length > 0 ? [{ type: 'body', parameters: body.map(textParameter) }] : []),
		...buttons.map(buttonComponent),
	];
}

/** The code goes into the text and into the button, whose kind is a link at sending (Meta, Authentication templates). */
function otpComponents(code: string): JsonObject[] {
	const texts: FilledText[] = [{ name: '1', text: code }];
	return partComponents({ body: texts, buttons: [{ index: 0, type: 'url', suffix: code }] });
}

function offerComponent(end: string): JsonObject {
	const offer = { expiration_time_ms: Date.parse(end) };
	return {
		type: 'limited_time_offer',
		parameters: [{ type: 'limited_time_offer', limited_time_offer: offer }],
	};
}

function componentsOf(template: FilledTemplate): JsonObject[] {
	const { otp, offer, cards } = template;
	const carousel = cards.map((card, index) => ({ card_index: index, components: partComponents(card) }));
	return [
		...partComponents(template),
		...(otp === undefined ? [] : otpComponents(otp)),
		...(offer === undefined ? [] : [offerComponent(offer)]),
		...(carousel.length > 0 ? [{ type: 'carousel', cards: carousel }] : []),
	];
}

/** The member `template` of a message, for `/messages` and `/marketing_messages` alike. */
export function templateContent({
	name,
	language,
	values,
	marketing,
}: ContentOf<'template'>): TemplateContent {
	const read = readFilledTemplate(values, whatsAppCloudTemplateRules);
	if (!read.ok) return read;
	if (read.value.header?.type === 'gif' && marketing !== true) {
		return valueProblem('header_gif', 'A GIF in the header can only be sent as a marketing message');
	}
	const components = componentsOf(read.value);
	return {
		ok: true,
		content: { name, language: { code: language }, ...(components.length > 0 && { components }) },
	};
}
