import { readRecipientNumber, toE164 } from '../../../lib/phone/address';
import { found, problem, type Reading } from '../../../lib/result';

/** A phone number in E.164. */
export function readNumber(to: string | undefined): Reading<string> {
	if (to === undefined) return problem('to', 'The recipient is missing: a phone number is needed');
	return readRecipientNumber(to);
}

/** Sinch fetches every file itself. */
export function readLink(
	media: { id?: string | undefined; link?: string | undefined },
	field: string,
): Reading<string> {
	return media.link === undefined
		? problem(field, 'Sinch fetches media from a link: give a public link in place of the media ID')
		: found(media.link);
}

/** A short code or a name stays as given. */
export function senderOf({ sender }: { sender?: string | undefined }): string | undefined {
	return sender === undefined ? undefined : (toE164(sender) ?? sender);
}
