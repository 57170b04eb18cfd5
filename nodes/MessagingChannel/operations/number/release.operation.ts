import { numberKeyField } from '../../fields/infobip';
import { LIST_COUNTRY, ownNumberFields } from '../../fields/sinch';
import { form, without } from '../../form';
import type { Operation } from '../operation';

export const release: Operation = {
	resource: 'number',
	option: {
		name: 'Release',
		value: 'release',
		action: 'Release number',
		description: 'Give a number back. Somebody else may get it then.',
	},
	forms: {
		infobip: form([numberKeyField]),
		sinch: form(ownNumberFields, (input) => without(input, LIST_COUNTRY)),
	},
};
