import { optionsField, pagingFields } from '../fields/common';
import { appField } from '../fields/sinch';
import { accountField, portfolioField, verifyTokenField } from '../fields/whatsapp';
import { form, withLists, withVerifyToken } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const senders = optionsField([
	textField('WhatsApp Senders', 'senders', {
		placeholder: 'e.g. +447860099299',
		description: 'Senders to look at besides the numbers of the account, separated by commas',
	}),
]);

const override = optionsField([
	textField('Callback URL', 'overrideCallbackUrl', {
		placeholder: 'e.g. https://n8n.example/webhook/…',
		description: "Where events of this account go instead of the app's webhook",
	}),
	verifyTokenField,
]);

export const ACCOUNT = {
	get: {
		name: 'Get',
		action: 'Get account',
		description: 'Look at the state of an account, such as its review or its balance',
		forms: { whatsAppCloud: form([accountField]), infobip: form([]), sinch: form([appField]) },
	},
	getMany: {
		name: 'Get Many',
		action: 'Get many accounts',
		description: 'List the accounts of a business portfolio, or the apps of a project',
		forms: { whatsAppCloud: form([portfolioField, ...pagingFields]), sinch: form([]) },
	},
	getSenders: {
		name: 'Get Senders',
		action: 'Get senders of account',
		description: 'List the numbers of the account with the state of those that send on WhatsApp',
		forms: { infobip: form([...pagingFields, senders], withLists('senders')) },
	},
	getSubscriptions: {
		name: 'Get Subscriptions',
		action: 'Get subscriptions of account',
		description: 'List the apps that get the events of an account, and where to',
		forms: { whatsAppCloud: form([accountField]) },
	},
	subscribeApp: {
		name: 'Subscribe App',
		action: 'Subscribe app to account',
		description: "Let the credential's app get the events of an account",
		forms: { whatsAppCloud: form([accountField, override], withVerifyToken) },
	},
	unsubscribeApp: {
		name: 'Unsubscribe App',
		action: 'Unsubscribe app from account',
		description: "End the events of an account for the credential's app",
		forms: { whatsAppCloud: form([accountField]) },
	},
} satisfies Partial<Operations<'account'>>;
