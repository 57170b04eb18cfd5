import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ProviderName, Resource } from '../../../core';
import { ADMINISTERED_PROVIDERS } from '../../shared/providers';
import type { Operation } from './operation';

/** *Channel* comes first in reading, as it is what the others are for. */
const RESOURCES: Readonly<Record<Resource, INodePropertyOptions>> = {
	channel: {
		name: 'Channel',
		value: 'channel',
		description: 'Whether everything is set up to send and receive',
	},
	account: { name: 'Account', value: 'account', description: 'What belongs to you at the provider' },
	number: { name: 'Number', value: 'number', description: 'The number or sender that messages come from' },
	template: { name: 'Template', value: 'template', description: 'Messages that are approved beforehand' },
	webhook: { name: 'Webhook', value: 'webhook', description: 'Where the provider sends its events' },
	businessProfile: {
		name: 'Business Profile',
		value: 'businessProfile',
		description: 'What people see of your business on WhatsApp',
	},
	media: { name: 'Media', value: 'media', description: 'Files that the provider keeps for messages' },
	optOutList: {
		name: 'Opt-Out List',
		value: 'optOutList',
		description: 'People whom the provider sends nothing to',
	},
};

const isResource = (name: string): name is Resource => Object.hasOwn(RESOURCES, name);
const NAMES = Object.keys(RESOURCES).filter(isResource);

const byName = (a: INodePropertyOptions, b: INodePropertyOptions) => a.name.localeCompare(b.name);

/** One list of resources for each provider, as not every API has all. */
export function resourceFields(operations: readonly Operation[]): INodeProperties[] {
	return ADMINISTERED_PROVIDERS.map((provider) => {
		const offered = NAMES.filter((resource) =>
			operations.some((operation) => operation.resource === resource && provider in operation.forms),
		);
		return {
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { provider: [provider] } },
			options: offered.map((resource) => RESOURCES[resource]).sort(byName),
			default: 'number',
		};
	});
}

const operationChoice: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

function operationField(
	provider: ProviderName,
	resource: Resource,
	operations: readonly Operation[],
): INodeProperties[] {
	const options = operations
		.filter((operation) => operation.resource === resource && provider in operation.forms)
		.map(({ option }) => option)
		.sort(byName);
	const [first] = options;
	if (first === undefined) return [];
	const { value } = options.find((option) => option.value === 'getMany') ?? first;
	const show = { provider: [provider], resource: [resource] };
	return [{ ...operationChoice, displayOptions: { show }, options, default: value }];
}

/** One list of operations for each resource of each provider. */
export function operationFields(operations: readonly Operation[]): INodeProperties[] {
	return ADMINISTERED_PROVIDERS.flatMap((provider) =>
		NAMES.flatMap((resource) => operationField(provider, resource, operations)),
	);
}

/** The fields of all operations. Providers that share a form share its fields. */
export function inputFields(operations: readonly Operation[]): INodeProperties[] {
	return operations.flatMap(({ resource, option, forms }) =>
		[...new Set(Object.values(forms))].flatMap((form) => {
			const provider = ADMINISTERED_PROVIDERS.filter((name) => forms[name] === form);
			const show = { provider, resource: [resource], operation: [option.value] };
			return form.fields.map((field): INodeProperties => ({
				...field,
				displayOptions: { ...field.displayOptions, show: { ...show, ...field.displayOptions?.show } },
			}));
		}),
	);
}
