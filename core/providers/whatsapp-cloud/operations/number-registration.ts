import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { optionalText, requiredText } from '../../../messages/media';
import type { ApiRequest } from '../../../http/api';
import { digitsInput, earlierTimes } from '../../../operations/input';
import { itemsOf } from '../../../operations/operation';
import { ALLOWANCES, approvedTooLongAgo, tooMany } from './attempts';
import { graphId, operation, post } from './operation';
import { compact } from '../../../lib/json';

export const phoneNumberId = graphId('The phone number ID');
const pin = digitsInput('The PIN', 6);

/** Where WhatsApp may keep the messages of a number (Meta, Register a number). */
const REGIONS = ['AU', 'ID', 'IN', 'JP', 'SG', 'KR', 'DE', 'CH', 'GB', 'BR', 'BH', 'ZA', 'AE', 'CA'] as const;

const region = z.preprocess(
	(value) => (value === '' ? undefined : value),
	z.enum(REGIONS, { message: `The region has to be one of ${REGIONS.join(', ')}, or empty` }).optional(),
);

type Context = Parameters<typeof itemsOf>[0];

/** One call whose answer says nothing, and the item that tells of it. */
export async function done(context: Context, request: ApiRequest, item: JsonObject) {
	return await itemsOf(context, request, () => [item]);
}

const registrationInput = {
	phoneNumberId,
	pin,
	dataLocalizationRegion: region,
	earlierRegistrations: earlierTimes,
};

function registration(
	id: string,
	pinCode: string,
	dataRegion: string | undefined,
	more: object = {},
): ApiRequest {
	return post(
		`/${id}/register`,
		compact({
			messaging_product: 'whatsapp',
			pin: pinCode,
			data_localization_region: dataRegion,
			...more,
		}),
	);
}

/** The PIN becomes the number's where it has none (Meta, Register a number). */
const register = operation({
	input: z.object({
		...registrationInput,
		nameApprovedAt: optionalText('The time of the approval').refine(
			(time) => time === undefined || !Number.isNaN(Date.parse(time)),
			'The time of the approval has to be in ISO 8601',
		),
	}),
	secrets: (input) => [input.pin],
	async run({ phoneNumberId: id, dataLocalizationRegion, ...input }, context) {
		const refusal =
			tooMany(ALLOWANCES.registration, 'earlierRegistrations', input.earlierRegistrations, context.now) ??
			approvedTooLongAgo(input.nameApprovedAt, context.now);
		if (refusal !== undefined) return refusal;
		return await done(
			context,
			registration(id, input.pin, dataLocalizationRegion),
			compact({
				phoneNumberId: id,
				registered: true,
				registeredAt: new Date(context.now).toISOString(),
				dataLocalizationRegion,
			}),
		);
	},
});

const deregister = operation({
	input: z.object({ phoneNumberId, earlierDeregistrations: earlierTimes }),
	async run({ phoneNumberId: id, earlierDeregistrations }, context) {
		const refusal = tooMany(
			ALLOWANCES.deregistration,
			'earlierDeregistrations',
			earlierDeregistrations,
			context.now,
		);
		if (refusal !== undefined) return refusal;
		return await done(context, post(`/${id}/deregister`, {}), {
			phoneNumberId: id,
			registered: false,
			deregisteredAt: new Date(context.now).toISOString(),
		});
	},
});

/** Meta asks for no old PIN, and two-step verification cannot be switched off (Meta, Business phone numbers). */
const setPin = operation({
	input: z.object({ phoneNumberId, pin }),
	secrets: (input) => [input.pin],
	run: async ({ phoneNumberId: id, pin: code }, context) =>
		await done(context, post(`/${id}`, { pin: code }), { phoneNumberId: id, twoStepVerification: true }),
});

const requestDisplayName = operation({
	input: z.object({
		phoneNumberId,
		displayName: requiredText('The display name').refine(
			(name) => name.length >= 2 && name.length <= 75,
			'The display name has 2 to 75 characters',
		),
		earlierRequests: earlierTimes,
	}),
	async run({ phoneNumberId: id, displayName, earlierRequests }, context) {
		const refusal = tooMany(ALLOWANCES.displayName, 'earlierRequests', earlierRequests, context.now);
		if (refusal !== undefined) return refusal;
		const request: ApiRequest = { method: 'POST', path: `/${id}`, query: { new_display_name: displayName } };
		return await done(context, request, {
			phoneNumberId: id,
			requestedName: displayName,
			requestedAt: new Date(context.now).toISOString(),
			nextStep:
				'Wait for the approval, which the event nameUpdate reports, then register the number again within 14 days.',
		});
	},
});

/** Brings a number over from the on-premises API, which it leaves by that (Meta, Migrate from On-Premises API to Cloud API). */
const migrate = operation({
	input: z.object({
		...registrationInput,
		backupData: requiredText('The backup data'),
		backupPassword: requiredText('The password of the backup'),
	}),
	secrets: (input) => [input.pin, input.backupData, input.backupPassword],
	async run({ phoneNumberId: id, dataLocalizationRegion, backupData, backupPassword, ...input }, context) {
		const refusal = tooMany(
			ALLOWANCES.registration,
			'earlierRegistrations',
			input.earlierRegistrations,
			context.now,
		);
		if (refusal !== undefined) return refusal;
		const backup = { data: backupData, password: backupPassword };
		return await done(context, registration(id, input.pin, dataLocalizationRegion, { backup }), {
			phoneNumberId: id,
			registered: true,
			migrated: true,
			registeredAt: new Date(context.now).toISOString(),
		});
	},
});

export const NUMBER_REGISTRATION = {
	register,
	deregister,
	setPin,
	requestDisplayName,
	migrate,
};
