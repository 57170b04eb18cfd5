import type { INodeProperties } from 'n8n-workflow';
import { optionsField, pinField } from '../../fields/common';
import { dataRegionField, earlierRegistrationsField, phoneNumberField } from '../../fields/whatsapp';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	phoneNumberField,
	pinField,
	optionsField([
		dataRegionField,
		earlierRegistrationsField,
		{
			displayName: 'Name Approved At',
			name: 'nameApprovedAt',
			type: 'dateTime',
			default: '',
			description: 'When Meta approved a new display name. It has to be registered within 14 days.',
		},
	]),
];

export const register: Operation = {
	resource: 'number',
	option: {
		name: 'Register',
		value: 'register',
		action: 'Register number',
		description: 'Connect a verified number to the Cloud API, at most ten times in 72 hours',
	},
	forms: { whatsAppCloud: form(fields, (input) => withLists(input, 'earlierRegistrations')) },
};
