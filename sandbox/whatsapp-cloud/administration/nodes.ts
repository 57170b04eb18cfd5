import { displayPhoneNumber } from '../directory.ts';
import type { GraphNode } from '../fields.ts';
import { type NumberRecord, statusOf } from './number-record.ts';
import { type AccountRecord, PORTFOLIO } from './portfolio.ts';

type Ability = 'AVAILABLE' | 'LIMITED' | 'BLOCKED';

interface Entity {
	entity_type: 'PHONE_NUMBER' | 'WABA' | 'BUSINESS';
	id: string;
	can_send_message: Ability;
	errors?: { error_code: number; error_description: string; possible_solution: string }[];
	additional_info?: string[];
}

const RANKS: readonly Ability[] = ['BLOCKED', 'LIMITED'];

/** The whole is as able as the least able part (Meta, Messaging health status). */
function healthOf(entities: readonly Entity[]) {
	const worst = RANKS.find((rank) => entities.some(({ can_send_message }) => can_send_message === rank));
	return { can_send_message: worst ?? 'AVAILABLE', entities };
}

function accountEntities({ id, hasPayment, isBusinessVerified }: AccountRecord): Entity[] {
	const payment = {
		error_code: 141006,
		error_description: 'There is an error with the payment method.',
		possible_solution: 'Add a payment method to the account, or put the one it has in order.',
	};
	const verification = {
		error_code: 141010,
		error_description: 'The business is not verified.',
		possible_solution: 'Verify the business in the Security Center of Meta Business Settings.',
	};
	const state = (isFine: boolean): Ability => (isFine ? 'AVAILABLE' : 'BLOCKED');
	return [
		{
			entity_type: 'WABA',
			id,
			can_send_message: state(hasPayment),
			...(hasPayment ? {} : { errors: [payment] }),
		},
		{
			entity_type: 'BUSINESS',
			id: PORTFOLIO.id,
			can_send_message: state(isBusinessVerified),
			...(isBusinessVerified ? {} : { errors: [verification] }),
		},
	];
}

/** Of numbers by their status; all others cannot send. A flagged one only risks a lower limit. */
const ABILITIES: Readonly<Record<string, Ability>> = {
	CONNECTED: 'AVAILABLE',
	FLAGGED: 'AVAILABLE',
	RATE_LIMITED: 'LIMITED',
};

function numberEntity(record: NumberRecord): Entity {
	const entity = { entity_type: 'PHONE_NUMBER', id: record.line.id } as const;
	const ability = ABILITIES[statusOf(record)] ?? 'BLOCKED';
	if (ability !== 'AVAILABLE' || record.nameStatus === 'APPROVED') {
		return { ...entity, can_send_message: ability };
	}
	const additional_info = ['Your display name has not been approved yet.'];
	return { ...entity, can_send_message: 'LIMITED', additional_info };
}

/** A WhatsApp business account as the Graph API shows it. */
export function accountNode(account: AccountRecord): GraphNode {
	const { id, name, review, isBusinessVerified, relation } = account;
	return {
		type: 'WhatsAppBusinessAccount',
		fields: {
			id,
			name,
			timezone_id: '1',
			currency: 'USD',
			country: 'US',
			message_template_namespace: `sandbox_${id}`,
			status: 'ACTIVE',
			account_review_status: review,
			business_verification_status: isBusinessVerified ? 'verified' : 'not_verified',
			marketing_messages_onboarding_status: 'ELIGIBLE',
			ownership_type: relation === 'owned' ? 'SELF' : 'CLIENT_OWNED',
			primary_business_location: 'US',
			health_status: healthOf(accountEntities(account)),
		},
		defaults: ['id', 'name', 'timezone_id', 'message_template_namespace'],
	};
}

/** A phone number as the Graph API shows it (Meta, Business phone numbers; Display names; Messaging limits). */
export function numberNode(
	record: NumberRecord,
	account: AccountRecord,
	webhookConfiguration?: Record<string, string>,
): GraphNode {
	const { line, newName, onboardedAt } = record;
	return {
		type: 'WhatsAppBusinessPhoneNumber',
		fields: {
			id: line.id,
			verified_name: record.verifiedName,
			display_phone_number: displayPhoneNumber(line.phoneNumber),
			quality_rating: record.quality,
			quality_score: { score: record.quality },
			code_verification_status: record.verification,
			status: statusOf(record),
			name_status: record.nameStatus,
			new_display_name: newName?.name,
			new_name_status: newName?.status,
			account_mode: record.mode,
			platform_type: record.platform,
			throughput: { level: record.throughput },
			is_pin_enabled: record.pin !== undefined,
			is_official_business_account: false,
			is_on_biz_app: record.isOnBusinessApp,
			is_preverified_number: false,
			messaging_limit_tier: record.limit,
			whatsapp_business_manager_messaging_limit: record.limit,
			last_onboarded_time: onboardedAt === undefined ? undefined : graphTime(onboardedAt),
			data_localization_region: record.region,
			search_visibility: 'NON_VISIBLE',
			certificate: undefined,
			conversational_automation: undefined,
			webhook_configuration: webhookConfiguration,
			health_status: healthOf([numberEntity(record), ...accountEntities(account)]),
		},
		defaults: [
			'verified_name',
			'code_verification_status',
			'display_phone_number',
			'quality_rating',
			'platform_type',
			'throughput',
			'id',
		],
	};
}

/** `2026-01-15T09:00:00+0000` */
function graphTime(at: number): string {
	return new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');
}
