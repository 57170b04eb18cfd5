import { z } from 'zod';
import { idOf, objectOf } from './json';

type Reader<Value> = (value: unknown) => Value;

/** What is wrong with a value, as a sentence where a person wrote it. */
export class Fault {
	constructor(readonly message?: string) {}
}

/**
 * A schema of one function. zod's own effects make an object with an accessor for each value that they look at, and V8 puts such objects
 * beside what lives for long: a list of ten thousand messages would hold 300 MB until they are collected.
 */
class Leaf<Value> extends z.ZodType<Value, z.ZodTypeDef, unknown> {
	constructor(private readonly read: Reader<Value | Fault>) {
		super({});
	}

	_parse(input: z.ParseInput): z.ParseReturnType<Value> {
		const value = this.read(input.data);
		if (!(value instanceof Fault)) return z.OK(value);
		addFault(this._getOrReturnCtx(input), value);
		return z.INVALID;
	}
}

/** A schema whose values have to be right as a whole, too. */
class Checked<Value, Input> extends z.ZodType<Value, z.ZodTypeDef, Input> {
	constructor(
		private readonly inner: z.ZodType<Value, z.ZodTypeDef, Input>,
		private readonly complaintAbout: (value: Value) => string | undefined,
	) {
		super({});
	}

	_parse(input: z.ParseInput): z.ParseReturnType<Value> {
		const parsed = this.inner._parseSync(input);
		if (!z.isValid(parsed)) return parsed;
		const complaint = this.complaintAbout(parsed.value);
		if (complaint === undefined) return parsed;
		addFault(this._getOrReturnCtx(input), new Fault(complaint));
		return z.INVALID;
	}
}

function addFault(context: z.ParseContext, { message }: Fault): void {
	z.addIssueToContext(context, { code: z.ZodIssueCode.custom, ...(message !== undefined && { message }) });
}

/** A field that its function reads, or finds at fault. */
export function readBy<Value>(read: Reader<Value | Fault>): z.ZodType<Value, z.ZodTypeDef, unknown> {
	return new Leaf(read);
}

/** What the schema gives, unless there is a complaint about it. */
export function checked<Value, Input>(
	schema: z.ZodType<Value, z.ZodTypeDef, Input>,
	complaintAbout: (value: Value) => string | undefined,
): z.ZodType<Value, z.ZodTypeDef, Input> {
	return new Checked(schema, complaintAbout);
}

/**
 * A field that may be missing or malformed without harm to the rest: the reader answers `undefined` for
 * such a value.
 */
export function lenient<Value>(read: Reader<Value>): z.ZodType<Value, z.ZodTypeDef, unknown> {
	return new Leaf(read);
}

/**
 * A field without which the element is broken: the reader answers `undefined` where it is missing or
 * malformed.
 */
export function required<Value>(read: Reader<Value | undefined>): z.ZodType<Value, z.ZodTypeDef, unknown> {
	return new Leaf((given) => read(given) ?? new Fault());
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
