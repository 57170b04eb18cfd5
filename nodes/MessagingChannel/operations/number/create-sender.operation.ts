import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../fields/common';
import { dataRegionField } from '../../fields/whatsapp';
import { form } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		options: [
			{ name: 'Brazil', value: 'BR' },
			{ name: 'Europe', value: 'EU' },
			{ name: 'United States', value: 'US' },
		],
		default: 'EU',
		description: 'Where Sinch handles the messages',
	},
	{
		displayName: 'WhatsApp Account ID',
		name: 'accountId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 102290129340398',
		description: 'The WhatsApp Business Account that Embedded Signup made',
	},
	{
		displayName: 'Phone Number ID',
		name: 'phoneNumberId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 106540352242922',
		description: "Meta's ID of the number, from Embedded Signup",
	},
	optionsField([dataRegionField]),
];

export const createSender: Operation = {
	resource: 'number',
	option: {
		name: 'Create Sender',
		value: 'createSender',
		action: 'Create WhatsApp sender',
		description: 'Let a number send on WhatsApp. After it come a code and its verification.',
	},
	forms: { sinch: form(fields) },
};
