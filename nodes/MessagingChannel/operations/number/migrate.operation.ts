import type { INodeProperties } from 'n8n-workflow';
import { optionsField, pinField } from '../../fields/common';
import { dataRegionField, earlierRegistrationsField, phoneNumberField } from '../../fields/whatsapp';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	phoneNumberField,
	pinField,
	{
		displayName: 'Backup Data',
		name: 'backupData',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description: 'What the On-Premises API gave as its backup',
	},
	{
		displayName: 'Backup Password',
		name: 'backupPassword',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description: 'The password with which the backup was made',
	},
	optionsField([dataRegionField, earlierRegistrationsField]),
];

export const migrate: Operation = {
	resource: 'number',
	option: {
		name: 'Migrate',
		value: 'migrate',
		action: 'Migrate number',
		description: 'Bring a number over from the On-Premises API, where it stops working',
	},
	forms: { whatsAppCloud: form(fields, (input) => withLists(input, 'earlierRegistrations')) },
};
