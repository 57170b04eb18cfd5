import type { INodeProperties } from 'n8n-workflow';
import { providerField, RECEIVING_PROVIDERS } from '../shared/providers';

export const triggerFields: INodeProperties[] = [
	providerField(RECEIVING_PROVIDERS),
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [
			{
				name: 'Account Update',
				value: 'account',
				description: 'Quality, limits, templates and restrictions of the account',
			},
			{
				name: 'Consent Change',
				value: 'consent',
				description: "A person stopped or resumed messages through the provider's own switch",
			},
			{
				name: 'Message Received',
				value: 'message',
				description: 'A person wrote, tapped a button or reacted',
			},
			{
				name: 'Message Status',
				value: 'status',
				description: 'A message of yours was sent, delivered, read or failed',
			},
			{
				name: 'Unrecognized Event',
				value: 'unknown',
				description: 'Anything that the provider sends and this node does not know yet',
			},
		],
		default: ['message'],
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'Events that do not pass are answered and start no execution',
		options: [
			{
				displayName: 'Message Types',
				name: 'messageTypes',
				type: 'multiOptions',
				options: [
					{ name: 'Audio', value: 'audio' },
					{ name: 'Button Reply', value: 'buttonReply' },
					{ name: 'Contacts', value: 'contacts' },
					{ name: 'Document', value: 'document' },
					{ name: 'Flow Reply', value: 'flowReply' },
					{ name: 'Image', value: 'image' },
					{ name: 'List Reply', value: 'listReply' },
					{ name: 'Location', value: 'location' },
					{ name: 'Order', value: 'order' },
					{ name: 'Reaction', value: 'reaction' },
					{ name: 'Sticker', value: 'sticker' },
					{ name: 'System', value: 'system' },
					{ name: 'Text', value: 'text' },
					{ name: 'Unsupported', value: 'unsupported' },
					{ name: 'Video', value: 'video' },
				],
				default: [],
				description: 'Received messages of other types start no execution',
			},
			{
				displayName: 'Phone Number Names or IDs',
				name: 'channelIds',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getPhoneNumbers' },
				default: [],
				description:
					'Your numbers whose events start the workflow. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				options: [
					{ name: 'Deleted', value: 'deleted' },
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Failed', value: 'failed' },
					{ name: 'Played', value: 'played' },
					{ name: 'Read', value: 'read' },
					{ name: 'Sent', value: 'sent' },
				],
				default: [],
				description: 'Other statuses start no execution',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'One Execution per Call',
				name: 'oneExecutionPerCall',
				type: 'boolean',
				default: false,
				description:
					'Whether every call of the provider starts an execution of its own. Otherwise calls that arrive at the same moment, as after a broadcast, share one, which is several times faster.',
			},
		],
	},
];
