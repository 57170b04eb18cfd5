import type { INodeProperties } from 'n8n-workflow';
import { optionsField, pagingFields } from '../../fields/common';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	...pagingFields,
	optionsField([
		{
			displayName: 'WhatsApp Senders',
			name: 'senders',
			type: 'string',
			default: '',
			placeholder: 'e.g. +447860099299',
			description: 'Senders to look at besides the numbers of the account, separated by commas',
		},
	]),
];

export const getSenders: Operation = {
	resource: 'account',
	option: {
		name: 'Get Senders',
		value: 'getSenders',
		action: 'Get senders of account',
		description: 'List the numbers of the account with the state of those that send on WhatsApp',
	},
	forms: { infobip: form(fields, (input) => withLists(input, 'senders')) },
};
