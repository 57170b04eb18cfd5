import type { INodePropertyOptions } from 'n8n-workflow';
import type { ProviderName, Resource } from '../../../core';
import type { Form } from '../form';

/** One operation of Messaging Channel: its entry in the list, and its form for each provider whose API has it. */
export interface Operation {
	resource: Resource;
	/** The value is the name that core knows. */
	option: INodePropertyOptions & { value: string };
	forms: Readonly<Partial<Record<ProviderName, Form>>>;
}
