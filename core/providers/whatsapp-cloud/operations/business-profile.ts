import { z } from 'zod';
import { fileInput, fieldFailure, optionalId } from '../../../operations/input';
import { itemsOf } from '../../../operations/operation';
import { limited, profileTexts } from '../../../whatsapp/profile';
import { compact, listOf, objectOf, textOf } from '../../../lib/json';
import { mediaUpload } from './media-files';
import { appOf, get, graphId, operation, post } from './operation';
import { uploadHandle } from './upload';

const FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical';

/** Meta, Business profiles. */
const VERTICALS = [
	'OTHER',
	'AUTO',
	'BEAUTY',
	'APPAREL',
	'EDU',
	'ENTERTAIN',
	'EVENT_PLAN',
	'FINANCE',
	'GROCERY',
	'GOVT',
	'HOTEL',
	'HEALTH',
	'NONPROFIT',
	'PROF_SERVICES',
	'RETAIL',
	'TRAVEL',
	'RESTAURANT',
	'ALCOHOL',
	'ONLINE_GAMBLING',
	'PHYSICAL_GAMBLING',
	'OTC_DRUGS',
] as const;

const phoneNumberId = graphId('The phone number ID');

const website = z
	.string()
	.max(256, 'A website has 256 characters at most')
	.regex(/^https?:\/\/\S+$/i, 'A website has to begin with https:// or http://');

const profileInput = z.object({
	phoneNumberId,
	/** It may be changed but not emptied. */
	about: limited('The about text', 139).refine((about) => about?.trim() !== '', {
		message: 'The about text cannot be empty; leave it out to keep it as it is',
	}),
	address: limited('The address', 256),
	description: limited('The description', 256),
	email: limited('The e-mail address', 128).refine(
		(email) => email === undefined || email === '' || z.string().email().safeParse(email).success,
		'The e-mail address is none',
	),
	websites: z.array(website).max(2, 'A profile has two websites at most').optional(),
	vertical: z
		.enum(VERTICALS, { message: `The industry has to be one of ${VERTICALS.join(', ')}` })
		.optional(),
	picture: fileInput.optional(),
	appId: optionalId,
});

const read = operation({
	input: z.object({ phoneNumberId }),
	run: async ({ phoneNumberId: id }, context) =>
		await itemsOf(context, get(`/${id}/whatsapp_business_profile`, { fields: FIELDS }), (body) => {
			const row = objectOf(listOf(objectOf(body)?.data)[0]);
			const profile = objectOf(row?.business_profile) ?? row;
			return (
				profile && [
					compact({
						phoneNumberId: id,
						...profileTexts(profile),
						websites: listOf(profile.websites),
						profilePictureUrl: textOf(profile.profile_picture_url),
					}),
				]
			);
		}),
});

const update = operation({
	input: profileInput,
	async run({ phoneNumberId: id, picture, appId, ...texts }, context) {
		const changes = compact(texts);
		const changed = Object.keys(changes);
		if (changed.length === 0 && picture === undefined) {
			return fieldFailure('input', 'There is nothing to change', 'Choose at least one field of the profile.');
		}
		const done: string[] = [];
		const body: Record<string, unknown> = { messaging_product: 'whatsapp', ...changes };
		if (picture !== undefined) {
			const app = appOf(appId, context.line);
			if (!app.ok) return app;
			const file = mediaUpload(id, picture, 'image');
			if (!file.ok) return fieldFailure(`picture.${file.field}`, file.message);
			const upload = await uploadHandle(context, app.id, file.request.file);
			if (!upload.ok) return upload;
			body.profile_picture_handle = upload.handle;
			done.push('The picture was uploaded');
			changed.push('picture');
		}
		const outcome = await itemsOf(context, post(`/${id}/whatsapp_business_profile`, body), () => [
			{ phoneNumberId: id, updated: changed },
		]);
		return outcome.ok || done.length === 0 ? outcome : { ...outcome, done };
	},
});

export const BUSINESS_PROFILE = { get: read, update };
