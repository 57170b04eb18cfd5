import { z } from 'zod';
import { optionalText, requiredText } from '../../../messages/media';
import { listLimit, onePage, optionalId, splitNumber } from '../../../operations/input';
import { itemsOf, listed, someOf } from '../../../operations/operation';
import { compact, idOf, objectOf } from '../../../lib/json';
import { BRIEF_NUMBER_FIELDS, NUMBER_FIELDS, numberItem } from './number-item';
import { after, get, graphId, ofAccount, operation, PAGE_SIZE, pageOf, post } from './operation';

/** Whether name, quality and pace are enough, as for a list in the editor and for a sender. */
const brief = z.boolean().default(false);

const fieldsOf = (isBrief: boolean) => ({ fields: isBrief ? BRIEF_NUMBER_FIELDS : NUMBER_FIELDS });

const getMany = ofAccount({
	input: z.object({ accountId: optionalId, limit: listLimit, page: onePage, brief }),
	async run({ limit, page: only, brief: isBrief }, context) {
		const query = { ...fieldsOf(isBrief), limit: PAGE_SIZE };
		const request = (page?: string) =>
			get(`/${context.accountId}/phone_numbers`, { ...query, ...after(page) });
		return await listed(context, { request, read: pageOf, limit, only }, numberItem);
	},
});

const getOne = operation({
	input: z.object({ phoneNumberId: graphId('The phone number ID'), brief }),
	run: async ({ phoneNumberId, brief: isBrief }, context) =>
		await itemsOf(context, get(`/${phoneNumberId}`, fieldsOf(isBrief)), (body) =>
			someOf(numberItem(objectOf(body) ?? {})),
		),
});

/** Meta, Business phone numbers. */
const create = ofAccount({
	input: z.object({
		accountId: optionalId,
		...splitNumber,
		verifiedName: requiredText('The display name').refine(
			(name) => name.length >= 2 && name.length <= 75,
			'The display name has 2 to 75 characters',
		),
		preverifiedId: optionalText('The ID of the verified number'),
		isMigration: z.boolean().optional(),
	}),
	async run(input, { accountId, ...context }) {
		const { countryCode, phoneNumber, verifiedName, preverifiedId, isMigration } = input;
		const request = post(
			`/${accountId}/phone_numbers`,
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
							accountId,
							phoneNumber: `+${countryCode}${phoneNumber}`,
							verifiedName,
							nextStep: 'Request a code, verify it, then register the number.',
						},
					];
		});
	},
});

export const NUMBER_READING = { getMany, get: getOne, create };
