import { z } from 'zod';
import { requiredLink } from '../../../messages/media';
import { fieldFailure } from '../../../operations/input';
import { itemsOf } from '../../../operations/operation';
import { limited, profileTexts } from '../../../whatsapp/profile';
import { compact, listOf, objectOf, textOf } from '../../../lib/json';
import { get, operationWith, whatsAppSender } from './operation';

const operation = operationWith('whatsapp:manage');

/** Infobip, OpenAPI 3.210.0, business-info. */
const VERTICALS = [
	'AUTOMOTIVE',
	'BEAUTY_AND_SPA_AND_SALON',
	'CLOTHING_AND_APPAREL',
	'EDUCATION',
	'ENTERTAINMENT',
	'EVENT_PLANNING_AND_SERVICE',
	'FINANCE_AND_BANKING',
	'FOOD_AND_GROCERY',
	'PUBLIC_SERVICE',
	'HOTEL_AND_LODGING',
	'MEDICAL_AND_HEALTH',
	'NON_PROFIT',
	'PROFESSIONAL_SERVICES',
	'SHOPPING_AND_RETAIL',
	'TRAVEL_AND_TRANSPORTATION',
	'RESTAURANT',
	'OTHER',
] as const;

const pathOf = (sender: string): string => `/whatsapp/1/senders/${sender}/business-info`;

const read = operation({
	input: z.object({ sender: whatsAppSender }),
	run: async ({ sender }, context) =>
		await itemsOf(context, get(pathOf(sender)), (body) => {
			const profile = objectOf(body);
			return (
				profile && [
					compact({
						phoneNumber: `+${sender}`,
						displayName: textOf(profile.displayName),
						...profileTexts(profile),
						websites: listOf(profile.websites),
					}),
				]
			);
		}),
});

const update = operation({
	input: z.object({
		sender: whatsAppSender,
		about: limited('The about text', 130),
		address: limited('The address', 256),
		description: limited('The description', 512),
		email: limited('The e-mail address', 128),
		websites: z
			.array(
				requiredLink('A website').refine((url) => url.length <= 256, 'A website has 256 characters at most'),
			)
			.max(2, 'A profile has two websites at most')
			.optional(),
		vertical: z
			.enum(VERTICALS, { message: `The industry has to be one of ${VERTICALS.join(', ')}` })
			.optional(),
		/** Infobip fetches the picture from there. */
		profilePictureUrl: requiredLink('The link of the picture')
			.refine((url) => url.length <= 2048, 'The link of the picture has 2048 characters at most')
			.optional(),
	}),
	async run({ sender, profilePictureUrl, ...texts }, context) {
		const changes = compact({ ...texts, logoUrl: profilePictureUrl });
		const updated = Object.keys(compact({ ...texts, profilePictureUrl }));
		if (updated.length === 0) {
			return fieldFailure('input', 'There is nothing to change', 'Choose at least one field of the profile.');
		}
		return await itemsOf(context, { method: 'PATCH', path: pathOf(sender), body: changes }, () => [
			{ phoneNumber: `+${sender}`, updated },
		]);
	},
});

export const BUSINESS_PROFILE = { get: read, update };
