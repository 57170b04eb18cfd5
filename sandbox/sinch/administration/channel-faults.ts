import { type ChannelFault, changes } from '../../shared/channel-faults.ts';
import type { Access } from '../access.ts';
import type { TemplateBook } from '../templates.ts';
import type { AppWebhooks } from '../webhooks.ts';
import type { App } from './app.ts';
import type { Directory } from './directory.ts';
import type { NumberRecord } from './number-record.ts';
import { FIRST_SENDER_ID, type SenderRecord } from './sender-record.ts';

/** What the faults change. */
interface SinchParts {
	access: Access;
	appWebhooks: AppWebhooks;
	directory: Directory;
	templates: TemplateBook;
}

const ELSEWHERE = 'https://elsewhere.example/webhook';
const OTHER_PLAN = '5a0d6e1000004000800000000000000c';
/** What somebody made in the place of the old secrets. */
export const REPLACED = {
	keySecret: 'sandbox-replaced-sinch-key-secret',
	smsApiToken: 'sandbox-replaced-sinch-sms-token',
};

function firstNumber({ directory }: SinchParts): NumberRecord {
	const id = directory.account.lines.find(({ channel }) => channel === 'sms')?.id;
	const record = [...directory.numbers, ...directory.offers].find(({ line }) => line.id === id);
	if (!record) throw new Error('This world has no number');
	return record;
}

function firstSender({ directory }: SinchParts): SenderRecord {
	const record = directory.senders.find(({ id }) => id === FIRST_SENDER_ID);
	if (!record) throw new Error('This world has no WhatsApp sender');
	return record;
}

function withoutChannel(channel: string): ChannelFault<SinchParts>['apply'] {
	return ({ directory: { app } }) => {
		const gone = app.credentials.filter((each) => each.channel === channel);
		app.credentials = app.credentials.filter((each) => each.channel !== channel);
		return () => {
			if (!app.credentials.some((each) => each.channel === channel)) {
				app.credentials = [...app.credentials, ...gone];
			}
		};
	};
}

const ofAccess = changes(({ access }: SinchParts): Pick<Access, 'keySecret' | 'smsApiToken'> => access);
const ofNumber = changes(firstNumber);
const ofSender = changes(firstSender);
const ofApp = changes(({ directory }: SinchParts): Pick<App, 'failing'> => directory.app);

const replacedKey = ofAccess('Access key was replaced', { keySecret: REPLACED.keySecret });
const UNLINKED = { servicePlanId: '', scheduled: undefined } as const;

/** One thing each that keeps the project's first number or its first WhatsApp sender from sending or receiving. */
export const CHANNEL_FAULTS = {
	keyReplaced: {
		title: replacedKey.title,
		apply: (parts) => {
			parts.access.revokeTokens();
			return replacedKey.apply(parts);
		},
	},
	smsTokenReplaced: ofAccess('API token of the service plan was replaced', {
		smsApiToken: REPLACED.smsApiToken,
	}),
	numberReleased: {
		title: 'Number was given back',
		apply: (parts) => {
			const { directory } = parts;
			const record = firstNumber(parts);
			directory.release(record);
			return () => {
				if (directory.numbers.some(({ line }) => line === record.line)) return;
				directory.offers = directory.offers.filter(({ line }) => line !== record.line);
				directory.numbers.push(record);
			};
		},
	},
	numberWithoutSms: ofNumber('Number carries no SMS', { capability: ['VOICE'] }),
	numberUnlinked: ofNumber('Number is not linked with a service plan', UNLINKED),
	numberLinkedElsewhere: ofNumber('Number is linked with another service plan', {
		servicePlanId: OTHER_PLAN,
	}),
	linkFailed: ofNumber('Link with the service plan failed', {
		servicePlanId: '',
		scheduled: {
			servicePlanId: OTHER_PLAN,
			campaignId: '',
			status: 'FAILED',
			errorCodes: ['CAMPAIGN_NOT_AVAILABLE'],
			changedAt: Date.parse('2026-01-15T09:00:00Z'),
		},
	}),
	senderGone: ofSender('WhatsApp sender is not of the project', { isGone: true }),
	senderUnverified: ofSender('WhatsApp sender is not verified', {
		state: 'PENDING_VERIFICATION',
		isVerifiedByMeta: false,
	}),
	senderSuspended: ofSender('WhatsApp sender is suspended', { state: 'SUSPENDED' }),
	qualityLow: ofSender('Quality is low', { quality: 'RED' }),
	noApprovedTemplate: { title: 'No template is approved', apply: ({ templates }) => templates.pauseAll() },
	smsNotInApp: { title: 'App has no SMS', apply: withoutChannel('SMS') },
	senderNotInApp: { title: 'App has no WhatsApp sender', apply: withoutChannel('WHATSAPP') },
	smsFailing: ofApp('SMS of the app is failing', { failing: ['SMS'] }),
	webhookDeleted: {
		title: 'Webhooks of the app were deleted',
		apply: ({ appWebhooks }) => appWebhooks.deleteAll(),
	},
	webhookElsewhere: {
		title: 'Webhooks of the app lead elsewhere',
		apply: ({ appWebhooks }) => appWebhooks.redirect(ELSEWHERE),
	},
} as const satisfies Record<string, ChannelFault<SinchParts>>;

export type SinchChannelFault = keyof typeof CHANNEL_FAULTS;
