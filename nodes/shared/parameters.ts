/**
 * Node parameters come out of n8n untyped: an expression may have put anything there. They are read once, here, and are
 * plain types afterwards.
 */

export function readText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

export function readFlag(value: unknown): boolean {
	return value === true;
}

export function readGroup(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function readList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** The chosen ones of a fixed list; what is not on it is left out. */
export function readChoices<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice[] {
	const chosen = new Set(readList(value));
	return choices.filter((choice) => chosen.has(choice));
}

/** The chosen one of a fixed list. */
export function readChoice<Choice extends string>(
	value: unknown,
	choices: readonly Choice[],
): Choice | undefined {
	return choices.find((choice) => choice === value);
}

/** Words that a person wrote into one field, separated by commas or line breaks. */
export function readWords(value: unknown): string[] {
	const lines = Array.isArray(value) ? value.map(readText) : [readText(value)];
	return lines
		.flatMap((line) => line.split(/[,\n;]/))
		.map((word) => word.trim())
		.filter((word) => word !== '');
}
