import { bodyField, footerField, frameOf, headerField, type MessageForm } from './form';

export const urlButton: MessageForm = {
	type: 'urlButton',
	name: 'Link Button',
	description: 'A text with one button that opens a web page',
	fields: [
		bodyField,
		{
			displayName: 'Button Label',
			name: 'buttonText',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. See the menu',
			description: 'Up to 20 characters',
		},
		{
			displayName: 'Link',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://shop.example/menu',
		},
		headerField,
		footerField,
	],
	read: (reader) => ({
		type: 'urlButton',
		...frameOf(reader),
		buttonText: reader.text('buttonText'),
		url: reader.text('url'),
	}),
};
