import type { JsonObject } from '../../../events';
import { compact, idOf, isJsonObject, listOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { QUALITY } from '../../../whatsapp/profile';
import { timeFromEpoch, timeFromIso } from '../../../lib/time';

/** Of a number's node; `messaging_limit_tier` is deprecated in favour of the limit of the portfolio (Meta, Messaging limits). */
export const NUMBER_FIELDS = [
	'id',
	'display_phone_number',
	'verified_name',
	'name_status',
	'new_display_name',
	'new_name_status',
	'quality_rating',
	'throughput',
	'whatsapp_business_manager_messaging_limit',
	'code_verification_status',
	'status',
	'account_mode',
	'platform_type',
	'is_pin_enabled',
	'is_official_business_account',
	'is_on_biz_app',
	'last_onboarded_time',
	'health_status',
].join(',');

/** What tells a number from others, and how fast it may send. */
export const BRIEF_NUMBER_FIELDS =
	'id,display_phone_number,verified_name,quality_rating,throughput,is_on_biz_app';

/** What a number needs to receive, and where its events go. */
export const RECEIVING_FIELDS =
	'id,display_phone_number,status,platform_type,code_verification_status,webhook_configuration';

/**
 * Messages a second, inbound and outbound together. A number that the WhatsApp Business app uses too has 20, whatever its
 * level (Meta, Throughput).
 */
const PER_SECOND: Readonly<Record<string, number>> = { STANDARD: 80, HIGH: 1000 };
const PER_SECOND_WITH_BUSINESS_APP = 20;

/** People outside of the customer service window in any 24 hours (Meta, Messaging limits). */
const LIMITS: Readonly<Record<string, number>> = {
	TIER_50: 50,
	TIER_250: 250,
	TIER_1K: 1000,
	TIER_2K: 2000,
	TIER_10K: 10_000,
	TIER_100K: 100_000,
};

const NAMES: Readonly<Record<string, string>> = {
	APPROVED: 'The display name is approved and shown',
	AVAILABLE_WITHOUT_REVIEW: 'The display name may be used and is reviewed later',
	DECLINED: 'The display name was declined: request another one',
	EXPIRED: 'The certificate of the display name has expired: request the name again',
	PENDING_REVIEW: 'The display name is being reviewed',
	NONE: 'The number has no display name with a certificate: request one',
};

export function throughputOf(number: JsonObject): { level?: string; messagesPerSecond?: number } {
	const level = textOf(objectOf(number.throughput)?.level);
	const messagesPerSecond =
		number.is_on_biz_app === true ? PER_SECOND_WITH_BUSINESS_APP : rowOf(PER_SECOND, level?.toUpperCase());
	return compact({ level, messagesPerSecond });
}

export function limitInWords(tier: string | undefined): string | undefined {
	if (tier === 'TIER_UNLIMITED') return 'Unlimited';
	const people = rowOf(LIMITS, tier);
	return people === undefined
		? undefined
		: `${people.toLocaleString('en-US')} people in 24 hours who have not written before`;
}

/** What is wrong with one part, `{error_code, error_description, possible_solution}` (Meta, Messaging health status). */
export interface HealthProblem {
	/** `PHONE_NUMBER`, `WABA`, `BUSINESS`, `APP`, `MESSAGE_TEMPLATE`. */
	entity: string;
	state: string;
	code?: string;
	text: string;
	solution?: string;
}

export function healthProblems(number: JsonObject): HealthProblem[] {
	return listOf(objectOf(number.health_status)?.entities)
		.filter(isJsonObject)
		.flatMap(({ entity_type, can_send_message, errors, additional_info }) => {
			const state = textOf(can_send_message) ?? 'UNKNOWN';
			const part = { entity: textOf(entity_type) ?? 'UNKNOWN', state };
			const reasons = listOf(errors)
				.filter(isJsonObject)
				.map(({ error_code, error_description, possible_solution }) =>
					compact<HealthProblem>({
						...part,
						code: idOf(error_code),
						text: textOf(error_description) ?? state,
						solution: textOf(possible_solution),
					}),
				);
			if (reasons.length > 0 || state === 'AVAILABLE') return reasons;
			const info = listOf(additional_info).flatMap((text) => textOf(text) ?? []);
			return [{ ...part, text: info.join(' ') || state }];
		});
}

function healthText({ entity, text, solution }: HealthProblem): string {
	return [`${entity}: ${text}`, ...(solution === undefined ? [] : [solution])].join(' ');
}

function flag(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

/** A number with its values and what they mean in words. */
export function numberItem(number: JsonObject): JsonObject[] {
	const phoneNumberId = idOf(number.id);
	if (phoneNumberId === undefined) return [];
	const quality = textOf(number.quality_rating);
	const nameStatus = textOf(number.name_status);
	const tier = textOf(number.whatsapp_business_manager_messaging_limit);
	const { level, messagesPerSecond } = throughputOf(number);
	const health = textOf(objectOf(number.health_status)?.can_send_message);
	const problems = healthProblems(number).map(healthText);
	const onboarded = number.last_onboarded_time;
	const item = compact({
		phoneNumberId,
		displayPhoneNumber: textOf(number.display_phone_number),
		verifiedName: textOf(number.verified_name),
		nameStatus,
		nameStatusMeaning: rowOf(NAMES, nameStatus),
		newDisplayName: textOf(number.new_display_name),
		newNameStatus: textOf(number.new_name_status),
		qualityRating: quality,
		qualityMeaning: rowOf(QUALITY, quality),
		throughputLevel: level,
		messagesPerSecond,
		messagingLimit: tier,
		messagingLimitMeaning: limitInWords(tier),
		codeVerificationStatus: textOf(number.code_verification_status),
		status: textOf(number.status),
		accountMode: textOf(number.account_mode),
		platformType: textOf(number.platform_type),
		twoStepVerification: flag(number.is_pin_enabled),
		officialBusinessAccount: flag(number.is_official_business_account),
		onBusinessApp: flag(number.is_on_biz_app),
		lastOnboardedAt: timeFromEpoch(onboarded) ?? timeFromIso(onboarded),
		canSendMessages: health,
		...(problems.length > 0 && { healthProblems: problems }),
	});
	return [item];
}
