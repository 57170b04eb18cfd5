import type { SandboxLine } from '../../settings.ts';
import { type ChannelFault, changes } from '../../shared/channel-faults.ts';
import type { InboundConfigurations } from '../inbound-configurations.ts';
import type { Subscriptions } from '../subscriptions.ts';
import type { TemplateBook } from '../templates.ts';
import { type Access, scopesWithout } from './access.ts';
import type { Directory } from './directory.ts';
import type { NumberRecord } from './number-record.ts';
import type { SenderRecord } from './sender-record.ts';

/** What the faults change. */
interface InfobipParts {
	access: Access;
	configurations: InboundConfigurations;
	directory: Directory;
	subscriptions: Subscriptions;
	templates: TemplateBook;
	/** The account's first number, and its first WhatsApp sender. */
	first: { sms: SandboxLine; whatsapp: SandboxLine };
}

const ELSEWHERE = 'https://elsewhere.example/webhook';
/** The key that somebody made in the place of the old one. */
export const REPLACED_KEY = 'sandbox-replaced-infobip-api-key';

function firstNumber({ directory, first }: InfobipParts): NumberRecord {
	const record = [...directory.numbers, ...directory.offers].find(({ line }) => line.id === first.sms.id);
	if (!record) throw new Error('This world has no number');
	return record;
}

function firstSender({ directory, first }: InfobipParts): SenderRecord {
	const record = directory.senders.find(({ line }) => line.id === first.whatsapp.id);
	if (!record) throw new Error('This world has no WhatsApp sender');
	return record;
}

const ofAccess = changes(({ access }: InfobipParts): Pick<Access, 'apiKey' | 'scopes'> => access);
const ofFunds = changes(({ directory }: InfobipParts) => directory.funds);
const ofNumber = changes(firstNumber);
const ofSender = changes(firstSender);

/** One thing each that keeps the account's first number or its first WhatsApp sender from sending or receiving. */
export const CHANNEL_FAULTS = {
	keyReplaced: ofAccess('API key was replaced', { apiKey: REPLACED_KEY }),
	numbersScopeMissing: ofAccess('API key may not look at numbers', {
		scopes: scopesWithout('numbers:manage'),
	}),
	whatsAppScopeMissing: ofAccess('API key may not manage WhatsApp', {
		scopes: scopesWithout('whatsapp:manage'),
	}),
	fundsGone: ofFunds('Account has no funds', { balance: 0 }),
	fundsLow: ofFunds('Account runs out of funds', { balance: 4.2 }),
	numberReleased: {
		title: 'Number was given back',
		apply: (parts) => {
			const { directory } = parts;
			const record = firstNumber(parts);
			directory.release(record);
			return () => {
				if (directory.numbers.some(({ numberKey }) => numberKey === record.numberKey)) return;
				directory.offers = directory.offers.filter(({ numberKey }) => numberKey !== record.numberKey);
				directory.numbers.push(record);
			};
		},
	},
	numberPending: ofNumber('Purchase of the number is not through', { reservation: 'PENDING' }),
	numberWithoutSms: ofNumber('Number carries no SMS', { capabilities: ['VOICE'] }),
	numberForwardedElsewhere: {
		title: 'Messages to the number go elsewhere',
		apply: ({ configurations, first }) => configurations.forward(first.sms, ELSEWHERE),
	},
	senderForwardedElsewhere: {
		title: 'Messages to the WhatsApp sender go elsewhere',
		apply: ({ configurations, first }) => configurations.forward(first.whatsapp, ELSEWHERE),
	},
	senderGone: ofSender('WhatsApp sender is not of the account', { isGone: true }),
	senderUnverified: ofSender('WhatsApp sender is not verified', { status: 'UNVERIFIED' }),
	senderBanned: ofSender('WhatsApp sender is banned', { status: 'BANNED' }),
	senderRestricted: ofSender('WhatsApp sender is restricted', { status: 'RESTRICTED' }),
	senderFlagged: ofSender('WhatsApp sender is flagged', { status: 'FLAGGED' }),
	limitReached: ofSender('Messaging limit is reached', { status: 'RATE_LIMITED' }),
	qualityLow: ofSender('Quality is low', { quality: 'LOW' }),
	noApprovedTemplate: { title: 'No template is approved', apply: ({ templates }) => templates.pauseAll() },
	subscriptionsEnded: {
		title: 'Subscriptions were ended in the portal',
		apply: ({ subscriptions }) => subscriptions.endAll(),
	},
	callbackElsewhere: {
		title: 'Events of the subscriptions go elsewhere',
		apply: ({ subscriptions }) => subscriptions.redirect(ELSEWHERE),
	},
} as const satisfies Record<string, ChannelFault<InfobipParts>>;

export type InfobipChannelFault = keyof typeof CHANNEL_FAULTS;
