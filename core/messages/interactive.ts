import { z } from 'zod';
import { numberFrom } from '../lib/schema';
import { headerSchema, mediaSchema, optionalText, requiredLink, requiredText } from './media';
import { orderSchema, orderStatusSchema } from './order';

const body = requiredText('The text');
const footer = optionalText('The footer');
const header = headerSchema.optional();
const headerText = optionalText('The header');
const buttonText = requiredText('The label of the button');

const button = z.object({
	id: requiredText('The ID of the button'),
	title: requiredText('The title of the button'),
});

/** How long a button for calls works: 30 days at most (Meta, Call button messages). */
export const callMinutes = numberFrom(
	z
		.number({ invalid_type_error: 'The minutes that the button works have to be a number' })
		.int('The minutes that the button works have to be a whole number')
		.min(1, 'The button has to work for 1 minute or more')
		.max(43_200, 'The button works for 43200 minutes at most, which are 30 days'),
);

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
	/** Asks for the phone number of somebody who hides it. */
	z.object({ type: z.literal('contactRequest'), body }),
	/** Asks whether the business may call. */
	z.object({ type: z.literal('callRequest'), body: optionalText('The text') }),
	/** A button by which the person calls the business inside WhatsApp. */
	z.object({
		type: z.literal('callButton'),
		body,
		buttonText: optionalText('The label of the button'),
		validMinutes: callMinutes.optional(),
		payload: optionalText('The payload'),
	}),
	z.object({ type: z.literal('orderDetails'), body, header, footer, order: orderSchema }),
	z.object({ type: z.literal('orderStatus'), body, footer }).merge(orderStatusSchema),
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
