import { z } from 'zod';
import type { JsonObject } from '../events';
import { textOf } from '../lib/json';

/** A text of a business profile; providers differ in how long it may be. */
export const limited = (label: string, most: number) =>
	z
		.string({ message: `${label} has to be text` })
		.max(most, `${label} has ${most} characters at most`)
		.optional();

/** What a business profile says, the same by every provider (Meta, Business profiles). */
export const profileTexts = ({ about, address, description, email, vertical }: JsonObject) => ({
	about: textOf(about),
	address: textOf(address),
	description: textOf(description),
	email: textOf(email),
	vertical: textOf(vertical),
});

/** What the rating of a number means (Meta, Quality rating). */
export const QUALITY: Readonly<Record<string, string>> = {
	GREEN: 'High: hardly anybody blocks or reports these messages',
	YELLOW: 'Medium: some people block or report these messages',
	RED: 'Low: many people block or report these messages; send fewer, to those who asked for them',
	NA: 'Not rated yet: too few messages',
	UNKNOWN: 'Not rated yet: too few messages',
};
