import { z } from 'zod';
import { headerSchema, mediaSchema, optionalText, requiredLink, requiredText } from './media';

const body = requiredText('The text');
const footer = optionalText('The footer');
const header = headerSchema.optional();
const headerText = optionalText('The header');
const buttonText = requiredText('The label of the button');

const button = z.object({
	id: requiredText('The ID of the button'),
	title: requiredText('The title of the button'),
});

const json = z.record(z.string(), z.unknown());

/** Contents that a person answers with a tap. The limits are the provider's and are checked there. */
export const INTERACTIVE = [
	z.object({
		type: z.literal('buttons'),
		body,
		header,
		footer,
		buttons: z.array(button).min(1, 'The buttons are missing'),
	}),
	z.object({
		type: z.literal('list'),
		body,
		headerText,
		footer,
		buttonText,
		sections: z
			.array(
				z.object({
					title: optionalText('The title of the section'),
					rows: z
						.array(
							z.object({
								id: requiredText('The ID of the row'),
								title: requiredText('The title of the row'),
								description: optionalText('The description of the row'),
							}),
						)
						.min(1, 'The section has no rows'),
				}),
			)
			.min(1, 'The list has no sections'),
	}),
	z.object({
		type: z.literal('urlButton'),
		body,
		header,
		footer,
		buttonText,
		url: requiredLink('The link of the button'),
	}),
	z.object({
		type: z.literal('flow'),
		body,
		header,
		footer,
		buttonText,
		/** One of the two names the flow. */
		flowId: optionalText('The flow ID'),
		flowName: optionalText('The name of the flow'),
		flowToken: optionalText('The flow token'),
		/** With a screen the flow opens there; without, it asks the business's server for the first one. */
		screen: optionalText('The first screen'),
		data: json.optional(),
		draft: z.boolean().optional(),
	}),
	z.object({ type: z.literal('locationRequest'), body }),
	z.object({
		type: z.literal('addressRequest'),
		body,
		header,
		footer,
		country: requiredText('The country'),
		values: json.optional(),
	}),
	z.object({
		type: z.literal('product'),
		body: optionalText('The text'),
		footer,
		catalogId: requiredText('The catalogue ID'),
		productId: requiredText('The product ID'),
	}),
	z.object({
		type: z.literal('productList'),
		body,
		headerText: requiredText('The header'),
		footer,
		catalogId: requiredText('The catalogue ID'),
		sections: z
			.array(
				z.object({
					title: requiredText('The title of the section'),
					productIds: z.array(requiredText('The product ID')).min(1, 'The section has no products'),
				}),
			)
			.min(1, 'The list has no sections'),
	}),
	z.object({
		type: z.literal('catalogue'),
		body,
		footer,
		thumbnailProductId: optionalText('The product of the picture'),
	}),
	/** One card. On WhatsApp itself a message with a picture and buttons. */
	z.object({
		type: z.literal('card'),
		title: requiredText('The title of the card'),
		description: optionalText('The description of the card'),
		media: mediaSchema.optional(),
		buttons: z.array(button),
	}),
	z.object({
		type: z.literal('carousel'),
		body,
		cards: z
			.array(
				z.object({
					header: z.discriminatedUnion('type', [
						z.object({ type: z.literal('image'), media: mediaSchema }),
						z.object({ type: z.literal('video'), media: mediaSchema }),
					]),
					title: optionalText('The title of the card'),
					body: optionalText('The text of the card'),
					/** Either reply buttons or one button with a link, the same kind on every card. */
					buttons: z.array(button).optional(),
					link: z.object({ buttonText, url: requiredLink('The link of the card') }).optional(),
				}),
			)
			.min(1, 'The carousel has no cards'),
	}),
] as const;
