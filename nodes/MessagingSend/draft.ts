import { parseOutgoing, type FieldProblem, type OutgoingMessage, type Suppression } from '../../core';
import { refusedItem, type ItemFailure } from '../shared/item-failure';
import { outputOf } from '../shared/keyword-outputs';
import { parseJsonField, readGroup, readText } from '../shared/parameters';
import { PROVIDER_ACCESS } from '../shared/providers';
import { ItemReader } from '../shared/reader';
import { readEnvelope } from './envelope';
import type { Content, Upload } from './messages/form';
import { isAnswer, readRules, type Rules } from './permission';
import { recipientOf } from './recipient';
import { repeatOf } from './repeat';
import type { SendRun } from './run';
import { templateValues } from './template-values';

/** Why an item is not sent. */
export type Why = { suppression: Suppression } | { failure: ItemFailure };

/** Content as a message, before the hour and the rules decide on it. */
export type Parsed = FieldProblem | { ok: true; message: OutgoingMessage; upload: Upload | undefined };

/** An item whose values were all read, once. What becomes of it may depend on the hour and on a template's definition. */
export interface Draft {
	parsed: Parsed;
	/** The template that goes out where the customer service window is closed. */
	fallback: (() => Parsed) | undefined;
	rules: Rules | undefined;
	to: string | undefined;
	/** Whether nobody looked up what the person wants, though the message answers none of theirs. */
	isUnchecked: boolean;
}

/** The template that goes out where the customer service window is closed. */
function fallbackTemplate(reader: ItemReader): Content | undefined {
	const template = readGroup(reader.group('fallbackTemplate').template);
	const name = readText(template.name);
	if (name === '') return undefined;
	const values = templateValues(Object.entries(readGroup(parseJsonField(template.values, 'Values'))));
	return { type: 'template', name, language: readText(template.language), values, marketing: 'automatic' };
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

/** @param row place of the item in the input */
export function readDraft(run: SendRun, row: number): Draft | FieldProblem | Why {
	const { context, operation, parameters, records, mode, outbound, guard } = run;
	const reader = new ItemReader(parameters, row, parameters.item(row));
	const { consentAdvice } = operation;
	const isTest = mode === 'test';
	const options = reader.collection('options', 'Options');
	const repeated = consentAdvice === undefined || isTest ? undefined : repeatOf(options, guard);
	if (repeated !== undefined) return { failure: refusedItem(context, repeated, row) };
	const envelope = readEnvelope(reader, options, run);
	const content = operation.read(reader);
	const unanswered = missingReply(reader, content);
	if (unanswered !== undefined) return { suppression: unanswered };
	const toPerson = consentAdvice !== undefined && envelope.toGroupId === undefined;
	const channel = readText(envelope.channel);
	const hasOwnIds = outbound.hasOwnIds?.(channel) ?? false;
	const recipient = toPerson ? recipientOf(reader, options, hasOwnIds, isTest) : {};
	if ('message' in recipient) return recipient;
	const parse = ({ upload, ...sent }: Content): Parsed => {
		const parsed = parseOutgoing({
			...envelope,
			...recipient,
			...sent,
			...(outbound.isRepeatable && { clientMessageId: `${run.idPrefix}-${row}` }),
			// Stands in for the id that the upload will give, so that all else is checked before.
			...(upload !== undefined && { media: { id: '0' } }),
		});
		return parsed.ok ? { ...parsed, upload } : parsed;
	};
	const fallback = fallbackTemplate(reader);
	const carrier = channel || PROVIDER_ACCESS[run.provider].channel;
	const person = {
		...(recipient.to !== undefined && { from: recipient.to }),
		...(recipient.toUserId !== undefined && { fromUserId: recipient.toUserId }),
		...(carrier !== undefined && { channel: carrier }),
	};
	const rules =
		consentAdvice === undefined || isTest ? undefined : readRules(reader, person, records, consentAdvice);
	const isKnown = rules?.state !== undefined || rules?.confirmation !== undefined;
	return {
		parsed: parse(content),
		fallback: fallback && (() => parse(fallback)),
		rules,
		to: recipient.to,
		isUnchecked: toPerson && !isTest && !isKnown && !isAnswer(reader),
	};
}
