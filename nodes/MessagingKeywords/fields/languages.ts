import { LANGUAGE_CHOICES } from '../../../core';

/** Alphabetical, as a list of choices. */
export const languageOptions = LANGUAGE_CHOICES.map(({ code, name }) => ({ name, value: code })).sort(
	(a, b) => a.name.localeCompare(b.name),
);
