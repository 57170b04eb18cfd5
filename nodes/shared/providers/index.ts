import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../../core';
import type { ProviderAccess } from './access';
import { custom } from './custom';
import { infobip } from './infobip';
import { sinch } from './sinch';
import { whatsAppCloud } from './whatsapp-cloud';

export type { Connection } from './access';

/** The providers that the nodes can talk to. The key is the value of the *Provider* parameter. */
export const PROVIDER_ACCESS = { custom, infobip, sinch, whatsAppCloud } satisfies Partial<
	Record<Provider, ProviderAccess>
>;
export type ConnectedProvider = keyof typeof PROVIDER_ACCESS;

/** Those of them that can send. */
export const SENDING_PROVIDERS = [
	'custom',
	'infobip',
	'sinch',
	'whatsAppCloud',
] as const satisfies ConnectedProvider[];
export const RECEIVING_PROVIDERS = [
	'custom',
	'infobip',
	'sinch',
	'whatsAppCloud',
] as const satisfies ConnectedProvider[];

export function providerField(providers: readonly ConnectedProvider[]): INodeProperties {
	return {
		displayName: 'Provider',
		name: 'provider',
		type: 'options',
		noDataExpression: true,
		options: providers
			.map((value) => ({ name: PROVIDER_ACCESS[value].displayName, value }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: 'whatsAppCloud',
		description: 'The service that carries the messages',
	};
}
