import type { ConsentEvent } from '../../../events';
import { conversationKey } from '../../../lib/address';
import { contentHash } from '../../../lib/content-hash';
import { compact } from '../../../lib/json';
import type { ConsentRule } from './mapping';
import type { FieldReader } from './reader';

/** @returns `undefined` where no person or no action is named */
export function readConsent(reader: FieldReader, rule: ConsentRule): ConsentEvent | undefined {
	const channel = reader.text('channel', rule.channel)?.toLowerCase();
	const from = reader.address('from', rule.from, channel);
	const fromUserId = reader.text('fromUserId', rule.fromUserId);
	if (from === undefined && fromUserId === undefined) {
		reader.problem('from', () => `found no person at ${rule.from.source}`);
		return undefined;
	}
	const word = reader.text('action', rule.action);
	if (word === undefined) {
		reader.problem('action', () => `found no action at ${rule.action.source}`);
		return undefined;
	}
	const raw = reader.source.element;
	const to = reader.address('to', rule.to, channel);
	const channelId = reader.text('channelId', rule.channelId) ?? to;
	const id = reader.text('id', rule.id) ?? contentHash(raw);
	return compact<ConsentEvent>({
		kind: 'consent',
		provider: 'custom',
		channel,
		id,
		eventKey: `custom:consent:${id}:${word}`,
		timestamp: reader.time('timestamp', rule.timestamp),
		from,
		to,
		fromUserId,
		channelId,
		conversationKey: conversationKey('custom', channelId, from ?? fromUserId),
		action: reader.word('action', { name: 'consent.actions', rows: rule.actions }, word),
		scope: reader.text('scope', rule.scope),
		raw,
	});
}
