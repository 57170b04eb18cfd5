import { accountField } from '../../fields/whatsapp';
import { form } from '../../form';
import type { Operation } from '../operation';

export const unsubscribeApp: Operation = {
	resource: 'account',
	option: {
		name: 'Unsubscribe App',
		value: 'unsubscribeApp',
		action: 'Unsubscribe app from account',
		description: "End the events of an account for the credential's app",
	},
	forms: { whatsAppCloud: form([accountField]) },
};
