import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	missedError,
	type OutgoingMessage,
	type JobResult,
	type ProviderName,
	type Suppression,
} from '../../core';
import { failedItem, refusedItem, type ItemFailure } from '../shared/item-failure';
import { PROVIDER_ACCESS } from '../shared/providers';
import type { Accepted, Outgoing } from './attempt';
import type { Why } from './draft';
import { unreachableError, unsentError } from './failure';
import type { Rule } from './held-back';
import { coveredBy, inFrontOf } from './kept-input';
import type { SendRun } from './run';
import { shownMessage } from './shown-message';

export type Settled =
	| { kind: 'accepted'; json: IDataObject; isUnchecked: boolean }
	| { kind: 'suppressed'; json: IDataObject; rule: Rule }
	| { kind: 'failed'; failure: ItemFailure };

/** What the trigger's status events are joined with, and what a later step needs to know of the send. */
function envelopeOf(message: OutgoingMessage, provider: ProviderName): IDataObject {
	const { sender, callbackData, channel = PROVIDER_ACCESS[provider].channel } = message;
	return {
		provider,
		...(channel !== undefined && { channel }),
		...(sender !== undefined && { sender }),
		type: message.type,
		...(callbackData !== undefined && { callbackData }),
	};
}

function recipientOf({ to, toUserId, toGroupId }: OutgoingMessage): IDataObject {
	return {
		...(to !== undefined && { to }),
		...(toUserId !== undefined && { toUserId }),
		...(toGroupId !== undefined && { toGroupId }),
	};
}

function suppressed(suppression: Suppression): Settled {
	return {
		kind: 'suppressed',
		json: { outcome: 'suppressed', ...suppression },
		rule: suppression.rule,
	};
}

/** What became of an item, as the node gives it out: to whom and with what outcome first. */
export function settledOf(
	{ context, provider }: SendRun,
	row: number,
	outgoing: Outgoing | undefined,
	result: JobResult<Accepted, Why>,
): Settled {
	const recipient = outgoing && recipientOf(outgoing.message);
	const shown = outgoing && shownMessage(outgoing.message, outgoing.template);
	const envelope = outgoing && {
		...(shown !== undefined && { message: shown }),
		...envelopeOf(outgoing.message, provider),
	};
	const isUnchecked = outgoing?.isUnchecked ?? false;
	switch (result.outcome) {
		case 'accepted': {
			const { messageId, details } = result.receipt;
			const { attempts } = result;
			const json = { ...recipient, outcome: 'accepted', messageId, ...envelope, attempts, ...details };
			return { kind: 'accepted', json, isUnchecked };
		}
		case 'unknown':
			return {
				kind: 'accepted',
				isUnchecked,
				json: {
					...recipient,
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
				? suppressed(result.why.suppression)
				: { kind: 'failed', failure: result.why.failure };
		case 'rejected':
			return { kind: 'failed', failure: refusedItem(context, result.error, row) };
		case 'refused':
			return { kind: 'failed', failure: refusedItem(context, unreachableError(result.reason), row) };
		case 'unsent':
			return {
				kind: 'failed',
				failure: refusedItem(context, unsentError(result.reason, result.error), row),
			};
	}
}

/** An item as another workflow gets it, with all that came in: by `outcome` it tells which output it belongs to. */
export function handedOn(input: IDataObject = {}, one: Settled | undefined): INodeExecutionData {
	switch (one?.kind) {
		case undefined:
			return { json: input };
		case 'accepted':
			return { json: inFrontOf(input, one.json) };
		case 'suppressed':
			return { json: inFrontOf(input, { outcome: 'suppressed', suppressed: one.json }) };
		case 'failed':
			return { json: inFrontOf(input, { outcome: 'failed', error: one.failure.details }) };
	}
}

/** What n8n puts behind the type of a node that an AI agent uses. Of its outputs the model gets the first alone. */
const TOOL_SUFFIX = 'Tool';

/** The outputs Accepted and Suppressed, in the order of the input. Failed items keep their input. */
export function outputsOf(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	settled: readonly (Settled | undefined)[],
	keepsInput: boolean,
): INodeExecutionData[][] {
	const accepted: INodeExecutionData[] = [];
	const suppressed: INodeExecutionData[] = [];
	const heldBack = context.getNode().type.endsWith(TOOL_SUFFIX) ? accepted : suppressed;
	for (const [index, input] of items.entries()) {
		const one = settled[index];
		const pairedItem = { item: index };
		if (one?.kind === 'accepted') {
			const json = keepsInput ? inFrontOf(input.json, one.json) : one.json;
			accepted.push({ json, pairedItem });
		} else if (one?.kind === 'suppressed') {
			const found = { suppressed: one.json };
			heldBack.push({ json: { ...input.json, ...found, ...coveredBy(found, input.json) }, pairedItem });
		} else if (one !== undefined) {
			accepted.push(failedItem(context, input.json, one.failure, index));
		}
	}
	return [accepted, suppressed];
}
