import { z } from 'zod';
import type { DeliveryError, JsonObject } from '../../../events';
import type { OperationOutcome } from '../../../operations/contract';
import { optionalText } from '../../../messages/media';
import { digitsOf, toAddress } from '../../../lib/phone/address';
import { listLimit, peopleInput } from '../../../operations/input';
import { listed, type OperationContext } from '../../../operations/operation';
import { allRows } from '../../../http/pages';
import { compact, textOf } from '../../../lib/json';
import { countedPages, get, operationWith } from './operation';
import type { Refusal } from '../../../http/ask';
import type { Result } from '../../../lib/result';

const operation = operationWith('blocklist:manage');

const PATH = '/platform/1/blocklists';
const PAGE_SIZE = 1000;
/** Destinations of one call (Infobip, OpenAPI 3.210.0, blocklist). */
const MOST_AT_ONCE = 50_000;
/** One call a second. */
const PAUSE_MS = 1000;

/** A phone number, an e-mail address or another id, as Infobip writes it. */
const person = z
	.string({ message: 'A person is a phone number or an e-mail address' })
	.transform(digitsOf)
	.refine((address) => address !== '' && address.length <= 255, 'A person has 1 to 255 characters');

const people = peopleInput(person);

const CHANNELS = ['SMS', 'EMAIL', 'VIBER', 'RCS', 'MMS', 'WHATSAPP'] as const;

const scope = {
	channel: z.enum(CHANNELS, { message: `The channel has to be one of ${CHANNELS.join(', ')}` }).optional(),
	/** Only what this sender sends; everything where it is left out. */
	sender: optionalText('The sender'),
	accountKey: optionalText('The account key'),
};

function entryItem(row: JsonObject): JsonObject[] {
	const address = toAddress(row.destination);
	if (address === undefined) return [];
	return [
		compact({
			address,
			blocked: true,
			sender: textOf(row.sender),
			channel: textOf(row.channel),
			sourceType: textOf(row.sourceType),
			campaign: textOf(row.campaign),
			accountKey: textOf(row.accountKey),
			createdAt: textOf(row.createdDate),
		}),
	];
}

const entries = (wanted: Readonly<Record<string, string | undefined>>, limit?: number) => ({
	request: (page = '0') => get(PATH, compact({ ...wanted, page, size: String(PAGE_SIZE) })),
	read: countedPages('results', PAGE_SIZE),
	limit,
});

const getMany = operation({
	input: z.object({ ...scope, limit: listLimit }),
	run: async ({ limit, ...wanted }, context) => await listed(context, entries(wanted, limit), entryItem),
});

const SOON = 'Infobip changes the list within some moments; Check shows when it has.';

const add = operation({
	input: z.object({ ...scope, people }),
	async run({ people: addresses, ...wanted }, { ask, sleep }) {
		const items: JsonObject[] = [];
		const properties = compact(wanted);
		for (let from = 0; from < addresses.length; from += MOST_AT_ONCE) {
			if (from > 0) await sleep(PAUSE_MS);
			const some = addresses.slice(from, from + MOST_AT_ONCE);
			const blocklist = [{ destinations: some.map((to) => ({ to })), ...properties }];
			const reply = await ask({ method: 'POST', path: PATH, body: { blocklist } });
			if (!reply.ok) return stopped(reply.error, from);
			items.push(
				...some.map((to) => compact({ address: toAddress(to), blocked: true, ...properties, note: SOON })),
			);
		}
		return { ok: true, items };
	},
});

function stopped(error: DeliveryError, done: number): OperationOutcome {
	return { ok: false, error, ...(done > 0 && { done: [`The first ${done} people are done`] }) };
}

type Found = Result<{ byAddress: Map<string, JsonObject[]> }, Refusal>;

/** The list can be asked for one person a second. */
async function find(
	{ ask, sleep }: OperationContext,
	addresses: readonly string[],
	wanted: Readonly<Record<string, string | undefined>>,
): Promise<Found> {
	const byAddress = new Map<string, JsonObject[]>();
	for (const address of addresses) {
		if (byAddress.size > 0) await sleep(PAUSE_MS);
		const found = await allRows(ask, entries({ ...wanted, destination: address }));
		if (!found.ok) return found;
		byAddress.set(
			address,
			found.rows.filter(({ destination }) => digitsOf(textOf(destination) ?? '') === digitsOf(address)),
		);
	}
	return { ok: true, byAddress };
}

const check = operation({
	input: z.object({ ...scope, people }),
	async run({ people: addresses, ...wanted }, context) {
		const found = await find(context, addresses, wanted);
		if (!found.ok) return found;
		return {
			ok: true,
			items: addresses.flatMap((address) => {
				const items = (found.byAddress.get(address) ?? []).flatMap(entryItem);
				return items.length > 0 ? items : [compact({ address: toAddress(address), blocked: false })];
			}),
		};
	},
});

/** An entry goes only where every property of it is repeated (Infobip, OpenAPI 3.210.0, blocklist). */
function repeated(to: string, row: JsonObject): object {
	const { sender, channel, accountKey, sourceType } = row;
	return {
		destinations: [{ to }],
		...compact({
			sender: textOf(sender),
			channel: textOf(channel),
			accountKey: textOf(accountKey),
			sourceType: textOf(sourceType),
		}),
	};
}

const remove = operation({
	input: z.object({ ...scope, people }),
	async run({ people: addresses, ...wanted }, context) {
		const found = await find(context, addresses, wanted);
		if (!found.ok) return found;
		const blocklist = [...found.byAddress].flatMap(([to, rows]) => rows.map((row) => repeated(to, row)));
		if (blocklist.length > 0) {
			await context.sleep(PAUSE_MS);
			const reply = await context.ask({ method: 'DELETE', path: PATH, body: { blocklist } });
			if (!reply.ok) return { ok: false, error: reply.error };
		}
		return {
			ok: true,
			items: [...found.byAddress].map(([to, rows]) =>
				compact({
					address: toAddress(to),
					blocked: false,
					changed: rows.length > 0,
					entries: rows.length,
					note: rows.length > 0 ? SOON : undefined,
				}),
			),
		};
	},
});

/** Whom Infobip sends nothing to; it looks before every message. */
export const OPT_OUT_LIST = { getMany, add, remove, check };
