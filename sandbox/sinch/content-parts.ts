import { z } from 'zod';
import type { Card, Choice } from '../shared/content.ts';

export const text = (most = 4_096) => z.string().min(1).max(most);
export const Url = z.string().url().max(2_048);
export const Text = z.object({ text: text() });
export const Coordinates = z.object({
	latitude: z.number().min(-90).max(90),
	longitude: z.number().min(-180).max(180),
});

export const Media = z.object({
	url: Url,
	thumbnail_url: Url.optional(),
	filename_override: z.string().optional(),
});

/** The member of a choice that says what a tap does. */
const CHOICES = {
	text_message: Text.transform((given) => ({ label: given.text, does: 'answer' as const })),
	url_message: z
		.object({ title: text(), url: Url })
		.transform(({ title, url }) => ({ label: title, does: 'link' as const, value: url })),
	call_message: z
		.object({ title: text(), phone_number: text() })
		.transform(({ title, phone_number: value }) => ({ label: title, does: 'call' as const, value })),
	location_message: z
		.object({ title: text(), label: z.string().optional(), coordinates: Coordinates })
		.transform(({ title }) => ({ label: title, does: 'link' as const })),
	calendar_message: z
		.object({
			title: text(),
			event_start: text(),
			event_end: text(),
			event_title: text(),
			fallback_url: Url,
		})
		.transform(({ title, fallback_url: value }) => ({ label: title, does: 'link' as const, value })),
	share_location_message: z
		.object({ title: text(), fallback_url: Url })
		.transform(({ title }) => ({ label: title, does: 'answer' as const })),
};

const AnyChoice = z
	.object({ postback_data: z.string().optional() })
	.extend({
		text_message: CHOICES.text_message.optional(),
		url_message: CHOICES.url_message.optional(),
		call_message: CHOICES.call_message.optional(),
		location_message: CHOICES.location_message.optional(),
		calendar_message: CHOICES.calendar_message.optional(),
		share_location_message: CHOICES.share_location_message.optional(),
	})
	.transform((choice, context) => {
		const [only, ...others] = [
			choice.text_message,
			choice.url_message,
			choice.call_message,
			choice.location_message,
			choice.calendar_message,
			choice.share_location_message,
		].filter((kind) => kind !== undefined);
		if (only && others.length === 0) return only;
		context.addIssue({ code: 'custom', message: `must have one of ${Object.keys(CHOICES).join(', ')}` });
		return z.NEVER;
	});

export const Choices = z.array(AnyChoice).max(10);

export function buttons(choices: readonly Omit<Choice, 'id'>[] = []): { buttons?: Choice[] } {
	return choices.length === 0
		? {}
		: { buttons: choices.map((choice, number) => ({ id: String(number), ...choice })) };
}

/** Nothing tells what kind of file is behind a link. */
export function picture(media: z.output<typeof Media> | undefined): Card {
	return media ? { media: { kind: 'image', url: media.url } } : {};
}

export const CardMessage = z
	.object({
		title: z.string().optional(),
		description: z.string().optional(),
		media_message: Media.optional(),
		choices: Choices.optional(),
		height: z.string().optional(),
		message_properties: z.object({ whatsapp_header: z.string().optional() }).optional(),
	})
	.refine(
		({ title, description, media_message: media }) => title ?? description ?? media,
		'must have a title, a description or media',
	);

export function showCard({
	title,
	description,
	media_message: media,
	choices,
}: z.output<typeof CardMessage>): Card {
	return {
		...picture(media),
		...(title === undefined ? {} : { title }),
		...(description === undefined ? {} : { text: description }),
		...buttons(choices),
	};
}
