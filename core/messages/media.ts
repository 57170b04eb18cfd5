import { z } from 'zod';
import { checked, Fault, readBy } from '../lib/schema';

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

type Complaint = (text: string) => string | undefined;

const right: Complaint = () => undefined;

function readText(label: string, given: unknown, complaintAbout: Complaint): string | Fault {
	if (typeof given !== 'string') return new Fault(`${label} has to be text`);
	const leftover = leftoverIn(given);
	const complaint = leftover === undefined ? complaintAbout(given) : `${label} ${leftover}`;
	return complaint === undefined ? given : new Fault(complaint);
}

/**
 * A text that may be left out; an empty one counts as left out, as fields of the editor are empty, not absent.
 *
 * @param complaintAbout what else is wrong with a text that is there, as a sentence
 */
export function optionalText(label: string, complaintAbout: Complaint = right) {
	return readBy<string | undefined>((given) =>
		given === undefined || given === '' ? undefined : readText(label, given, complaintAbout),
	);
}

/**
 * A text without which the message makes no sense.
 *
 * @param complaintAbout what else is wrong with a text that is there, as a sentence
 */
export function requiredText(label: string, complaintAbout: Complaint = right) {
	return readBy<string>((given) => {
		const isMissing = given === undefined || (typeof given === 'string' && given.trim() === '');
		return isMissing ? new Fault(`${label} is missing`) : readText(label, given, complaintAbout);
	});
}

const LINK = /^https?:\/\/\S+$/i;

export function requiredLink(label: string) {
	return requiredText(label, (link) =>
		LINK.test(link) ? undefined : `${label} has to begin with https:// or http:// and hold no spaces`,
	);
}

/** A file: the id under which the provider holds it, or a public link from which the provider fetches it. */
export const mediaSchema = checked(
	z.object(
		{ id: optionalText('The media ID'), link: optionalText('The link of the media') },
		{ required_error: 'The media is missing', invalid_type_error: 'The media has to be an ID or a link' },
	),
	({ id, link }) => {
		if (id === undefined && link === undefined) return 'The media is missing: give an ID or a link';
		if (id !== undefined && link !== undefined) return 'Give either the ID or the link of the media';
		if (link === undefined || LINK.test(link)) return undefined;
		return 'The link of the media has to begin with https:// or http:// and hold no spaces';
	},
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
