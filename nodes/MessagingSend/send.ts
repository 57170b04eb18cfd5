import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { buildMessage, classifyError, parseSendResult, type OutgoingMessage } from '../../core';
import { readChoice } from '../shared/parameters';
import {
	PROVIDER_ACCESS,
	SENDING_PROVIDERS,
	type ConnectedProvider,
	type Connection,
} from '../shared/providers';
import { callProvider } from '../shared/transport';
import { invalidMessage, refusedByProvider, unexpected, unreachable, type ItemFailure } from './failure';
import { OPERATIONS, type Operation } from './operations';

type Outcome =
	| { kind: 'accepted'; json: IDataObject }
	| { kind: 'suppressed'; json: IDataObject }
	| { kind: 'failed'; failure: ItemFailure };

interface Line {
	context: IExecuteFunctions;
	operation: Operation;
	provider: ConnectedProvider;
	connection: Connection;
}

async function openLine(context: IExecuteFunctions): Promise<Line> {
	const provider = readChoice(context.getNodeParameter('provider', 0), SENDING_PROVIDERS) ?? 'whatsAppCloud';
	const name = context.getNodeParameter('operation', 0);
	const operation = OPERATIONS.find(({ option }) => option.value === name) ?? OPERATIONS[0];
	return { context, operation, provider, connection: await PROVIDER_ACCESS[provider].connect(context) };
}

/** What the trigger's status events are joined with, and what a later step needs to know of the send. */
function resultOf(message: OutgoingMessage, provider: ConnectedProvider): IDataObject {
	const { to, toUserId, senderId, callbackData } = message;
	return {
		provider,
		channel: 'whatsapp',
		...(to !== undefined && { to }),
		...(toUserId !== undefined && { toUserId }),
		sender: senderId,
		attempts: 1,
		...(callbackData !== undefined && { callbackData }),
	};
}

async function deliver(line: Line, message: OutgoingMessage, itemIndex: number): Promise<Outcome> {
	const { context, provider, connection } = line;
	const built = buildMessage(message);
	if (!built.ok) return { kind: 'failed', failure: invalidMessage(context, built, itemIndex) };

	const answer = await callProvider(context, provider, connection, { method: 'POST', ...built.request });
	switch (answer.outcome) {
		case 'refused':
			return { kind: 'failed', failure: unreachable(context, answer.reason, itemIndex) };
		case 'unknown':
			return {
				kind: 'accepted',
				json: {
					outcome: 'unknown',
					...resultOf(message, provider),
					reason: answer.reason,
					advice:
						'The provider may have taken the message before the connection broke. Wait for its statuses before you send it again.',
				},
			};
		case 'answered': {
			const sent = answer.status === 200 ? parseSendResult(answer.body) : undefined;
			if (sent !== undefined) {
				return { kind: 'accepted', json: { outcome: 'accepted', ...sent, ...resultOf(message, provider) } };
			}
			const error = classifyError(provider, answer.status, answer.body);
			return { kind: 'failed', failure: refusedByProvider(context, error, answer.status, itemIndex) };
		}
	}
}

async function sendItem(line: Line, itemIndex: number): Promise<Outcome> {
	try {
		const prepared = line.operation.prepare(line.context, itemIndex, Date.now());
		if (prepared.send) return await deliver(line, prepared.message, itemIndex);
		return { kind: 'suppressed', json: { outcome: 'suppressed', ...prepared.suppression } };
	} catch (failure) {
		return { kind: 'failed', failure: unexpected(line.context, failure, itemIndex) };
	}
}

/**
 * Sends one message an item, in order. A failed item keeps its input and carries the provider's code; it stops the
 * execution unless the node is set to continue.
 */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const line = await openLine(context);
	const accepted: INodeExecutionData[] = [];
	const suppressed: INodeExecutionData[] = [];
	for (const [itemIndex, input] of context.getInputData().entries()) {
		const outcome = await sendItem(line, itemIndex);
		const pairedItem = { item: itemIndex };
		if (outcome.kind === 'accepted') {
			accepted.push({ json: outcome.json, pairedItem });
		} else if (outcome.kind === 'suppressed') {
			suppressed.push({ json: { ...input.json, suppressed: outcome.json }, pairedItem });
		} else {
			const { error, details } = outcome.failure;
			if (!context.continueOnFail()) throw error;
			// n8n replaces the fields of an item that carries an Error. An item of nothing but `error` it moves to the error
			// output, and puts the input's fields back.
			const kept = context.getNode().onError === 'continueErrorOutput' ? {} : input.json;
			accepted.push({ json: { ...kept, error: details }, pairedItem });
		}
	}
	return [accepted, suppressed];
}
