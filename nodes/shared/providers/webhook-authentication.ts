import type { WebhookSecrets } from '../../../core';
import { readChoice } from '../settings';
import { WEBHOOK_AUTHENTICATIONS } from '../webhook-authentication-fields';

/** The fields that `webhookAuthenticationFields` puts into a credential. */
export interface WebhookAuthenticationData {
	webhookAuthentication?: string;
	webhookUsername?: string;
	webhookPassword?: string;
	webhookHeaderName?: string;
	webhookHeaderValue?: string;
	webhookHmacSecret?: string;
	webhookHmacHeader?: string;
	webhookHmacAlgorithm?: string;
	webhookHmacEncoding?: string;
	webhookUrlToken?: string;
}

/** Infobip takes each way of authentication that a panel offers, but for Twilio's. */
type SharedSecrets = NonNullable<WebhookSecrets['infobip']>;

export interface ReadAuthentication {
	secrets: SharedSecrets;
	/** All of them in one, where there are any: who has it passes every check. */
	handOverKeys: string[];
	isOpen: boolean;
	/** Labels of fields that are empty although the chosen way needs them. */
	missing: string[];
}

/** The way of authentication that was chosen in a credential, with its secrets. */
export function readWebhookAuthentication(data: WebhookAuthenticationData): ReadAuthentication {
	const missing: string[] = [];
	const need = (value: string | undefined, label: string): string => {
		if (!value) missing.push(label);
		return value ?? '';
	};
	const read = (): SharedSecrets => {
		const chosen = data.webhookAuthentication;
		switch (readChoice(chosen, 'Webhook Authentication', WEBHOOK_AUTHENTICATIONS) ?? 'urlToken') {
			case 'basic':
				return {
					basic: {
						username: need(data.webhookUsername, 'Webhook User Name'),
						password: need(data.webhookPassword, 'Webhook Password'),
					},
				};
			case 'header':
				return {
					header: {
						name: need(data.webhookHeaderName, 'Webhook Header Name'),
						value: need(data.webhookHeaderValue, 'Webhook Header Value'),
					},
				};
			case 'hmac':
				return {
					hmac: {
						secret: need(data.webhookHmacSecret, 'Signature Key'),
						header: need(data.webhookHmacHeader, 'Signature Header Name'),
						algorithm: data.webhookHmacAlgorithm || 'sha256',
						encoding: data.webhookHmacEncoding === 'base64' ? 'base64' : 'hex',
					},
				};
			case 'urlToken':
				return { urlToken: need(data.webhookUrlToken, 'Webhook Token') };
			case 'twilio':
			case 'vonage':
			case 'none':
				return {};
		}
	};
	const secrets = read();
	const isComplete = missing.length === 0 && Object.keys(secrets).length > 0;
	return {
		secrets,
		handOverKeys: isComplete ? [JSON.stringify(secrets)] : [],
		isOpen: data.webhookAuthentication === 'none',
		missing,
	};
}
