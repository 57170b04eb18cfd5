import type { INodeProperties } from 'n8n-workflow';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	{
		displayName: 'Senders',
		name: 'senders',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +447860099299, +447860099300',
		description: 'Your numbers on WhatsApp, separated by commas',
	},
];

export const getQuality: Operation = {
	resource: 'number',
	option: {
		name: 'Get Quality',
		value: 'getQuality',
		action: 'Get quality of numbers',
		description: 'Look at the state, quality and limit of numbers on WhatsApp',
	},
	forms: { infobip: form(fields, (input) => withLists(input, 'senders')) },
};
