import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { DEFAULT_CHANNEL, fieldsOfSenders } from '../../shared/providers';

type Show = NonNullable<IDisplayOptions['show']>;

const SENDERS = fieldsOfSenders(({ sender }) => sender);

const CHANNELS = fieldsOfSenders(
	({ channels }) =>
		channels && {
			displayName: 'Channel',
			name: 'channel',
			type: 'options',
			options: [...channels],
			default: DEFAULT_CHANNEL,
			description: 'How the message reaches the person',
		},
);

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
