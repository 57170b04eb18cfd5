import type { ApiRequest } from './api';
import type { Ask, Refusal } from './ask';
import type { Result } from '../lib/result';

export interface RowPage<Row> {
	rows: Row[];
	/** What to ask the next page with; absent on the last one. */
	next?: string | undefined;
}

export interface PagePlan<Row> {
	request: (page: string | undefined) => ApiRequest;
	/** @param page which it is, as it was asked for */
	read: (body: unknown, page: string | undefined) => RowPage<Row>;
	/** Most rows; absent for all. */
	limit?: number | undefined;
	/** The only page to read, the first where it is empty; absent for page after page. */
	only?: string | undefined;
}

export type Rows<Row> = Result<RowPage<Row>, Refusal>;

/**
 * Page after page, until there are enough rows or no more. A page that is given out twice is the last. Where one page is
 * asked for, `next` leads to the one behind it.
 */
export async function allRows<Row>(
	ask: Ask,
	{ request, read, limit, only }: PagePlan<Row>,
): Promise<Rows<Row>> {
	const rows: Row[] = [];
	const seen = new Set<string>();
	let page = only === '' ? undefined : only;
	do {
		const reply = await ask(request(page));
		if (!reply.ok) return reply;
		const { rows: found, next } = read(reply.body, page);
		rows.push(...found);
		page = next === undefined || seen.has(next) ? undefined : next;
		if (page !== undefined) seen.add(page);
	} while (only === undefined && page !== undefined && (limit === undefined || rows.length < limit));
	return {
		ok: true,
		rows: limit === undefined ? rows : rows.slice(0, limit),
		...(only !== undefined && page !== undefined && { next: page }),
	};
}
