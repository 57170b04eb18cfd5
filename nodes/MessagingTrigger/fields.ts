import type { INodeProperties } from 'n8n-workflow';
import { mappingFields } from './mapping-fields';
import { optionField } from './option-field';
import { PROVIDER_ACCESS, providerField, providersThat, RECEIVING_PROVIDERS } from '../shared/providers';

const REGISTERING = providersThat('register');
const NOT_REGISTERING = RECEIVING_PROVIDERS.filter((provider) => !REGISTERING.includes(provider));
const LISTING_NUMBERS = providersThat('listNumbers');

const byHandNotices = RECEIVING_PROVIDERS.map((provider): INodeProperties => ({
	displayName: `${PROVIDER_ACCESS[provider].byHand} A URL entered by hand serves this workflow alone.`,
	name: `${provider}ByHand`,
	type: 'notice',
	displayOptions: {
		show: {
			provider: [provider],
			...(REGISTERING.includes(provider) && { registration: ['manual'] }),
		},
	},
	default: '',
}));

export const triggerFields: INodeProperties[] = [
	providerField(RECEIVING_PROVIDERS),
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		displayOptions: { hide: { provider: NOT_REGISTERING } },
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'Publishing the workflow registers its URL with the provider, unpublishing removes it again. Workflows of this n8n share a number, account or app.',
			},
			{
				name: 'By Hand',
				value: 'manual',
				description: "You enter the URL in the provider's console",
			},
		],
		default: 'automatic',
	},
	...byHandNotices,
	...mappingFields,
	{
		displayName: 'Trigger On',
		name: 'purpose',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Delivery Status',
				value: 'feedback',
				action: 'On delivery status',
				description: 'What became of the messages that you sent',
			},
			{
				name: 'Message Received',
				value: 'inbound',
				action: 'On message received',
				description: 'What people write, and when they stop or resume messages',
			},
			{
				name: 'Selected Events',
				value: 'selected',
				action: 'On selected events',
				description: 'Choose from everything that the provider sends',
			},
		],
		default: 'inbound',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		displayOptions: { show: { purpose: ['selected'] } },
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
				displayName: 'Account Events',
				name: 'accountEvents',
				type: 'multiOptions',
				displayOptions: { show: { '/purpose': ['selected'] } },
				options: [
					{ name: 'Account Review', value: 'accountReview' },
					{
						name: 'Account Update',
						value: 'accountUpdate',
						description: 'Restrictions, alerts and settings',
					},
					{ name: 'Call', value: 'call' },
					{ name: 'Capabilities of a Recipient', value: 'capability' },
					{ name: 'Channel Event', value: 'channelEvent', description: 'Groups, payments, typing' },
					{ name: 'Contact of the Phone App', value: 'contactUpdate' },
					{ name: 'Flow Update', value: 'flowUpdate' },
					{ name: 'History of the Phone App', value: 'history' },
					{ name: 'Identity Change', value: 'identityChange' },
					{ name: 'Limits', value: 'capabilityUpdate' },
					{ name: 'Name Update', value: 'nameUpdate', description: 'Display name or username of a number' },
					{ name: 'Number Update', value: 'numberUpdate' },
					{ name: 'Quality Update', value: 'qualityUpdate' },
					{ name: 'Security', value: 'security' },
					{ name: 'Sent From the Phone App', value: 'echo' },
					{ name: 'Template Category', value: 'templateCategory' },
					{ name: 'Template Components', value: 'templateComponents' },
					{ name: 'Template Quality', value: 'templateQuality' },
					{ name: 'Template Status', value: 'templateStatus' },
				],
				default: [],
				description:
					'Other events of the account start no execution. Calls, groups, usernames and the phone app come from WhatsApp Cloud only where they are chosen here.',
			},
			{
				displayName: 'Final Statuses Only',
				name: 'finalOnly',
				type: 'boolean',
				displayOptions: { hide: { '/purpose': ['inbound'] } },
				default: false,
				description: 'Whether to leave out statuses after which another one is expected, such as sent',
			},
			{
				displayName: 'Message Types',
				name: 'messageTypes',
				type: 'multiOptions',
				displayOptions: { hide: { '/purpose': ['feedback'] } },
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
				displayOptions: { show: { '/provider': LISTING_NUMBERS } },
				default: [],
				description:
					'Your numbers whose events start the workflow. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Senders',
				name: 'senders',
				type: 'string',
				displayOptions: { hide: { '/provider': LISTING_NUMBERS } },
				default: '',
				placeholder: 'e.g. +15550100001, ACME',
				description: 'Your numbers or sender names whose events start the workflow, separated by commas',
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				displayOptions: { hide: { '/purpose': ['inbound'] } },
				options: [
					{ name: 'Cancelled', value: 'cancelled' },
					{ name: 'Clicked', value: 'clicked' },
					{ name: 'Deleted', value: 'deleted' },
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Expired', value: 'expired' },
					{ name: 'Failed', value: 'failed' },
					{ name: 'Played', value: 'played' },
					{ name: 'Queued', value: 'queued' },
					{ name: 'Read', value: 'read' },
					{ name: 'Rejected', value: 'rejected' },
					{ name: 'Sent', value: 'sent' },
					{ name: 'Unknown', value: 'unknown' },
				],
				default: [],
				description: 'Other statuses start no execution',
			},
		],
	},
	optionField,
];
