import { z } from 'zod';
import type { JsonObject } from '../../../events';
import type { OperationOutcome } from '../../../operations/contract';
import { optionalText } from '../../../messages/media';
import { notUnderstood } from '../../../http/ask';
import { idInput, fieldFailure, listLimit, optionalId } from '../../../operations/input';
import { itemsOf, listed, type OperationContext, someOf } from '../../../operations/operation';
import { allRows, type PagePlan, type Rows } from '../../../http/pages';
import { deliveryError, type ErrorMeaning } from '../../../http/error-table';
import { compact, isJsonObject, listOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { numberItem } from './number-item';
import { countedPages, get, operationWith } from './operation';
import { digitsOf } from '../../../lib/phone/address';

const operation = operationWith('numbers:manage');

const NUMBERS = '/numbers/1/numbers';
const PAGE_SIZE = 50;

const pathOf = (numberKey: string): string => `${NUMBERS}/${encodeURIComponent(numberKey)}`;

/** All numbers of the account, or those that a search for a number finds. */
export const ownNumbers = (limit?: number, number?: string): PagePlan<JsonObject> => ({
	request: (page = '0') => get(NUMBERS, compact({ limit: String(PAGE_SIZE), page, number })),
	read: countedPages('numbers', PAGE_SIZE),
	limit,
});

const optionalNumber = optionalId.transform((number) =>
	number === undefined ? undefined : digitsOf(number),
);

const getMany = operation({
	input: z.object({ phoneNumber: optionalNumber, limit: listLimit }),
	run: async ({ phoneNumber, limit }, context) =>
		await listed(context, ownNumbers(limit, phoneNumber), numberItem),
});

const numberKey = idInput('The number key');

const getOne = operation({
	input: z.object({ numberKey }),
	run: async ({ numberKey: key }, context) =>
		await itemsOf(context, get(pathOf(key)), (body) => someOf(numberItem(objectOf(body) ?? {}))),
});

const CAPABILITIES = ['SMS', 'VOICE', 'MMS', 'WHATSAPP', 'WHATSAPP_VOICE'] as const;

const country = optionalText('The country')
	.transform((code) => code?.trim().toUpperCase())
	.refine(
		(code) => code === undefined || /^[A-Z]{2}$/.test(code),
		'The country has to be two letters, such as GB',
	);

/** One call a second, two in a burst (Infobip, OpenAPI 3.210.0, numbers). */
const search = operation({
	input: z.object({
		country,
		capabilities: z
			.array(z.enum(CAPABILITIES, { message: `A capability is one of ${CAPABILITIES.join(', ')}` }))
			.optional(),
		phoneNumber: optionalNumber,
		state: optionalText('The state'),
		areaCode: optionalId,
		exchange: optionalId,
		limit: listLimit,
	}),
	async run(input, context) {
		const isAmerican = input.country === undefined || input.country === 'US';
		const { state, areaCode: npa, exchange: nxx } = input;
		if (!isAmerican && [state, npa, nxx].some((value) => value !== undefined)) {
			return fieldFailure('country', 'State, area code and exchange exist for numbers in the US only');
		}
		const query = compact({
			capabilities: input.capabilities?.join(',') || undefined,
			country: input.country,
			number: input.phoneNumber,
			state,
			npa,
			nxx,
			limit: String(input.limit ?? PAGE_SIZE),
		});
		return await itemsOf(context, get(`${NUMBERS}/available`, query), (body) =>
			listOf(objectOf(body)?.numbers).filter(isJsonObject).flatMap(numberItem),
		);
	},
});

const refused = (title: string, advice: string): ErrorMeaning => ({
	title,
	cause: 'configurationInvalid',
	retryable: false,
	advice,
});

/** What a purchase ends in although the answer is a success (Infobip, OpenAPI 3.210.0, numbers). */
const FAILED_PURCHASES: Readonly<Record<string, ErrorMeaning>> = {
	BILLING_FAILED: refused(
		'The number could not be paid',
		'Check the balance with Account: Get and top the account up, then buy the number again.',
	),
	RESERVATION_FAILED: refused(
		'The number could not be reserved',
		'Somebody else may have it by now: search again and choose another one.',
	),
	ERROR: refused(
		'Infobip could not buy the number',
		'Look with Get Many whether the account has it before you buy again; if not, ask the support of Infobip.',
	),
};

function bought(body: unknown): OperationOutcome | undefined {
	const row = objectOf(body);
	const status = textOf(row?.reservationStatus);
	const failure = rowOf(FAILED_PURCHASES, status);
	if (failure !== undefined) {
		return { ok: false, error: deliveryError(status ?? '', textOf(row?.note) ?? '', failure) };
	}
	const items = numberItem(row ?? {}).map((item) => ({
		...item,
		bought: true,
		...(status === 'PENDING' && { nextStep: 'The purchase is under way: look with Get in some minutes.' }),
		...(row?.additionalSetupRequired === true && {
			nextStep: 'Infobip has to set the number up further: look in the portal at what it asks for.',
		}),
	}));
	return items.length > 0 ? { ok: true, items } : undefined;
}

type Chosen = { phoneNumber?: string | undefined; numberKey?: string | undefined };

/** The number, if the account has it already. What cannot be found is for sale. */
async function alreadyOwned(
	{ ask }: OperationContext,
	{ phoneNumber, numberKey: key }: Chosen,
): Promise<Rows<JsonObject>> {
	if (key === undefined) {
		const found = await allRows(ask, ownNumbers(undefined, phoneNumber));
		if (!found.ok) return found;
		return { ok: true, rows: found.rows.filter(({ number }) => textOf(number) === phoneNumber) };
	}
	const reply = await ask(get(pathOf(key)));
	if (reply.ok) return { ok: true, rows: [objectOf(reply.body) ?? {}] };
	return reply.status === 404 ? { ok: true, rows: [] } : { ok: false, error: reply.error };
}

/** A purchase costs money and cannot be told from a repeated one, so a number that is owned is not bought again. */
const buy = operation({
	input: z.object({
		numberKey: optionalId,
		phoneNumber: optionalNumber,
		country,
		applicationId: optionalId,
		entityId: optionalId,
	}),
	async run({ numberKey: key, phoneNumber, country: code, applicationId, entityId }, context) {
		const isAmerican = code === 'US' || (code === undefined && key === undefined);
		if (isAmerican && phoneNumber === undefined) {
			return fieldFailure(
				code === 'US' ? 'phoneNumber' : 'numberKey',
				'It is not said which number to buy',
				'A number in the US is bought by the number itself, any other by its key; Search shows both.',
			);
		}
		if (isAmerican ? !phoneNumber?.startsWith('1') : key === undefined) {
			return fieldFailure('numberKey', 'A number outside of the US is bought by its key, which Search shows');
		}
		const chosen: Chosen = isAmerican ? { phoneNumber } : { numberKey: key };
		const owned = await alreadyOwned(context, chosen);
		if (!owned.ok) return owned;
		const items = owned.rows.flatMap(numberItem).map((item) => ({ ...item, bought: false }));
		if (items.length > 0) return { ok: true, items };
		const body = {
			...(isAmerican ? { number: phoneNumber } : { numberKey: key }),
			...compact({ applicationId, entityId }),
		};
		const reply = await context.ask({ method: 'POST', path: NUMBERS, body });
		if (!reply.ok) return { ok: false, error: reply.error };
		return bought(reply.body) ?? notUnderstood('POST ' + NUMBERS);
	},
});

/** Anybody may buy the number then (Infobip, OpenAPI 3.210.0, numbers). */
const release = operation({
	input: z.object({ numberKey }),
	run: async ({ numberKey: key }, context) =>
		await itemsOf(context, { method: 'DELETE', path: pathOf(key) }, () => [
			{ numberKey: key, released: true, note: 'Anybody may buy the number from now on.' },
		]),
});

export const NUMBER = { getMany, get: getOne, search, buy, release };
