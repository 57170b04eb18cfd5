import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { textField } from './fields';

/** What a message or a channel is for, as the consent policy asks. */
export const purposeOptions: INodePropertyOptions[] = [
	{ name: 'Authentication', value: 'authentication' },
	{ name: 'Marketing', value: 'marketing', description: 'Goes only to people who opted in' },
	{ name: 'Service', value: 'service', description: 'Answers what the person asked' },
	{ name: 'Utility', value: 'utility', description: 'News of an order or an appointment' },
];

export const infobipPlatformFields: INodeProperties[] = [
	textField('Application ID', 'applicationId', {
		description: "Of your application on Infobip's CPaaS X platform",
	}),
	textField('Entity ID', 'entityId', {
		description: "Of your business unit or customer on Infobip's CPaaS X platform",
	}),
];

export const replyToId = textField('Reply To Message ID', 'replyToId', {
	placeholder: 'e.g. wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1',
	description: 'Message to quote, by the ID that the trigger gave it',
});

/** Options of a message that goes out as SMS, or falls back to one. */
export const smsOptions: INodeProperties[] = [
	textField('Delivery Webhook', 'reportUrl', {
		placeholder: 'e.g. https://n8n.example/webhook/…',
		description: "Where the statuses of this message go. Leave empty for the account's webhook.",
	}),
	{
		displayName: 'Send At',
		name: 'sendAt',
		type: 'dateTime',
		default: '',
		description: 'When the provider sends the message. Leave empty to send it now.',
	},
	{
		displayName: 'Validity (Minutes)',
		name: 'validityMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1440,
		description: 'How long the provider tries to deliver the message',
	},
	{
		displayName: 'Flash SMS',
		name: 'flash',
		type: 'boolean',
		default: false,
		description: 'Whether the SMS is shown at once and not stored',
	},
	textField('SMS Fallback Text', 'fallbackText', {
		typeOptions: { rows: 2 },
		placeholder: 'e.g. Your order 1042 is on its way.',
		description: 'Goes out as SMS when the person cannot be reached on the channel',
	}),
	textField('SMS Fallback Sender', 'fallbackSender', {
		placeholder: 'e.g. Harbour',
		description: 'The sender of the SMS',
	}),
];

/** What a message goes out from, where the provider lists no senders. */
export const senderByNumber = (placeholder: string, hint: string): INodeProperties => ({
	displayName: 'Sender',
	name: 'sender',
	type: 'resourceLocator',
	default: { mode: 'name', value: '' },
	description: 'Your number, short code or name that the message comes from',
	modes: [{ displayName: 'By Number or Name', name: 'name', type: 'string', placeholder, hint }],
});
