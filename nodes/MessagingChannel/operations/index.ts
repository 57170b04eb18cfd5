import type { INodeProperties } from 'n8n-workflow';
import { ACCOUNT_OPERATIONS } from './account';
import { BUSINESS_PROFILE_OPERATIONS } from './business-profile';
import { CHANNEL_OPERATIONS } from './channel';
import { MEDIA_OPERATIONS } from './media';
import { NUMBER_OPERATIONS } from './number';
import { OPT_OUT_LIST_OPERATIONS } from './opt-out-list';
import { TEMPLATE_OPERATIONS } from './template';
import { WEBHOOK_OPERATIONS } from './webhook';
import { inputFields, operationFields, resourceFields } from './fields';
import type { Operation } from './operation';

export type { Operation } from './operation';

/** Every operation of the node. A new one is one file in the folder of its resource, and one entry there. */
export const OPERATIONS: readonly Operation[] = [
	...ACCOUNT_OPERATIONS,
	...BUSINESS_PROFILE_OPERATIONS,
	...CHANNEL_OPERATIONS,
	...MEDIA_OPERATIONS,
	...NUMBER_OPERATIONS,
	...OPT_OUT_LIST_OPERATIONS,
	...TEMPLATE_OPERATIONS,
	...WEBHOOK_OPERATIONS,
];

export function operationOf(resource: unknown, name: unknown): Operation | undefined {
	return OPERATIONS.find((operation) => operation.resource === resource && operation.option.value === name);
}

export const channelFields: INodeProperties[] = [
	...resourceFields(OPERATIONS),
	...operationFields(OPERATIONS),
	...inputFields(OPERATIONS),
];
