import type { INodeProperties } from 'n8n-workflow';
import { ACCOUNT } from './account';
import { BUSINESS_PROFILE } from './business-profile';
import { CHANNEL } from './check';
import { EMBEDDED_SIGNUP } from './embedded-signup';
import { hiddenSelectors, inputFields, operationFields, providerFields, resourceField } from './fields';
import { INBOUND_ACTION } from './inbound-action';
import { MEDIA } from './media';
import { MESSAGE } from './message';
import { NUMBER } from './number';
import { NUMBER_REGISTRATION } from './number-registration';
import { NUMBER_UPDATE } from './number-update';
import { operationsOf, type Operation } from './operation';
import { OPT_OUT_LIST } from './opt-out-list';
import { SENDER } from './sender';
import { TEMPLATE } from './template';
import { WEBHOOK } from './webhook';

/** Every operation of the node. A new one is an entry in the file that has the name of its file in core. */
export const OPERATIONS: readonly Operation[] = [
	...operationsOf('account', { ...ACCOUNT, ...EMBEDDED_SIGNUP }),
	...operationsOf('businessProfile', BUSINESS_PROFILE),
	...operationsOf('channel', CHANNEL),
	...operationsOf('media', MEDIA),
	...operationsOf('message', MESSAGE),
	...operationsOf('number', {
		...NUMBER,
		...NUMBER_REGISTRATION,
		...NUMBER_UPDATE,
		...SENDER,
		...INBOUND_ACTION,
	}),
	...operationsOf('optOutList', OPT_OUT_LIST),
	...operationsOf('template', TEMPLATE),
	...operationsOf('webhook', WEBHOOK),
];

export function operationOf(resource: unknown, name: unknown): Operation | undefined {
	return OPERATIONS.find((operation) => operation.resource === resource && operation.option.value === name);
}

export const channelFields: INodeProperties[] = [
	...hiddenSelectors,
	...providerFields(OPERATIONS),
	resourceField(OPERATIONS),
	...operationFields(OPERATIONS),
	...inputFields(OPERATIONS),
];
