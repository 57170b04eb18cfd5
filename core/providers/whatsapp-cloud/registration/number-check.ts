import type { JsonObject } from '../../../events';
import type { Check } from '../../../webhooks/diagnosis';
import { checked, type Result } from '../../../operations/checks';
import { idOf, rowOf, textOf } from '../../../lib/json';

export const NUMBER_FIELDS =
	'id,display_phone_number,verified_name,status,platform_type,code_verification_status,quality_rating';

type Finding = Pick<Result, 'state' | 'nextStep'>;

const OK: Finding = { state: 'ok' };
const REGISTER: Finding = {
	state: 'failed',
	nextStep: 'Register the number: until then nothing is sent or received, even if WhatsApp Manager shows it.',
};
const APPEAL: Finding = {
	state: 'failed',
	nextStep: 'Open the account in WhatsApp Manager, read the reason and ask for a review.',
};
const GONE: Finding = {
	state: 'failed',
	nextStep: 'Choose another number, or add this one to the account again in WhatsApp Manager.',
};
const QUALITY: Finding = {
	state: 'warning',
	nextStep: 'People block or report these messages. Send fewer, and only to those who asked for them.',
};

/** What each value of a number's state calls for (Meta, Business phone numbers). A value that is not listed is in order. */
const FINDINGS: Readonly<Record<string, Readonly<Record<string, Finding>>>> = {
	status: {
		CONNECTED: OK,
		PENDING: REGISTER,
		DISCONNECTED: REGISTER,
		UNVERIFIED: REGISTER,
		FLAGGED: QUALITY,
		RATE_LIMITED: {
			state: 'warning',
			nextStep: 'Wait: the number has reached its limit. Receiving is not affected.',
		},
		RESTRICTED: APPEAL,
		BANNED: APPEAL,
		MIGRATED: GONE,
		DELETED: GONE,
	},
	platform_type: {
		NOT_APPLICABLE: REGISTER,
		ON_PREMISE: {
			state: 'failed',
			nextStep: 'Migrate the number to the Cloud API: the on-premises API gets its messages.',
		},
	},
	code_verification_status: {
		NOT_VERIFIED: {
			state: 'failed',
			nextStep: 'Verify the number with the code that Meta sends to it by SMS or voice, then register it.',
		},
		UNVERIFIED: {
			state: 'failed',
			nextStep: 'Verify the number with the code that Meta sends to it by SMS or voice, then register it.',
		},
	},
	quality_rating: { YELLOW: QUALITY, RED: QUALITY },
};

const SEVERITY: readonly Check['state'][] = ['ok', 'unknown', 'warning', 'failed'];

function worst(findings: readonly Finding[]): Finding {
	return findings.reduce(
		(one, other) => (SEVERITY.indexOf(other.state) > SEVERITY.indexOf(one.state) ? other : one),
		OK,
	);
}

/** One line for a number, out of its node in the Graph API. */
export function checkNumber(number: JsonObject): Check {
	const values = Object.entries(FINDINGS).flatMap(([field, table]) => {
		const value = textOf(number[field]);
		return value === undefined ? [] : [{ field, value, finding: rowOf(table, value) ?? OK }];
	});
	const found = values.map(({ field, value }) => (field === 'quality_rating' ? `quality ${value}` : value));
	const status = values.some(({ field }) => field === 'status') ? [] : [{ state: 'unknown' } as const];
	return checked(
		`Phone number ${textOf(number.display_phone_number) ?? idOf(number.id) ?? ''}`.trim(),
		'CONNECTED, CLOUD_API, VERIFIED',
		{
			found: found.length > 0 ? found.join(', ') : 'Meta tells no state',
			...worst([...values.map(({ finding }) => finding), ...status]),
		},
	);
}
