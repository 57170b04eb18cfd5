import { z } from 'zod';

const time = z
	.string()
	.datetime({ offset: true, message: 'is not a valid ISO 8601 timestamp' })
	.transform((text) => Date.parse(text));

/** What all lists of the SMS API are asked with. Without a start they go back a day. */
export const ListQuery = z.object({
	page: z.coerce.number().int().min(0).default(0),
	page_size: z.coerce.number().int().min(1).max(100).default(30),
	start_date: time.optional(),
	end_date: time.optional(),
	client_reference: z.string().optional(),
});

type ListQuery = z.output<typeof ListQuery>;
const DAY_MS = 86_400_000;

/** A page of the rows that a list is asked for, with the total of all of them. */
export function pageOf<Row>(
	rows: readonly Row[],
	{ page, page_size: size, start_date: from, end_date: until, client_reference: reference }: ListQuery,
	now: number,
	factsOf: (row: Row) => { atMs: number; reference: string | undefined },
) {
	const wanted = rows.filter((row) => {
		const { atMs, reference: own } = factsOf(row);
		const isInTime = atMs >= (from ?? now - DAY_MS) && atMs < (until ?? Infinity);
		return isInTime && (reference === undefined || reference === own);
	});
	const shown = wanted.slice(page * size, (page + 1) * size);
	return { rows: shown, count: wanted.length, page, page_size: shown.length };
}
