import type { MessageForm } from './form';
import { textField } from '../../shared/fields';

export const text: MessageForm = {
	type: 'text',
	name: 'Text',
	fields: [
		textField('Text', 'text', {
			typeOptions: { rows: 4 },
			required: true,
			placeholder: 'e.g. Thank you, Ana. Your table is booked for 7 pm.',
			description: 'On WhatsApp, *bold*, _italic_ and ~strikethrough~ work',
		}),
	],
	read: (reader) => ({
		type: 'text',
		text: reader.text('text'),
		previewUrl: reader.group('options').previewUrl === true,
	}),
};
