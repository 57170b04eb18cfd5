import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { missedError, type OutgoingMessage, type JobResult, type ProviderName } from '../../core';
import { failedItem, refusedItem, type ItemFailure } from '../shared/item-failure';
import { PROVIDER_ACCESS } from '../shared/providers';
import type { Accepted } from './attempt';
import { unreachableError, unsentError } from './failure';
import type { Why } from './prepare';
import type { SendRun } from './run';

export type Settled =
	| { kind: 'accepted'; json: IDataObject }
	| { kind: 'suppressed'; json: IDataObject }
	| { kind: 'failed'; failure: ItemFailure };

/** What the trigger's status events are joined with, and what a later step needs to know of the send. */
function envelopeOf(message: OutgoingMessage, provider: ProviderName): IDataObject {
	const {
		to,
		toUserId,
		toGroupId,
		sender,
		callbackData,
		channel = PROVIDER_ACCESS[provider].channel,
	} = message;
	return {
		provider,
		...(channel !== undefined && { channel }),
		...(to !== undefined && { to }),
		...(toUserId !== undefined && { toUserId }),
		...(toGroupId !== undefined && { toGroupId }),
		...(sender !== undefined && { sender }),
		type: message.type,
		...(callbackData !== undefined && { callbackData }),
	};
}

/** What became of an item, as the node gives it out. */
export function settledOf(
	{ context, provider }: SendRun,
	index: number,
	message: OutgoingMessage | undefined,
	result: JobResult<Accepted, Why>,
): Settled {
	const envelope = message === undefined ? {} : envelopeOf(message, provider);
	switch (result.outcome) {
		case 'accepted': {
			const { messageId, details } = result.receipt;
			const json = { outcome: 'accepted', messageId, ...envelope, attempts: result.attempts, ...details };
			return { kind: 'accepted', json };
		}
		case 'unknown':
			return {
				kind: 'accepted',
				json: {
					outcome: 'unknown',
					...envelope,
					attempts: result.attempts,
					reason: result.reason,
					advice: missedError({ outcome: 'unknown', reason: result.reason }, 'sending').advice,
				},
			};
		case 'suppressed':
		case 'invalid':
			return 'suppression' in result.why
				? { kind: 'suppressed', json: { outcome: 'suppressed', ...result.why.suppression } }
				: { kind: 'failed', failure: result.why.failure };
		case 'rejected':
			return { kind: 'failed', failure: refusedItem(context, result.error, index) };
		case 'refused':
			return { kind: 'failed', failure: refusedItem(context, unreachableError(result.reason), index) };
		case 'unsent':
			return {
				kind: 'failed',
				failure: refusedItem(context, unsentError(result.reason, result.error), index),
			};
	}
}

/** What n8n puts behind the type of a node that an AI agent uses. Of its outputs the model gets the first alone. */
const TOOL_SUFFIX = 'Tool';

/** The outputs Accepted and Suppressed, in the order of the input. Failed items keep their input. */
export function outputsOf(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	settled: readonly (Settled | undefined)[],
): INodeExecutionData[][] {
	const accepted: INodeExecutionData[] = [];
	const suppressed: INodeExecutionData[] = [];
	const heldBack = context.getNode().type.endsWith(TOOL_SUFFIX) ? accepted : suppressed;
	for (const [index, input] of items.entries()) {
		const one = settled[index];
		const pairedItem = { item: index };
		if (one?.kind === 'accepted') {
			accepted.push({ json: one.json, pairedItem });
		} else if (one?.kind === 'suppressed') {
			heldBack.push({ json: { ...input.json, suppressed: one.json }, pairedItem });
		} else if (one !== undefined) {
			accepted.push(failedItem(context, input.json, one.failure, index));
		}
	}
	return [accepted, suppressed];
}
