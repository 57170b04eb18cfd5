import { filtersField, pagingFields } from '../../fields/common';
import { capabilityField, countryField, numberTypeField } from '../../fields/sinch';
import { accountField } from '../../fields/whatsapp';
import { form } from '../../form';
import type { Operation } from '../operation';

export const getMany: Operation = {
	resource: 'number',
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many numbers',
		description: 'List your numbers with their state',
	},
	forms: {
		whatsAppCloud: form([accountField, ...pagingFields]),
		sinch: form([countryField, ...pagingFields, filtersField([capabilityField, numberTypeField])]),
		infobip: form([
			...pagingFields,
			filtersField([
				{
					displayName: 'Phone Number',
					name: 'phoneNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. +447860099299',
					description: 'Only numbers that contain this',
				},
			]),
		]),
	},
};
