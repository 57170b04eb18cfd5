import { z } from 'zod';
import { textOf } from '../lib/json';

/** A text that may be left out; an empty one counts as left out, as fields of the editor are empty, not absent. */
export function optionalText(label: string) {
	return z
		.string({ invalid_type_error: `${label} has to be text` })
		.optional()
		.transform(textOf);
}

/** A text without which the message makes no sense. */
export function requiredText(label: string) {
	const missing = `${label} is missing`;
	return z
		.string({ required_error: missing, invalid_type_error: `${label} has to be text` })
		.refine((text) => text.trim() !== '', missing);
}

const LINK = /^https?:\/\/\S+$/i;

export function requiredLink(label: string) {
	return requiredText(label).refine(
		(link) => LINK.test(link),
		`${label} has to begin with https:// or http:// and hold no spaces`,
	);
}

/** A file: the id under which the provider holds it, or a public link from which the provider fetches it. */
export const mediaSchema = z
	.object(
		{ id: optionalText('The media ID'), link: optionalText('The link of the media') },
		{ required_error: 'The media is missing', invalid_type_error: 'The media has to be an ID or a link' },
	)
	.refine(
		({ id, link }) => id !== undefined || link !== undefined,
		'The media is missing: give an ID or a link',
	)
	.refine(
		({ id, link }) => id === undefined || link === undefined,
		'Give either the ID or the link of the media',
	)
	.refine(
		({ link }) => link === undefined || LINK.test(link),
		'The link of the media has to begin with https:// or http:// and hold no spaces',
	);

export type OutgoingMedia = z.output<typeof mediaSchema>;

/** The header above the text of an interactive message. */
export const headerSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('text'), text: requiredText('The header') }),
	z.object({ type: z.literal('image'), media: mediaSchema }),
	z.object({ type: z.literal('video'), media: mediaSchema }),
	z.object({ type: z.literal('document'), media: mediaSchema, filename: optionalText('The file name') }),
]);

export type OutgoingHeader = z.output<typeof headerSchema>;
