import type { INodeProperties } from 'n8n-workflow';
import { AS_IN_ITEM, SENDING_PROVIDERS } from '../../shared/providers';
import { readChoice } from '../../shared/settings';
import { gatewayFields } from '../gateway-fields';
import { deliveryField } from './delivery-field';
import { handOverAnswer } from './hand-over-answer.operation';
import { markAsRead } from './mark-as-read.operation';
import type { Operation, PanelOperation } from './operation';
import { providerFields } from './provider-fields';
import { runFields } from './run-fields';
import { sendAndWait } from './send-and-wait.operation';
import { sendResponse } from './send-response.operation';
import { sendTemplate } from './send-template.operation';

export type { Operation } from './operation';

/** Every operation of the node. A new one is one file beside this and one entry here. */
const OPERATIONS: readonly Operation[] = [markAsRead, sendAndWait, sendResponse, sendTemplate];

/** Those that send nothing besides. */
const ALL: readonly PanelOperation[] = [handOverAnswer, ...OPERATIONS];

export function operationOf(given: unknown): Operation {
	const names = OPERATIONS.map(({ option }) => String(option.value));
	const name = readChoice(given, 'Operation', names);
	return OPERATIONS.find(({ option }) => option.value === name) ?? sendResponse;
}

/** One list, so that the node creator has each action once and with the usual provider. */
const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: ALL.map(({ option, providers }) =>
		SENDING_PROVIDERS.every((provider) => providers.includes(provider))
			? option
			: { ...option, displayOptions: { show: { provider: [...providers, AS_IN_ITEM] } } },
	),
	default: 'sendResponse',
};

export const operationFields: INodeProperties[] = [
	// n8n fills in defaults in the order of the list, and of the provider it has to know the operation first. The node creator takes
	// its actions from the first list of this name, so the hidden one has them too.
	{ ...operationField, type: 'hidden' },
	...providerFields,
	operationField,
	...runFields,
	...gatewayFields,
	...ALL.flatMap(({ fields }) => fields),
	deliveryField,
];
