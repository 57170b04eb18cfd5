import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';
import type { ProviderName } from '../../../core';
import type { Offer, ProviderAccess } from './access';
import { custom } from './custom';
import { infobip } from './infobip';
import { sinch } from './sinch';
import { whatsAppCloud } from './whatsapp-cloud';

export type { Connection } from './access';

/** Every provider as the nodes see it. The key is the value of the *Provider* parameter. */
export const PROVIDER_ACCESS: Readonly<Record<ProviderName, ProviderAccess>> = {
	custom,
	infobip,
	sinch,
	whatsAppCloud,
};

const isProvider = (name: string): name is ProviderName => Object.hasOwn(PROVIDER_ACCESS, name);
const NAMES = Object.keys(PROVIDER_ACCESS).filter(isProvider);

function providersThat(offer: Offer): ProviderName[] {
	return NAMES.filter((name) => PROVIDER_ACCESS[name].offers.includes(offer));
}

export const RECEIVING_PROVIDERS = providersThat('receive');
export const SENDING_PROVIDERS = providersThat('send');
export const ADMINISTERED_PROVIDERS = providersThat('setUp');

/**
 * The *Credentials* of a node for some providers. They are hidden where another provider is chosen instead of shown where
 * theirs is: the editor takes a field by which credentials are shown for a choice of authentication and hides it.
 */
export function credentialsFor(providers: readonly ProviderName[]): INodeCredentialDescription[] {
	return providers.map((provider) => ({
		name: PROVIDER_ACCESS[provider].credentialType,
		required: true,
		displayOptions: { hide: { provider: providers.filter((other) => other !== provider) } },
	}));
}

export function providerField(providers: readonly ProviderName[]): INodeProperties {
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
