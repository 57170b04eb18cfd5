import { z } from 'zod';
import type { MessageStatus } from '../../../events';
import type { OperationOutcome } from '../../../operations/contract';
import { digitsOf } from '../../../lib/phone/address';
import { compact, isJsonObject, listOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { idInput, optionalId } from '../../../operations/input';
import { listed, type OperationContext } from '../../../operations/operation';
import { eventItem, isWanted, noSuchMessage, pastFilters, type Wanted } from '../../../operations/past';
import type { RowPage } from '../../../http/pages';
import { unknownEvent } from '../inbound/element';
import { readPastReport } from '../inbound/statuses';
import { askWith, get, operationWith } from './operation';

/** Rows of one answer (Infobip, OpenAPI 3.210.0). */
const MOST_AT_ONCE = 1000;
/** The API takes 120 calls for logs a minute. */
const PAUSE_MS = 500;
/** Characters of all message IDs of a call together. */
const LONGEST_IDS = 2048;

const channel = z
	.enum(['sms', 'whatsapp'], { message: 'The channel has to be sms or whatsapp' })
	.default('sms');

/** Events in the order of the answer. What is not understood is an event as well. */
function eventsOf(body: unknown, on: string) {
	return listOf(objectOf(body)?.results).map((row) =>
		isJsonObject(row) ? (readPastReport(row, on) ?? unknownEvent(row)) : unknownEvent(row),
	);
}

type Event = ReturnType<typeof eventsOf>[number];

/** Statuses that one group alone has, so that the API can choose. */
const GROUPS: Readonly<Partial<Record<MessageStatus, string>>> = {
	delivered: 'DELIVERED',
	failed: 'UNDELIVERABLE',
	expired: 'EXPIRED',
};

const infobipTime = (time: string | undefined) => time?.replace('Z', '+0000');

type Query = Readonly<Record<string, string | undefined>>;

/** Logs of SMS, which may be read again and again. */
async function logs(
	{ sleep, ...context }: OperationContext,
	query: Query,
	wanted: Wanted & { limit?: number | undefined },
): Promise<OperationOutcome> {
	const { limit } = wanted;
	const isChosenHere = wanted.status !== undefined;
	const size = isChosenHere || limit === undefined ? MOST_AT_ONCE : Math.min(limit, MOST_AT_ONCE);
	const request = (cursor?: string) =>
		get('/sms/3/logs', compact({ ...query, limit: String(size), useCursor: 'true', cursor }));
	const read = (body: unknown): RowPage<Event> => {
		const events = eventsOf(body, 'sms');
		const next = textOf(objectOf(objectOf(body)?.cursor)?.nextCursor);
		return {
			rows: events.filter((event) => isWanted(event, wanted)),
			next: events.length === 0 ? undefined : next,
		};
	};
	const ask = askWith(context, 'sms:logs:read');
	let isFirst = true;
	const paced: typeof ask = async (asked) => {
		if (!isFirst) await sleep(PAUSE_MS);
		isFirst = false;
		return await ask(asked);
	};
	return await listed({ ask: paced }, { request, read, limit }, (event) => [eventItem(event)]);
}

/**
 * Reports of WhatsApp, for which there are no logs. Each is handed out once: what was asked for and not taken would be lost, so
 * that there is one call and nothing is chosen here.
 */
async function reports(context: OperationContext, query: Query, limit: number): Promise<OperationOutcome> {
	const request = () =>
		get('/messages-api/1/reports', compact({ channel: 'WHATSAPP', ...query, limit: String(limit) }));
	const read = (body: unknown) => ({ rows: eventsOf(body, 'whatsapp') });
	const ask = askWith(context, 'message:send');
	return await listed({ ask }, { request, read }, (event) => [eventItem(event)]);
}

const operation = operationWith('sms:manage');

const messageIds = z
	.union([z.array(z.unknown()), optionalId])
	.transform((ids) => (Array.isArray(ids) ? ids.join(',') : ids) || undefined)
	.refine(
		(ids) => (ids?.length ?? 0) <= LONGEST_IDS,
		`The message IDs have more than ${LONGEST_IDS} characters: ask for fewer at once`,
	);

const getMany = operation({
	input: z.object({ ...pastFilters, channel, messageId: messageIds, campaignReferenceId: optionalId }),
	async run(input, context) {
		const { messageId, campaignReferenceId, from, to, after, before, status, limit } = input;
		const query = { messageId, campaignReferenceId };
		if (input.channel === 'whatsapp') {
			return await reports(context, query, Math.min(limit ?? MOST_AT_ONCE, MOST_AT_ONCE));
		}
		const chosen = {
			...query,
			sender: from && digitsOf(from),
			destination: to && digitsOf(to),
			sentSince: infobipTime(after),
			sentUntil: infobipTime(before),
			generalStatus: rowOf(GROUPS, status),
		};
		return await logs(context, chosen, { status, limit });
	},
});

const MISSING = {
	sms: noSuchMessage('log', 'Check the ID. Logs reach back 48 hours.'),
	whatsapp: noSuchMessage(
		'report',
		'Check the ID. A report is handed out once, to the webhook or here, within 48 hours.',
	),
};

const getOne = operation({
	input: z.object({ channel, messageId: idInput('The message ID') }),
	async run({ channel: on, messageId }, context) {
		const outcome =
			on === 'whatsapp'
				? await reports(context, { messageId }, 1)
				: await logs(context, { messageId }, { limit: 1 });
		const isMissing = outcome.ok && outcome.items.length === 0;
		return isMissing ? MISSING[on] : outcome;
	},
});

export const MESSAGE = { get: getOne, getMany };
