import type { SandboxLine, SandboxWorld } from '../../settings.ts';
import { FIRST_PIN, SHARED_ACCOUNT_ID, SIGNUP_ACCOUNT_ID } from './portfolio.ts';

/** A name that waits for its review, or for the registration that brings it into use. */
export interface NewName {
	name: string;
	status: 'PENDING_REVIEW' | 'APPROVED' | 'DECLINED' | 'EXPIRED';
	/** Milliseconds since 1970. */
	approvedAt: number | undefined;
}

/** What Meta holds of a phone number (Meta, Business phone numbers; Register a number). */
export interface NumberRecord {
	readonly line: SandboxLine;
	accountId: string;
	verifiedName: string;
	nameStatus: 'APPROVED' | 'AVAILABLE_WITHOUT_REVIEW' | 'DECLINED' | 'EXPIRED' | 'PENDING_REVIEW' | 'NONE';
	newName: NewName | undefined;
	/** Proof of ownership. */
	verification: 'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED';
	/** Not applicable to a number that is not registered. */
	platform: 'CLOUD_API' | 'ON_PREMISE' | 'NOT_APPLICABLE';
	/** What Meta holds against it. */
	standing: 'FLAGGED' | 'RESTRICTED' | 'BANNED' | 'RATE_LIMITED' | 'MIGRATED' | undefined;
	/** Of two-step verification. */
	pin: string | undefined;
	quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
	throughput: 'STANDARD' | 'HIGH' | 'NOT_APPLICABLE';
	limit: string;
	mode: 'LIVE' | 'SANDBOX';
	isOnBusinessApp: boolean;
	isGone: boolean;
	/** When it was registered last, in milliseconds since 1970. */
	onboardedAt: number | undefined;
	region: string | undefined;
}

/** A number that was just added to an account. */
export function newNumber(line: SandboxLine, accountId: string): NumberRecord {
	return {
		line,
		accountId,
		verifiedName: line.verifiedName,
		nameStatus: 'PENDING_REVIEW',
		newName: undefined,
		verification: 'NOT_VERIFIED',
		platform: 'NOT_APPLICABLE',
		standing: undefined,
		pin: undefined,
		quality: 'UNKNOWN',
		throughput: 'NOT_APPLICABLE',
		limit: 'TIER_250',
		mode: 'LIVE',
		isOnBusinessApp: false,
		isGone: false,
		onboardedAt: undefined,
		region: undefined,
	};
}

const VERIFIED = { nameStatus: 'APPROVED', verification: 'VERIFIED' } as const;
const REGISTERED = {
	...VERIFIED,
	platform: 'CLOUD_API',
	pin: FIRST_PIN,
	quality: 'GREEN',
	throughput: 'STANDARD',
	limit: 'TIER_2K',
	onboardedAt: Date.parse('2026-01-15T09:00:00Z'),
} as const;

/** Numbers of accounts that others share. */
const ELSEWHERE: readonly (readonly [accountId: string, line: SandboxLine, more: Partial<NumberRecord>])[] = [
	[SHARED_ACCOUNT_ID, lineOf('200000000000011', '+15550100031', 'Harbour Tea'), REGISTERED],
	[SIGNUP_ACCOUNT_ID, lineOf('200000000000021', '+15550100041', 'Moonlight Bakery'), VERIFIED],
	[
		SIGNUP_ACCOUNT_ID,
		lineOf('200000000000022', '+15550100042', 'Moonlight Bakery'),
		{ ...REGISTERED, isOnBusinessApp: true },
	],
];

export function firstNumbers({ businessAccountId, numbers }: SandboxWorld): NumberRecord[] {
	return [
		...numbers.map((line) => ({ ...newNumber(line, businessAccountId), ...REGISTERED })),
		...ELSEWHERE.map(([accountId, line, more]) => ({ ...newNumber(line, accountId), ...more })),
	];
}

export function lineOf(id: string, phoneNumber: string, verifiedName: string): SandboxLine {
	return { id, provider: 'whatsAppCloud', channel: 'whatsapp', phoneNumber, verifiedName };
}

/** `status` of a number; only a connected one can send. */
export function statusOf({ standing, platform, verification, onboardedAt }: NumberRecord): string {
	if (standing !== undefined) return standing;
	if (platform !== 'NOT_APPLICABLE') return 'CONNECTED';
	if (onboardedAt !== undefined) return 'DISCONNECTED';
	return verification === 'VERIFIED' ? 'PENDING' : 'UNVERIFIED';
}
