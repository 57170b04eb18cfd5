import { z } from 'zod';
import { optionalText, requiredText } from '../../../messages/media';
import { listLimit, optionalId } from '../../../operations/input';
import { itemsOf, someOf } from '../../../operations/operation';
import { allRows } from '../../../http/pages';
import { compact, idOf, objectOf } from '../../../lib/json';
import { NUMBER_ITEM_FIELDS, numberItem } from './number-item';
import { accountOf, after, get, graphId, operation, PAGE_SIZE, pageOf, post } from './operation';

const getMany = operation({
	input: z.object({ accountId: optionalId, limit: listLimit }),
	async run({ accountId, limit }, { ask, line }) {
		const account = accountOf(accountId, line);
		if (!account.ok) return account;
		const found = await allRows(ask, {
			request: (page) =>
				get(`/${account.id}/phone_numbers`, {
					fields: NUMBER_ITEM_FIELDS,
					limit: PAGE_SIZE,
					...after(page),
				}),
			read: pageOf,
			limit,
		});
		return found.ok ? { ok: true, items: found.rows.flatMap(numberItem) } : found;
	},
});

const getOne = operation({
	input: z.object({ phoneNumberId: graphId('The phone number ID') }),
	run: async ({ phoneNumberId }, context) =>
		await itemsOf(context, get(`/${phoneNumberId}`, { fields: NUMBER_ITEM_FIELDS }), (body) =>
			someOf(numberItem(objectOf(body) ?? {})),
		),
});

const COUNTRY_CODE = /^[1-9]\d{0,2}$/;
const NATIONAL = /^\d{4,14}$/;

function digits(text: string): string {
	return text.replace(/[\s().+\-–/]/g, '');
}

/** Meta, Business phone numbers. Country code and number go apart and without `+`. */
const create = operation({
	input: z.object({
		accountId: optionalId,
		countryCode: requiredText('The country code')
			.transform(digits)
			.refine((code) => COUNTRY_CODE.test(code), 'The country code has one to three digits, such as 1 or 49'),
		phoneNumber: requiredText('The phone number')
			.transform(digits)
			.refine(
				(number) => NATIONAL.test(number),
				'The phone number has to be digits, without the country code',
			),
		verifiedName: requiredText('The display name').refine(
			(name) => name.length >= 2 && name.length <= 75,
			'The display name has 2 to 75 characters',
		),
		preverifiedId: optionalText('The ID of the verified number'),
		isMigration: z.boolean().optional(),
	}),
	async run({ countryCode, phoneNumber, verifiedName, preverifiedId, isMigration, ...input }, context) {
		const account = accountOf(input.accountId, context.line);
		if (!account.ok) return account;
		const request = post(
			`/${account.id}/phone_numbers`,
			compact({
				cc: countryCode,
				phone_number: phoneNumber,
				verified_name: verifiedName,
				preverified_id: preverifiedId,
				...(isMigration === true && { migrate_phone_number: true }),
			}),
		);
		return await itemsOf(context, request, (body) => {
			const phoneNumberId = idOf(objectOf(body)?.id);
			return phoneNumberId === undefined
				? undefined
				: [
						{
							phoneNumberId,
							accountId: account.id,
							phoneNumber: `+${countryCode}${phoneNumber}`,
							verifiedName,
							nextStep: 'Request a code, verify it, then register the number.',
						},
					];
		});
	},
});

export const NUMBER_READING = { getMany, get: getOne, create };
