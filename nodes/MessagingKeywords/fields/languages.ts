import { LANGUAGES } from '../../../core';

/** Alphabetical, as a list of choices. */
export const languageOptions = LANGUAGES.map(({ code, name }) => ({ name, value: code })).sort((a, b) =>
	a.name.localeCompare(b.name),
);
