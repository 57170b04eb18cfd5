import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../fields/common';
import { chosenFrom } from '../../fields/locator';
import { countryField, linkFields, numberTypeField } from '../../fields/sinch';
import { form, without } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	{ ...countryField, description: 'Two letters of the country whose numbers the list below shows' },
	{ ...numberTypeField, description: 'Kind of number that the list below shows' },
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		required: true,
		...chosenFrom({
			method: 'searchAvailableNumbers',
			select: 'Select a number…',
			byHand: 'By Number',
			placeholder: 'e.g. +46701234567',
			hint: 'Search shows what can be had',
		}),
		description: 'The number to rent. It costs money from now on.',
	},
	optionsField(linkFields),
];

export const activate: Operation = {
	resource: 'number',
	option: {
		name: 'Activate',
		value: 'activate',
		action: 'Activate number',
		description: 'Rent a number for money. One that you have already is not rented again.',
	},
	forms: { sinch: form(fields, (input) => without(input, 'country', 'type')) },
};
