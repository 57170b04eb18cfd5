import type { ProviderName, Resource } from '../../core';
import { templateKey } from './template-key';

/** An operation whose items a person chooses from. */
export interface ListPlan {
	resource: Resource;
	operation: string;
	/** Other parameters of the panel that the list depends on, by the names that core knows. */
	depends?: Readonly<Record<string, string>>;
	/** Operations that take no limit are told none. */
	unlimited?: true;
	value: (item: Texts) => string;
	name: (item: Texts) => string;
}

/** Members of an item as text. */
export type Texts = (member: string) => string;

export type ListPlans = Readonly<Partial<Record<ProviderName, ListPlan>>>;

export const labelled = (label: string, facts: readonly string[]): string => {
	const known = facts.filter((fact) => fact !== '');
	return known.length === 0 ? label : `${label} (${known.join(', ')})`;
};

const ownNumber = (item: Texts) =>
	labelled(item('phoneNumber') || item('numberKey'), [item('displayName'), item('country'), item('type')]);
const offer = (item: Texts) =>
	labelled(item('phoneNumber') || item('numberKey'), [
		item('type'),
		[item('pricePerMonth'), item('currency')].filter((part) => part !== '').join(' '),
	]);
const sender = (item: Texts) =>
	labelled(item('phoneNumber') || item('senderId'), [item('verifiedName'), item('status')]);
const template = (item: Texts) =>
	labelled(item('name'), [item('language'), item('category'), item('status')]);
const key = (item: Texts) => templateKey(item('name'), item('language'), item('templateId'));

const templatesOfMeta = {
	resource: 'template',
	operation: 'getMany',
	depends: { accountId: 'accountId' },
	name: template,
} as const;
const templatesOfInfobip = {
	resource: 'template',
	operation: 'getMany',
	depends: { sender: 'sender' },
	name: template,
} as const;

/** What can be chosen from a list, by provider. */
export const LISTS = {
	numbers: {
		infobip: {
			resource: 'number',
			operation: 'getMany',
			value: (item) => item('numberKey'),
			name: ownNumber,
		},
		sinch: {
			resource: 'number',
			operation: 'getMany',
			depends: { country: 'listCountry' },
			value: (item) => item('phoneNumber'),
			name: ownNumber,
		},
	},
	availableNumbers: {
		infobip: {
			resource: 'number',
			operation: 'search',
			depends: { country: 'country' },
			value: (item) => (item('country') === 'US' ? item('phoneNumber') : item('numberKey')),
			name: offer,
		},
		sinch: {
			resource: 'number',
			operation: 'search',
			depends: { country: 'country', type: 'type' },
			value: (item) => item('phoneNumber'),
			name: offer,
		},
	},
	senders: {
		infobip: {
			resource: 'account',
			operation: 'getSenders',
			value: (item) => item('phoneNumber'),
			name: sender,
		},
		sinch: {
			resource: 'number',
			operation: 'getSenders',
			value: (item) => item('senderId'),
			name: sender,
		},
	},
	apps: {
		sinch: {
			resource: 'account',
			operation: 'getMany',
			unlimited: true,
			value: (item) => item('appId'),
			name: (item) => item('name') || item('appId'),
		},
	},
	templateIds: {
		whatsAppCloud: { ...templatesOfMeta, value: (item) => item('templateId') },
		infobip: { ...templatesOfInfobip, value: (item) => item('templateId') },
	},
	templateKeys: {
		whatsAppCloud: { ...templatesOfMeta, value: key },
		infobip: { ...templatesOfInfobip, value: key },
		sinch: { resource: 'template', operation: 'getMany', value: key, name: template },
	},
	webhooks: {
		infobip: {
			resource: 'webhook',
			operation: 'get',
			unlimited: true,
			depends: { channel: 'channel' },
			value: (item) => item('subscriptionId'),
			name: (item) => labelled(item('name') || item('subscriptionId'), [item('callbackUrl')]),
		},
		sinch: {
			resource: 'webhook',
			operation: 'get',
			unlimited: true,
			depends: { appId: 'appId' },
			value: (item) => item('webhookId'),
			name: (item) => item('callbackUrl') || item('webhookId'),
		},
	},
	inboundActions: {
		infobip: {
			resource: 'number',
			operation: 'getInboundActions',
			unlimited: true,
			depends: { numberKey: 'numberKey', channel: 'channel' },
			value: (item) => item('configurationKey'),
			name: (item) => labelled(item('keyword') || 'All messages', [item('action'), item('callbackUrl')]),
		},
	},
} satisfies Record<string, ListPlans>;
