import {
	NodeOperationError,
	UserError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import {
	answerEventOf,
	canonicalAddress,
	isTaken,
	readReference,
	type AnswerEvent,
	type Reference,
	type Verdict,
} from '../../../core';
import { cannotHandOver, deliverAnswer } from '../../shared/answers';
import { failedItem, unexpectedFailure } from '../../shared/item-failure';
import { parseJsonField, readGroup, readText } from '../../shared/parameters';
import { AS_IN_ITEM, PROVIDER_ACCESS, RECEIVING_PROVIDERS, type Connection } from '../../shared/providers';
import { ItemReader, ParameterReader } from '../../shared/reader';
import { readChoice } from '../../shared/settings';
import { inFrontOf } from '../kept-input';
import { baseOf } from './asking';

/** A stored question. */
interface Row {
	reference: Reference;
	written: string;
	tries: number;
	askedAt: string;
	messageId: string;
	/** Of the person who was asked; empty where the table has none. */
	address: string;
}

const LABEL = 'Open Questions';

/** Rows as they are, or in items; a look-up that found nothing gives an empty one. */
function rowsOf(value: unknown): Row[] {
	return [parseJsonField(value, LABEL) ?? []].flat().flatMap((one: unknown) => {
		const item = readGroup(one);
		const row = 'json' in item ? readGroup(item.json) : item;
		if (Object.keys(row).length === 0) return [];
		const written = readText(row.reference);
		const reference = readReference(written)?.reference;
		if (reference === undefined) {
			throw new UserError(
				`A row of '${LABEL}' has no 'reference' of a question, but ${Object.keys(row).join(', ')}`,
			);
		}
		const tries = Number(readText(row.tries)) || 0;
		const [askedAt = '', messageId = '', address = ''] = [row.askedAt, row.messageId, row.address].map(
			readText,
		);
		return [{ reference, written, tries, askedAt, messageId, address }];
	});
}

/** Whether the question may be theirs; the waiting node looks closer. One look-up may be for several people. */
function isTheirs({ address }: Row, { from, fromUserId }: AnswerEvent): boolean {
	const known = [from, fromUserId].flatMap((one) => (one === undefined ? [] : canonicalAddress(one)));
	return address === '' || known.includes(canonicalAddress(address));
}

/** The one that is quoted first, then in the order in which they were asked. */
function inOrder(rows: readonly Row[], replyToId: string): Row[] {
	const isQuoted = ({ messageId }: Row) => messageId !== '' && messageId === replyToId;
	return [...rows].sort(
		(one, other) =>
			Number(isQuoted(other)) - Number(isQuoted(one)) || one.askedAt.localeCompare(other.askedAt),
	);
}

type Outcome = { verdict: Verdict; reference?: string };

async function deliver(
	context: IExecuteFunctions,
	connection: Connection,
	event: AnswerEvent,
	rows: readonly Row[],
): Promise<Outcome> {
	const base = baseOf(context.getSignedResumeUrl());
	let last: Verdict = { outcome: 'notTaken', reason: 'no question is open' };
	for (const { reference, written, tries } of rows) {
		const delivery = await deliverAnswer(context, connection, base, reference, { event, tries });
		if (delivery.state === 'unreachable') throw new UserError(cannotHandOver(base, delivery.reason));
		if (delivery.state === 'busy') {
			throw new UserError('The execution that waits for the answer is busy. Run this one again');
		}
		if (delivery.state === 'over') last = { outcome: 'notTaken', reason: delivery.reason };
		else if (delivery.verdict.outcome === 'notTaken') last = delivery.verdict;
		else return { verdict: delivery.verdict, reference: written };
	}
	return { verdict: last };
}

/** Over what a reply came: the chosen provider, or that of the item. */
function providerOf(reader: ItemReader) {
	const chosen = reader.value('provider');
	const named = chosen === AS_IN_ITEM ? reader.field('provider') : chosen;
	return readChoice(named, 'Provider', RECEIVING_PROVIDERS);
}

async function handOver(reader: ItemReader): Promise<Outcome> {
	const { context, item } = reader;
	const event = answerEventOf(item.json);
	const provider = providerOf(reader);
	const all = rowsOf(reader.value('openQuestions'));
	const theirs = event === undefined ? [] : all.filter((row) => isTheirs(row, event));
	if (event === undefined || provider === undefined || theirs.length === 0) {
		return { verdict: { outcome: 'notTaken', reason: 'no question is open' } };
	}
	const rows = inOrder(theirs, readText(item.json.replyToId));
	return await deliver(context, await PROVIDER_ACCESS[provider].connect(context), event, rows);
}

/** Brings each reply to the execution that waits for it. What is none, and what asks to stop, goes on at the second output. */
export async function handOverItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const parameters = new ParameterReader(context);
	const taken: INodeExecutionData[] = [];
	const others: INodeExecutionData[] = [];
	for (let at = 0; at < parameters.count; at += 1) {
		const item = parameters.item(at);
		try {
			const { verdict, reference } = await handOver(new ItemReader(parameters, at, item));
			const handed: IDataObject = { ...verdict, ...(reference !== undefined && { reference }) };
			const json = inFrontOf(item.json, { handOver: handed });
			(isTaken(verdict) ? taken : others).push({ ...item, json, pairedItem: { item: at } });
		} catch (failure) {
			const failed = unexpectedFailure(context, failure, at, 'notHandedOver');
			if (!context.continueOnFail())
				throw new NodeOperationError(context.getNode(), failed.error, { itemIndex: at });
			taken.push(failedItem(context, item.json, failed, at));
		}
	}
	return [taken, others];
}
