import { z } from 'zod';
import { numberFrom } from '../lib/schema';
import type { OperationFailure, OperationFile } from './contract';
import { deliveryError } from '../http/error-table';
import { idOf } from '../lib/json';
import { digitsOf } from '../lib/phone/address';
import type { Reading } from '../lib/result';

const CORRECT_IT = 'Correct it in the node, then run it again.';

/** Something that was found to be wrong without asking the provider. */
export function fieldFailure(field: string, title: string, advice = CORRECT_IT): OperationFailure {
	const meaning = { title, cause: 'configurationInvalid', retryable: false, advice } as const;
	return { ok: false, field, error: deliveryError('field', '', meaning) };
}

export type InputSchema<Input> = z.ZodType<Input, z.ZodTypeDef, unknown>;

/** What the panel says, or the first member that is at fault. */
export function parseInput<Input>(
	schema: InputSchema<Input>,
	input: unknown,
): Reading<Input, OperationFailure> {
	const result = schema.safeParse(input ?? {});
	if (result.success) return { ok: true, value: result.data };
	const [issue] = result.error.issues;
	return fieldFailure(issue?.path.join('.') || 'input', issue?.message ?? 'The input is not complete');
}

function trimmed(value: unknown): string | undefined {
	return idOf(value)?.trim() || undefined;
}

/** An id, which expressions of the editor give as a number at times. */
export function idInput(label: string) {
	return z.unknown().transform((value, context) => {
		const id = trimmed(value);
		if (id !== undefined) return id;
		context.addIssue({ code: z.ZodIssueCode.custom, message: `${label} is missing` });
		return z.NEVER;
	});
}

/** An id that may be left out; an empty one counts as left out. */
export const optionalId = z.unknown().transform(trimmed);

/** Most rows of a list; absent for all. */
export const listLimit = numberFrom(
	z
		.number({ invalid_type_error: 'The limit has to be a number' })
		.int('The limit has to be a whole number')
		.positive('The limit has to be positive'),
).optional();

/** The page of a list that a panel goes through: empty for the first; absent for all rows up to the limit. */
export const onePage = z.string().optional();

/** Digits that arrive as text, as a number or with separators between them. */
export function digitsInput(label: string, count: number) {
	return z
		.unknown()
		.transform((value) => idOf(value)?.replace(/[\s-]/g, '') ?? '')
		.refine((digits) => digits !== '', `${label} is missing`)
		.refine((digits) => new RegExp(`^\\d{${count}}$`).test(digits), `${label} has ${count} digits`);
}

/** Addresses of people, each once: a list, or lines and commas between them. */
export function peopleInput<Person>(person: InputSchema<Person>, missing = 'The people are missing') {
	return z.preprocess(
		(value) =>
			typeof value === 'string' ? value.split(/[,;\n]/).filter((text) => text.trim() !== '') : value,
		z
			.array(person, { message: missing })
			.nonempty(missing)
			.transform((addresses) => [...new Set(addresses)]),
	);
}

/** How the code that proves a number comes, and in which language. */
export const CODE_LANGUAGE = 'The language has to look like en_US: language, underscore, country';
export const codeMethod = z
	.enum(['SMS', 'VOICE'], { message: 'The code comes by SMS or VOICE' })
	.default('SMS');
export const codeLanguage = z
	.string()
	.default('en_US')
	.transform((language) => language.replace('-', '_'))
	.refine((language) => /^[a-z]{2}(_[A-Z]{2})?$/.test(language), CODE_LANGUAGE);

/** A phone number whose country code goes apart, both without `+`. */
export const splitNumber = {
	countryCode: idInput('The country code')
		.transform(digitsOf)
		.refine(
			(code) => /^[1-9]\d{0,2}$/.test(code),
			'The country code has one to three digits, such as 1 or 49',
		),
	phoneNumber: idInput('The phone number')
		.transform(digitsOf)
		.refine(
			(number) => /^\d{4,14}$/.test(number),
			'The phone number has to be digits, without the country code',
		),
};

/** Times of earlier tries, which only the workflow can know. */
export const earlierTimes = z
	.array(
		z
			.string()
			.datetime({ offset: true, message: 'Times have to be in ISO 8601, such as 2026-05-01T10:00:00Z' }),
	)
	.transform((times) => times.map((time) => Date.parse(time)))
	.optional();

function isBytes(value: unknown): value is OperationFile['content'] {
	return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;
}

export const fileInput: InputSchema<OperationFile> = z.object(
	{
		content: z.custom<OperationFile['content']>(isBytes, 'The file has no content'),
		mimeType: z.string({ required_error: 'The type of the file is missing' }),
		filename: z.string({ required_error: 'The name of the file is missing' }),
	},
	{ required_error: 'The file is missing', invalid_type_error: 'The file is missing' },
);
