import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/fields';
import { DEFAULT_CHANNEL, fieldsOfSenders } from '../../shared/providers';

type Show = NonNullable<IDisplayOptions['show']>;

const SENDERS = fieldsOfSenders(({ sender }) => sender);

const CHANNELS = fieldsOfSenders(
	({ channels, defaultChannel = DEFAULT_CHANNEL }) =>
		channels && {
			displayName: 'Channel',
			name: 'channel',
			type: 'options',
			options: [...channels],
			default: defaultChannel,
			description: 'How the message reaches the person',
		},
);

type From = 'fields' | 'value' | 'writer';

/** No default is an expression: one that cannot be evaluated yet keeps the form of a template from following its choice. */
const recipientFields = (preset: From): INodeProperties[] => [
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
			{
				name: 'Whoever Wrote',
				value: 'writer',
				description: 'The person whose message the item is, by its fields from and fromUserId',
			},
		],
		default: preset,
	},
	textField('To', 'to', {
		required: true,
		displayOptions: { show: { recipientFrom: ['value'] } },
		placeholder: 'e.g. +16505551234',
		hint: 'Before you use an expression, execute the nodes before this one',
		description: 'Phone number with country code, or the user ID that the provider gave to the person',
	}),
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

function shownWith(show: Show, fields: readonly INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: { show: { ...show, ...field.displayOptions?.show } },
	}));
}

/** Our side of a message that starts a conversation. */
export const senderFields = (show: Show) => shownWith(show, SENDERS);

/** Our side of an answer, which the item knows where it is an event. */
export const answeringSenderFields = (show: Show) =>
	senderFields(show).map((field) => ({
		...field,
		required: false,
		description: `${field.description}. Leave empty to answer from the one that the person wrote to.`,
	}));

/** Over what and to whom. */
export const addressingFields = (show: Show, preset: From) =>
	shownWith(show, [...CHANNELS, ...recipientFields(preset)]);
