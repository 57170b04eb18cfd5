import { z } from 'zod';
import { idOf, objectOf } from './json';

type Reader<Value> = (value: unknown) => Value;

/**
 * What zod's `transform` does too, at several times the cost: it prepares for issues and promises with
 * every value, and a call brings up to a thousand updates of ten fields.
 */
class Lenient<Value> extends z.ZodType<Value, z.ZodTypeDef, unknown> {
	constructor(private readonly read: Reader<Value>) {
		super({});
	}

	override _parse({ data }: z.ParseInput): z.ParseReturnType<Value> {
		return z.OK(this.read(data));
	}
}

/** The same in place of zod's `preprocess`. */
class Required<Value> extends z.ZodType<Value, z.ZodTypeDef, unknown> {
	constructor(private readonly read: Reader<Value | undefined>) {
		super({});
	}

	override _parse(input: z.ParseInput): z.ParseReturnType<Value> {
		const value = this.read(input.data);
		if (value !== undefined) return z.OK(value);
		z.addIssueToContext(this._getOrReturnCtx(input), { code: z.ZodIssueCode.custom });
		return z.INVALID;
	}
}

/**
 * A field that may be missing or malformed without harm to the rest: the reader answers `undefined` for
 * such a value.
 */
export function lenient<Value>(read: Reader<Value>): z.ZodType<Value, z.ZodTypeDef, unknown> {
	return new Lenient(read);
}

/**
 * A field without which the element is broken: the reader answers `undefined` where it is missing or
 * malformed.
 */
export function required<Value>(read: Reader<Value | undefined>): z.ZodType<Value, z.ZodTypeDef, unknown> {
	return new Required(read);
}

/** An id without which the element is broken. Providers write some ids as numbers. */
export const requiredId = required(idOf);

/** An object without which the element is broken. */
export const requiredObject = required(objectOf);
