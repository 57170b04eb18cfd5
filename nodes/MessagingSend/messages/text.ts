import type { MessageForm } from './form';

export const text: MessageForm = {
	type: 'text',
	name: 'Text',
	fields: [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '={{ $json.reply.text }}',
			placeholder: 'e.g. Thank you, Ana. Your table is booked for 7 pm.',
			description:
				'The reply of Messaging Keywords, or a text of your own. On WhatsApp, *bold*, _italic_ and ~strikethrough~ work.',
		},
	],
	read: (reader) => ({
		type: 'text',
		text: reader.text('text'),
		previewUrl: reader.group('options').previewUrl === true,
	}),
};
