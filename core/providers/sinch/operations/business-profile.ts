import { z } from 'zod';
import { itemsOf } from '../../../operations/operation';
import { profileTexts } from '../../../whatsapp/profile';
import { compact, objectOf, textOf } from '../../../lib/json';
import { globalOperation as operation } from './operation';
import { readSender, senderId } from './sender';

const read = operation({
	input: z.object({ senderId }),
	run: async ({ senderId: id }, context) =>
		await itemsOf(context, readSender(context.projectId, id), (body) => {
			const details = objectOf(objectOf(body)?.details);
			return (
				details && [
					compact({
						senderId: id,
						displayName: textOf(details.displayName),
						...profileTexts(details),
						websites: [details.websiteOne, details.websiteTwo].flatMap((url) => textOf(url) ?? []),
						profilePictureUrl: textOf(details.photoUrl),
					}),
				]
			);
		}),
});

export const BUSINESS_PROFILE = { get: read };
