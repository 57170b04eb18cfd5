import type { JsonObject, MessagingEvent } from '../../../events';
import type { OperationOutcome } from '../../../operations/contract';
import { itemsOf, type OperationContext } from '../../../operations/operation';
import { eventItem, isWanted, type Wanted } from '../../../operations/past';
import { allRows, type PagePlan, type Rows } from '../../../http/pages';
import { compact, isJsonObject, listOf, numberOf, objectOf, textOf } from '../../../lib/json';
import { digitsOf } from '../../../lib/phone/address';
import { pathPart } from '../../../lib/url';
import { parseWebhook } from '../inbound/webhook';
import { request } from './operation';

/** Rows of a page, which are counted from 0 (Sinch SDK for Node.js, delivery reports API and batches API). */
const PAGE_SIZE = 100;

export interface WantedSms extends Wanted {
	after?: string | undefined;
	limit?: number | undefined;
}

const pathOf = (plan: string, ...parts: string[]) => ['/xms/v1', ...[plan, ...parts].map(pathPart)].join('/');

const ask = (path: string, query?: Record<string, string>) =>
	request('GET', path, { base: 'sms', ...(query && { query }) });

/** Who got a message is known by batch and recipient. */
const keyOf = (event: MessagingEvent) =>
	event.kind === 'status' ? `${event.messageId} ${event.to}` : event.id;

function pages(
	path: string,
	member: string,
	{ after, callbackData, limit }: WantedSms,
	read: (row: JsonObject) => MessagingEvent[],
): PagePlan<MessagingEvent> {
	let seen = 0;
	return {
		request: (page = '0') =>
			ask(
				path,
				compact({ page, page_size: String(PAGE_SIZE), start_date: after, client_reference: callbackData }),
			),
		read: (body, page = '0') => {
			const answer = objectOf(body);
			const rows = listOf(answer?.[member]).filter(isJsonObject);
			seen += rows.length;
			const isLast = rows.length === 0 || seen >= (numberOf(answer?.count) ?? 0);
			return { rows: rows.flatMap(read), next: isLast ? undefined : String(Number(page) + 1) };
		},
		limit,
	};
}

/** A recipient of a batch of which no report tells yet, or who was taken off it. */
function openEvents(batch: JsonObject): MessagingEvent[] {
	const isMms = textOf(batch.type) === 'mt_media';
	const [status, code] = batch.canceled === true ? ['Cancelled', 407] : ['Queued', 400];
	return listOf(batch.to).flatMap((recipient) =>
		parseWebhook({
			type: `recipient_delivery_report_${isMms ? 'mms' : 'sms'}`,
			batch_id: batch.id ?? null,
			recipient,
			status,
			code,
			at: batch.created_at ?? null,
			applied_originator: batch.from ?? null,
			client_reference: batch.client_reference ?? null,
		}).map((event) => ({ ...event, raw: { ...batch, to: [recipient] } })),
	);
}

/**
 * Reports of what is done, and behind them the batches that are under way. Of a time to end both are asked without it: a
 * message that was done afterwards would be taken for one under way.
 */
export async function smsMessages(
	{ ask: call }: Pick<OperationContext, 'ask'>,
	plan: string,
	wanted: WantedSms,
): Promise<Rows<MessagingEvent>> {
	const done = new Set<string>();
	const reports = await allRows(
		call,
		pages(pathOf(plan, 'delivery_reports'), 'delivery_reports', wanted, (row) =>
			parseWebhook(row).filter((event) => {
				done.add(keyOf(event));
				return isWanted(event, wanted);
			}),
		),
	);
	if (!reports.ok) return reports;
	const left = wanted.limit === undefined ? undefined : wanted.limit - reports.rows.length;
	if (left === 0) return reports;
	const open = await allRows(
		call,
		pages(pathOf(plan, 'batches'), 'batches', { ...wanted, limit: left }, (batch) =>
			openEvents(batch).filter((event) => !done.has(keyOf(event)) && isWanted(event, wanted)),
		),
	);
	return open.ok ? { ok: true, rows: [...reports.rows, ...open.rows] } : open;
}

/** A batch by its recipients, or one of them. */
export async function smsMessage(
	context: Pick<OperationContext, 'ask'>,
	plan: string,
	{ messageId, to }: { messageId: string; to?: string | undefined },
): Promise<OperationOutcome> {
	const path = pathOf(
		plan,
		'batches',
		messageId,
		'delivery_report',
		...(to === undefined ? [] : [digitsOf(to)]),
	);
	return await itemsOf(context, ask(path, to === undefined ? { type: 'full' } : undefined), (body) =>
		isJsonObject(body) ? parseWebhook(body).map(eventItem) : undefined,
	);
}
