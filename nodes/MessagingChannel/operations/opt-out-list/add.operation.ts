import { peopleField } from '../../fields/common';
import { scopeField } from '../../fields/opt-out';
import { phoneNumberField } from '../../fields/whatsapp';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

export const add: Operation = {
	resource: 'optOutList',
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add people to opt-out list',
		description: 'Let the provider send nothing more to people',
	},
	forms: {
		whatsAppCloud: form([phoneNumberField, peopleField], (input) => withLists(input, 'people')),
		infobip: form([peopleField, scopeField], (input) => withLists(input, 'people')),
	},
};
