import type { INodeProperties } from 'n8n-workflow';
import { filtersField, pagingFields } from '../../fields/common';
import { form } from '../../form';
import type { Operation } from '../operation';

const filters: INodeProperties[] = [
	{
		displayName: 'Industry',
		name: 'industry',
		type: 'string',
		default: '',
		placeholder: 'e.g. E_COMMERCE',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. en_US',
	},
	{
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. payment',
		description: 'Words of name, text or footer',
	},
	{
		displayName: 'Topic',
		name: 'topic',
		type: 'string',
		default: '',
		placeholder: 'e.g. ORDER_MANAGEMENT',
	},
	{
		displayName: 'Use Case',
		name: 'usecase',
		type: 'string',
		default: '',
		placeholder: 'e.g. SHIPMENT_CONFIRMATION',
	},
];

export const getLibrary: Operation = {
	resource: 'template',
	option: {
		name: 'Get Library',
		value: 'getLibrary',
		action: 'Get library of templates',
		description: 'List texts that Meta wrote and approved, to create templates from',
	},
	forms: { whatsAppCloud: form([...pagingFields, filtersField(filters)]) },
};
