import { type ChannelFault, changes } from '../../shared/channel-faults.ts';
import type { Access } from '../access.ts';
import type { AccountWebhooks, AppWebhooks } from '../apps.ts';
import type { Directory } from '../directory.ts';
import type { Subscriptions } from '../subscriptions.ts';
import type { Templates } from '../templates.ts';
import type { NumberRecord } from './number-record.ts';
import { type AccountRecord, SHARED_ACCOUNT_ID } from './portfolio.ts';

/** What the faults change. */
export interface ChannelParts {
	access: Access;
	directory: Directory;
	subscriptions: Subscriptions;
	templates: Templates;
	version: { hasEnded: boolean };
	now: () => number;
}

const ELSEWHERE = 'https://elsewhere.example/webhook';
const DAY_MS = 24 * 60 * 60 * 1_000;

const ofToken = changes(({ access }: ChannelParts) => access.own);
const ofOwnApp = changes(({ access }: ChannelParts) => access.own.app);
const ofAccount = changes(({ directory }: ChannelParts): AccountRecord => directory.ownAccount);
const ofNumber = changes(({ directory }: ChannelParts) => firstNumber(directory));
const ofApp = changes(
	({ subscriptions }: ChannelParts): Pick<AppWebhooks, 'callbackUrl' | 'fields'> => subscriptions.own,
);
const ofSubscription = changes(({ directory, subscriptions }: ChannelParts): AccountWebhooks =>
	subscriptions.own.at(directory.ownAccount.id),
);

/** The business's first number, also while it cannot be seen. */
function firstNumber(directory: Directory): NumberRecord {
	const id = directory.world.numbers[0]?.id;
	const record = directory.everyRecord.find(({ line }) => line.id === id);
	if (!record) throw new Error('This world has no number');
	return record;
}

const GIVEN_UP = { platform: 'NOT_APPLICABLE', throughput: 'NOT_APPLICABLE' } as const;

/** One thing each that keeps the business's first number from sending or receiving. */
export const CHANNEL_FAULTS = {
	versionEnded: {
		title: 'Versions of the Graph API below v26.0 are not answered any more',
		apply: ({ version }) => {
			version.hasEnded = true;
			return () => {
				version.hasEnded = false;
			};
		},
	},
	tokenExpired: ofToken('Access token expired', ({ now }) => ({ expiresAt: now() - 1_000 })),
	tokenRevoked: ofToken('Access token revoked', { isRevoked: true }),
	tokenExpiring: ofToken('Access token expires tomorrow', ({ now }) => ({ expiresAt: now() + DAY_MS })),
	tokenOfOtherApp: ofToken('Access token of another app', ({ access }) => {
		const [, app] = access.apps;
		return app ? { app } : {};
	}),
	messagingPermissionMissing: ofToken('Permission to send is missing', {
		scopes: ['whatsapp_business_management', 'business_management'],
	}),
	managementPermissionMissing: ofToken('Permission to manage is missing', {
		scopes: ['whatsapp_business_messaging', 'business_management'],
	}),
	businessPermissionMissing: ofToken('Permission to list accounts is missing', {
		scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
	}),
	accountNotAssigned: ofToken('Account is not assigned to the system user', {
		accountIds: [SHARED_ACCOUNT_ID],
	}),
	appSecretChanged: ofOwnApp('App secret was replaced', { secret: 'sandbox-replaced-app-secret' }),
	accountGone: ofAccount('Account does not exist', { isGone: true }),
	accountPending: ofAccount('Account is being reviewed', { review: 'PENDING' }),
	accountRejected: ofAccount('Account was rejected', { review: 'REJECTED' }),
	accountLocked: ofAccount('Account is locked', { isLocked: true }),
	paymentMissing: ofAccount('Payment method is missing', { hasPayment: false }),
	businessUnverified: ofAccount('Business is not verified', { isBusinessVerified: false }),
	numberGone: ofNumber('Number does not exist', { isGone: true }),
	numberOfOtherAccount: ofNumber('Number belongs to another account', { accountId: SHARED_ACCOUNT_ID }),
	numberBanned: ofNumber('Number is banned', { standing: 'BANNED' }),
	numberRestricted: ofNumber('Number is restricted', { standing: 'RESTRICTED' }),
	numberFlagged: ofNumber('Number is flagged', { standing: 'FLAGGED' }),
	numberUnverified: ofNumber('Number is not verified', {
		...GIVEN_UP,
		verification: 'NOT_VERIFIED',
		onboardedAt: undefined,
		pin: undefined,
	}),
	verificationExpired: ofNumber('Verification ran out before the registration', {
		...GIVEN_UP,
		verification: 'EXPIRED',
	}),
	numberNotRegistered: ofNumber('Number is not registered', GIVEN_UP),
	numberOnPremise: ofNumber('Number is at the on-premises API', { platform: 'ON_PREMISE' }),
	pinMissing: ofNumber('Two-step verification is off', { pin: undefined }),
	nameDeclined: ofNumber('Display name was declined', { nameStatus: 'DECLINED' }),
	namePending: ofNumber('Display name is being reviewed', { nameStatus: 'PENDING_REVIEW' }),
	nameExpired: ofNumber('Display name expired', { nameStatus: 'EXPIRED' }),
	testNumber: ofNumber('Number is a test number', { mode: 'SANDBOX' }),
	qualityLow: ofNumber('Quality is low', { quality: 'RED' }),
	qualityMedium: ofNumber('Quality is medium', { quality: 'YELLOW' }),
	limitReached: ofNumber('Messaging limit is reached', { standing: 'RATE_LIMITED' }),
	throughputMissing: ofNumber('Number has no throughput', { throughput: 'NOT_APPLICABLE' }),
	appNotSubscribed: ofSubscription('App is not subscribed to the account', { isSubscribed: false }),
	accountCallbackElsewhere: ofSubscription('Events of the account go elsewhere', { url: ELSEWHERE }),
	numberCallbackElsewhere: {
		title: 'Events of the number go elsewhere',
		apply: ({ directory, subscriptions }) => {
			const { numberUrls } = subscriptions.own;
			const { id } = firstNumber(directory).line;
			const before = numberUrls.get(id);
			numberUrls.set(id, ELSEWHERE);
			return () => {
				if (numberUrls.get(id) !== ELSEWHERE) return;
				if (before === undefined) numberUrls.delete(id);
				else numberUrls.set(id, before);
			};
		},
	},
	callbackMissing: ofApp('App has no callback URL', { callbackUrl: undefined }),
	callbackElsewhere: ofApp('Events of the app go elsewhere', { callbackUrl: ELSEWHERE }),
	messagesFieldMissing: ofApp('App does not hear of messages', { fields: ['account_update'] }),
	noApprovedTemplate: { title: 'No template is approved', apply: ({ templates }) => templates.pauseAll() },
} as const satisfies Record<string, ChannelFault<ChannelParts>>;

export type ChannelFaultName = keyof typeof CHANNEL_FAULTS;
