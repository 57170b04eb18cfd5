import { SinchApi } from '../../../credentials/SinchApi.credentials';
import { senderByNumber, smsOptions } from '../message-fields';
import { isSandbox, readUrl, splitSecrets, type ProviderAccess } from './access';
import { readWebhookAuthentication, type WebhookAuthenticationData } from './webhook-authentication';

interface Fields extends WebhookAuthenticationData {
	region?: string;
	projectId?: string;
	appId?: string;
	servicePlanId?: string;
	webhookSecret?: string;
	baseUrl?: string;
}

export const sinch: ProviderAccess = {
	displayName: 'Sinch',
	offers: ['receive', 'register', 'send', 'fallBack', 'setUp'],
	credential: new SinchApi(),
	byHand:
		'Enter the Production URL in the Sinch Build Dashboard: for WhatsApp and other channels under Conversation API → Apps → Webhooks, with the Webhook Secret of the credential; for SMS under SMS → Service APIs → Callback URLs.',
	sender: senderByNumber(
		'e.g. +15551231234',
		'Leave empty for the default sender of the app or service plan',
	),
	channels: [
		{ name: 'Instagram', value: 'instagram' },
		{ name: 'LINE', value: 'line' },
		{ name: 'Messenger', value: 'messenger' },
		{ name: 'MMS', value: 'mms' },
		{ name: 'RCS', value: 'rcs' },
		{ name: 'SMS', value: 'sms' },
		{ name: 'Telegram', value: 'telegram' },
		{ name: 'Viber', value: 'viber' },
		{ name: 'WeChat', value: 'wechat' },
		{ name: 'WhatsApp', value: 'whatsapp' },
	],
	messageTypes: [
		'card',
		'carousel',
		'contacts',
		'flow',
		'list',
		'location',
		'locationRequest',
		'orderDetails',
		'orderStatus',
		'product',
		'productList',
		'urlButton',
	],
	options: smsOptions,
	async connect(source) {
		const fields = await source.getCredentials<Fields>('sinchApi');
		const webhookSecrets = splitSecrets(fields.webhookSecret);
		const { secrets, handOverKeys, isOpen, missing } = readWebhookAuthentication(fields);
		const { basic, header, urlToken } = secrets;
		const { projectId = '', appId = '', servicePlanId = '' } = fields;
		const region = fields.region || 'us';
		const main = readUrl(fields.baseUrl, `https://${region}.conversation.api.sinch.com`);
		const hasProxy = (fields.baseUrl ?? '').trim() !== '';
		const ownHost = (name: string) => (hasProxy ? `${main}/${name}` : `https://${name}.api.sinch.com`);
		return {
			hosts: {
				main,
				sms: readUrl(fields.baseUrl, `https://${region}.sms.api.sinch.com`),
				provisioning: ownHost('provisioning'),
				numbers: ownHost('numbers'),
				templates: hasProxy ? `${main}/templates` : `https://${region}.template.api.sinch.com`,
			},
			accountId: projectId,
			account: {
				accountId: projectId,
				...(appId !== '' && { appId }),
				...(servicePlanId !== '' && { servicePlanId }),
			},
			webhook: {
				secrets: {
					sinch: {
						webhookSecrets,
						...(basic && { basic }),
						...(header && { header }),
						...(urlToken && { urlToken }),
						isSmsOpen: isOpen,
					},
				},
				urlToken,
				handOverKeys: [...webhookSecrets, ...handOverKeys],
				// What is chosen for the SMS API opens nothing else.
				isOpen: false,
				// Conversation calls are signed, so for them alone the secret is enough.
				missing: webhookSecrets.length > 0 ? [] : missing,
			},
			registrationTarget: ({ callbackUrl, siblingUrl, purpose, kinds, neighbourUrls }) => ({
				provider: 'sinch',
				callbackUrl,
				...(siblingUrl !== undefined && { siblingUrl }),
				purpose,
				kinds,
				...(neighbourUrls !== undefined && { neighbourUrls }),
				projectId,
				webhookSecret: webhookSecrets[0] ?? '',
				isSandbox: isSandbox(main),
				...(appId !== '' && { appId }),
				...(servicePlanId !== '' && { servicePlanId }),
			}),
		};
	},
};
