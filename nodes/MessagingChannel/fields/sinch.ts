import type { INodeProperties } from 'n8n-workflow';
import { chosenFrom } from '../../shared/locator';
import { textField } from '../../shared/fields';

export const countryField: INodeProperties = {
	displayName: 'Country',
	name: 'country',
	type: 'string',
	required: true,
	default: 'US',
	placeholder: 'e.g. SE',
	description: 'Two letters of the country of the number',
};

/** Sinch lists numbers by country. */
const listCountryField: INodeProperties = {
	...countryField,
	required: false,
	name: 'listCountry',
	description: 'Two letters of the country whose numbers the list below shows',
};

const numberField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	required: true,
	...chosenFrom({
		method: 'searchNumbers',
		select: 'Select a number…',
		byHand: 'By Number',
		placeholder: 'e.g. +46701234567',
	}),
	description: 'Your number',
};

export const ownNumberFields: INodeProperties[] = [listCountryField, numberField];

/** Not known to core. */
export const LIST_COUNTRY = listCountryField.name;

export const numberTypeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Local', value: 'LOCAL' },
		{ name: 'Mobile', value: 'MOBILE' },
		{ name: 'Toll Free', value: 'TOLL_FREE' },
	],
	default: 'MOBILE',
	description: 'Kind of number',
};

export const capabilityField: INodeProperties = {
	displayName: 'Capability',
	name: 'capability',
	type: 'options',
	options: [
		{ name: 'SMS', value: 'SMS' },
		{ name: 'Voice', value: 'VOICE' },
	],
	default: 'SMS',
	description: 'What the number has to be able to do',
};

/** What a number is linked with when it is rented. */
export const linkFields: INodeProperties[] = [
	textField('Campaign ID', 'campaignId', {
		description: 'Your 10DLC campaign, which numbers in the US need',
	}),
	textField('Event URL', 'callbackUrl', {
		placeholder: 'e.g. https://n8n.example/webhook/…',
		description: 'Where events of the number itself go. Messages go to the service plan or the app.',
	}),
	textField('Service Plan ID', 'servicePlanId', {
		description: "The service plan that sends from the number. Leave out for the credential's.",
	}),
];

export const appField: INodeProperties = {
	displayName: 'App',
	name: 'appId',
	...chosenFrom({
		method: 'searchApps',
		select: 'App of the credential',
		byHand: 'By ID',
		placeholder: 'e.g. 01HZX2Q3W4E5R6T7Y8U9I0OPAS',
	}),
	description: "The app of the Conversation API. Leave empty for the credential's.",
};

export const senderIdField: INodeProperties = {
	displayName: 'Sender',
	name: 'senderId',
	required: true,
	...chosenFrom({
		method: 'searchSenders',
		select: 'Select a sender…',
		byHand: 'By ID',
		placeholder: 'e.g. 01HZX2Q3W4E5R6T7Y8U9I0OPAS',
		hint: 'Get Senders shows it',
	}),
	description: 'Your sender on WhatsApp',
};

/** For numbers that can be rented. */
export const numberFilters: INodeProperties[] = [
	textField('Digits', 'pattern', {
		placeholder: 'e.g. 4670',
		description: 'Only numbers that have these digits',
	}),
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
