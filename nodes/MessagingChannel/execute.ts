import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import {
	PURPOSES,
	runOperation,
	withExecutionField,
	type OperationOutcome,
	type JsonObject,
	type ProviderName,
} from '../../core';
import { failedItem, refusedItem, unexpectedFailure, type ItemFailure } from '../shared/item-failure';
import { readText } from '../shared/parameters';
import { ItemReader, ParameterReader } from '../shared/reader';
import { readChoice } from '../shared/settings';
import { operationOf } from './operations';
import type { Operation } from './operations/operation';
import { openRun, type ChannelRun } from './run';

/** What the configuration of a channel adds to what the provider shows. */
function configured(report: JsonObject, reader: ItemReader): JsonObject {
	const { executionField, marketingAction } = reader.group('options');
	const name = readText(executionField);
	const purpose = readChoice(marketingAction, 'Marketing Action', PURPOSES) ?? 'marketing';
	const configuration = { ...report, marketingAction: purpose };
	if (name === '') return configuration;
	return withExecutionField({ ...configuration, executionField: name }, { name, value: reader.field(name) });
}

/** The checks of a channel as rows of a table, or the report as it is. */
function reported(report: JsonObject, reader: ItemReader): JsonObject[] {
	const { checks, name = '' } = report;
	if (reader.text('reportAs') !== 'checks' || !Array.isArray(checks)) return [report];
	return checks.flatMap((check) =>
		typeof check === 'object' && check !== null && !Array.isArray(check) ? [{ channel: name, ...check }] : [],
	);
}

async function outcomeOf(
	{ resource, option, forms }: Operation,
	reader: ItemReader,
	run: ChannelRun,
): Promise<OperationOutcome> {
	const input = await forms[run.provider]?.read(reader, run);
	const tools = { ...run.tools, now: Date.now() };
	const outcome = await runOperation(run.provider, resource, option.value, input, tools, run.secrets);
	if (!outcome.ok || resource !== 'channel') return outcome;
	return { ...outcome, items: outcome.items.flatMap((item) => reported(configured(item, reader), reader)) };
}

async function itemsOf(
	outcome: Extract<OperationOutcome, { ok: true }>,
	reader: ItemReader,
): Promise<INodeExecutionData[]> {
	const pairedItem = { item: reader.itemIndex };
	const { items, file } = outcome;
	if (file === undefined) return items.map((json) => ({ json, pairedItem }));
	const content = Buffer.from(file.content);
	const { helpers } = reader.context;
	const binary = await helpers.prepareBinaryData(content, file.filename, file.mimeType);
	const field = reader.text('outputField') || 'data';
	return items.map((json, index) => ({
		json,
		pairedItem,
		...(index === 0 && { binary: { [field]: binary } }),
	}));
}

type Result = { ok: true; items: INodeExecutionData[] } | { ok: false; failure: ItemFailure };

/** A failure that came half-way says what was done before it. */
function failureOf(
	context: IExecuteFunctions,
	{ error, field, done = [] }: Extract<OperationOutcome, { ok: false }>,
	itemIndex: number,
): ItemFailure {
	const before = done.length === 0 ? '' : `Done before: ${done.join('; ')}.`;
	const detail = [error.detail, before].filter((part) => part !== '').join(' ');
	const failure = refusedItem(context, { ...error, detail }, itemIndex);
	const more = { ...(field !== undefined && { field }), ...(done.length > 0 && { done }) };
	return { ...failure, details: { ...failure.details, ...more } };
}

async function resultOf(operation: Operation, reader: ItemReader, run: ChannelRun): Promise<Result> {
	const { context, itemIndex } = reader;
	try {
		const outcome = await outcomeOf(operation, reader, run);
		return outcome.ok
			? { ok: true, items: await itemsOf(outcome, reader) }
			: { ok: false, failure: failureOf(context, outcome, itemIndex) };
	} catch (failure) {
		return { ok: false, failure: unexpectedFailure(context, failure, itemIndex, 'notDone') };
	}
}

/** n8n keeps a choice that the list does not have any more, as where the provider was changed afterwards. */
function chosenOperation(context: IExecuteFunctions, provider: ProviderName): Operation {
	const operation = operationOf(
		context.getNodeParameter('resource', 0, ''),
		context.getNodeParameter('operation', 0, ''),
	);
	if (operation?.forms[provider] !== undefined) return operation;
	throw new NodeOperationError(context.getNode(), 'No operation is chosen that this provider has', {
		description: 'Open the node and choose resource and operation again.',
	});
}

/**
 * Runs one operation an item, one after another. A failed item stops the execution unless the node is set to continue;
 * then it keeps its input and carries the provider's code.
 */
export async function administerItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const run = await openRun(context);
	const operation = chosenOperation(context, run.provider);
	const parameters = new ParameterReader(context);
	const results: INodeExecutionData[] = [];
	for (const [index, item] of context.getInputData().entries()) {
		const result = await resultOf(operation, new ItemReader(parameters, index, item), run);
		if (result.ok) results.push(...result.items);
		else if (context.continueOnFail()) results.push(failedItem(context, item.json, result.failure, index));
		else throw result.failure.error;
	}
	return [results];
}
