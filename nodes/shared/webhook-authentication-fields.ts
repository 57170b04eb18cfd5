import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { textField } from './fields';

/** How a provider that signs nothing of its own proves that a webhook call comes from it. */
export const WEBHOOK_AUTHENTICATIONS = [
	'basic',
	'header',
	'hmac',
	'twilio',
	'vonage',
	'urlToken',
	'none',
] as const;
export type WebhookAuthentication = (typeof WEBHOOK_AUTHENTICATIONS)[number];

const OPTIONS: Record<WebhookAuthentication, INodePropertyOptions> = {
	basic: {
		name: 'Basic',
		value: 'basic',
		description: 'The provider sends a user name and a password',
	},
	header: {
		name: 'Secret Header',
		value: 'header',
		description: 'The provider sends a header of your choice',
	},
	hmac: { name: 'Signature', value: 'hmac', description: 'The provider signs each call with a shared key' },
	none: {
		name: 'None (Not Recommended)',
		value: 'none',
		description: 'Anybody who learns the URL can write messages and opt people out',
	},
	twilio: {
		name: 'Twilio Signature',
		value: 'twilio',
		description: 'Twilio signs each call with the auth token of the account',
	},
	urlToken: {
		name: 'Token in the URL',
		value: 'urlToken',
		description: 'A long random word at the end of the webhook URL',
	},
	vonage: {
		name: 'Vonage Signature',
		value: 'vonage',
		description: 'Vonage signs each call with the signature secret of the account',
	},
};

function shownFor(...ways: WebhookAuthentication[]): INodeProperties['displayOptions'] {
	return { show: { webhookAuthentication: ways } };
}

/** The fields of a credential for authenticating webhook calls. */
export function webhookAuthenticationFields(
	ways: readonly WebhookAuthentication[],
	preset: WebhookAuthentication,
): INodeProperties[] {
	const fields: INodeProperties[] = [
		{
			displayName: 'Webhook Authentication',
			name: 'webhookAuthentication',
			type: 'options',
			options: ways.map((way) => OPTIONS[way]).sort((a, b) => a.name.localeCompare(b.name)),
			default: preset,
			description: 'How Messaging Trigger knows that a call comes from the provider',
		},
		{
			displayName: 'Anybody who learns the webhook URL can write messages and opt people out.',
			name: 'webhookNotice',
			type: 'notice',
			displayOptions: shownFor('none'),
			default: '',
		},
		textField('Webhook User Name', 'webhookUsername', { displayOptions: shownFor('basic') }),
		textField('Webhook Password', 'webhookPassword', {
			typeOptions: { password: true },
			displayOptions: shownFor('basic'),
		}),
		{
			displayName: 'Webhook Header Name',
			name: 'webhookHeaderName',
			type: 'string',
			displayOptions: shownFor('header'),
			default: 'X-Webhook-Secret',
		},
		textField('Webhook Header Value', 'webhookHeaderValue', {
			typeOptions: { password: true },
			displayOptions: shownFor('header'),
		}),
		textField('Signature Key', 'webhookHmacSecret', {
			typeOptions: { password: true },
			displayOptions: shownFor('hmac'),
		}),
		textField('Signature Header Name', 'webhookHmacHeader', {
			displayOptions: shownFor('hmac'),
			description:
				"As the provider's documentation names it. Infobip does not publish it: look at a call that arrived.",
		}),
		{
			displayName: 'Signature Algorithm',
			name: 'webhookHmacAlgorithm',
			type: 'options',
			displayOptions: shownFor('hmac'),
			options: [
				{ name: 'SHA-1', value: 'sha1' },
				{ name: 'SHA-256', value: 'sha256' },
				{ name: 'SHA-512', value: 'sha512' },
			],
			default: 'sha256',
		},
		{
			displayName: 'Signature Encoding',
			name: 'webhookHmacEncoding',
			type: 'options',
			displayOptions: shownFor('hmac'),
			options: [
				{ name: 'Base64', value: 'base64' },
				{ name: 'Hexadecimal', value: 'hex' },
			],
			default: 'hex',
		},
		textField('Twilio Auth Token', 'webhookTwilioAuthToken', {
			typeOptions: { password: true },
			displayOptions: shownFor('twilio'),
			description: 'Twilio Console → Account Info. While you rotate it, enter both, separated by a comma.',
		}),
		textField('Vonage Signature Secret', 'webhookVonageSignatureSecret', {
			typeOptions: { password: true },
			displayOptions: shownFor('vonage'),
			description:
				'Vonage Dashboard → Settings → API settings. While you change it, enter both, separated by a comma.',
		}),
		textField('Webhook Token', 'webhookUrlToken', {
			typeOptions: { password: true },
			displayOptions: shownFor('urlToken'),
			description:
				'A word of at least 20 random letters and digits. Add ?token=… with it to the webhook URL at the provider.',
		}),
	];
	const isOffered = ({ displayOptions }: INodeProperties) => {
		const shown = displayOptions?.show?.webhookAuthentication;
		return shown === undefined || ways.some((way) => shown.includes(way));
	};
	return fields.filter(isOffered);
}

/** What a signature may be like beyond what `webhookAuthenticationFields` asks for, at a custom gateway. */
export const signatureDetailFields: INodeProperties[] = [
	textField('Former Signature Key', 'webhookHmacFormerSecret', {
		typeOptions: { password: true },
		displayOptions: shownFor('hmac'),
		description: 'Counts too, while the gateway is changed over to a new key',
	}),
	textField('Signature Prefix', 'webhookHmacPrefix', {
		displayOptions: shownFor('hmac'),
		placeholder: 'e.g. sha256=',
		description: 'What stands in the header in front of the signature',
	}),
	{
		displayName: 'Signed Content',
		name: 'webhookHmacContent',
		type: 'string',
		displayOptions: shownFor('hmac'),
		default: '{body}',
		placeholder: 'e.g. {x-timestamp}.{body}',
		description: 'What the gateway signs: {body}, and the names of headers in braces',
	},
	textField('Timestamp Header Name', 'webhookHmacTimestampHeader', {
		displayOptions: shownFor('hmac'),
		placeholder: 'e.g. x-timestamp',
		description:
			'A header with the time of the call, which has to be part of the signed content. Calls that were recorded and sent again later are refused then.',
	}),
	{
		displayName: 'Timestamp Tolerance in Seconds',
		name: 'webhookHmacToleranceSeconds',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: shownFor('hmac', 'vonage'),
		default: 300,
		description: 'How far the time of the call may lie from now, both ways',
	},
];
