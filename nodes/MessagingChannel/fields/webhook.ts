import type { INodeProperties } from 'n8n-workflow';
import { accountField, phoneNumberField } from './whatsapp';

/** Whose webhook it is at Meta; that of the app stands in its dashboard alone. */
export const levelFields: INodeProperties[] = [
	{
		displayName: 'Webhook Of',
		name: 'level',
		type: 'options',
		options: [
			{ name: 'Account', value: 'account', description: 'For all numbers that have none of their own' },
			{ name: 'Phone Number', value: 'number', description: 'For one number' },
		],
		default: 'number',
		description: "Either goes before the app's webhook, and the number's before the account's",
	},
	{ ...accountField, displayOptions: { show: { level: ['account'] } } },
	{ ...phoneNumberField, displayOptions: { show: { level: ['number'] } } },
];

export const verifyTokenField: INodeProperties = {
	displayName: 'Verify Token',
	name: 'verifyToken',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description: "The word that the Callback URL expects. Leave empty for the credential's.",
};

export const infobipChannels = [
	{ name: 'Block List', value: 'BLOCKLIST' },
	{ name: 'MMS', value: 'MMS' },
	{ name: 'Registration', value: 'REGISTRATION' },
	{ name: 'SMS', value: 'SMS' },
	{ name: 'WhatsApp', value: 'WHATSAPP' },
];

export const eventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: [
		{ name: 'Account Update', value: 'account', description: 'Quality, limits and templates' },
		{ name: 'Consent Change', value: 'consent', description: 'A person stopped or resumed messages' },
		{ name: 'Message Received', value: 'message', description: 'A person wrote or tapped a button' },
		{ name: 'Message Status', value: 'status', description: 'A message was delivered, read or failed' },
		{ name: 'Unrecognized Event', value: 'unknown', description: 'Anything else' },
	],
	default: ['message', 'status'],
	description: 'What the provider is to tell of',
};

export const takeOverField: INodeProperties = {
	displayName: 'Replace Existing',
	name: 'takeOver',
	type: 'boolean',
	default: false,
	description: "Whether to take the place of somebody else's URL",
};
