import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from './operation';
import { sendResponse } from './sendResponse.operation';

export type { Operation } from './operation';

/** Every operation of the node. A new one is one file beside this and one entry here. */
export const OPERATIONS: readonly [Operation, ...Operation[]] = [sendResponse];

export const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: OPERATIONS.map(({ option }) => option),
	default: 'sendResponse',
};

export const operationFields: INodeProperties[] = OPERATIONS.flatMap(({ fields }) => fields);
