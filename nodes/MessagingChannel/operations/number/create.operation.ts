import type { INodeProperties } from 'n8n-workflow';
import { countryCodeField, nationalNumberField, optionsField } from '../../fields/common';
import { accountField } from '../../fields/whatsapp';
import { form } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	accountField,
	countryCodeField,
	nationalNumberField,
	{
		displayName: 'Display Name',
		name: 'verifiedName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Harbour Coffee',
		description: 'What people see as the name of your business. Meta reviews it.',
	},
	optionsField([
		{
			displayName: 'Migration',
			name: 'isMigration',
			type: 'boolean',
			default: false,
			description: 'Whether the number comes over from another account',
		},
		{
			displayName: 'Verified Number ID',
			name: 'preverifiedId',
			type: 'string',
			default: '',
			description: 'ID of a number that was verified before it was added',
		},
	]),
];

export const create: Operation = {
	resource: 'number',
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create number',
		description: 'Add a number to an account. After it come a code, its verification and the registration.',
	},
	forms: { whatsAppCloud: form(fields) },
};
