import type { FieldProblem } from '../../../messages';
import { toE164 } from '../../../lib/address';

export function problem(field: string, message: string): FieldProblem {
	return { ok: false, field, message };
}

export type Read<Value> = { ok: true; value: Value } | FieldProblem;

export function found<Value>(value: Value): Read<Value> {
	return { ok: true, value };
}

/** A phone number in E.164. */
export function readNumber(to: string | undefined): Read<string> {
	if (to === undefined) return problem('to', 'The recipient is missing: a phone number is needed');
	const number = toE164(to);
	return number === undefined
		? problem('to', `The recipient "${to}" is no phone number with country code, such as +16505551234`)
		: found(number);
}

/** Sinch fetches every file itself. */
export function readLink(
	media: { id?: string | undefined; link?: string | undefined },
	field: string,
): Read<string> {
	return media.link === undefined
		? problem(field, 'Sinch fetches media from a link: give a public link in place of the media ID')
		: found(media.link);
}

/** A short code or a name stays as given. */
export function senderOf({ sender }: { sender?: string | undefined }): string | undefined {
	return sender === undefined ? undefined : (toE164(sender) ?? sender);
}

/** Half of a character of two units, which no URL can hold. */
const HALF_CHARACTER = /\p{Surrogate}/gu;

export function pathPart(id: string): string {
	return encodeURIComponent(id.replace(HALF_CHARACTER, '\ufffd'));
}
