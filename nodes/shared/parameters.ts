import { UserError } from 'n8n-workflow';

/**
 * Node parameters come out of n8n untyped: an expression may have put anything there. They are read once, here, and are
 * plain types afterwards.
 */

export function readText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

export function readGroup(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function readList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** Words that a person wrote into one field, separated by commas or line breaks. */
export function readWords(value: unknown): string[] {
	const lines = Array.isArray(value) ? value.map(readText) : [readText(value)];
	return lines
		.flatMap((line) => line.split(/[,\n;]/))
		.map((word) => word.trim())
		.filter((word) => word !== '');
}

function parsed(text: string): { value: unknown } | { reason: string } {
	try {
		const value: unknown = JSON.parse(text);
		return { value };
	} catch (failure) {
		return { reason: failure instanceof Error ? failure.message : String(failure) };
	}
}

/**
 * What stands in a field for JSON: its text, or the value that an expression gave. An empty field is nothing.
 *
 * @param label of the field, for the message of the error
 */
export function parseJsonField(value: unknown, label: string): unknown {
	if (typeof value !== 'string') return value ?? undefined;
	if (value.trim() === '') return undefined;
	const result = parsed(value);
	if ('value' in result) return result.value;
	throw new UserError(`'${label}' holds no valid JSON: ${result.reason}`);
}
