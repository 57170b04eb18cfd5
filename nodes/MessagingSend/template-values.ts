/** What stands in a form or in JSON for one blank, as the text that core reads. */
function written(value: unknown): unknown {
	if (value instanceof Date) return value.toISOString();
	return typeof value === 'object' ? JSON.stringify(value) : value;
}

/** Values of a template by the keys of its blanks. What was left empty is left out; lists and groups become JSON. */
export function templateValues(given: Iterable<readonly [string, unknown]>): Record<string, unknown> {
	return Object.fromEntries(
		[...given]
			.filter(([, value]) => value !== '' && value !== null && value !== undefined)
			.map(([key, value]): [string, unknown] => [key, written(value)]),
	);
}
