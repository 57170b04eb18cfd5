import type { INodeProperties } from 'n8n-workflow';
import { LIST_COUNTRY, linkFields, ownNumberFields } from '../../fields/sinch';
import { form, without } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	...ownNumberFields,
	{
		displayName: 'Changes',
		name: 'changes',
		type: 'collection',
		placeholder: 'Add Change',
		default: {},
		options: [
			{
				displayName: 'Display Name',
				name: 'displayName',
				type: 'string',
				default: '',
				description: 'Name of the number in your dashboard',
			},
			{
				displayName: 'Unlink',
				name: 'unlink',
				type: 'boolean',
				default: false,
				description: 'Whether to take the number away from its service plan',
			},
			...linkFields,
		],
	},
];

export const update: Operation = {
	resource: 'number',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update number',
		description: 'Link a number with a service plan, name it, or set where its events go',
	},
	forms: {
		sinch: form(fields, (input, _reader, { target }) => ({
			...without(input, LIST_COUNTRY),
			isSandbox: target?.isSandbox === true,
		})),
	},
};
