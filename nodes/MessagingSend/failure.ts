import {
	NodeApiError,
	NodeOperationError,
	type Failure,
	type IDataObject,
	type IExecuteFunctions,
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

/** The provider said no: what happened as the message, what it means and what to do next as the description. */
export function refusedByProvider(
	context: IExecuteFunctions,
	refusal: DeliveryError,
	httpStatus: number,
	itemIndex: number,
): ItemFailure {
	const failure = n8nFailure(refusal);
	const error = new NodeApiError(
		context.getNode(),
		{ ...refusal },
		{
			message: `${refusal.title} (${refusal.code})`,
			description: [refusal.detail, refusal.advice].filter((part) => part !== '').join(' '),
			httpCode: String(httpStatus),
			itemIndex,
			...(failure && { failure }),
		},
	);
	return { error, details: { ...refusal } };
}

/** The provider was never reached, so nothing was sent. */
export function unreachable(context: IExecuteFunctions, reason: string, itemIndex: number): ItemFailure {
	const details = {
		code: 'unreachable',
		title: 'The provider could not be reached',
		detail: `Nothing was sent: ${reason}.`,
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: "Check the credential's Base URL, n8n's proxy settings and the network, then send it again.",
	};
	const error = new NodeOperationError(context.getNode(), details.title, {
		description: `${details.detail} ${details.advice}`,
		itemIndex,
		failure: { cause: 'temporarily-unavailable' },
	});
	return { error, details };
}

/** The message breaks a rule of the provider that is known beforehand, so it was not sent. */
export function invalidMessage(
	context: IExecuteFunctions,
	{ field, message }: { field: string; message: string },
	itemIndex: number,
): ItemFailure {
	const error = new NodeOperationError(context.getNode(), message, {
		description: 'Nothing was sent for this item. Correct the value and run it again.',
		itemIndex,
		failure: { cause: 'configuration-invalid' },
	});
	return { error, details: { code: 'invalidMessage', title: message, field, retryable: false } };
}

/** Anything else, such as a parameter whose expression cannot be evaluated. */
export function unexpected(context: IExecuteFunctions, failure: unknown, itemIndex: number): ItemFailure {
	const error =
		failure instanceof NodeOperationError || failure instanceof NodeApiError
			? failure
			: new NodeOperationError(context.getNode(), failure instanceof Error ? failure : String(failure), {
					itemIndex,
				});
	return {
		error,
		details: { code: 'notSent', title: error.message, detail: error.description ?? '', retryable: false },
	};
}
