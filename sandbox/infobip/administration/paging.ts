import type { Request } from 'express';
import { z } from 'zod';
import { readBody } from '../../shared/api.ts';
import { badRequest } from '../errors.ts';

/** A query as the route wants it, or Infobip's refusal. */
export function readQuery<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	{ query }: Request,
	refuse = badRequest,
): Output {
	return readBody(schema, query, refuse);
}

const whole = (least: number, most: number) =>
	z.coerce
		.number({ invalid_type_error: 'must be a number' })
		.int('must be a whole number')
		.min(least, `must be greater than or equal to ${least}`)
		.max(most, `must be less than or equal to ${most}`);

/** Pages are counted from 0. */
export const Page = whole(0, Number.MAX_SAFE_INTEGER).default(0);

export function size(usual: number, most: number) {
	return whole(1, most).default(usual);
}

/** Words with commas between them, each of them one of the choices. */
export function choices<Choice extends string>(...known: readonly [Choice, ...Choice[]]) {
	return z
		.string()
		.transform((words) => words.split(','))
		.pipe(z.array(z.enum(known, { message: 'Provide one of the valid values.' })));
}

export function pageOf<Row>(rows: readonly Row[], page: number, most: number) {
	const results = rows.slice(page * most, (page + 1) * most);
	const totalPages = Math.ceil(rows.length / most);
	return { results, paging: { page, size: most, totalPages, totalResults: rows.length } };
}
