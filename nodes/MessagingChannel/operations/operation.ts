import type { INodePropertyOptions } from 'n8n-workflow';
import type { OperationName, ProviderName, Resource } from '../../../core';
import type { Form } from '../form';

type Forms = Readonly<Partial<Record<ProviderName, Form>>>;

/** One operation of Messaging Channel: its entry in the list, and its form for each provider whose API has it. */
interface OperationOf<Offered extends Forms> {
	name: string;
	action: string;
	description: string;
	forms: Offered;
}

type ProviderWith<On extends Resource, Name> = {
	[Provider in ProviderName]: Name extends OperationName<Provider, On> ? Provider : never;
}[ProviderName];

/** The operations of a resource by the names that core knows: all of them, each for the providers that have it. */
export type Operations<On extends Resource> = {
	readonly [Name in OperationName<ProviderName, On>]: OperationOf<
		Readonly<Record<ProviderWith<On, Name>, Form>>
	>;
};

/** An operation as the panel lists it. */
export interface Operation {
	resource: Resource;
	/** The value is the name that core knows. */
	option: INodePropertyOptions & { value: string };
	forms: Forms;
}

/** The operations of a resource in the order of their names. */
export function operationsOf<On extends Resource>(
	resource: On,
	operations: Operations<On> & Readonly<Record<string, OperationOf<Forms>>>,
): Operation[] {
	return Object.entries<OperationOf<Forms>>(operations)
		.sort(([one], [other]) => one.localeCompare(other))
		.map(([value, { name, action, description, forms }]) => ({
			resource,
			option: { name, value, action, description },
			forms,
		}));
}
