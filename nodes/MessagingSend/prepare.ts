import {
	chooseRecipient,
	parseOutgoing,
	type FieldProblem,
	type Held,
	type Job,
	type OutgoingMessage,
	type Suppression,
} from '../../core';
import { unexpectedFailure, type ItemFailure } from '../shared/item-failure';
import { parseJsonField, readGroup, readText, readWords } from '../shared/parameters';
import type { Outgoing } from './attempt';
import { readEnvelope } from './envelope';
import { invalidMessage } from './failure';
import type { Content } from './messages/form';
import { suppressionOf } from './permission';
import { outputOf } from '../shared/keyword-outputs';
import { ItemReader } from '../shared/reader';
import type { SendRun } from './run';
import { templateValues } from './template-values';

type Recipient = Partial<Pick<OutgoingMessage, 'to' | 'toUserId' | 'toGroupId'>>;

/** Why an item is not sent. */
export type Why = { suppression: Suppression } | { failure: ItemFailure };

function recipientValues(reader: ItemReader): unknown {
	switch (reader.choice('recipientFrom', ['fields', 'writer'])) {
		case 'fields':
			return readWords(reader.text('recipientFields')).map((name) => reader.field(name));
		case 'writer':
			return reader.field('from') || reader.field('fromUserId');
		default:
			return reader.value('to');
	}
}

/** The first of the given values that can be written to. */
function recipientOf(reader: ItemReader): Recipient | FieldProblem {
	const recipient = chooseRecipient(
		recipientValues(reader),
		readText(reader.group('options').defaultCountry),
	);
	switch (recipient.kind) {
		case 'invalid':
			return { ok: false, field: 'to', message: recipient.message };
		case 'phone':
			return { to: recipient.to };
		case 'user':
			return { toUserId: recipient.toUserId };
		case 'group':
			return { toGroupId: recipient.toGroupId };
	}
}

/** The template that goes out where the customer service window is closed. */
function fallbackTemplate(reader: ItemReader): Content | undefined {
	const template = readGroup(reader.group('fallbackTemplate').template);
	const name = readText(template.name);
	if (name === '') return undefined;
	const values = templateValues(Object.entries(readGroup(parseJsonField(template.values, 'Values'))));
	return { type: 'template', name, language: readText(template.language), values };
}

function permittedContent(
	reader: ItemReader,
	content: Content,
	to: string | undefined,
	now: number,
): { content: Content } | { suppression: Suppression } {
	const suppression = suppressionOf(reader, content.type === 'template', to, now);
	if (suppression === undefined) return { content };
	const fallback = suppression.rule === 'windowClosed' ? fallbackTemplate(reader) : undefined;
	if (fallback === undefined) return { suppression };
	const other = suppressionOf(reader, true, to, now);
	return other === undefined ? { content: fallback } : { suppression: other };
}

/** Messaging Keywords leaves unanswered on purpose whom nothing more may be written to, and what has no reply. */
function missingReply(reader: ItemReader, { type, text }: Content): Suppression | undefined {
	const output = outputOf(readGroup(reader.field('keywords')));
	if (type !== 'text' || text !== '' || output === undefined) return undefined;
	return {
		allowed: false,
		rule: 'noReply',
		reason: `Messaging Keywords has no reply for ${output}.`,
		advice: `Write one in Messaging Keywords under Replies, or connect nothing to its output ${output}. A person who left is answered once only.`,
	};
}

function jobOf({ outbound }: SendRun, index: number, payload: Outgoing): Job<Outgoing> {
	const { message } = payload;
	const batchKey = 'built' in payload ? payload.built.batch?.key : undefined;
	return {
		index,
		sender: message.sender ?? '',
		recipient: message.to ?? message.toUserId ?? message.toGroupId ?? `item ${index}`,
		...(batchKey !== undefined && { batchKey }),
		repeatable: outbound.isRepeatable?.(message) ?? false,
		payload,
	};
}

const MINUTE_MS = 60_000;

/**
 * The SMS API of Sinch counts a validity from a time of sending, and sends at once where that has passed. Whole minutes let
 * messages share a call.
 */
function sendingTime(
	{ account }: SendRun,
	{ channel, validityMinutes }: Record<string, unknown>,
	now: number,
): { sendAt?: string } {
	const isSms = channel === 'sms' || channel === 'mms';
	if (account.servicePlanId === undefined || validityMinutes === undefined || !isSms) return {};
	return { sendAt: new Date(now - (now % MINUTE_MS)).toISOString() };
}

/** Makes items messages, one at a time. Nothing throws. */
export class Preparation {
	constructor(
		private readonly run: SendRun,
		private readonly now: () => number,
	) {}

	prepare(index: number): Job<Outgoing> | Held<Why> {
		const { context } = this.run;
		try {
			const prepared = this.read(index);
			if ('suppression' in prepared) return { outcome: 'suppressed', why: prepared };
			if ('field' in prepared) {
				return { outcome: 'invalid', why: { failure: invalidMessage(context, prepared, index) } };
			}
			return prepared;
		} catch (failure) {
			return { outcome: 'invalid', why: { failure: unexpectedFailure(context, failure, index, 'notSent') } };
		}
	}

	private read(index: number): Job<Outgoing> | FieldProblem | { suppression: Suppression } {
		const { run } = this;
		const { operation, provider, parameters } = run;
		const reader = new ItemReader(parameters, index, parameters.item(index));
		const envelope = readEnvelope(reader, provider);
		const content = operation.read(reader);
		const unanswered = missingReply(reader, content);
		if (unanswered !== undefined) return { suppression: unanswered };
		const toPerson = operation.reachesPerson && envelope.toGroupId === undefined;
		const recipient = toPerson ? recipientOf(reader) : {};
		if ('field' in recipient) return recipient;
		const permitted = operation.reachesPerson
			? permittedContent(reader, content, recipient.to, this.now())
			: { content };
		if ('suppression' in permitted) return permitted;
		const { upload, ...sent } = permitted.content;
		const parsed = parseOutgoing({
			...sendingTime(run, envelope, this.now()),
			...envelope,
			...recipient,
			...sent,
			...(run.outbound.isRepeatable && { clientMessageId: `${run.idPrefix}-${index}` }),
			// Stands in for the id that the upload will give, so that all else is checked before.
			...(upload !== undefined && { media: { id: '0' } }),
		});
		if (!parsed.ok) return parsed;
		const { message } = parsed;
		const built = run.outbound.build(message, run.account);
		if (!built.ok) return built;
		return jobOf(run, index, upload === undefined ? { message, built } : { message, upload });
	}
}
