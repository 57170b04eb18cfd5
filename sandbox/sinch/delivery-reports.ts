import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import { digits } from '../shared/identifiers.ts';
import { LIMITS } from '../shared/options.ts';
import type { SmsOutbound } from './batches.ts';
import { smsNotFound, smsSyntaxError } from './errors.ts';
import { batchReport, recipientReport } from './payloads.ts';
import { ListQuery, pageOf } from './sms-paging.ts';

interface Result {
	outbound: SmsOutbound;
	code: number;
	status: string;
	atMs: number;
}

/** Steps on the way, which the list of finished reports leaves out. */
const UNDER_WAY = ['Queued', 'Dispatched'];

const ReportQuery = ListQuery.extend({ status: z.string().optional(), code: z.string().optional() });

/** What became of each recipient of a batch, for those who ask (Sinch SDK for Node.js, delivery reports API). */
export class DeliveryReports {
	readonly #now: () => number;
	readonly #results = new Map<string, Result>();

	constructor(now: () => number) {
		this.#now = now;
	}

	clear(): void {
		this.#results.clear();
	}

	note(outbound: SmsOutbound, { code, status }: { code: number; status: string }): void {
		const oldest = this.#results.keys().next().value;
		if (this.#results.size >= LIMITS.ledger && oldest !== undefined) this.#results.delete(oldest);
		this.#results.set(outbound.id, { outbound, code, status, atMs: this.#now() });
	}

	routes(): Route[] {
		const batch = '/xms/v1/:plan/batches/:batch/delivery_report';
		return [
			{
				method: 'GET',
				path: batch,
				run: (request) => {
					const [first, ...others] = this.#ofBatch(pathParameter(request, 'batch'));
					if (!first) throw smsNotFound();
					const results = [first, ...others].map(({ outbound: { to }, code, status }) => ({
						to,
						code,
						status,
					}));
					return { status: 200, body: batchReport(first.outbound, results, request.query.type === 'full') };
				},
			},
			{
				method: 'GET',
				path: `${batch}/:recipient`,
				run: (request) => {
					const to = digits(pathParameter(request, 'recipient'));
					const found = this.#ofBatch(pathParameter(request, 'batch')).find(
						({ outbound }) => digits(outbound.to) === to,
					);
					if (!found) throw smsNotFound();
					return { status: 200, body: recipientReport(found.outbound, found) };
				},
			},
			{
				method: 'GET',
				path: '/xms/v1/:plan/delivery_reports',
				run: ({ query }) => {
					const asked = readBody(ReportQuery, query, smsSyntaxError);
					const done = [...this.#results.values()].filter(
						({ status, code }) =>
							!UNDER_WAY.includes(status) &&
							(asked.status?.split(',').includes(status) ?? true) &&
							(asked.code?.split(',').includes(String(code)) ?? true),
					);
					const { rows, ...page } = pageOf(done, asked, this.#now(), ({ atMs, outbound }) => ({
						atMs,
						reference: outbound.clientReference,
					}));
					const reports = rows.map((row) => recipientReport(row.outbound, row));
					return { status: 200, body: { ...page, delivery_reports: reports } };
				},
			},
		];
	}

	#ofBatch(batchId: string): Result[] {
		return [...this.#results.values()].filter(({ outbound }) => outbound.batchId === batchId);
	}
}
