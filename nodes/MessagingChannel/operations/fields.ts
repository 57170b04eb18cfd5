import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ProviderName, Resource } from '../../../core';
import {
	ADMINISTERED_PROVIDERS,
	DEFAULT_PROVIDER,
	PROVIDER_ACCESS,
	providerField,
} from '../../shared/providers';
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
	message: { name: 'Message', value: 'message', description: 'What became of messages of the past' },
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

const offering = ({ forms }: Operation) => ADMINISTERED_PROVIDERS.filter((provider) => provider in forms);

/** A choice that not every provider has shows for those alone that have it. */
function shownFor(option: INodePropertyOptions, providers: readonly ProviderName[]): INodePropertyOptions {
	if (ADMINISTERED_PROVIDERS.every((provider) => providers.includes(provider))) return option;
	return { ...option, displayOptions: { show: { provider: [...providers] } } };
}

/**
 * One list of resources, and one of operations for each, so that the node creator lists every action once.
 *
 * A provider that lacks one does not show it.
 */
export function resourceField(operations: readonly Operation[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: NAMES.map((resource) =>
			shownFor(
				RESOURCES[resource],
				operations.filter((operation) => operation.resource === resource).flatMap(offering),
			),
		).sort(byName),
		default: 'number',
	};
}

/** The node creator has nothing but the action to tell whose it is. */
function withProvider(operation: Operation): INodePropertyOptions {
	const { option } = operation;
	const names = offering(operation).map((provider) => PROVIDER_ACCESS[provider].displayName);
	if (names.length === ADMINISTERED_PROVIDERS.length) return option;
	return { ...option, action: `${option.action} · ${names.join(', ')}` };
}

const operationChoice: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

/** What a resource is most often opened for. */
const USUAL = ['getMany', 'get', 'check'];

export function operationFields(operations: readonly Operation[]): INodeProperties[] {
	return NAMES.map((resource) => {
		const own = operations.filter((operation) => operation.resource === resource);
		const usual = USUAL.find((name) => own.some(({ option }) => option.value === name));
		const options = own.map((one) => shownFor(withProvider(one), offering(one))).sort(byName);
		const displayOptions = { show: { resource: [resource] } };
		return { ...operationChoice, displayOptions, options, default: usual ?? operationChoice.default };
	});
}

const presetOf = ({ forms }: Operation) =>
	[DEFAULT_PROVIDER, ...ADMINISTERED_PROVIDERS].find((provider) => provider in forms) ?? DEFAULT_PROVIDER;

/**
 * n8n fills in defaults in the order of the list, and of *Provider* it has to know resource and operation first. What a
 * person sees and chooses stands behind it.
 */
export const hiddenSelectors: readonly INodeProperties[] = [
	{ displayName: 'Resource', name: 'resource', type: 'hidden', default: 'number', noDataExpression: true },
	{ displayName: 'Operation', name: 'operation', type: 'hidden', default: '', noDataExpression: true },
];

/** *Provider*, preset to one that has the operation: an action of the node creator names nothing but the operation. */
export function providerFields(operations: readonly Operation[]): INodeProperties[] {
	const field = providerField(ADMINISTERED_PROVIDERS);
	return NAMES.flatMap((resource) => {
		const own = operations.filter((operation) => operation.resource === resource);
		const presets = [...new Set(own.map(presetOf))];
		const others = own.filter((operation) => presetOf(operation) !== DEFAULT_PROVIDER);
		return presets.map((preset): INodeProperties => {
			const operation = others.filter((one) => presetOf(one) === preset).map(({ option }) => option.value);
			const displayOptions =
				preset === DEFAULT_PROVIDER
					? {
							show: { resource: [resource] },
							...(others.length > 0 && { hide: { operation: others.map(({ option }) => option.value) } }),
						}
					: { show: { resource: [resource], operation } };
			return { ...field, displayOptions, default: preset };
		});
	});
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
