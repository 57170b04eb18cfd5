import type { INodeProperties } from 'n8n-workflow';

/** Where there are no pages that all could be asked for. */
export const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
};

export const pagingFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{ ...limitField, displayOptions: { show: { returnAll: [false] } } },
];

/** A collection that may stay empty. */
export function optionsField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}

export function filtersField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options,
	};
}

export const peopleField: INodeProperties = {
	displayName: 'People',
	name: 'people',
	type: 'string',
	required: true,
	default: '={{ $json.from || $json.fromUserId }}',
	placeholder: 'e.g. +16505551234, +16505555678',
	description: 'Phone numbers with country code, separated by commas, or an expression that gives a list',
};

export const codeField: INodeProperties = {
	displayName: 'Code',
	name: 'code',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	description: 'The six digits that came to the number, usually an expression',
};

export const codeMethodField: INodeProperties = {
	displayName: 'Send Code By',
	name: 'method',
	type: 'options',
	options: [
		{ name: 'SMS', value: 'SMS' },
		{ name: 'Voice Call', value: 'VOICE' },
	],
	default: 'SMS',
	description: 'How the code comes to the number',
};

export const codeLanguageField: INodeProperties = {
	displayName: 'Code Language',
	name: 'language',
	type: 'string',
	default: 'en_US',
	placeholder: 'e.g. de_DE',
	description: 'Language of the message that brings the code',
};

export const pinField: INodeProperties = {
	displayName: 'PIN',
	name: 'pin',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	description:
		'Six digits of your choice for two-step verification. Where the number has a PIN already, that one.',
	hint: 'Keep the six digits: registering the number again takes them',
};

export const countryCodeField: INodeProperties = {
	displayName: 'Country Code',
	name: 'countryCode',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 49',
	description: 'Country calling code of the number',
};

export const nationalNumberField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 15112345678',
	description: 'The number without its country code',
};

export const callbackUrlField: INodeProperties = {
	displayName: 'Callback URL',
	name: 'callbackUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://n8n.example/webhook/…',
	description: 'The Production URL of a Messaging Trigger',
};

export const binaryInputField: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryField',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input field that holds the file',
};
