import { numberKeyField } from '../../fields/infobip';
import { LIST_COUNTRY, ownNumberFields } from '../../fields/sinch';
import { phoneNumberField } from '../../fields/whatsapp';
import { form, without } from '../../form';
import type { Operation } from '../operation';

export const get: Operation = {
	resource: 'number',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get number',
		description: 'Look at the state of a number, such as its quality and limits',
	},
	forms: {
		whatsAppCloud: form([phoneNumberField]),
		infobip: form([numberKeyField]),
		sinch: form(ownNumberFields, (input) => without(input, LIST_COUNTRY)),
	},
};
