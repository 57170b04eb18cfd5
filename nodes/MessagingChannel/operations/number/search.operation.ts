import type { INodeProperties } from 'n8n-workflow';
import { filtersField, limitField } from '../../fields/common';
import { capabilityField, countryField, numberTypeField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

const infobipFilters: INodeProperties[] = [
	{
		displayName: 'Area Code',
		name: 'areaCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 212',
		description: 'For numbers in the US',
	},
	{
		displayName: 'Capabilities',
		name: 'capabilities',
		type: 'multiOptions',
		options: [
			{ name: 'MMS', value: 'MMS' },
			{ name: 'SMS', value: 'SMS' },
			{ name: 'Voice', value: 'VOICE' },
			{ name: 'WhatsApp', value: 'WHATSAPP' },
			{ name: 'WhatsApp Voice', value: 'WHATSAPP_VOICE' },
		],
		default: ['SMS'],
		description: 'What the number has to be able to do',
	},
	{
		displayName: 'Exchange',
		name: 'exchange',
		type: 'string',
		default: '',
		placeholder: 'e.g. 555',
		description: 'The three digits behind the area code, for numbers in the US',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4478600',
		description: 'Only numbers that contain this',
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'string',
		default: '',
		placeholder: 'e.g. NY',
		description: 'For numbers in the US',
	},
];

const sinchFilters: INodeProperties[] = [
	{
		displayName: 'Digits',
		name: 'pattern',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4670',
		description: 'Only numbers that have these digits',
	},
	{
		displayName: 'Place of Digits',
		name: 'patternPlace',
		type: 'options',
		options: [
			{ name: 'Anywhere', value: 'contain' },
			{ name: 'At the End', value: 'end' },
			{ name: 'At the Start', value: 'start' },
		],
		default: 'start',
		description: 'Where in the number the digits stand',
	},
];

export const search: Operation = {
	resource: 'number',
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search for numbers',
		description: 'List numbers that can be had, with their prices',
	},
	forms: {
		infobip: form([{ ...countryField, required: false }, limitField, filtersField(infobipFilters)]),
		sinch: form([countryField, numberTypeField, capabilityField, limitField, filtersField(sinchFilters)]),
	},
};
