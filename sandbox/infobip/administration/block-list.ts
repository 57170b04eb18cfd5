import type { Request } from 'express';
import { z } from 'zod';
import { readBody, type Route } from '../../shared/api.ts';
import type { SetUpRules } from '../../shared/set-up-rules.ts';
import type { Timers } from '../../shared/timers.ts';
import { type BlockEntry, type BlockList, nameOf } from '../block-list.ts';
import { badRequest } from '../errors.ts';
import { listOf } from '../fields.ts';
import { Page, pageOf, readQuery, size } from './paging.ts';

const PATH = '/platform/1/blocklists';
const MOST_DESTINATIONS = 50_000;
/** Of this account; subaccounts have others. */
export const ACCOUNT_KEY = '5A0D00000000000000000000000000AC';

const Address = z
	.string({ required_error: 'must not be null' })
	.min(1, 'size must be between 1 and 255')
	.max(255, 'size must be between 1 and 255');
const channel = (...known: readonly [string, ...string[]]) =>
	z.enum(known, { message: 'unsupported channel' }).optional();
const CHANNELS = ['SMS', 'EMAIL', 'VIBER', 'RCS', 'MMS', 'WHATSAPP'] as const;
const SourceType = z.enum(['CUSTOM', 'MO', 'URL_OPT_OUT', 'CAMPAIGN'], {
	message: 'unsupported source type',
});

const Added = {
	destinations: listOf(z.object({ to: Address }), 1, MOST_DESTINATIONS),
	sender: Address.optional(),
	channel: channel(...CHANNELS),
	accountKey: z
		.string()
		.refine((key) => key === ACCOUNT_KEY, 'unsupported account key')
		.optional(),
};
const Removed = {
	...Added,
	channel: channel(...CHANNELS, 'APPLE_MB'),
	sourceType: SourceType.optional(),
};
const Filter = z.object({
	sender: Address.optional(),
	destination: Address.optional(),
	channel: channel(...CHANNELS, 'APPLE_MB', 'VOICE_OUTBOUND_TTS', 'NEW_PUSH_NOTIF'),
	sourceType: SourceType.optional(),
	accountKey: z.string().optional(),
	page: Page,
	size: size(100, 1_000),
});

interface Surroundings {
	blockList: BlockList;
	rules: SetUpRules;
	timers: Timers;
	now: () => number;
}

/** `GET`, `POST` and `DELETE /platform/1/blocklists`; changes take effect a while after their acceptance (Infobip OpenAPI 3.210.0). */
export function blockListRoutes({ blockList, rules, timers, now }: Surroundings): Route[] {
	const soon = (change: () => void) => {
		timers.after(rules.values.provisionMs, change);
		return { status: 202 };
	};
	return [
		{
			method: 'GET',
			path: PATH,
			run: (request: Request) => {
				const { page, size: most, ...filter } = readQuery(Filter, request);
				const found = blockList.entries.filter(
					(entry) =>
						(filter.sender === undefined || nameOf(entry.sender) === nameOf(filter.sender)) &&
						(filter.destination === undefined || nameOf(entry.destination) === nameOf(filter.destination)) &&
						(['channel', 'sourceType', 'accountKey'] as const).every(
							(name) => filter[name] === undefined || entry[name] === filter[name],
						),
				);
				return { status: 200, body: pageOf(found.map(shown), page, most) };
			},
		},
		{
			method: 'POST',
			path: PATH,
			run: ({ body }) => {
				const Wanted = z.object({ blocklist: listOf(z.object(Added), 1, MOST_DESTINATIONS) });
				const { blocklist } = readBody(Wanted, body, badRequest);
				return soon(() => {
					for (const { destinations, accountKey = ACCOUNT_KEY, ...scope } of blocklist) {
						for (const { to: destination } of destinations) {
							const createdAt = now();
							blockList.add({ destination, ...scope, accountKey, sourceType: 'CUSTOM', createdAt });
						}
					}
				});
			},
		},
		{
			method: 'DELETE',
			path: PATH,
			run: ({ body }) => {
				const Wanted = z.object({ blocklist: listOf(z.object(Removed), 1, MOST_DESTINATIONS) });
				const { blocklist } = readBody(Wanted, body, badRequest);
				return soon(() => {
					for (const { destinations, ...scope } of blocklist) {
						for (const { to: destination } of destinations) blockList.remove({ destination, ...scope });
					}
				});
			},
		},
	];
}

function shown({ createdAt, ...entry }: BlockEntry) {
	return {
		...entry,
		destination: nameOf(entry.destination),
		createdDate: new Date(createdAt).toISOString(),
	};
}
