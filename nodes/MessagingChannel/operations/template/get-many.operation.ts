import { filtersField, pagingFields } from '../../fields/common';
import { optionalSenderField } from '../../fields/infobip';
import { filterFields } from '../../fields/template';
import { accountField } from '../../fields/whatsapp';
import { form } from '../../form';
import type { Operation } from '../operation';

const filters = filtersField(filterFields);

export const getMany: Operation = {
	resource: 'template',
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many templates',
		description: 'List templates with their blanks and the state of their review',
	},
	forms: {
		whatsAppCloud: form([accountField, ...pagingFields, filters]),
		infobip: form([optionalSenderField, ...pagingFields, filters]),
		sinch: form([...pagingFields, filters]),
	},
};
