import { pagingFields } from '../../fields/common';
import { listField, scopeField } from '../../fields/opt-out';
import { phoneNumberField } from '../../fields/whatsapp';
import { appField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

export const getMany: Operation = {
	resource: 'optOutList',
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many people of opt-out list',
		description: 'List the people whom the provider sends nothing to',
	},
	forms: {
		whatsAppCloud: form([phoneNumberField, ...pagingFields]),
		sinch: form([appField, listField, ...pagingFields]),
		infobip: form([...pagingFields, scopeField]),
	},
};
