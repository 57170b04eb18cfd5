import type { Request } from 'express';
import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../../shared/api.ts';
import { conversationError, invalidArgument } from '../errors.ts';
import type { Directory } from './directory.ts';
import { type NumberRecord, shownNumber, shownOffer } from './number-record.ts';
import type { Provisioning } from './provisioning.ts';

const ROOT = '/numbers/v1/projects/:project';
const AVAILABLE = `${ROOT}/availableNumbers`;
const ACTIVE = `${ROOT}/activeNumbers`;

const Region = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code');
const Type = z.enum(['LOCAL', 'MOBILE', 'TOLL_FREE']);
const Capability = z.enum(['SMS', 'VOICE']);
/** Sinch's reference names CONTAIN, its SDK for Node.js CONTAINS. */
const Pattern = {
	'numberPattern.pattern': z
		.string()
		.regex(/^\+?\d+$/, 'must be digits')
		.optional(),
	'numberPattern.searchPattern': z.enum(['START', 'CONTAIN', 'CONTAINS', 'END']).default('START'),
};
const count = (most: number) => z.coerce.number().int().min(1).max(most);
const Search = z.object({
	regionCode: Region,
	type: Type.default('MOBILE'),
	capabilities: Capability.or(z.array(Capability)).optional(),
	size: count(1_000).optional(),
	...Pattern,
});
const Listed = z.object({
	regionCode: Region.optional(),
	type: Type.optional(),
	capability: Capability.optional(),
	pageSize: count(1_000).default(50),
	pageToken: z.string().regex(/^\d*$/, 'is not one of ours').default(''),
});
const Link = z.object({ servicePlanId: z.string(), campaignId: z.string().optional() });
const Settings = {
	smsConfiguration: Link.optional(),
	voiceConfiguration: z
		.record(z.unknown())
		.refine((given) => Object.keys(given).length > 0, 'must not be empty')
		.optional(),
	callbackUrl: z.string().url().or(z.literal('')).optional(),
};
const Rent = z.object(Settings);
const RentAny = z.object({
	regionCode: Region,
	type: Type,
	capabilities: z.array(Capability).min(1),
	...Settings,
});
const Changes = z.object({ displayName: z.string().max(255).optional(), ...Settings });
const Callbacks = z.object({ hmacSecret: z.string().min(1) });

type Settings = Pick<z.output<typeof Changes>, 'smsConfiguration' | 'callbackUrl' | 'displayName'>;

interface Surroundings {
	directory: Directory;
	provisioning: Provisioning;
}

/** The Numbers API: numbers for rent and those of the project (Sinch SDK for Node.js, numbers). */
export class Numbers {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	routes(): Route[] {
		const { directory, provisioning } = this.#around;
		const { projectId } = directory.account;
		const one = (number: NumberRecord) => ({ status: 200, body: shownNumber(projectId, number) });
		return [
			{ method: 'GET', path: AVAILABLE, run: (request) => this.#search(request) },
			{ method: 'POST', path: `${AVAILABLE}\\:rentAny`, run: ({ body }) => one(this.#rentAny(body)) },
			{ method: 'POST', path: `${AVAILABLE}/:number\\:rent`, run: (request) => one(this.#rent(request)) },
			{
				method: 'GET',
				path: `${AVAILABLE}/:number`,
				run: (request) => ({ status: 200, body: shownOffer(this.#offered(request)) }),
			},
			{ method: 'GET', path: ACTIVE, run: (request) => this.#list(request) },
			{ method: 'GET', path: `${ACTIVE}/:number`, run: (request) => one(this.#owned(request)) },
			{
				method: 'PATCH',
				path: `${ACTIVE}/:number`,
				run: (request) => {
					const number = this.#owned(request);
					this.#set(number, readBody(Changes, request.body, invalidArgument));
					return one(number);
				},
			},
			{
				method: 'POST',
				path: `${ACTIVE}/:number\\:release`,
				run: (request) => {
					const number = this.#owned(request);
					directory.release(number);
					const expireAt = new Date(number.nextChargeAt).toISOString();
					return { status: 200, body: { ...shownNumber(projectId, number), expireAt } };
				},
			},
			{
				method: 'GET',
				path: `${ROOT}/callbackConfiguration`,
				run: () => ({ status: 200, body: { projectId, hmacSecret: provisioning.hmacSecret } }),
			},
			{
				method: 'PATCH',
				path: `${ROOT}/callbackConfiguration`,
				run: ({ body }) => {
					provisioning.hmacSecret = readBody(Callbacks, body, invalidArgument).hmacSecret;
					return { status: 200, body: { projectId, hmacSecret: provisioning.hmacSecret } };
				},
			},
		];
	}

	/** Without a type Sinch looks for mobile numbers. */
	#search({ query }: Request) {
		const wanted = readBody(Search, query, invalidArgument);
		const able = [wanted.capabilities ?? []].flat();
		const matches = matcherOf(wanted['numberPattern.pattern'], wanted['numberPattern.searchPattern']);
		const found = this.#around.directory.offers.filter(
			({ line, regionCode, type, capability }) =>
				regionCode === wanted.regionCode &&
				type === wanted.type &&
				able.every((each) => capability.includes(each)) &&
				matches(line.phoneNumber),
		);
		return { status: 200, body: { availableNumbers: found.slice(0, wanted.size).map(shownOffer) } };
	}

	#list({ query }: Request) {
		const { directory } = this.#around;
		const { regionCode, type, capability, pageSize, pageToken } = readBody(Listed, query, invalidArgument);
		const found = directory.numbers.filter(
			(number) =>
				(regionCode === undefined || number.regionCode === regionCode) &&
				(type === undefined || number.type === type) &&
				(capability === undefined || number.capability.includes(capability)),
		);
		const from = Number(pageToken);
		const page = found.slice(from, from + pageSize);
		const nextPageToken = from + pageSize < found.length ? String(from + pageSize) : '';
		const activeNumbers = page.map((number) => shownNumber(directory.account.projectId, number));
		return { status: 200, body: { activeNumbers, nextPageToken, totalSize: found.length } };
	}

	#rent(request: Request): NumberRecord {
		const settings = readBody(Rent, request.body, invalidArgument);
		return this.#take(this.#offered(request), settings);
	}

	#offered(request: Request): NumberRecord {
		const phoneNumber = pathParameter(request, 'number');
		const offer = this.#around.directory.offers.find(({ line }) => line.phoneNumber === phoneNumber);
		if (!offer) throw conversationError(404, `Number ${phoneNumber} is not available`);
		return offer;
	}

	/** Local numbers of the US only (Sinch, Numbers API). */
	#rentAny(body: unknown): NumberRecord {
		const { regionCode, type, capabilities, ...settings } = readBody(RentAny, body, invalidArgument);
		if (regionCode !== 'US' || type !== 'LOCAL') {
			throw conversationError(400, 'Any number can be rented for the region US and the type LOCAL only');
		}
		const offer = this.#around.directory.offers.find(
			(each) =>
				each.regionCode === regionCode &&
				each.type === type &&
				capabilities.every((able) => each.capability.includes(able)),
		);
		if (!offer) throw conversationError(404, 'No number fits');
		return this.#take(offer, settings);
	}

	#take(offer: NumberRecord, settings: Settings): NumberRecord {
		const { directory } = this.#around;
		this.#checkLink(offer, settings);
		const number = { ...offer };
		directory.offers = directory.offers.filter((each) => each !== offer);
		directory.numbers.push(number);
		this.#set(number, settings);
		return number;
	}

	#set(number: NumberRecord, settings: Settings): void {
		this.#checkLink(number, settings);
		const { smsConfiguration, callbackUrl, displayName } = settings;
		number.callbackUrl = callbackUrl ?? number.callbackUrl;
		number.displayName = displayName ?? number.displayName;
		if (smsConfiguration) this.#around.provisioning.link(number, smsConfiguration);
	}

	/** A number is unlinked before it is linked anew. */
	#checkLink(number: NumberRecord, { smsConfiguration: wanted }: Settings): void {
		if (!wanted?.servicePlanId) return;
		const { directory } = this.#around;
		if (wanted.servicePlanId !== directory.account.servicePlanId) {
			throw invalidArgument([
				{ property: 'smsConfiguration.servicePlanId', words: 'is not a plan of the project' },
			]);
		}
		if (!number.capability.includes('SMS')) {
			throw invalidArgument([{ property: 'smsConfiguration', words: 'the number carries no SMS' }]);
		}
		const { servicePlanId, scheduled } = number;
		const isBusy = scheduled !== undefined && scheduled.status !== 'FAILED';
		if (isBusy || (servicePlanId !== '' && servicePlanId !== wanted.servicePlanId)) {
			throw conversationError(400, 'The number is linked; unlink it first', [], 'FAILED_PRECONDITION');
		}
	}

	#owned(request: Request): NumberRecord {
		const phoneNumber = pathParameter(request, 'number');
		const found = this.#around.directory.number(phoneNumber);
		if (!found) throw conversationError(404, `Number ${phoneNumber} was not found`);
		return found;
	}
}

function matcherOf(pattern: string | undefined, place: string): (phoneNumber: string) => boolean {
	if (pattern === undefined) return () => true;
	const wanted = pattern.replace('+', '');
	if (place === 'START') return (phoneNumber) => phoneNumber.slice(1).startsWith(wanted);
	return place === 'END'
		? (phoneNumber) => phoneNumber.endsWith(wanted)
		: (phoneNumber) => phoneNumber.includes(wanted);
}
