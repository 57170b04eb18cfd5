import type { OutgoingMessage } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import { toE164 } from '../../../lib/address';
import { type FieldProblem, problem, type Result } from '../../../lib/result';

/** A message that goes alone. */
export function single(path: string, body?: object): BuildResult {
	return { ok: true, request: { method: 'POST', path, ...(body && { body }) } };
}

/** Infobip writes numbers in international format without `+`. */
export function digitsOf(number: string): string | undefined {
	return toE164(number)?.slice(1);
}

/** A short code or a name stays as given. */
export function senderOf(sender: string): string {
	return digitsOf(sender) ?? sender;
}

type Recipient = Result<{ to: string }>;

/** @param takesUserIds whether a person's WhatsApp id may stand in place of the number, which wins where both are given */
export function readRecipient({ to, toUserId }: OutgoingMessage, takesUserIds: boolean): Recipient {
	if (to !== undefined) {
		const digits = digitsOf(to);
		if (digits !== undefined) return { ok: true, to: digits };
		return problem('to', `The recipient "${to}" is no phone number with country code, such as +16505551234`);
	}
	if (takesUserIds && toUserId !== undefined) return { ok: true, to: toUserId };
	return problem(
		'to',
		takesUserIds
			? 'The recipient is missing: a phone number or a user ID is needed'
			: 'The recipient is missing: a phone number is needed',
	);
}

interface UrlOptions {
	shortenUrl: boolean;
	trackClicks: boolean;
}

/**
 * What becomes of the links in a text, only where the message says so: once the object is there, Infobip takes what it
 * lacks for `true`. Clicks are counted on short links only.
 */
export function urlOptions({ shortenLinks, trackClicks }: OutgoingMessage): UrlOptions | undefined {
	if (shortenLinks === undefined && trackClicks === undefined) return undefined;
	return { shortenUrl: shortenLinks ?? trackClicks === true, trackClicks: trackClicks === true };
}

export function trackingProblem({ shortenLinks, trackClicks }: OutgoingMessage): FieldProblem | undefined {
	return shortenLinks === false && trackClicks === true
		? problem('trackClicks', 'Clicks are counted on short links only: let Infobip shorten the links as well')
		: undefined;
}
