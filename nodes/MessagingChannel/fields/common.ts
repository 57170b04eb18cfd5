import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/fields';

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

function collectionField(label: string, entry: string, options: INodeProperties[]): INodeProperties {
	return {
		displayName: label,
		name: label.toLowerCase(),
		type: 'collection',
		placeholder: `Add ${entry}`,
		default: {},
		options,
	};
}

/** Collections, which may all stay empty. */
export const optionsField = (options: INodeProperties[]) => collectionField('Options', 'Option', options);
export const filtersField = (options: INodeProperties[]) => collectionField('Filters', 'Filter', options);
export const changesField = (options: INodeProperties[]) => collectionField('Changes', 'Change', options);

/** The name of a business, which each form describes. */
export const displayNameField = textField('Display Name', 'displayName', {
	required: true,
	placeholder: 'e.g. Harbour Coffee',
});

export const pinField = textField('PIN', 'pin', {
	typeOptions: { password: true },
	required: true,
	description:
		'Six digits of your choice for two-step verification. Where the number has a PIN already, that one.',
	hint: 'Keep the six digits: registering the number again takes them',
});

export const countryCodeField = textField('Country Code', 'countryCode', {
	required: true,
	placeholder: 'e.g. 49',
	description: 'Country calling code of the number',
});

export const nationalNumberField = textField('Phone Number', 'phoneNumber', {
	required: true,
	placeholder: 'e.g. 15112345678',
	description: 'The number without its country code',
});

export const callbackUrlField = textField('Callback URL', 'callbackUrl', {
	required: true,
	placeholder: 'e.g. https://n8n.example/webhook/…',
	description: 'The Production URL of a Messaging Trigger',
});

export const binaryInputField: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryField',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input field that holds the file',
};
