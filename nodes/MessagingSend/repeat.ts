import type { IExecuteFunctions } from 'n8n-workflow';
import type { DeliveryError } from '../../core';
import { readText } from '../shared/parameters';
import { readChoice, readSection } from '../shared/settings';

/** What keeps a message from going out a second time. */
export interface Guard {
	executionId: string;
	/** Whether nothing goes out that was not claimed for this execution. */
	needsClaim: boolean;
}

/**
 * n8n runs an execution again as `retry`, with the items that it had stored before, and knows of none of them whether its
 * message went out. An execution that it calls as a sub-workflow is `integrated`, the second time as well.
 *
 * @param isSending a dry run needs no claim
 */
export function guardOf(context: IExecuteFunctions, isSending: boolean): Guard {
	const { onRetry } = readSection(context.getNodeParameter('delivery', 0, {}), 'Delivery');
	const isAllowed = readChoice(onRetry, 'On Retry', ['refuse', 'send']) === 'send';
	return {
		executionId: context.getExecutionId(),
		needsClaim: isSending && !isAllowed && context.getMode() === 'retry',
	};
}

/** How tables write as a text that something is not there. */
const NOTHING = ['', '0', 'false', 'no', 'null', 'undefined'];

const isThere = (value: unknown) =>
	typeof value === 'string' ? !NOTHING.includes(value.trim().toLowerCase()) : Boolean(value);

type Refusal = Pick<DeliveryError, 'code' | 'title' | 'detail' | 'advice'>;

const ALREADY_SENT: Refusal = {
	code: 'alreadySent',
	title: "The message went out before, by its 'Already Sent'",
	detail: 'Nothing was sent for this item.',
	advice: 'Let the step before give only what is still open.',
};

const claimedByOther = (claimedBy: string, { executionId }: Guard): Refusal => ({
	code: 'claimedByOther',
	title: `The message belongs to the execution ${claimedBy}, by its 'Claimed By'`,
	detail: `Nothing was sent for this item: this is the execution ${executionId}, and the other one may have sent it.`,
	advice:
		'See what became of it by its statuses or in the log of n8n. Open in your outbox what surely did not go out, and start the workflow anew.',
});

const RETRIED: Refusal = {
	code: 'retried',
	title: 'n8n runs this execution again, and the message may have gone out the first time',
	detail: 'Nothing was sent for this item.',
	advice:
		"Look in the first execution, in the log of n8n or at the provider. Where nothing went out, set 'On Retry' under 'Delivery' to 'Send', save, and choose 'Retry with currently saved workflow'. Where a part did, start the workflow anew with the rest.",
};

function refusalOf(options: Record<string, unknown>, guard: Guard): Refusal | undefined {
	if (isThere(options.alreadySent)) return ALREADY_SENT;
	const claimedBy = readText(options.claimedBy);
	if (claimedBy === '') return guard.needsClaim ? RETRIED : undefined;
	return claimedBy === guard.executionId ? undefined : claimedByOther(claimedBy, guard);
}

/**
 * Why an item is not sent that may have gone out before.
 *
 * @param options of the item, where an outbox says how far it is
 */
export function repeatOf(options: Record<string, unknown>, guard: Guard): DeliveryError | undefined {
	const refusal = refusalOf(options, guard);
	return refusal && { ...refusal, cause: 'configurationInvalid', retryable: false };
}
