import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { missedError, type ApiAnswer, type DeliveryError, type FieldProblem } from '../../core';
import type { ItemFailure } from '../shared/item-failure';

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
	return missedError({ outcome: 'refused', reason: `Nothing was sent: ${reason}.` }, 'sending');
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

/** The longer of the waits that the body and the headers of an answer ask for. */
export function withPause(error: DeliveryError, answer: ApiAnswer): DeliveryError {
	if (answer.outcome !== 'answered' || answer.retryAfterMs === undefined) return error;
	return { ...error, retryAfterMs: Math.max(answer.retryAfterMs, error.retryAfterMs ?? 0) };
}
