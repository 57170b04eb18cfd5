import { peopleField } from '../../fields/common';
import { scopeField } from '../../fields/opt-out';
import { phoneNumberField } from '../../fields/whatsapp';
import { appField } from '../../fields/sinch';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

export const check: Operation = {
	resource: 'optOutList',
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check opt-out list for people',
		description: 'Look whether people are on the list',
	},
	forms: {
		whatsAppCloud: form([phoneNumberField, peopleField], (input) => withLists(input, 'people')),
		sinch: form([appField, peopleField], (input) => withLists(input, 'people')),
		infobip: form([peopleField, scopeField], (input) => withLists(input, 'people')),
	},
};
