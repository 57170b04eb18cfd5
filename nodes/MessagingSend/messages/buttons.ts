import { readText } from '../../shared/parameters';
import { bodyField, footerField, frameOf, headerField, type MessageForm } from './form';
import { textField } from '../../shared/fields';

export const buttons: MessageForm = {
	type: 'buttons',
	name: 'Buttons',
	description: 'A text with up to three buttons to answer with',
	fields: [
		bodyField,
		{
			displayName: 'Buttons',
			name: 'buttons',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, maxAllowedFields: 3 },
			placeholder: 'Add Button',
			default: { button: [{ title: '', id: '' }] },
			options: [
				{
					displayName: 'Button',
					name: 'button',
					values: [
						textField('Title', 'title', { placeholder: 'e.g. Saturday', description: 'Up to 20 characters' }),
						textField('Value', 'id', {
							placeholder: 'e.g. saturday',
							description: 'Comes back as payload when the button is tapped. Leave empty to get the title.',
						}),
					],
				},
			],
		},
		headerField,
		footerField,
	],
	read: (reader) => ({
		type: 'buttons',
		...frameOf(reader),
		buttons: reader.rows('buttons', 'button').map(({ id, title }) => ({
			id: readText(id) || readText(title),
			title: readText(title),
		})),
	}),
};
