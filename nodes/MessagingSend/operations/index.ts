import type { INodeProperties } from 'n8n-workflow';
import { SENDING_PROVIDERS } from '../../shared/providers';
import { gatewayFields } from '../gateway-fields';
import { deliveryField } from './delivery-field';
import { markAsRead } from './mark-as-read.operation';
import type { Operation } from './operation';
import { sendResponse } from './send-response.operation';
import { sendTemplate } from './send-template.operation';
import type { ProviderName } from '../../../core';

export type { Operation } from './operation';

/** Every operation of the node. A new one is one file beside this and one entry here. */
const OPERATIONS: readonly Operation[] = [markAsRead, sendResponse, sendTemplate];

export function operationOf(name: unknown): Operation {
	return OPERATIONS.find(({ option }) => option.value === name) ?? sendResponse;
}

/** One list for providers that offer the same. */
function operationField(providers: readonly ProviderName[]): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { provider: [...providers] } },
		options: OPERATIONS.filter((operation) =>
			providers.every((provider) => operation.providers.includes(provider)),
		).map(({ option }) => option),
		default: 'sendResponse',
	};
}

export const operationFields: INodeProperties[] = [
	operationField(markAsRead.providers),
	operationField(SENDING_PROVIDERS.filter((provider) => !markAsRead.providers.includes(provider))),
	...gatewayFields,
	...OPERATIONS.flatMap(({ fields }) => fields),
	deliveryField,
];
