import { accountField } from '../../fields/whatsapp';
import { form } from '../../form';
import type { Operation } from '../operation';

export const getSubscriptions: Operation = {
	resource: 'account',
	option: {
		name: 'Get Subscriptions',
		value: 'getSubscriptions',
		action: 'Get subscriptions of account',
		description: 'List the apps that get the events of an account, and where to',
	},
	forms: { whatsAppCloud: form([accountField]) },
};
