import { accountField } from '../../fields/whatsapp';
import { appField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

export const get: Operation = {
	resource: 'account',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get account',
		description: 'Look at the state of an account, such as its review or its balance',
	},
	forms: { whatsAppCloud: form([accountField]), infobip: form([]), sinch: form([appField]) },
};
