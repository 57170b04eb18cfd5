import { z } from 'zod';
import { numberFrom } from '../lib/schema';
import { mediaSchema, optionalText, requiredText } from './media';

const coordinate = (label: string, most: number) =>
	numberFrom(
		z
			.number({ invalid_type_error: `${label} has to be a number` })
			.min(-most, `${label} has to lie between -${most} and ${most}`)
			.max(most, `${label} has to lie between -${most} and ${most}`),
	);

const contactSchema = z.object({
	name: requiredText('The name of the contact'),
	firstName: optionalText('The first name'),
	lastName: optionalText('The last name'),
	middleName: optionalText('The middle name'),
	prefix: optionalText('The title'),
	suffix: optionalText('The suffix'),
	birthday: optionalText('The birthday', (day) =>
		/^\d{4}-\d{2}-\d{2}$/.test(day) ? undefined : 'The birthday has to look like 1990-08-26',
	),
	phones: z
		.array(
			z.object({
				phone: requiredText('The phone number of the contact'),
				type: optionalText('The type of the phone number'),
				/** The WhatsApp id, with which the person can be written to at a tap. */
				userId: optionalText('The WhatsApp ID'),
			}),
		)
		.optional(),
	emails: z
		.array(z.object({ email: requiredText('The email'), type: optionalText('The type of the email') }))
		.optional(),
	urls: z
		.array(z.object({ url: requiredText('The website'), type: optionalText('The type of the website') }))
		.optional(),
	addresses: z
		.array(
			z.object({
				street: optionalText('The street'),
				city: optionalText('The city'),
				state: optionalText('The state'),
				zip: optionalText('The postal code'),
				country: optionalText('The country'),
				countryCode: optionalText('The country code'),
				type: optionalText('The type of the address'),
			}),
		)
		.optional(),
	organisation: z
		.object({
			company: optionalText('The company'),
			department: optionalText('The department'),
			title: optionalText('The job title'),
		})
		.optional(),
});

export type OutgoingContact = z.output<typeof contactSchema>;

const caption = optionalText('The caption');

/** Contents without buttons. */
export const PLAIN = [
	z.object({
		type: z.literal('text'),
		text: requiredText('The text'),
		previewUrl: z.boolean({ invalid_type_error: 'The link preview is either on or off' }).optional(),
	}),
	z.object({ type: z.literal('image'), media: mediaSchema, caption }),
	z.object({ type: z.literal('audio'), media: mediaSchema }),
	/** Shown as a voice message, with the sender's picture. */
	z.object({ type: z.literal('voice'), media: mediaSchema }),
	z.object({ type: z.literal('video'), media: mediaSchema, caption }),
	z.object({
		type: z.literal('document'),
		media: mediaSchema,
		caption,
		filename: optionalText('The file name'),
	}),
	z.object({ type: z.literal('sticker'), media: mediaSchema }),
	z.object({
		type: z.literal('location'),
		latitude: coordinate('The latitude', 90),
		longitude: coordinate('The longitude', 180),
		name: optionalText('The name of the location'),
		address: optionalText('The address of the location'),
	}),
	z.object({
		type: z.literal('contacts'),
		contacts: z.array(contactSchema).min(1, 'The contact is missing'),
	}),
	z.object({
		type: z.literal('reaction'),
		messageId: requiredText('The ID of the message to react to'),
		/** Left out or empty: the reaction is taken back. */
		emoji: optionalText('The emoji'),
	}),
] as const;
