import type { Request } from 'express';
import { z } from 'zod';
import type { Route } from '../shared/api.ts';
import { digits } from '../shared/identifiers.ts';
import { LIMITS } from '../shared/options.ts';
import { smsParts } from '../shared/sms.ts';
import { choices, readQuery, size } from './administration/paging.ts';
import { cannotBeProcessed } from './errors.ts';
import type { Wanted } from './outbox.ts';
import { infobipTime, PRICE } from './payloads.ts';
import { ERRORS, type MessageError, type MessageStatus } from './statuses.ts';

/** Logs and reports reach back this far. */
const KEPT_MS = 48 * 3_600_000;
const MOST = 1_000;

export interface Logged extends Pick<
	Wanted,
	'line' | 'to' | 'bulkId' | 'text' | 'callbackData' | 'campaign'
> {
	id: string;
	sentAtMs: number;
	doneAtMs: number;
	status: MessageStatus;
	error: MessageError;
	/** Its report was not taken by a webhook, and nobody has asked for it. */
	isUnclaimed: boolean;
}

const words = z.string().transform((text) => text.split(','));
const time = z
	.string()
	.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/, "must match yyyy-MM-dd'T'HH:mm:ss.SSSZ")
	.transform((text) => Date.parse(text.replace(/(\d\d)$/, ':$1')));
const GROUPS = ['ACCEPTED', 'PENDING', 'UNDELIVERABLE', 'DELIVERED', 'EXPIRED', 'REJECTED'] as const;

const LogQuery = z
	.object({
		messageId: words,
		bulkId: words,
		campaignReferenceId: words,
		sender: z.string(),
		destination: z.string(),
		generalStatus: choices(...GROUPS),
		sentSince: time,
		sentUntil: time,
		useCursor: z.enum(['true', 'false']),
		cursor: z.string(),
	})
	.partial()
	.extend({ limit: size(50, MOST) });

const ReportQuery = z
	.object({ messageId: z.string(), bulkId: z.string(), campaignReferenceId: z.string() })
	.partial()
	.extend({ channel: z.enum(['SMS', 'WHATSAPP']).optional(), limit: size(50, MOST) });

/** What became of messages, for those who ask (Infobip OpenAPI 3.210.0). */
export class MessageLog {
	readonly #now: () => number;
	readonly #rows = new Map<string, Logged>();

	constructor(now: () => number) {
		this.#now = now;
	}

	clear(): void {
		this.#rows.clear();
	}

	/** A message that was accepted or refused. */
	add(id: string, { line, to, bulkId, text, callbackData, campaign }: Wanted, status: MessageStatus): void {
		const oldest = this.#rows.keys().next().value;
		if (this.#rows.size >= LIMITS.ledger && oldest !== undefined) this.#rows.delete(oldest);
		const at = this.#now();
		const kept = { line, to, bulkId, text, callbackData, campaign };
		const row = { ...kept, id, status, error: ERRORS.none, sentAtMs: at, doneAtMs: at, isUnclaimed: false };
		this.#rows.set(id, row);
	}

	update(id: string, changes: Partial<Pick<Logged, 'status' | 'error' | 'isUnclaimed'>>): void {
		const row = this.#rows.get(id);
		if (row) this.#rows.set(id, { ...row, ...changes, ...(changes.status && { doneAtMs: this.#now() }) });
	}

	routes(): Route[] {
		return [
			{ method: 'GET', path: '/sms/3/logs', run: (request) => ({ status: 200, body: this.#logs(request) }) },
			{
				method: 'GET',
				path: '/messages-api/1/reports',
				run: (request) => ({ status: 200, body: this.#reports(request) }),
			},
		];
	}

	/** The newest first; a cursor leads on from the row behind the last. */
	#logs(request: Request) {
		const query = readQuery(LogQuery, request, cannotBeProcessed);
		const { limit, cursor, useCursor } = query;
		const rows = this.#kept('sms').filter(
			(row) =>
				isAmong(query.messageId, row.id) &&
				isAmong(query.bulkId, row.bulkId) &&
				isAmong(query.campaignReferenceId, row.campaign ?? '') &&
				isAmong(query.generalStatus, row.status.groupName) &&
				(query.sender === undefined || digits(row.line?.phoneNumber ?? '') === digits(query.sender)) &&
				(query.destination === undefined || digits(row.to) === digits(query.destination)) &&
				row.sentAtMs >= (query.sentSince ?? 0) &&
				row.sentAtMs < (query.sentUntil ?? Infinity),
		);
		const from = cursor === undefined ? 0 : rows.findIndex(({ id }) => id === cursor);
		const results = rows.slice(from, from + limit);
		const nextCursor = rows[from + limit]?.id;
		return {
			results: results.map((row) => ({ ...shown(row), content: { text: row.text } })),
			...(useCursor === 'true' && { cursor: { limit, ...(nextCursor !== undefined && { nextCursor }) } }),
		};
	}

	/** Each once. Which reports Infobip keeps beside those that a webhook took it does not say: here it is none. */
	#reports(request: Request) {
		const { channel, limit, messageId, bulkId, campaignReferenceId } = readQuery(
			ReportQuery,
			request,
			cannotBeProcessed,
		);
		const rows = this.#kept(channel?.toLowerCase()).filter(
			(row) =>
				row.isUnclaimed &&
				(messageId === undefined || row.id === messageId) &&
				(bulkId === undefined || row.bulkId === bulkId) &&
				(campaignReferenceId === undefined || row.campaign === campaignReferenceId),
		);
		const taken = rows.slice(0, limit);
		for (const { id } of taken) this.update(id, { isUnclaimed: false });
		return {
			results: taken.map(({ callbackData, ...row }) => ({
				event: 'DELIVERY',
				channel: row.line?.channel.toUpperCase(),
				...shown(row),
				...(callbackData === undefined ? {} : { callbackData }),
			})),
		};
	}

	#kept(channel: string | undefined): Logged[] {
		const since = this.#now() - KEPT_MS;
		return [...this.#rows.values()]
			.filter(({ line, sentAtMs }) => sentAtMs >= since && (channel ?? line?.channel) === line?.channel)
			.reverse();
	}
}

function isAmong(wanted: readonly string[] | undefined, given: string): boolean {
	return wanted === undefined || wanted.includes(given);
}

function shown({
	id,
	line,
	to,
	bulkId,
	campaign,
	status,
	error,
	text,
	...row
}: Omit<Logged, 'callbackData'>) {
	return {
		sender: digits(line?.phoneNumber ?? ''),
		destination: digits(to),
		bulkId,
		messageId: id,
		sentAt: infobipTime(row.sentAtMs),
		doneAt: infobipTime(row.doneAtMs),
		messageCount: smsParts(text),
		...(line?.channel === 'sms' && { price: PRICE }),
		status,
		error,
		...(campaign === undefined ? {} : { campaignReferenceId: campaign }),
	};
}
