import { optionsField } from '../../fields/common';
import { earlierField, phoneNumberField } from '../../fields/whatsapp';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

const fields = [
	phoneNumberField,
	optionsField([
		earlierField(
			'Earlier Deregistrations',
			'earlierDeregistrations',
			'Meta allows ten deregistrations of a number in 72 hours.',
		),
	]),
];

export const deregister: Operation = {
	resource: 'number',
	option: {
		name: 'Deregister',
		value: 'deregister',
		action: 'Deregister number',
		description: 'Disconnect a number from the Cloud API, at most ten times in 72 hours',
	},
	forms: { whatsAppCloud: form(fields, (input) => withLists(input, 'earlierDeregistrations')) },
};
