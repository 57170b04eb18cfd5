import { z } from 'zod';
import { optionalText } from '../../../messages/media';
import { fieldFailure, listLimit, optionalId } from '../../../operations/input';
import { itemsOf, listed, someOf } from '../../../operations/operation';
import { compact, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { secretsInUrl } from '../../../lib/url';
import { numberItem } from './number-item';
import { globalOperation as operation, pathIn, phoneNumber, request, tokenPage, verb } from './operation';

const base = 'numbers';

const TYPES = ['LOCAL', 'MOBILE', 'TOLL_FREE'] as const;
const CAPABILITIES = ['SMS', 'VOICE'] as const;
const PATTERNS = { start: 'START', contain: 'CONTAIN', end: 'END' } as const;

const country = z
	.string({ message: 'The country is missing' })
	.transform((code) => code.trim().toUpperCase())
	.refine((code) => /^[A-Z]{2}$/.test(code), 'The country has to be two letters, such as SE');

const type = z.enum(TYPES, { message: `The type has to be one of ${TYPES.join(', ')}` });
const capability = z.enum(CAPABILITIES, { message: 'The capability is SMS or VOICE' });

/** Without a type Sinch looks for mobile numbers alone. The parameter is called `capabilities` here and `capability` at the project's own numbers (Sinch, Numbers API). */
const search = operation({
	input: z.object({
		country,
		type,
		capability: capability.default('SMS'),
		pattern: optionalText('The pattern').refine(
			(pattern) => pattern === undefined || /^\+?\d{1,15}$/.test(pattern),
			'The pattern has digits only',
		),
		patternPlace: z.enum(['start', 'contain', 'end']).default('start'),
		limit: listLimit,
	}),
	async run({ country: regionCode, pattern, patternPlace, limit, ...wanted }, context) {
		const query = compact({
			regionCode,
			type: wanted.type,
			capabilities: wanted.capability,
			size: limit === undefined ? undefined : String(limit),
			'numberPattern.pattern': pattern,
			'numberPattern.searchPattern': pattern === undefined ? undefined : PATTERNS[patternPlace],
		});
		const path = pathIn(context.projectId, 'availableNumbers');
		return await itemsOf(context, request('GET', path, { base, query }), (body) =>
			listOf(objectOf(body)?.availableNumbers).filter(isJsonObject).flatMap(numberItem),
		);
	},
});

const getMany = operation({
	input: z.object({
		country: country.optional(),
		type: type.optional(),
		capability: capability.optional(),
		limit: listLimit,
	}),
	async run({ country: regionCode, limit, ...wanted }, context) {
		const query = { ...compact({ regionCode, ...wanted }), pageSize: '100' };
		const path = pathIn(context.projectId, 'activeNumbers');
		const page = (pageToken?: string) =>
			request('GET', path, { base, query: { ...query, ...compact({ pageToken }) } });
		const plan = { request: page, read: tokenPage('activeNumbers'), limit };
		return await listed(context, plan, numberItem);
	},
});

export const readNumber = (projectId: string, number: string) =>
	request('GET', pathIn(projectId, 'activeNumbers', number), { base });

const oneNumber = (body: unknown) => someOf(numberItem(objectOf(body) ?? {}));

const getOne = operation({
	input: z.object({ phoneNumber }),
	run: async ({ phoneNumber: number }, context) =>
		await itemsOf(context, readNumber(context.projectId, number), oneNumber),
});

const links = {
	servicePlanId: optionalId,
	/** Of 10DLC, for numbers in the US. */
	campaignId: optionalId,
	callbackUrl: optionalText('The callback URL'),
};

/** An empty configuration is none: Sinch would take it for one. */
function settingsOf(
	{ servicePlanId, campaignId, callbackUrl }: { [Name in keyof typeof links]?: string | undefined },
	linePlanId: string | undefined,
): object {
	const plan = servicePlanId ?? (linePlanId || undefined);
	return {
		...(plan !== undefined && {
			smsConfiguration: { servicePlanId: plan, ...compact({ campaignId }) },
		}),
		...compact({ callbackUrl }),
	};
}

const bought = (body: unknown) => oneNumber(body)?.map((item) => ({ ...item, bought: true }));

/** Renting is billable, so a number that the project has is not rented again. */
const activate = operation({
	input: z.object({ phoneNumber, ...links }),
	secrets: ({ callbackUrl }) => secretsInUrl(callbackUrl),
	async run({ phoneNumber: number, ...settings }, context) {
		const owned = await context.ask(readNumber(context.projectId, number));
		if (owned.ok)
			return { ok: true, items: (oneNumber(owned.body) ?? []).map((item) => ({ ...item, bought: false })) };
		if (owned.status !== 404) return { ok: false, error: owned.error };
		const path = verb(pathIn(context.projectId, 'availableNumbers', number), 'rent');
		const body = settingsOf(settings, context.line.servicePlanId);
		return await itemsOf(context, request('POST', path, { base, body }), bought);
	},
});

const rentAny = operation({
	input: z.object({ country, type, capability: capability.default('SMS'), ...links }),
	secrets: ({ callbackUrl }) => secretsInUrl(callbackUrl),
	async run({ country: regionCode, type: kind, capability: able, ...settings }, context) {
		if (regionCode !== 'US' || kind !== 'LOCAL') {
			return fieldFailure(
				regionCode === 'US' ? 'type' : 'country',
				'Sinch chooses a number itself for the US and the type LOCAL only',
				'Use Search and then Activate for any other number.',
			);
		}
		const body = {
			regionCode,
			type: kind,
			capabilities: [able],
			...settingsOf(settings, context.line.servicePlanId),
		};
		const path = verb(pathIn(context.projectId, 'availableNumbers'), 'rentAny');
		return await itemsOf(context, request('POST', path, { base, body }), bought);
	},
});

const release = operation({
	input: z.object({ phoneNumber }),
	async run({ phoneNumber: number }, context) {
		const path = verb(pathIn(context.projectId, 'activeNumbers', number), 'release');
		return await itemsOf(context, request('POST', path, { base }), (body) => [
			compact({
				phoneNumber: number,
				released: true,
				expiresAt: textOf(objectOf(body)?.expireAt),
			}),
		]);
	},
});

export const NUMBER = { search, getMany, get: getOne, activate, rentAny, release };
