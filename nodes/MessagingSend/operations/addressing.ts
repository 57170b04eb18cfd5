import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { ProviderName } from '../../../core';

type Show = NonNullable<IDisplayOptions['show']>;

const byNumber = (provider: ProviderName, placeholder: string, hint: string): INodeProperties => ({
	displayName: 'Sender',
	name: 'sender',
	type: 'resourceLocator',
	displayOptions: { show: { provider: [provider] } },
	default: { mode: 'id', value: '' },
	description: 'Your number, short code or name that the message comes from',
	modes: [{ displayName: 'By Number or Name', name: 'id', type: 'string', placeholder, hint }],
});

const SENDERS: readonly INodeProperties[] = [
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show: { provider: ['whatsAppCloud'] } },
		default: { mode: 'list', value: '' },
		description: 'Your number that the message comes from',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a number…',
				typeOptions: { searchListMethod: 'searchPhoneNumbers', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 106540352242922',
				hint: 'The phone number ID of the API Setup page. Events of the trigger hold it as channelId',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^[0-9]+$', errorMessage: 'A phone number ID consists of digits only' },
					},
				],
			},
		],
	},
	byNumber(
		'infobip',
		'e.g. 447860099299 or Harbour',
		'To answer from the number that the person wrote to, take the field to of the event',
	),
	byNumber('sinch', 'e.g. +15551231234', 'Leave empty for the default sender of the app or service plan'),
	byNumber('custom', 'e.g. +15551231234', 'What your gateway takes as the sender'),
];

/** Channels of providers that carry more than one. */
const CHANNELS: readonly INodeProperties[] = [
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		displayOptions: { show: { provider: ['infobip'] } },
		options: [
			{ name: 'SMS', value: 'sms' },
			{ name: 'WhatsApp', value: 'whatsapp' },
		],
		default: 'sms',
		description: 'How the message reaches the person',
	},
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		displayOptions: { show: { provider: ['sinch'] } },
		options: [
			{ name: 'Messenger', value: 'messenger' },
			{ name: 'MMS', value: 'mms' },
			{ name: 'RCS', value: 'rcs' },
			{ name: 'SMS', value: 'sms' },
			{ name: 'Telegram', value: 'telegram' },
			{ name: 'Viber', value: 'viber' },
			{ name: 'WhatsApp', value: 'whatsapp' },
		],
		default: 'sms',
		description: 'How the message reaches the person',
	},
];

const RECIPIENT: readonly INodeProperties[] = [
	{
		displayName: 'Recipient From',
		name: 'recipientFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Item Fields',
				value: 'fields',
				description: 'The first of several fields with a valid number. Quickest for long lists.',
			},
			{ name: 'Value', value: 'value', description: 'A number, a user ID or an expression' },
		],
		default: 'value',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		required: true,
		displayOptions: { show: { recipientFrom: ['value'] } },
		default: '={{ $json.from || $json.fromUserId }}',
		placeholder: 'e.g. +16505551234',
		description: 'Phone number with country code, or the user ID that the provider gave to the person',
	},
	{
		displayName: 'Recipient Fields',
		name: 'recipientFields',
		type: 'string',
		required: true,
		displayOptions: { show: { recipientFrom: ['fields'] } },
		default: 'phone',
		placeholder: 'e.g. mobile, phone, contact.phone',
		description: 'Names of fields of the item, in order; the first one with a valid number wins',
	},
];

/** From whom, over what and to whom. */
export function addressingFields(show: Show): INodeProperties[] {
	return [...SENDERS, ...CHANNELS, ...RECIPIENT].map((field) => ({
		...field,
		displayOptions: { show: { ...show, ...field.displayOptions?.show } },
	}));
}
