import type { INodeProperties } from 'n8n-workflow';
import { InfobipApi } from '../../../credentials/InfobipApi.credentials';
import { infobipPlatformFields, replyToId, senderByNumber, smsOptions } from '../message-fields';
import { isSandbox, readUrl, type ProviderAccess } from './access';
import { readWebhookAuthentication, type WebhookAuthenticationData } from './webhook-authentication';
import { textField } from '../fields';

interface Fields extends WebhookAuthenticationData {
	baseUrl?: string;
}

const options: INodeProperties[] = [
	replyToId,
	...smsOptions,
	...infobipPlatformFields,
	textField('Campaign', 'campaignId', { description: 'Groups messages in the reports of the provider' }),
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

/** An address of Infobip's has no path; what people paste is often that of one call. */
function withoutCall(url: string): string {
	return url.replace(/^(https?:\/\/[^/]+\.infobip\.com)[/?].*$/i, '$1');
}

export const infobip: ProviderAccess = {
	displayName: 'Infobip',
	offers: ['receive', 'register', 'send', 'markAsRead', 'fallBack', 'setUp'],
	credential: new InfobipApi(),
	byHand:
		"Enter the Production URL in the Infobip portal under Developer Tools → Subscriptions Management, with the authentication that the credential names. For a number's inbound messages: Channels and Numbers → Numbers → Keywords → Forward to HTTP.",
	sender: senderByNumber(
		'e.g. 447860099299 or Harbour',
		'To answer from the number that the person wrote to, take the field to of the event',
	),
	channels: [
		{ name: 'SMS', value: 'sms' },
		{ name: 'WhatsApp', value: 'whatsapp' },
	],
	messageTypes: [
		'callButton',
		'callRequest',
		'card',
		'carousel',
		'contactRequest',
		'contacts',
		'flow',
		'list',
		'location',
		'locationRequest',
		'orderDetails',
		'orderStatus',
		'product',
		'productList',
		'sticker',
		'urlButton',
		'voice',
	],
	options,
	async connect(source) {
		const fields = await source.getCredentials<Fields>('infobipApi');
		const { secrets, handOverKeys, isOpen, missing } = readWebhookAuthentication(fields);
		const main = withoutCall(readUrl(fields.baseUrl, 'https://api.infobip.com'));
		return {
			hosts: { main },
			accountId: '',
			account: {},
			webhook: { secrets: { infobip: secrets }, urlToken: secrets.urlToken, handOverKeys, isOpen, missing },
			registrationTarget: ({ senders, sendersOfAll: [sender, ...more] = senders, ...callback }) => ({
				provider: 'infobip',
				...callback,
				secrets,
				isSandbox: isSandbox(main),
				...(sender !== undefined && more.length === 0 && { sender }),
			}),
		};
	},
};
