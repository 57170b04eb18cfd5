import { CustomMessagingApi } from '../../../credentials/CustomMessagingApi.credentials';
import { replyToId, senderByNumber } from '../message-fields';
import type { WebhookSecrets } from '../../../core';
import { readUrl, splitSecrets, type ProviderAccess } from './access';
import {
	readWebhookAuthentication,
	type ReadAuthentication,
	type WebhookAuthenticationData,
} from './webhook-authentication';

type CustomSecrets = NonNullable<WebhookSecrets['custom']>;

interface Fields extends WebhookAuthenticationData {
	baseUrl?: string;
	webhookTwilioAuthToken?: string;
	webhookVonageSignatureSecret?: string;
	webhookHmacFormerSecret?: string;
	webhookHmacPrefix?: string;
	webhookHmacContent?: string;
	webhookHmacTimestampHeader?: string;
	webhookHmacToleranceSeconds?: number;
}

const TOLERANCE_SECONDS = 300;

function toleranceOf({ webhookHmacToleranceSeconds }: Fields): number {
	return webhookHmacToleranceSeconds ?? TOLERANCE_SECONDS;
}

/** A credential that was saved before a field existed does not have it. */
function withDetails(
	hmac: NonNullable<ReadAuthentication['secrets']['hmac']>,
	fields: Fields,
): CustomSecrets {
	const header = (fields.webhookHmacTimestampHeader ?? '').trim();
	return {
		hmac: {
			...hmac,
			...(fields.webhookHmacFormerSecret && { formerSecret: fields.webhookHmacFormerSecret }),
			...(fields.webhookHmacPrefix && { prefix: fields.webhookHmacPrefix.trim() }),
			...(fields.webhookHmacContent && { content: fields.webhookHmacContent.trim() }),
			...(header !== '' && { timestamp: { header, toleranceSeconds: toleranceOf(fields) } }),
		},
	};
}

interface GatewaySignature {
	secrets: CustomSecrets;
	/** Whoever has one of them passes the check. */
	keys: string[];
	/** The label of its field where that is empty. */
	missing: string[];
}

/** The signature of Twilio or Vonage. */
function readGatewaySignature(fields: Fields): GatewaySignature | undefined {
	if (fields.webhookAuthentication === 'twilio') {
		const authTokens = splitSecrets(fields.webhookTwilioAuthToken);
		const missing = authTokens.length === 0 ? ['Twilio Auth Token'] : [];
		return { secrets: { twilio: { authTokens } }, keys: authTokens, missing };
	}
	if (fields.webhookAuthentication === 'vonage') {
		const signatureSecrets = splitSecrets(fields.webhookVonageSignatureSecret);
		const missing = signatureSecrets.length === 0 ? ['Vonage Signature Secret'] : [];
		const toleranceSeconds = toleranceOf(fields);
		return { secrets: { vonage: { signatureSecrets, toleranceSeconds } }, keys: signatureSecrets, missing };
	}
	return undefined;
}

export const custom: ProviderAccess = {
	displayName: 'Custom',
	offers: ['receive', 'send'],
	credential: new CustomMessagingApi(),
	byHand:
		'Enter the Production URL where your gateway asks for a webhook or callback URL, with the authentication that the credential names.',
	sender: senderByNumber('e.g. +15551231234', 'What your gateway takes as the sender'),
	channels: [
		{
			name: 'As in the Item',
			value: 'item',
			description: 'The channel of the message that is answered; for other items what the request says',
		},
		{ name: 'MMS', value: 'mms' },
		{ name: 'RCS', value: 'rcs' },
		{ name: 'SMS', value: 'sms' },
		{ name: 'WhatsApp', value: 'whatsapp' },
	],
	defaultChannel: 'item',
	options: [replyToId],
	async connect(source) {
		const fields = await source.getCredentials<Fields>('customMessagingApi');
		const { secrets, handOverKeys, isOpen, missing } = readWebhookAuthentication(fields);
		const signature = readGatewaySignature(fields);
		const shared: CustomSecrets = secrets.hmac ? withDetails(secrets.hmac, fields) : secrets;
		return {
			hosts: { main: readUrl(fields.baseUrl, '') },
			accountId: '',
			account: {},
			webhook: {
				secrets: { custom: signature?.secrets ?? shared },
				handOverKeys: signature?.keys ?? handOverKeys,
				isOpen,
				missing: signature?.missing ?? missing,
			},
		};
	},
};
