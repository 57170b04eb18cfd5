import type { INodeProperties } from 'n8n-workflow';
import { withCallback } from '../callback';
import { callbackUrlField, filtersField, optionsField } from '../fields/common';
import { chosenFrom } from '../../shared/locator';
import { appField } from '../fields/sinch';
import {
	accountField,
	optionalPhoneNumberField,
	phoneNumberField,
	verifyTokenField,
} from '../fields/whatsapp';
import { form, withVerifyToken, without } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

/** Whose webhook it is at Meta; that of the app stands in its dashboard alone. */
const levelFields: INodeProperties[] = [
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

const infobipChannels = [
	{ name: 'Block List', value: 'BLOCKLIST' },
	{ name: 'MMS', value: 'MMS' },
	{ name: 'Registration', value: 'REGISTRATION' },
	{ name: 'SMS', value: 'SMS' },
	{ name: 'WhatsApp', value: 'WHATSAPP' },
];

const channelField: INodeProperties = {
	displayName: 'Channel',
	name: 'channel',
	type: 'options',
	options: infobipChannels,
	default: 'SMS',
	description: 'What the events are about',
};

const eventsField: INodeProperties = {
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

const setInInfobip: INodeProperties[] = [
	callbackUrlField,
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'multiOptions',
		required: true,
		options: infobipChannels,
		default: ['SMS', 'WHATSAPP'],
		description: 'What the events are about',
	},
	eventsField,
	optionsField([
		{
			displayName: 'Replace Existing',
			name: 'takeOver',
			type: 'boolean',
			default: false,
			description: "Whether to take the place of somebody else's URL",
		},
		textField('Sender', 'sender', {
			placeholder: 'e.g. 447860099299',
			description: 'The only sender whose events are of interest. Leave out for all.',
		}),
	]),
];

const deleteInInfobip: INodeProperties[] = [
	channelField,
	{
		displayName: 'Subscription',
		name: 'subscriptionId',
		required: true,
		...chosenFrom({
			method: 'searchWebhooks',
			select: 'Select a subscription…',
			byHand: 'By ID',
			placeholder: 'e.g. n8n-3f8a',
			hint: 'Get shows it',
		}),
		description: 'The subscription to delete, whosever it is',
	},
];

const deleteInSinch: INodeProperties[] = [
	{ ...appField, description: 'The app whose webhooks the list shows' },
	{
		displayName: 'Webhook',
		name: 'webhookId',
		required: true,
		...chosenFrom({
			method: 'searchWebhooks',
			select: 'Select a webhook…',
			byHand: 'By ID',
			placeholder: 'e.g. 01HZX2Q3W4E5R6T7Y8U9I0OPAS',
			hint: 'Get shows it',
		}),
		description: 'The webhook to delete, whosever it is',
	},
];

export const WEBHOOK: Operations<'webhook'> = {
	delete: {
		name: 'Delete',
		action: 'Delete webhook',
		description: 'Let no more events go there',
		forms: {
			whatsAppCloud: form(levelFields),
			infobip: form(deleteInInfobip),
			sinch: form(deleteInSinch, (input) => without(input, 'appId')),
		},
	},
	get: {
		name: 'Get',
		action: 'Get webhooks',
		description: 'Look where events go',
		forms: {
			whatsAppCloud: form([
				accountField,
				{ ...optionalPhoneNumberField, description: 'Your number, to see its own webhook as well' },
			]),
			sinch: form([appField]),
			infobip: form([filtersField([{ ...channelField, description: 'Leave out for all channels' }])]),
		},
	},
	set: {
		name: 'Set',
		action: 'Set webhook',
		description: 'Say where events go. The URL has to answer when it is set.',
		forms: {
			whatsAppCloud: form([...levelFields, callbackUrlField, verifyTokenField], (input, reader, run) => ({
				...withVerifyToken(input, reader, run),
				isSandbox: run.isSandbox,
			})),
			sinch: form([appField, callbackUrlField, eventsField], (input, _reader, run) => ({
				...withCallback(input, run),
				webhookSecret: run.connection.webhook.secrets.sinch?.webhookSecrets[0],
			})),
			infobip: form(setInInfobip, (input, _reader, run) => ({
				...withCallback(input, run),
				secrets: run.connection.webhook.secrets.infobip,
			})),
		},
	},
};
