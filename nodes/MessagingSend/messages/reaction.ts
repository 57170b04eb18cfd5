import type { MessageForm } from './form';

export const reaction: MessageForm = {
	type: 'reaction',
	name: 'Reaction',
	fields: [
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			required: true,
			default: '={{ $json.id }}',
			description: 'The message to react to, by the ID that the trigger gave it',
		},
		{
			displayName: 'Emoji',
			name: 'emoji',
			type: 'string',
			default: '👍',
			description: 'Leave empty to take the reaction back',
		},
	],
	read: (reader) => ({ type: 'reaction', messageId: reader.text('messageId'), emoji: reader.text('emoji') }),
};
