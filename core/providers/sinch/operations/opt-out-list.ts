import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { toAddress, toE164 } from '../../../lib/phone/address';
import { listLimit, optionalId, peopleInput } from '../../../operations/input';
import { listed } from '../../../operations/operation';
import { compact, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { timeFromIso } from '../../../lib/time';
import { appOf, operation, pathIn, request, tokenPage } from './operation';

/** The list by what it holds back (Sinch, Consent management). */
const LISTS = {
	all: 'OPT_OUT_ALL',
	marketing: 'OPT_OUT_MARKETING',
	notification: 'OPT_OUT_NOTIFICATION',
} as const;

const getMany = operation({
	input: z.object({
		appId: optionalId,
		list: z
			.enum(['all', 'marketing', 'notification'], {
				message: 'The list has to be all, marketing or notification',
			})
			.default('all'),
		limit: listLimit,
	}),
	async run({ appId, list, limit }, { line, projectId, ...context }) {
		const app = appOf(appId, line);
		if (!app.ok) return app;
		const path = pathIn(projectId, 'apps', app.id, 'consents', LISTS[list]);
		const page = (token?: string) =>
			request('GET', path, { query: { page_size: '50', ...compact({ page_token: token }) } });
		const plan = { request: page, read: tokenPage('identities', 'next_page_token'), limit };
		return await listed(context, plan, ({ identity }) => {
			const address = toAddress(identity);
			return address === undefined ? [] : [{ address, list, blocked: true, appId: app.id }];
		});
	},
});

interface Entry {
	operation: string;
	list: string;
	at: string;
	origin: string | undefined;
}

function entryOf(row: JsonObject): Entry[] {
	const list = Object.entries(LISTS).find(([, name]) => name === row.list_type)?.[0];
	if (list === undefined) return [];
	return [
		{
			list,
			operation: textOf(row.operation) ?? '',
			at: timeFromIso(row.datetime) ?? '',
			origin: textOf(row.origin)
				?.replace(/^ORIGIN_/, '')
				.toLowerCase(),
		},
	];
}

/** What came last in each list decides. */
function listsOf(entries: readonly Entry[]): Entry[] {
	const latest = new Map<string, Entry>();
	for (const entry of entries) {
		if (entry.at >= (latest.get(entry.list)?.at ?? '')) latest.set(entry.list, entry);
	}
	return [...latest.values()].filter((entry) => entry.operation !== 'OPERATION_DELETE');
}

const person = z
	.string({ message: 'A person is a phone number' })
	.transform((text) => toE164(text) ?? text.trim())
	.refine((address) => address !== '', 'The person is missing');

/** A person of whom Sinch knows nothing is on no list. */
const check = operation({
	input: z.object({ appId: optionalId, people: peopleInput(person) }),
	async run({ appId, people: addresses }, { ask, line, projectId }) {
		const app = appOf(appId, line);
		if (!app.ok) return app;
		const items: JsonObject[] = [];
		for (const address of addresses) {
			const path = pathIn(projectId, 'apps', app.id, 'consents', 'identities', address);
			const reply = await ask(request('GET', path));
			if (!reply.ok && reply.status !== 404) return { ok: false, error: reply.error };
			const records = reply.ok ? listOf(objectOf(reply.body)?.audit_records) : [];
			const entries = listsOf(records.filter(isJsonObject).flatMap(entryOf));
			items.push(
				compact({
					address,
					appId: app.id,
					blocked: entries.length > 0,
					lists: entries.map(({ list }) => list),
					origin: entries[0]?.origin,
					changedAt: entries[0]?.at || undefined,
				}),
			);
		}
		return { ok: true, items };
	},
});

/** Adding is left out: it belongs to the Batch API, which has a host of its own and takes nobody off a list. */
export const OPT_OUT_LIST = { getMany, check };
