import type { SandboxLine, SinchAccount } from '../../settings.ts';
import { digits } from '../../shared/identifiers.ts';

/** Numbers that Embedded Signup left with Meta, by the ids that its popup gave. */
export const SIGNED_UP = [
	{
		wabaId: '100000000000022',
		phoneNumberId: '200000000000122',
		phoneNumber: '+15550100126',
		verifiedName: 'Sunrise Roastery',
		isVerified: false,
	},
	{
		wabaId: '100000000000022',
		phoneNumberId: '200000000000123',
		phoneNumber: '+15550100127',
		verifiedName: 'Sunrise Bakery',
		/** Meta has verified it before, so that no code is needed. */
		isVerified: true,
	},
] as const;

/** What Sinch holds of a WhatsApp sender (Sinch, Provisioning API: WhatsApp Senders). */
export interface SenderRecord {
	readonly id: string;
	readonly line: SandboxLine;
	/** With which the app of the Conversation API sends. */
	readonly token: string;
	readonly phoneNumberId: string;
	state: 'ACTIVE' | 'ERROR' | 'INACTIVE' | 'IN_PROGRESS' | 'PENDING_VERIFICATION' | 'SUSPENDED';
	quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
	dailyLimit: string;
	region: string;
	metaLocalStorage: string | undefined;
	isVerifiedByMeta: boolean;
	/** Set where a code, or its absence, was asked for. */
	registered: { sentAt: number; wrong: number } | undefined;
	/** Milliseconds since 1970. */
	createdAt: number;
	isGone: boolean;
}

/** The sender of the first WhatsApp number. */
export const FIRST_SENDER_ID = '01SANDB0XSENDER00000000001';
/** Its token; a sender's own begins with this. */
export const SENDER_TOKEN = 'sandbox-sinch-sender-token';

export function firstSenders({ lines, region }: SinchAccount): SenderRecord[] {
	return lines
		.filter(({ channel }) => channel === 'whatsapp')
		.map((line) => ({
			id: FIRST_SENDER_ID,
			line,
			token: SENDER_TOKEN,
			phoneNumberId: '200000000000121',
			state: 'ACTIVE',
			quality: 'GREEN',
			dailyLimit: 'TIER_2K',
			region: region.toUpperCase(),
			metaLocalStorage: undefined,
			isVerifiedByMeta: true,
			registered: undefined,
			createdAt: Date.parse('2026-01-15T09:00:00Z'),
			isGone: false,
		}));
}

/** As Sinch shows it. A sender has its token once it was active. */
export function shownSender(sender: SenderRecord, app: { id: string; projectId: string } | undefined) {
	const { id, line, token, state, quality, dailyLimit, region, metaLocalStorage, createdAt } = sender;
	const national = digits(line.phoneNumber);
	return {
		id,
		state,
		details: { displayName: line.verifiedName, about: '', vertical: 'RESTAURANT' },
		region,
		...(metaLocalStorage === undefined ? {} : { metaLocalStorage }),
		qualityRating: quality,
		dailyLimit,
		...(state === 'ACTIVE' || state === 'SUSPENDED' ? { bearerToken: token } : {}),
		countryCode: national.slice(0, 1),
		phoneNumber: national.slice(1),
		businessManager: 'SINCH_UK',
		maxTps: 80,
		created: new Date(createdAt).toISOString(),
		...(app ? { conversationApiAppDetails: { ...app, region, channelStatus: 'ACTIVE' } } : {}),
	};
}
