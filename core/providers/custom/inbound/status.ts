import type { MessageStatus, Price, StatusEvent } from '../../../events';
import { conversationKey } from '../../../lib/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, numberOf } from '../../../lib/json';
import { readError } from '../errors/classify';
import type { StatusRule } from './mapping';
import type { FieldReader } from './reader';

const NOT_FINAL: ReadonlySet<MessageStatus> = new Set(['queued', 'sent', 'unknown']);

/** Channels that tell no more once a message has arrived. */
const WITHOUT_READ_RECEIPTS: ReadonlySet<string> = new Set(['sms', 'mms']);

function isFinal(status: MessageStatus, channel = 'sms'): boolean {
	return status === 'delivered' ? WITHOUT_READ_RECEIPTS.has(channel) : !NOT_FINAL.has(status);
}

/** An error beside a delivery means none, whatever its code: a phone may have been off before. */
const WITHOUT_ERROR: ReadonlySet<MessageStatus> = new Set(['delivered', 'read', 'played', 'clicked']);

function readPrice(reader: FieldReader, rule: StatusRule['price']): Price | undefined {
	const amount = numberOf(reader.text('price.amount', rule?.amount));
	return amount === undefined
		? undefined
		: compact<Price>({ amount, currency: reader.text('price.currency', rule?.currency) });
}

/** @returns `undefined` where there is no word for the status, or nothing that says which message it is about */
export function readStatus(reader: FieldReader, rule: StatusRule): StatusEvent | undefined {
	const word = reader.text('status', rule.status);
	if (word === undefined) {
		reader.problem('status', () => `found no status at ${rule.status.source}`);
		return undefined;
	}
	const channel = reader.text('channel', rule.channel)?.toLowerCase();
	const from = reader.address('from', rule.from, channel);
	const to = reader.address('to', rule.to, channel);
	const messageId = reader.text('messageId', rule.messageId);
	const callbackData = reader.text('callbackData', rule.callbackData);
	if (messageId === undefined && callbackData === undefined && to === undefined) {
		reader.problem('messageId', () => 'nothing says which message the status is about: map messageId');
		return undefined;
	}
	const raw = reader.source.element;
	const channelId = reader.text('channelId', rule.channelId) ?? from;
	const id = reader.text('id', rule.id) ?? messageId ?? contentHash(raw);
	const status = reader.word('status', { name: 'status.statuses', rows: rule.statuses }, word) ?? 'unknown';
	const error = WITHOUT_ERROR.has(status) ? undefined : readError(reader, rule.error, word);
	return compact<StatusEvent>({
		kind: 'status',
		provider: 'custom',
		channel,
		id,
		eventKey: ['custom:status', id, to, word, error?.code].filter(Boolean).join(':'),
		timestamp: reader.time('timestamp', rule.timestamp),
		from,
		to,
		channelId,
		conversationKey: conversationKey('custom', channelId, to),
		messageId,
		status,
		final: isFinal(status, channel),
		callbackData,
		error,
		price: readPrice(reader, rule.price),
		raw,
	});
}
