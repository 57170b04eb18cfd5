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

/** Rows that an error names; the others are counted. */
const MOST_NAMED = 5;

/**
 * A list some of whose rows cannot be sent, told before any of it went out. It carries no index of an item, which n8n would show
 * behind the row and count from 0.
 */
export function nothingSent(
	context: IExecuteFunctions,
	failures: ReadonlyMap<number, ItemFailure>,
	total: number,
): Error {
	const reasons = new Set([...failures.values()].map(({ error }) => error.message));
	const [alike] = failures.size === total && reasons.size === 1 ? failures.values() : [];
	if (alike !== undefined) {
		const { error } = alike;
		return total === 1
			? error
			: new NodeOperationError(context.getNode(), `None of ${total} messages can be sent. ${error.message}`, {
					description: error.description ?? '',
					failure: { cause: 'configuration-invalid' },
				});
	}
	const rows = [...failures]
		.sort(([one], [other]) => one - other)
		.map(([row, { error }]) => `Row ${row + 1}: ${error.message}`);
	const more = rows.length > MOST_NAMED ? ` And ${rows.length - MOST_NAMED} more.` : '';
	return new NodeOperationError(
		context.getNode(),
		`${failures.size} of ${total} messages cannot be sent, so nothing was sent. ${rows[0] ?? ''}`,
		{
			description: `${rows.slice(0, MOST_NAMED).join('. ')}.${more} Correct them and run the list again; or, to send all the others, set "On Error" in the node's settings to "Continue (using error output)".`,
			failure: { cause: 'configuration-invalid' },
		},
	);
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
