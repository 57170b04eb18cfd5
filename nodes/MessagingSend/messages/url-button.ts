import { bodyField, footerField, frameOf, headerField, type MessageForm } from './form';
import { textField } from '../../shared/fields';

export const urlButton: MessageForm = {
	type: 'urlButton',
	name: 'Link Button',
	description: 'A text with one button that opens a web page',
	fields: [
		bodyField,
		textField('Button Label', 'buttonText', {
			required: true,
			placeholder: 'e.g. See the menu',
			description: 'Up to 20 characters',
		}),
		textField('Link', 'url', { required: true, placeholder: 'e.g. https://shop.example/menu' }),
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
