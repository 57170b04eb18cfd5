import { type GraphError, invalidParameter, missingValue } from './errors.ts';
import { isObject, valueAt } from './parameters.ts';

type Path = readonly (string | number)[];

/** What Meta demands of one parameter. The path leads through nested objects. */
export type Rule = { path: readonly string[]; required?: true } & Demand;

type Demand =
	| { kind: 'text'; maxLength?: number; pattern?: RegExp }
	| { kind: 'number'; min?: number; max?: number }
	| { kind: 'flag' }
	| { kind: 'choice'; choices: readonly string[] }
	| { kind: 'object' }
	/** Every element is an object that keeps the rules of `each`. */
	| { kind: 'list'; min?: number; max?: number; each?: readonly Rule[] }
	/** An uploaded file by `id`, or one on the web by `link`. */
	| { kind: 'media' };

/** Makes an error of the words for what is wrong with a value. */
type Refuse = (words: string) => GraphError;

/** Throws Meta's error for the first rule that is broken: 131008 for what is missing, and what `refuse` makes for a wrong value. */
export function check(parameters: unknown, rules: readonly Rule[], refuse: Refuse = invalidParameter): void {
	checkAll(parameters, rules, [], refuse);
}

function checkAll(parent: unknown, rules: readonly Rule[], prefix: Path, refuse: Refuse): void {
	for (const rule of rules) {
		const path = [...prefix, ...rule.path];
		const value = valueAt(parent, rule.path);
		if (value === undefined || value === null || value === '') {
			if (rule.required) throw missingValue(`Parameter ${parameterName(path)} is required`);
		} else {
			const words = problemWith(value, rule);
			if (words !== undefined) throw refuse(`Param ${parameterName(path)} ${words}`);
			checkParts(value, rule, path, refuse);
		}
	}
}

/** Of a list its elements, of media its address. */
function checkParts(value: unknown, rule: Rule, path: Path, refuse: Refuse): void {
	if (rule.kind === 'media') checkMedia(value, path, refuse);
	if (rule.kind !== 'list' || !Array.isArray(value)) return;
	value.forEach((element: unknown, index) => {
		if (!isObject(element)) throw refuse(`Param ${parameterName([...path, index])} must be an object.`);
		checkAll(element, rule.each ?? [], [...path, index], refuse);
	});
}

function checkMedia(value: unknown, path: Path, refuse: Refuse): void {
	const given = ['id', 'link'].filter((key) => {
		const part = valueAt(value, [key]);
		return part !== undefined && part !== null && part !== '';
	});
	const name = parameterName(path);
	if (given.length === 0) throw missingValue(`Parameter ${name} needs one of id and link`);
	if (given.length > 1) throw refuse(`Param ${name} must have one of id and link, not both.`);
	checkAll(value, [{ path: ['link'], kind: 'text', pattern: WEB_ADDRESS }], path, refuse);
}

export const WEB_ADDRESS = /^https?:\/\/[^\s/]+\.?[^\s]*$/i;

/** Words that follow the parameter's name; undefined where the value is fine. */
function problemWith(value: unknown, rule: Rule): string | undefined {
	switch (rule.kind) {
		case 'text':
			if (typeof value !== 'string' && typeof value !== 'number') return 'must be a string.';
			if (rule.maxLength !== undefined && [...String(value)].length > rule.maxLength) {
				return `must be at most ${rule.maxLength} characters long.`;
			}
			return rule.pattern?.test(String(value)) === false ? 'is not valid.' : undefined;
		case 'number':
			return isNumberBetween(value, rule.min, rule.max) ? undefined : numberWords(rule);
		case 'flag':
			return [true, false, 'true', 'false'].some((flag) => flag === value) ? undefined : 'must be a boolean.';
		case 'choice':
			if (typeof value === 'string' && rule.choices.includes(value.toLowerCase())) return undefined;
			return `must be one of {${rule.choices.join(', ').toUpperCase()}} - got ${JSON.stringify(value)}.`;
		case 'object':
		case 'media':
			return isObject(value) ? undefined : 'must be an object.';
		case 'list':
			return Array.isArray(value) ? lengthWords(value.length, rule) : 'must be an array.';
	}
}

/** Meta takes numbers as text, too. */
function isNumberBetween(value: unknown, min = -Infinity, max = Infinity): boolean {
	const isNumeric = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
	return isNumeric && Number(value) >= min && Number(value) <= max;
}

function numberWords({ min, max }: { min?: number; max?: number }): string {
	return min === undefined || max === undefined ? 'must be a number.' : `must be from ${min} to ${max}.`;
}

function lengthWords(length: number, { min = 0, max = Infinity }: { min?: number; max?: number }) {
	if (length < min) return `must have at least ${min} elements.`;
	return length > max ? `must have at most ${max} elements.` : undefined;
}

/** `interactive['action']['buttons'][0]['reply']`, as Meta writes it. */
function parameterName([first = '', ...rest]: Path): string {
	return `${first}${rest.map((key) => (typeof key === 'number' ? `[${key}]` : `['${key}']`)).join('')}`;
}
