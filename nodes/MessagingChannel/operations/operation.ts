import type { INodePropertyOptions } from 'n8n-workflow';
import type { AdminProvider, AdminResource } from '../../../core';
import type { Form } from '../form';

export type ChannelResource = AdminResource | 'channel';

/** One operation of Messaging Channel: its entry in the list, and its form for each provider whose API has it. */
export interface Operation {
	resource: ChannelResource;
	/** The value is the name that core knows. */
	option: INodePropertyOptions & { value: string };
	forms: Readonly<Partial<Record<AdminProvider, Form>>>;
}
