import { invalidMessageParameter, missingValue, templateError } from './errors.ts';
import { type Rule, check } from './requirements.ts';
import { textAt } from './parameters.ts';

export type Style = 'positional' | 'named';
type Part = Record<string, unknown>;

const VARIABLE = /\{\{\s*(\w+)\s*\}\}/g;

/** Parameters of texts, with where their words are and what else they need (Meta, Send templates). */
const TYPES: Readonly<Record<string, { words: readonly string[]; rules: readonly Rule[] }>> = {
	text: { words: ['text'], rules: [] },
	currency: {
		words: ['currency', 'fallback_value'],
		rules: [
			{ path: ['currency', 'code'], kind: 'text', required: true, pattern: /^[A-Z]{3}$/ },
			{ path: ['currency', 'amount_1000'], kind: 'number', required: true },
		],
	},
	date_time: { words: ['date_time', 'fallback_value'], rules: [] },
};

/** The variables of a text in the order in which they first occur. */
export function variablesOf(text: string): string[] {
	return [...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name))];
}

/** Puts the parameters into a template's text. Throws Meta's error where they do not fit. */
export function fill(
	where: 'header' | 'body',
	text: string,
	parameters: readonly Part[],
	style: Style,
): string {
	const variables = variablesOf(text);
	if (parameters.length !== variables.length) {
		throw templateError(
			132000,
			`${where}: number of localizable_params (${parameters.length}) does not match the expected number of params (${variables.length})`,
		);
	}
	const words = new Map(
		parameters.map((parameter, index) => [
			style === 'named' ? nameOf(parameter) : String(index + 1),
			wordsOf(where, parameter),
		]),
	);
	return text.replace(VARIABLE, (_all, name: string) => {
		const filled = words.get(name);
		if (filled === undefined) throw invalidMessageParameter(`${where}: Parameter ${name} is missing`);
		return filled;
	});
}

function nameOf(parameter: Part): string {
	const name = textAt(parameter, 'parameter_name');
	if (name === undefined) throw invalidMessageParameter('Parameter name is missing or empty');
	return name;
}

function wordsOf(where: string, parameter: Part): string {
	const type = textAt(parameter, 'type')?.toLowerCase() ?? 'unknown';
	const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
	if (!known) {
		throw templateError(132012, `${where}: Format mismatch, expected TEXT, received ${type.toUpperCase()}`);
	}
	check(parameter, known.rules);
	const words = textAt(parameter, ...known.words);
	if (words === undefined) throw missingValue(`Parameter of type ${type} is missing text value`);
	requirePlain(words);
	return words;
}

export function requirePlain(words: string): void {
	if (/[\n\r\t]| {5}/.test(words)) {
		throw templateError(
			132018,
			'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
		);
	}
}
