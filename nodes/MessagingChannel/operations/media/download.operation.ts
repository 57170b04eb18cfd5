import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../fields/common';
import { mediaIdField, ownerField } from '../../fields/media';
import { form, without } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	mediaIdField,
	{
		displayName: 'Put Output File in Field',
		name: 'outputField',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the output field to put the file in',
	},
	optionsField([
		{
			displayName: 'File Name',
			name: 'filename',
			type: 'string',
			default: '',
			placeholder: 'e.g. invoice.pdf',
			description: 'How to name the file',
		},
		ownerField,
	]),
];

export const download: Operation = {
	resource: 'media',
	option: {
		name: 'Download',
		value: 'download',
		action: 'Download media',
		description: 'Put a file that somebody sent on the item',
	},
	forms: {
		whatsAppCloud: form(fields, (input, _reader, { connection }) => ({
			...without(input, 'outputField'),
			baseUrl: connection.hosts.main,
		})),
	},
};
