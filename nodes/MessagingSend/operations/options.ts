import type { INodeProperties } from 'n8n-workflow';
import { infobipPlatformFields } from '../../shared/message-fields';

/** Settings of one message that are rarely needed. Each provider has its own; those of all come first. */

const callbackData: INodeProperties = {
	displayName: 'Callback Data',
	name: 'callbackData',
	type: 'string',
	default: '',
	placeholder: 'e.g. order-1042',
	description: 'Reference of your own. It comes back as callbackData on every status of this message.',
};

const defaultCountry: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. IE',
	description: 'Two-letter country of numbers without a country code. Without it such a number is refused.',
};

const replyToId: INodeProperties = {
	displayName: 'Reply To Message ID',
	name: 'replyToId',
	type: 'string',
	default: '',
	placeholder: 'e.g. wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1',
	description: 'Message to quote, by the ID that the trigger gave it',
};

const previewUrl: INodeProperties = {
	displayName: 'Link Preview',
	name: 'previewUrl',
	type: 'boolean',
	default: false,
	description: 'Whether to show a preview of the first link in the text',
};

const groupId: INodeProperties = {
	displayName: 'Group ID',
	name: 'groupId',
	type: 'string',
	default: '',
	description: 'Writes to this group instead of a person',
};

const reportUrl: INodeProperties = {
	displayName: 'Delivery Webhook',
	name: 'reportUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example/webhook/…',
	description: "Where the statuses of this message go. Leave empty for the account's webhook.",
};

const sendAt: INodeProperties = {
	displayName: 'Send At',
	name: 'sendAt',
	type: 'dateTime',
	default: '',
	description: 'When the provider sends the message. Leave empty to send it now.',
};

const validity: INodeProperties = {
	displayName: 'Validity (Minutes)',
	name: 'validityMinutes',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1440,
	description: 'How long the provider tries to deliver the message',
};

const flash: INodeProperties = {
	displayName: 'Flash SMS',
	name: 'flash',
	type: 'boolean',
	default: false,
	description: 'Whether the SMS is shown at once and not stored',
};

const smsFallback: INodeProperties = {
	displayName: 'SMS Fallback Text',
	name: 'fallbackText',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Your order 1042 is on its way.',
	description: 'Goes out as SMS when the person cannot be reached on the channel',
};

const smsFallbackSender: INodeProperties = {
	displayName: 'SMS Fallback Sender',
	name: 'fallbackSender',
	type: 'string',
	default: '',
	placeholder: 'e.g. Harbour',
	description: 'The sender of the SMS',
};

const campaign: INodeProperties = {
	displayName: 'Campaign',
	name: 'campaignId',
	type: 'string',
	default: '',
	description: 'Groups messages in the reports of the provider',
};

const infobipOnly: INodeProperties[] = [
	...infobipPlatformFields,
	{
		displayName: 'Regional',
		name: 'regional',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"indiaDlt": {"principalEntityId": "1201…"}}',
		description: 'Registrations that India, Turkey and South Korea ask for',
	},
	{
		displayName: 'Shorten Links',
		name: 'shortenLinks',
		type: 'boolean',
		default: false,
		description: 'Whether links in the text are replaced by short ones',
	},
	{
		displayName: 'Track Clicks',
		name: 'trackClicks',
		type: 'boolean',
		default: false,
		description: 'Whether clicks on shortened links are reported',
	},
	{
		displayName: 'Transliteration',
		name: 'transliteration',
		type: 'options',
		options: [
			{ name: 'All', value: 'ALL' },
			{ name: 'Baltic', value: 'BALTIC' },
			{ name: 'Bulgarian Cyrillic', value: 'BULGARIAN_CYRILLIC' },
			{ name: 'Central European', value: 'CENTRAL_EUROPEAN' },
			{ name: 'Colombian', value: 'COLOMBIAN' },
			{ name: 'Cyrillic', value: 'CYRILLIC' },
			{ name: 'Greek', value: 'GREEK' },
			{ name: 'None', value: 'NONE' },
			{ name: 'Portuguese', value: 'PORTUGUESE' },
			{ name: 'Serbian Cyrillic', value: 'SERBIAN_CYRILLIC' },
			{ name: 'Turkish', value: 'TURKISH' },
		],
		default: 'NONE',
		description: 'Replaces letters that would make an SMS longer',
	},
];

const byName = (a: INodeProperties, b: INodeProperties) => a.displayName.localeCompare(b.displayName);

const OPTIONS: Record<string, INodeProperties[]> = {
	whatsAppCloud: [callbackData, defaultCountry, replyToId, groupId],
	infobip: [
		callbackData,
		defaultCountry,
		replyToId,
		reportUrl,
		sendAt,
		validity,
		flash,
		smsFallback,
		smsFallbackSender,
		campaign,
		...infobipOnly,
	],
	sinch: [callbackData, defaultCountry, reportUrl, sendAt, validity, flash, smsFallback, smsFallbackSender],
	custom: [callbackData, defaultCountry, replyToId],
};

/** @param operation *Link Preview* belongs to texts alone */
export function optionFields(operation: string): INodeProperties[] {
	return Object.entries(OPTIONS).map(([provider, options]) => ({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		displayOptions: { show: { operation: [operation], provider: [provider] } },
		default: {},
		options: [...options, ...(operation === 'sendResponse' ? [previewUrl] : [])].sort(byName),
	}));
}
