import type { JsonObject } from '../../../events';
import { toAddress } from '../../../lib/phone/address';
import { withoutSecrets } from '../../../webhooks/callback-url';
import { compact, listOf, numberOf, objectOf, textOf } from '../../../lib/json';

/** An amount of money, `{amount, currencyCode}`. */
function priceOf(value: unknown): { amount: number | undefined; currency: string | undefined } {
	const money = objectOf(value);
	return { amount: numberOf(money?.amount), currency: textOf(money?.currencyCode) };
}

function provisioningStep(status: string | undefined): string | undefined {
	if (status === 'WAITING' || status === 'IN_PROGRESS') {
		return 'Sinch is still linking the number: look with Get in some minutes before you send from it.';
	}
	return status === 'FAILED'
		? 'Linking failed: compare the service plan and, for the US, the campaign, then unlink the number and link it again.'
		: undefined;
}

/** Links of a number with a service plan take effect later (Sinch, Numbers API). */
export function linkOf(row: JsonObject) {
	const sms = objectOf(row.smsConfiguration);
	const scheduled = objectOf(sms?.scheduledProvisioning);
	return {
		servicePlanId: textOf(sms?.servicePlanId),
		campaignId: textOf(sms?.campaignId),
		scheduledPlanId: textOf(scheduled?.servicePlanId),
		status: textOf(scheduled?.status)?.replace(/^PROVISIONING_STATUS_/, ''),
		errorCodes: listOf(scheduled?.errorCodes).flatMap((code) => textOf(code) ?? []),
	};
}

/** A number of the project, or one for sale. */
export function numberItem(row: JsonObject): JsonObject[] {
	const phoneNumber = toAddress(row.phoneNumber);
	if (phoneNumber === undefined) return [];
	const link = linkOf(row);
	const setup = priceOf(row.setupPrice);
	const monthly = priceOf(row.monthlyPrice ?? row.money);
	const callbackUrl = textOf(row.callbackUrl);
	return [
		compact({
			phoneNumber,
			displayName: textOf(row.displayName),
			country: textOf(row.regionCode),
			type: textOf(row.type),
			capabilities: listOf(row.capability),
			servicePlanId: link.servicePlanId,
			campaignId: link.campaignId,
			linkStatus: link.status,
			linkErrors: link.errorCodes.length > 0 ? link.errorCodes : undefined,
			callbackUrl: callbackUrl === undefined ? undefined : withoutSecrets(callbackUrl),
			setupPrice: setup.amount,
			pricePerMonth: monthly.amount,
			currency: monthly.currency ?? setup.currency,
			paymentIntervalMonths: numberOf(row.paymentIntervalMonths),
			nextChargeDate: textOf(row.nextChargeDate),
			expiresAt: textOf(row.expireAt),
			supportingDocumentationRequired: row.supportingDocumentationRequired === true ? true : undefined,
			nextStep: provisioningStep(link.status),
		}),
	];
}
