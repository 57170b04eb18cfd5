import { takesJson } from '../../core';

/** What stands in a form or in JSON for one blank, as core reads it. */
function written(key: string, value: unknown): unknown {
	if (value instanceof Date) return value.toISOString();
	return typeof value === 'object' && takesJson(key) ? JSON.stringify(value) : value;
}

/** Values of a template by the keys of its blanks. What was left empty is left out; where JSON is wanted lists and groups become it. */
export function templateValues(given: Iterable<readonly [string, unknown]>): Record<string, unknown> {
	return Object.fromEntries(
		[...given]
			.filter(([, value]) => value !== '' && value !== null && value !== undefined)
			.map(([key, value]): [string, unknown] => [key, written(key, value)]),
	);
}
