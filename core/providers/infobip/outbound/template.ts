import type { JsonObject } from '../../../events';
import type { ContentOf } from '../../../messages';
import type { OutgoingMedia } from '../../../messages/media';
import type { TemplateContent } from '../../../whatsapp/templates/content';
import {
	readFilledTemplate,
	type FilledButton,
	type FilledHeader,
	type FilledPart,
	type FilledTemplate,
	type FilledText,
} from '../../../whatsapp/templates/filled';
import { infobipTemplateRules } from './template-rules';
import { compact } from '../../../lib/json';

function linkOf({ link }: OutgoingMedia): JsonObject {
	return link === undefined ? {} : { mediaUrl: link };
}

function headerOf(header: FilledHeader): JsonObject | undefined {
	switch (header.type) {
		case 'text':
			return { type: 'TEXT', placeholder: header.text.text };
		case 'image':
		case 'video':
		case 'gif':
			return { type: header.type.toUpperCase(), ...linkOf(header.media) };
		case 'document':
			return compact({
				type: 'DOCUMENT',
				...linkOf(header.media),
				filename: header.filename,
			});
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

function thumbnailOf(productId: string | undefined): JsonObject {
	return productId === undefined ? {} : { thumbnailProductRetailerId: productId };
}

function buttonOf(button: FilledButton): JsonObject {
	switch (button.type) {
		case 'url':
			return { type: 'URL', parameter: button.suffix };
		case 'quickReply':
			return { type: 'QUICK_REPLY', parameter: button.payload };
		case 'copyCode':
			return { type: 'COPY_CODE', parameter: button.code };
		case 'flow':
			return compact({
				type: 'FLOW',
				flowToken: button.token,
				data: button.data,
			});
		case 'catalogue':
			return { type: 'CATALOG', ...thumbnailOf(button.thumbnail) };
		case 'multiProduct':
			return {
				type: 'MULTI_PRODUCT',
				...thumbnailOf(button.thumbnail),
				sections: button.sections.map(({ title, productIds }) => ({ title, productRetailerIds: productIds })),
			};
	}
}

function bodyOf(texts: readonly FilledText[]): JsonObject {
	return { placeholders: texts.map(({ text }) => text) };
}

function partOf({ header, buttons }: FilledPart): JsonObject {
	const filled = header && headerOf(header);
	return compact({
		header: filled,
		...(buttons.length > 0 && { buttons: buttons.map(buttonOf) }),
	});
}

function cardOf(card: FilledPart): JsonObject {
	return { ...partOf(card), ...(card.body.length > 0 && { body: bodyOf(card.body) }) };
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
function dataOf(template: FilledTemplate): JsonObject {
	const { body, offer, cards } = template;
	return {
		body: bodyOf(body),
		...partOf(template),
		...(offer !== undefined && { limitedTimeOffer: { expirationTime: offer } }),
		...(cards.length > 0 && { carousel: { cards: cards.map(cardOf) } }),
	};
}

/** The member `content` of a message for `/whatsapp/1/message/template` (Infobip, OpenAPI 3.210.0). */
export function templateContent({ name, language, values }: ContentOf<'template'>): TemplateContent {
	const read = readFilledTemplate(values, infobipTemplateRules);
	if (!read.ok) return read;
	return {
		ok: true,
		content: { templateName: name, language, templateData: dataOf(withCode(read.value)) },
	};
}
