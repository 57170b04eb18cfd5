import type { Request } from 'express';
import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../../shared/api.ts';
import { digits } from '../../shared/identifiers.ts';
import type { SetUpRules } from '../../shared/set-up-rules.ts';
import type { Timers } from '../../shared/timers.ts';
import { badRequest, notFound } from '../errors.ts';
import { optionalText } from '../fields.ts';
import type { Directory } from './directory.ts';
import { type NumberRecord, shown } from './number-record.ts';
import { choices, Page, readQuery, size } from './paging.ts';

const PATH = '/numbers/1/numbers';

const Search = z.object({
	capabilities: choices('SMS', 'VOICE', 'MMS', 'WHATSAPP', 'WHATSAPP_VOICE').optional(),
	country: z
		.string()
		.regex(/^[A-Z]{2}$/, 'must be two letters')
		.optional(),
	state: z.string().optional(),
	npa: z.string().regex(/^\d+$/, 'must be a number').optional(),
	nxx: z.string().regex(/^\d+$/, 'must be a number').optional(),
	number: z.string().optional(),
	limit: size(10, 1_000),
	page: Page,
});
const Owned = z.object({ number: z.string().optional(), limit: size(50, 1_000), page: Page });
const Purchase = z.object({
	numberKey: z.string().min(1).optional(),
	number: z.string().min(1).optional(),
	applicationId: optionalText(255),
	entityId: optionalText(255),
});

interface Surroundings {
	directory: Directory;
	rules: SetUpRules;
	timers: Timers;
	/** A number is the account's no more. */
	released: (number: NumberRecord) => void;
}

/** Numbers that are for sale, and those of the account (Infobip OpenAPI 3.210.0, numbers). */
export class Numbers {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	routes(): Route[] {
		return [
			{ method: 'GET', path: `${PATH}/available`, run: (request) => this.#search(request) },
			{ method: 'GET', path: PATH, run: (request) => this.#list(request) },
			{ method: 'POST', path: PATH, run: (request) => this.#buy(request) },
			{
				method: 'GET',
				path: `${PATH}/:numberKey`,
				run: (request) => ({ status: 200, body: shown(this.#owned(request)) }),
			},
			{
				method: 'DELETE',
				path: `${PATH}/:numberKey`,
				run: (request) => {
					const number = this.#owned(request);
					this.#around.directory.release(number);
					this.#around.released(number);
					return { status: 204 };
				},
			},
		];
	}

	#search(request: Request) {
		const wanted = readQuery(Search, request);
		const { capabilities = [], country, state, npa = '', nxx = '', number = '', limit, page } = wanted;
		const found = this.#around.directory.offers.filter(
			(offer) =>
				capabilities.every((one) => offer.capabilities.includes(one)) &&
				(country === undefined || offer.country === country) &&
				(state === undefined || offer.state === state) &&
				(npa + nxx === '' || digits(offer.line.phoneNumber).startsWith(`1${npa}${nxx}`)) &&
				digits(offer.line.phoneNumber).includes(digits(number)),
		);
		return this.#page(found, page, limit);
	}

	#list(request: Request) {
		const { number = '', limit, page } = readQuery(Owned, request);
		const found = this.#around.directory.numbers.filter(({ line }) =>
			digits(line.phoneNumber).includes(digits(number)),
		);
		return this.#page(found, page, limit);
	}

	#page(found: readonly NumberRecord[], page: number, limit: number) {
		const numbers = found.slice(page * limit, (page + 1) * limit).map(shown);
		return { status: 200, body: { numbers, numberCount: found.length } };
	}

	#owned(request: Request): NumberRecord {
		const key = pathParameter(request, 'numberKey');
		const found = this.#around.directory.numbers.find(({ numberKey }) => numberKey === key);
		if (!found) throw notFound();
		return found;
	}

	/** A number of the US goes by itself, any other by its key. A purchase that fails is a success over HTTP. */
	#buy({ body }: Request) {
		const { directory, rules, timers } = this.#around;
		const { numberKey, number, ...platform } = readBody(Purchase, body, badRequest);
		const offer = directory.offers.find(
			({ country, line, numberKey: key }) =>
				(number !== undefined && country === 'US' && digits(line.phoneNumber) === digits(number)) ||
				(numberKey !== undefined && country !== 'US' && key === numberKey),
		);
		if ((number === undefined) === (numberKey === undefined)) {
			throw badRequest([{ property: 'numberKey', words: 'either number or numberKey must be provided' }]);
		}
		if (!offer) throw notFound();
		const price = offer.pricePerMonth + offer.setupPrice;
		if (offer.isContested) return failed(offer, 'RESERVATION_FAILED');
		if (price > directory.funds.balance) return failed(offer, 'BILLING_FAILED');
		const bought: NumberRecord = { ...offer, platform, reservation: 'PENDING' };
		directory.offers = directory.offers.filter((each) => each !== offer);
		directory.numbers.push(bought);
		directory.funds.balance = Math.round((directory.funds.balance - price) * 100) / 100;
		const settle = () => {
			bought.reservation = undefined;
			if (bought.capabilities.includes('SMS')) directory.show(bought.line);
		};
		if (rules.values.provisionMs === 0) settle();
		else timers.after(rules.values.provisionMs, settle);
		return { status: 200, body: shown(bought) };
	}
}

function failed(offer: NumberRecord, reservation: NumberRecord['reservation']) {
	return { status: 200, body: shown({ ...offer, reservation }) };
}
