import { parseJsonField } from '../../shared/parameters';
import { bodyField, footerField, frameOf, headerField, type MessageForm } from './form';

export const locationRequest: MessageForm = {
	type: 'locationRequest',
	name: 'Location Request',
	description: 'A text with a button with which the person sends a location',
	fields: [bodyField],
	read: (reader) => ({ type: 'locationRequest', body: reader.text('body') }),
};

export const contactRequest: MessageForm = {
	type: 'contactRequest',
	name: 'Contact Information Request',
	description: 'A text with a button with which somebody who hides the phone number shares it',
	fields: [bodyField],
	read: (reader) => ({ type: 'contactRequest', body: reader.text('body') }),
};

export const addressRequest: MessageForm = {
	type: 'addressRequest',
	name: 'Address Request',
	description: 'A text with a button with which the person sends a postal address. India and Singapore only',
	fields: [
		bodyField,
		{
			displayName: 'Country',
			name: 'country',
			type: 'options',
			options: [
				{ name: 'India', value: 'IN' },
				{ name: 'Singapore', value: 'SG' },
			],
			default: 'IN',
		},
		{
			displayName: 'Known Values',
			name: 'data',
			type: 'json',
			default: '',
			placeholder: 'e.g. {"name": "Ana", "city": "Pune"}',
			description: 'What is filled in already',
		},
		headerField,
		footerField,
	],
	read: (reader) => ({
		type: 'addressRequest',
		...frameOf(reader),
		country: reader.text('country'),
		values: parseJsonField(reader.value('data'), 'Known Values'),
	}),
};
