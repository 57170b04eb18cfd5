import { invalidParameter, missingValue } from './errors.ts';

/** Parameters of a call: query and body together. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Parameters that authenticate a call in place of a header. */
const SECRETS: ReadonlySet<string> = new Set(['access_token', 'appsecret_proof']);

/** What Meta demands of one parameter. The path leads through nested objects. */
export type Rule =
	| { path: string[]; kind: 'text'; required?: true; maxLength?: number }
	| { path: string[]; kind: 'flag' }
	| { path: string[]; kind: 'choice'; choices: string[] };

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value inside nested objects; undefined where any step is missing. */
function valueAt(parameters: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), parameters);
}

/** A text parameter. The Graph API takes numbers where it wants text. Undefined where absent, null or empty. */
export function textAt(parameters: unknown, ...path: string[]): string | undefined {
	const value = valueAt(parameters, path);
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Throws Meta's error for the first rule that is broken. */
export function check(parameters: Parameters, rules: readonly Rule[]): void {
	for (const rule of rules) checkRule(valueAt(parameters, rule.path), rule);
}

function checkRule(value: unknown, rule: Rule): void {
	const name = parameterName(rule.path);
	if (value === undefined || value === null || value === '') {
		if (rule.kind === 'text' && rule.required) throw missingValue(`Parameter ${name} is required`);
		return;
	}
	switch (rule.kind) {
		case 'text':
			if (typeof value !== 'string' && typeof value !== 'number') {
				throw invalidParameter(`Param ${name} must be a string.`);
			}
			if (rule.maxLength !== undefined && String(value).length > rule.maxLength) {
				throw invalidParameter(`Param ${name} must be at most ${rule.maxLength} characters long.`);
			}
			return;
		case 'flag':
			if (![true, false, 'true', 'false'].some((flag) => flag === value)) {
				throw invalidParameter(`Param ${name} must be a boolean.`);
			}
			return;
		case 'choice':
			if (typeof value !== 'string' || !rule.choices.includes(value.toLowerCase())) {
				const choices = rule.choices.map((choice) => choice.toUpperCase()).join(', ');
				throw invalidParameter(`Param ${name} must be one of {${choices}} - got ${JSON.stringify(value)}.`);
			}
	}
}

/** `text['body']`, as Meta writes it. */
function parameterName([first = '', ...rest]: readonly string[]): string {
	return first + rest.map((key) => `['${key}']`).join('');
}

/** Parameters that may be kept and shown. */
export function withoutSecrets(parameters: Parameters): Parameters {
	const entries = Object.entries(parameters).filter(([name]) => !SECRETS.has(name));
	return Object.fromEntries(entries);
}
