import type { JsonObject } from '../../../events';
import { toAddress } from '../../../lib/phone/address';
import { compact, idOf, listOf, numberOf, objectOf, textOf } from '../../../lib/json';

function flag(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

/** A number that is owned or for sale, with its price. */
export function numberItem(row: JsonObject): JsonObject[] {
	const numberKey = idOf(row.numberKey);
	const phoneNumber = toAddress(row.number);
	if (numberKey === undefined && phoneNumber === undefined) return [];
	const price = objectOf(row.price);
	return [
		compact({
			numberKey,
			phoneNumber,
			country: textOf(row.country),
			countryName: textOf(row.countryName),
			type: textOf(row.type),
			capabilities: listOf(row.capabilities),
			network: textOf(row.network),
			keywords: Array.isArray(row.keywords) ? listOf(row.keywords) : undefined,
			shared: flag(row.shared),
			pricePerMonth: numberOf(price?.pricePerMonth),
			setupPrice: numberOf(price?.setupPrice),
			initialMonthPrice: numberOf(price?.initialMonthPrice),
			currency: textOf(price?.currency),
			reservationStatus: textOf(row.reservationStatus),
			additionalSetupRequired: flag(row.additionalSetupRequired),
			canEdit: flag(objectOf(row.editPermissions)?.canEditNumber),
			note: textOf(row.note),
			applicationId: textOf(row.applicationId),
			entityId: textOf(row.entityId),
		}),
	];
}

const QUALITY: Readonly<Record<string, string>> = {
	HIGH: 'High: hardly anybody blocks or reports these messages',
	MEDIUM: 'Medium: some people block or report these messages',
	LOW: 'Low: many people block or report these messages; send fewer, to those who asked for them',
	UNKNOWN: 'Not rated yet: too few messages',
};

/** People whom a sender may write to in 24 hours without their having written before. */
const LIMITS: Readonly<Record<string, string>> = {
	LIMIT_NA: 'Not known yet',
	LIMIT_250: '250 people in 24 hours who have not written before',
	LIMIT_2K: '2,000 people in 24 hours who have not written before',
	LIMIT_10K: '10,000 people in 24 hours who have not written before',
	LIMIT_100K: '100,000 people in 24 hours who have not written before',
	UNLIMITED: 'Unlimited',
};

/** State and quality of a sender of WhatsApp (Infobip, WhatsApp senders quality). */
export function qualityItem(row: JsonObject): JsonObject[] {
	const phoneNumber = toAddress(row.sender);
	if (phoneNumber === undefined) return [];
	const qualityRating = textOf(row.qualityRating);
	const messagingLimit = textOf(row.currentLimit);
	return [
		compact({
			phoneNumber,
			status: textOf(row.status),
			qualityRating,
			qualityMeaning: QUALITY[qualityRating ?? ''],
			messagingLimit,
			messagingLimitMeaning: LIMITS[messagingLimit ?? ''],
			updatedAt: textOf(row.lastUpdated),
		}),
	];
}
