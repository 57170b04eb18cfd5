import {
	NodeApiError,
	NodeOperationError,
	type Failure,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import type { DeliveryCause, DeliveryError } from '../../core';

/** A failed item: what n8n shows, and what stands under `error` on the item when the workflow goes on. */
export interface ItemFailure {
	error: NodeApiError | NodeOperationError;
	details: IDataObject;
}

/** n8n's vocabulary for why an operation failed. Causes that lie with one recipient or text have no counterpart there. */
const N8N_CAUSES: Partial<Record<DeliveryCause, Failure['cause']>> = {
	rateLimited: 'rate-limited',
	quotaExhausted: 'quota-exhausted',
	temporarilyUnavailable: 'temporarily-unavailable',
	credentialInvalid: 'credential-invalid',
	configurationInvalid: 'configuration-invalid',
};

function n8nFailure({ cause, retryAfterMs }: DeliveryError): Failure | undefined {
	const n8nCause = N8N_CAUSES[cause];
	switch (n8nCause) {
		case undefined:
			return undefined;
		case 'rate-limited':
		case 'quota-exhausted':
		case 'temporarily-unavailable':
			return { cause: n8nCause, ...(retryAfterMs !== undefined && { retryAfterMs }) };
		default:
			return { cause: n8nCause };
	}
}

/** Codes of ours, which stand for no answer of a provider. */
const OWN_CODES = [
	'alreadySent',
	'claimedByOther',
	'field',
	'invalidMessage',
	'notUnderstood',
	'unreachable',
	'noAnswer',
	'retried',
	'unsent',
];

/** It was not done: what happened as the message, what it means and what to do next as the description. */
export function refusedItem(
	context: IExecuteFunctions,
	refusal: DeliveryError,
	itemIndex: number,
): ItemFailure {
	const failure = n8nFailure(refusal);
	const description = [refusal.detail, refusal.advice].filter((part) => part !== '').join(' ');
	const details = { ...refusal };
	if (OWN_CODES.includes(refusal.code)) {
		const settings = { description, itemIndex, ...(failure && { failure }) };
		return { error: new NodeOperationError(context.getNode(), refusal.title, settings), details };
	}
	const message = `${refusal.title} (${refusal.code})`;
	const settings = { message, description, itemIndex, ...(failure && { failure }) };
	return { error: new NodeApiError(context.getNode(), { ...refusal }, settings), details };
}

/**
 * Anything else, such as a parameter whose expression cannot be evaluated.
 *
 * @param code for the item: `notSent`
 */
export function unexpectedFailure(
	context: IExecuteFunctions,
	failure: unknown,
	itemIndex: number,
	code: string,
): ItemFailure {
	const error =
		failure instanceof NodeOperationError || failure instanceof NodeApiError
			? failure
			: new NodeOperationError(context.getNode(), failure instanceof Error ? failure : String(failure), {
					itemIndex,
				});
	return {
		error,
		details: { code, title: error.message, detail: error.description ?? '', retryable: false },
	};
}

/**
 * The item of a workflow that goes on. n8n replaces the fields of an item that carries an Error. An item of nothing but
 * `error` it moves to the error output, and puts the input's fields back.
 */
export function failedItem(
	context: IExecuteFunctions,
	input: IDataObject,
	{ details }: ItemFailure,
	itemIndex: number,
): INodeExecutionData {
	const kept = context.getNode().onError === 'continueErrorOutput' ? {} : input;
	return { json: { ...kept, error: details }, pairedItem: { item: itemIndex } };
}
