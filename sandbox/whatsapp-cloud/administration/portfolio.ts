import type { SandboxWorld } from '../../settings.ts';

/** What Meta holds of a WhatsApp business account. */
export interface AccountRecord {
	id: string;
	name: string;
	/** To the business portfolio: its own, or one that somebody shares with it. */
	relation: 'owned' | 'shared';
	review: 'APPROVED' | 'PENDING' | 'REJECTED';
	hasPayment: boolean;
	isBusinessVerified: boolean;
	isLocked: boolean;
	isGone: boolean;
}

/** The business portfolio that the account belongs to, and the one system user of it. */
export const PORTFOLIO = { id: '600000000000001', userId: '122000000000000001' } as const;
/** Shared with the portfolio from the start. */
export const SHARED_ACCOUNT_ID = '100000000000002';
/** Of a customer who lets the app see it by Embedded Signup. Nobody reaches it before. */
export const SIGNUP_ACCOUNT_ID = '100000000000003';
/** The code that Embedded Signup hands over. */
export const SIGNUP_CODE = 'sandbox-signup-code';
/** Two-step verification of every number that is registered from the start. */
export const FIRST_PIN = '246810';

export function firstAccounts({ businessAccountId, businessAccountName }: SandboxWorld): AccountRecord[] {
	const healthy = {
		review: 'APPROVED',
		hasPayment: true,
		isBusinessVerified: true,
		isLocked: false,
		isGone: false,
	} as const;
	return [
		{ id: businessAccountId, name: businessAccountName, relation: 'owned', ...healthy },
		{ id: SHARED_ACCOUNT_ID, name: 'Harbour Tea', relation: 'shared', ...healthy },
		{ id: SIGNUP_ACCOUNT_ID, name: 'Moonlight Bakery', relation: 'shared', ...healthy },
	];
}
