import { senderIdField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

export const getSender: Operation = {
	resource: 'number',
	option: {
		name: 'Get Sender',
		value: 'getSender',
		action: 'Get WhatsApp sender',
		description: 'Look at the state of a number that sends on WhatsApp',
	},
	forms: { sinch: form([senderIdField]) },
};
