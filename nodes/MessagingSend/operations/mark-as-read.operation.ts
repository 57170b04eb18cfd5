import { AS_IN_ITEM, providersThat } from '../../shared/providers';
import { answeringSenderFields } from './addressing';
import type { Operation } from './operation';

const showOnlyForReceipts = {
	operation: ['markAsRead'],
	provider: [...providersThat('markAsRead'), AS_IN_ITEM],
};

export const markAsRead: Operation = {
	option: {
		name: 'Mark as Read',
		value: 'markAsRead',
		action: 'Mark message as read',
		description: 'Show on WhatsApp that the message was read',
	},
	providers: providersThat('markAsRead'),
	fields: [
		...answeringSenderFields(showOnlyForReceipts),
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			required: true,
			displayOptions: { show: showOnlyForReceipts },
			default: '={{ $json.id }}',
			description: 'The message to mark, by the ID that the trigger gave it',
		},
		{
			displayName: 'Show Typing',
			name: 'typing',
			type: 'boolean',
			displayOptions: {
				show: { ...showOnlyForReceipts, provider: [...providersThat('showTyping'), AS_IN_ITEM] },
			},
			default: false,
			description: 'Whether to show that an answer is being written, for 25 seconds at most',
		},
	],
	read: (reader) => ({
		type: 'readReceipt',
		channel: 'whatsapp',
		messageId: reader.text('messageId'),
		typing: reader.flag('typing', 'Show Typing'),
	}),
};
