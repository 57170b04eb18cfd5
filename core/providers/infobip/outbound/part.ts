import type { OutgoingMessage } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import { readRecipientNumber } from '../../../lib/phone/address';
import { type FieldProblem, found, mapFound, problem, type Reading } from '../../../lib/result';

/** A message that goes alone. */
export function single(path: string, body?: object): BuildResult {
	return { ok: true, request: { method: 'POST', path, ...(body && { body }) } };
}

/**
 * The recipient as Infobip writes it: a number without `+`.
 *
 * @param takesUserIds whether a person's WhatsApp id may stand in place of the number, which wins where both are given
 */
export function readRecipient({ to, toUserId }: OutgoingMessage, takesUserIds: boolean): Reading<string> {
	if (to !== undefined) return mapFound(readRecipientNumber(to), (number) => number.slice(1));
	if (takesUserIds && toUserId !== undefined) return found(toUserId);
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
