import {
	NodeApiError,
	NodeOperationError,
	type Failure,
	type IDataObject,
	type IExecuteFunctions,
} from 'n8n-workflow';
import {
	classifyError,
	type ApiAnswer,
	type DeliveryCause,
	type DeliveryError,
	type FieldProblem,
	type Provider,
} from '../../core';

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
const OWN_CODES = ['invalidMessage', 'unreachable', 'noAnswer', 'unsent'];

/** The message was not accepted: what happened as the message, what it means and what to do next as the description. */
export function notAccepted(
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

/** The message breaks a rule that is known beforehand, so it was not sent. */
export function invalidMessage(
	context: IExecuteFunctions,
	{ field, message }: Pick<FieldProblem, 'field' | 'message'>,
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

/** A rule of the provider that is found broken only shortly before the call. */
export function problemError({ field, message }: Pick<FieldProblem, 'field' | 'message'>): DeliveryError {
	return {
		code: 'invalidMessage',
		title: message,
		detail: `Nothing was sent for this item. The field is ${field}.`,
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Correct the value and run it again.',
	};
}

/** The call surely never reached the provider. */
export function unreachableError(reason: string): DeliveryError {
	return {
		code: 'unreachable',
		title: 'The provider could not be reached',
		detail: `Nothing was sent: ${reason}.`,
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: "Check the credential's Base URL, n8n's proxy settings and the network, then send it again.",
	};
}

/** The run ended before the message's turn came. */
export function unsentError(reason: string, cause: DeliveryError | undefined): DeliveryError {
	return {
		code: 'unsent',
		title: 'The message was not sent',
		detail: reason,
		cause: cause?.cause ?? 'unknown',
		retryable: true,
		advice: cause?.advice ?? 'Run the items of this output again when the cause is gone.',
	};
}

/** An answer that is no success, as an error. */
export function answerError(provider: Provider, answer: ApiAnswer): DeliveryError {
	if (answer.outcome === 'answered') {
		return withPause(classifyError(provider, answer.status, answer.body), answer);
	}
	const unreachable = unreachableError(answer.reason);
	if (answer.outcome === 'refused') return unreachable;
	return { ...unreachable, code: 'noAnswer', title: 'The provider did not answer' };
}

/** The longer of the waits that the body and the headers of an answer ask for. */
export function withPause(error: DeliveryError, answer: ApiAnswer): DeliveryError {
	if (answer.outcome !== 'answered' || answer.retryAfterMs === undefined) return error;
	return { ...error, retryAfterMs: Math.max(answer.retryAfterMs, error.retryAfterMs ?? 0) };
}
