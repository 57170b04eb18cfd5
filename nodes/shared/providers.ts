import type { INodeProperties } from 'n8n-workflow';
import type { Provider, WebhookSecrets } from '../../core';

/** What the nodes need of a provider's credential, whatever fields the credential has. */
export interface Connection {
	/** Where the provider's API is called, without a slash at the end. */
	apiUrl: string;
	/** The account that numbers and templates belong to. */
	accountId: string;
	webhookSecrets: WebhookSecrets;
	verifyToken: string;
}

/** The part of every n8n context that hands out credentials. */
export interface CredentialSource {
	getCredentials<T extends object>(type: string): Promise<T>;
}

export interface ProviderAccess {
	credentialType: string;
	connect(source: CredentialSource): Promise<Connection>;
}

interface WhatsAppCloudFields {
	businessAccountId?: string;
	appSecret?: string;
	verifyToken?: string;
	apiVersion?: string;
	baseUrl?: string;
}

const GRAPH_API = 'https://graph.facebook.com';
const GRAPH_VERSION = 'v25.0';

function splitSecrets(secrets: string | undefined): string[] {
	return (secrets ?? '')
		.split(',')
		.map((secret) => secret.trim())
		.filter((secret) => secret !== '');
}

const whatsAppCloud: ProviderAccess = {
	credentialType: 'whatsAppCloudApi',
	async connect(source) {
		const fields = await source.getCredentials<WhatsAppCloudFields>('whatsAppCloudApi');
		const baseUrl = (fields.baseUrl || GRAPH_API).replace(/\/$/, '');
		return {
			apiUrl: `${baseUrl}/${fields.apiVersion || GRAPH_VERSION}`,
			accountId: fields.businessAccountId ?? '',
			webhookSecrets: { whatsAppCloud: { appSecrets: splitSecrets(fields.appSecret) } },
			verifyToken: fields.verifyToken ?? '',
		};
	},
};

/** The providers that the nodes can talk to. The key is the value of the *Provider* parameter. */
export const PROVIDER_ACCESS = { whatsAppCloud } satisfies Partial<Record<Provider, ProviderAccess>>;
export type ConnectedProvider = keyof typeof PROVIDER_ACCESS;
export const CONNECTED_PROVIDERS = ['whatsAppCloud'] as const satisfies ConnectedProvider[];

export const providerField: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: [{ name: 'WhatsApp Cloud', value: 'whatsAppCloud' }],
	default: 'whatsAppCloud',
	description: 'The service that carries the messages',
};
