import { z } from 'zod';
import { textOf } from '../lib/json';

/** What is wrong with a text that an expression filled in and somebody would have to read; nothing where it is right. */
export function leftoverIn(text: string): string | undefined {
	if (text.includes('[object Object]')) {
		return 'holds [object Object], as its expression gives a group of fields: name one of them';
	}
	if (/\{\{\s*\$/.test(text)) {
		return 'holds an expression that was not evaluated: switch the field to Expression';
	}
	return undefined;
}

function text(label: string, words: { required_error?: string; invalid_type_error: string }) {
	return z.string(words).superRefine((given, context) => {
		const leftover = leftoverIn(given);
		if (leftover !== undefined) {
			context.addIssue({ code: z.ZodIssueCode.custom, message: `${label} ${leftover}` });
		}
	});
}

/** A text that may be left out; an empty one counts as left out, as fields of the editor are empty, not absent. */
export function optionalText(label: string) {
	return text(label, { invalid_type_error: `${label} has to be text` })
		.optional()
		.transform(textOf);
}

/** A text without which the message makes no sense. */
export function requiredText(label: string) {
	const missing = `${label} is missing`;
	return text(label, { required_error: missing, invalid_type_error: `${label} has to be text` }).refine(
		(given) => given.trim() !== '',
		missing,
	);
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
