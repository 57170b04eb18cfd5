import type { INodeProperties } from 'n8n-workflow';
import { AS_IN_ITEM, DEFAULT_PROVIDER, providerField, SENDING_PROVIDERS } from '../../shared/providers';

const asInItem = {
	name: 'As in the Item',
	value: AS_IN_ITEM,
	description: 'Answers over the provider, the channel and the number that the person wrote to',
};

/** Operations that write to people who may not have written before. */
const STARTING = ['sendAndWait', 'sendTemplate'];

const { options = [], ...field } = providerField(SENDING_PROVIDERS);

/** *Provider*, preset to answers as in the item, and to WhatsApp where a conversation may start. */
export const providerFields: INodeProperties[] = [
	{
		...field,
		options: [asInItem, ...options],
		displayOptions: { hide: { operation: STARTING } },
		default: AS_IN_ITEM,
	},
	{
		...field,
		options: [asInItem, ...options],
		displayOptions: { show: { operation: STARTING } },
		default: DEFAULT_PROVIDER,
	},
	{
		displayName: 'Possible Providers',
		name: 'providers',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		displayOptions: { show: { provider: [AS_IN_ITEM] } },
		options,
		default: [DEFAULT_PROVIDER],
		description:
			'Those over which people write to you: the item names one of them. Each needs its credential.',
	},
];
