import { optionsField } from '../../fields/common';
import { capabilityField, countryField, linkFields, numberTypeField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

const fields = [
	{ ...countryField, description: 'Sinch chooses a number itself in the US only' },
	{ ...numberTypeField, default: 'LOCAL', description: 'Sinch chooses a local number only' },
	capabilityField,
	optionsField(linkFields),
];

export const rentAny: Operation = {
	resource: 'number',
	option: {
		name: 'Activate Any',
		value: 'rentAny',
		action: 'Activate any number',
		description: 'Rent the next best number for money',
	},
	forms: { sinch: form(fields) },
};
