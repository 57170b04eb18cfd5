import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../fields/common';
import { earlierField, phoneNumberField } from '../../fields/whatsapp';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	phoneNumberField,
	{
		displayName: 'Display Name',
		name: 'displayName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Harbour Coffee',
		description: 'What people are to see as the name of your business',
	},
	optionsField([
		earlierField(
			'Earlier Requests',
			'earlierRequests',
			'Meta allows ten changes of a display name in 30 days.',
		),
	]),
];

export const requestDisplayName: Operation = {
	resource: 'number',
	option: {
		name: 'Request Display Name',
		value: 'requestDisplayName',
		action: 'Request display name for number',
		description: 'Ask Meta for a new display name, at most ten times in 30 days',
	},
	forms: { whatsAppCloud: form(fields, (input) => withLists(input, 'earlierRequests')) },
};
