import { pagingFields } from '../../fields/common';
import { form } from '../../form';
import type { Operation } from '../operation';

export const getSenders: Operation = {
	resource: 'number',
	option: {
		name: 'Get Senders',
		value: 'getSenders',
		action: 'Get WhatsApp senders',
		description: 'List the numbers that send on WhatsApp, with their state',
	},
	forms: { sinch: form(pagingFields) },
};
