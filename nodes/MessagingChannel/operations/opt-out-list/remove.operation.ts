import { peopleField } from '../../fields/common';
import { scopeField } from '../../fields/opt-out';
import { phoneNumberField } from '../../fields/whatsapp';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

export const remove: Operation = {
	resource: 'optOutList',
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove people from opt-out list',
		description: 'Let the provider send to people again',
	},
	forms: {
		whatsAppCloud: form([phoneNumberField, peopleField], (input) => withLists(input, 'people')),
		infobip: form([peopleField, scopeField], (input) => withLists(input, 'people')),
	},
};
