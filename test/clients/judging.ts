import type { ValidateFunction } from 'ajv';
import type { ApiRequest } from './core.ts';

/** What is wrong with a request; nothing where the judge does not know its API. */
export type Judge = (request: ApiRequest) => string[] | undefined;

/** The innermost complaints: that a choice as a whole failed says nothing of its own. */
export function complaints({ errors }: ValidateFunction): string[] {
	return (errors ?? [])
		.filter(({ keyword }) => keyword !== 'if' && keyword !== 'allOf' && keyword !== 'anyOf')
		.map(({ instancePath, message = '', params }) =>
			`${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
		);
}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, be it an empty one in place of anything else. */
export function objectOf(value: unknown): Json {
	return isObject(value) ? value : {};
}
