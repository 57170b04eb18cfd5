import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';
import type { OutgoingType, ProviderName } from '../../../core';
import type { Offer, ProviderAccess } from './access';
import { custom } from './custom';
import { infobip } from './infobip';
import { sinch } from './sinch';
import { whatsAppCloud } from './whatsapp-cloud';

export type { Connection } from './access';

/**
 * Every provider as the nodes see it, in the order in which panels have their fields. The key is the value of the
 * *Provider* parameter.
 */
export const PROVIDER_ACCESS: Readonly<Record<ProviderName, ProviderAccess>> = {
	whatsAppCloud,
	infobip,
	sinch,
	custom,
};

const isProvider = (name: string): name is ProviderName => Object.hasOwn(PROVIDER_ACCESS, name);
const NAMES = Object.keys(PROVIDER_ACCESS).filter(isProvider);

/** The providers with which the nodes can do something, in the order of their names. */
export function providersThat(offer: Offer): ProviderName[] {
	return NAMES.filter((name) => PROVIDER_ACCESS[name].offers.includes(offer)).sort();
}

export const RECEIVING_PROVIDERS = providersThat('receive');
export const SENDING_PROVIDERS = providersThat('send');
export const ADMINISTERED_PROVIDERS = providersThat('setUp');

/** One field for each provider that sends, which shows for this one alone. */
export function fieldsOfSenders(
	fieldOf: (access: ProviderAccess) => INodeProperties | undefined,
): INodeProperties[] {
	return NAMES.filter((name) => SENDING_PROVIDERS.includes(name)).flatMap((name) => {
		const field = fieldOf(PROVIDER_ACCESS[name]);
		const show = { ...field?.displayOptions?.show, provider: [name] };
		return field === undefined ? [] : [{ ...field, displayOptions: { show } }];
	});
}

/** Of providers with several. */
export const DEFAULT_CHANNEL = 'sms';

/** The channel of the message that is answered, where the item is one. */
export const CHANNEL_OF_ITEM = 'item';

const CARRIED_BY_ALL: readonly OutgoingType[] = ['text', 'image', 'audio', 'video', 'document', 'buttons'];

export function isCarriedBy(provider: ProviderName, type: OutgoingType): boolean {
	return CARRIED_BY_ALL.includes(type) || PROVIDER_ACCESS[provider].messageTypes?.includes(type) === true;
}

/** The choice of *Provider* by which each item is answered over the provider that it came over. */
export const AS_IN_ITEM = 'item';

/**
 * The *Credentials* of a node for some providers, hidden where another provider is chosen or others alone are ticked. They
 * are not shown where theirs is: the editor takes a field by which credentials are shown for a choice of authentication and
 * hides it.
 */
export function credentialsFor(providers: readonly ProviderName[]): INodeCredentialDescription[] {
	return providers.map((provider) => {
		const others = providers.filter((other) => other !== provider);
		const onlyOthers = { _cnd: { regex: `^(?:${others.join('|')})$` } };
		const credential: INodeCredentialDescription = {
			name: PROVIDER_ACCESS[provider].credential.name,
			required: true,
		};
		// The type of n8n knows conditions under `show` alone, and n8n reads both alike.
		return Object.assign(credential, {
			displayOptions: { hide: { provider: others, providers: [onlyOthers] } },
		});
	});
}

/** The provider of a new node, and of one that names none. */
export const DEFAULT_PROVIDER: ProviderName = 'whatsAppCloud';

export function providerField(providers: readonly ProviderName[]): INodeProperties {
	return {
		displayName: 'Provider',
		name: 'provider',
		type: 'options',
		noDataExpression: true,
		options: providers
			.map((value) => ({ name: PROVIDER_ACCESS[value].displayName, value }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: DEFAULT_PROVIDER,
		description: 'The service that carries the messages',
	};
}
