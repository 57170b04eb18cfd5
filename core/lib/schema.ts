import { z } from 'zod';
import { idOf, objectOf } from './json';

type Reader<Value> = (value: unknown) => Value;

/**
 * A field that may be missing or malformed without harm to the rest: the reader answers `undefined` for
 * such a value.
 */
export function lenient<Value>(read: Reader<Value>): z.ZodType<Value, z.ZodTypeDef, unknown> {
	return z.unknown().transform(read);
}

/**
 * A field without which the element is broken: the reader answers `undefined` where it is missing or
 * malformed.
 */
export function required<Value>(read: Reader<Value | undefined>): z.ZodType<Value, z.ZodTypeDef, unknown> {
	return z.unknown().transform((given, context) => {
		const value = read(given);
		if (value !== undefined) return value;
		context.addIssue({ code: z.ZodIssueCode.custom });
		return z.NEVER;
	});
}

/** An id without which the element is broken. Providers write some ids as numbers. */
export const requiredId = required(idOf);

/** An object without which the element is broken. */
export const requiredObject = required(objectOf);

/**
 * A number as forms, tables and JSON hold it, `5` or `"5"`. What is an object goes to the schema as it is, which refuses it: turned
 * into a number it may throw, since its members come from whoever wrote the JSON.
 */
export function numberFrom<Schema extends z.ZodTypeAny>(
	schema: Schema,
): z.ZodEffects<Schema, z.output<Schema>, unknown> {
	return z.preprocess(
		(value) => (typeof value === 'object' && value !== null ? value : Number(value)),
		schema,
	);
}
