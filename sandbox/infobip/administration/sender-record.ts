import type { InfobipAccount, SandboxLine } from '../../settings.ts';
import { digits } from '../../shared/identifiers.ts';

/** The WhatsApp Business account that Embedded Signup made; its templates name it. */
export const BUSINESS_ACCOUNT_ID = 100_000_000_000_012;
/** Meta has verified this number before, so that no code is needed. */
export const VERIFIED_BY_META = '15550100118';

/** What Infobip holds of a WhatsApp sender (Infobip OpenAPI 3.210.0, senders quality and embedded signup). */
export interface SenderRecord {
	readonly line: SandboxLine;
	/** Of a sender that waits for its code UNVERIFIED, of one that is being registered PENDING. */
	status: 'BANNED' | 'CONNECTED' | 'FLAGGED' | 'PENDING' | 'RATE_LIMITED' | 'RESTRICTED' | 'UNVERIFIED';
	quality: 'HIGH' | 'MEDIUM' | 'LOW' | 'UNKNOWN';
	limit: string;
	/** Milliseconds since 1970. */
	changedAt: number;
	/** A code that is on its way to the number. */
	code: { sentAt: number; wrong: number } | undefined;
	isGone: boolean;
}

const FIRST_AT = Date.parse('2026-01-15T09:00:00Z');

export function firstSenders({ lines }: InfobipAccount): SenderRecord[] {
	return lines
		.filter(({ channel }) => channel === 'whatsapp')
		.map((line) => ({
			line,
			status: 'CONNECTED',
			quality: 'HIGH',
			limit: 'LIMIT_2K',
			changedAt: FIRST_AT,
			code: undefined,
			isGone: false,
		}));
}

export function newSender(phoneNumber: string, verifiedName: string, at: number): SenderRecord {
	const id = `infobip-whatsapp-${digits(phoneNumber)}`;
	return {
		line: { id, provider: 'infobip', channel: 'whatsapp', phoneNumber, verifiedName },
		status: 'UNVERIFIED',
		quality: 'UNKNOWN',
		limit: 'LIMIT_250',
		changedAt: at,
		code: undefined,
		isGone: false,
	};
}

const SENDING: ReadonlySet<SenderRecord['status']> = new Set(['CONNECTED', 'FLAGGED', 'RATE_LIMITED']);

export function canSend({ status, isGone }: SenderRecord): boolean {
	return !isGone && SENDING.has(status);
}
