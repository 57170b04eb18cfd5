import { z } from 'zod';
import { itemsOf } from '../../../operations/operation';
import { compact, objectOf, textOf } from '../../../lib/json';
import { globalOperation as operation, projectOf } from './operation';
import { readSender, senderId } from './sender';

const read = operation({
	input: z.object({ senderId }),
	async run({ senderId: id }, context) {
		const project = projectOf(context.line);
		if (!project.ok) return project;
		return await itemsOf(context, readSender(project.id, id), (body) => {
			const details = objectOf(objectOf(body)?.details);
			return (
				details && [
					compact({
						senderId: id,
						displayName: textOf(details.displayName),
						about: textOf(details.about),
						address: textOf(details.address),
						description: textOf(details.description),
						email: textOf(details.email),
						websites: [details.websiteOne, details.websiteTwo].flatMap((url) => textOf(url) ?? []),
						vertical: textOf(details.vertical),
						profilePictureUrl: textOf(details.photoUrl),
					}),
				]
			);
		});
	},
});

export const BUSINESS_PROFILE = { get: read };
