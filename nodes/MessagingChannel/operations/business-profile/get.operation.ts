import { senderField } from '../../fields/infobip';
import { phoneNumberField } from '../../fields/whatsapp';
import { senderIdField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

export const get: Operation = {
	resource: 'businessProfile',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get business profile',
		description: 'Look at what people see of your business',
	},
	forms: {
		whatsAppCloud: form([phoneNumberField]),
		infobip: form([senderField]),
		sinch: form([senderIdField]),
	},
};
