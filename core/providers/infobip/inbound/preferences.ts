import { z } from 'zod';
import type { ConsentAction, ConsentEvent } from '../../../events';
import { conversationKey, toAddress } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, rowOf, textOf } from '../../../lib/json';
import { lenient, required, requiredId } from '../../../lib/schema';
import { timeFromIso } from '../../../lib/time';
import { channelOf, readWhatsAppPerson, type ElementReader } from './element';

const PREFERENCES: Readonly<Record<string, ConsentAction>> = { stop: 'optOut', resume: 'optIn' };

const preferenceSchema = z.object({
	from: lenient(toAddress),
	createdAt: lenient(timeFromIso),
	content: z.object({
		from: requiredId,
		sender: lenient(toAddress),
		notificationMessagesStatus: z.string(),
	}),
});

/**
 * Somebody stopped or resumed marketing messages in WhatsApp's own settings. The `from` of the body is the business, the
 * one within `content` the person.
 */
export const readMarketingPreference: ElementReader = (raw) => {
	const result = preferenceSchema.safeParse(raw);
	if (!result.success) return undefined;
	const { content, createdAt } = result.data;
	const action = rowOf(PREFERENCES, content.notificationMessagesStatus.toLowerCase());
	if (action === undefined) return undefined;
	const business = content.sender ?? result.data.from;
	const person = readWhatsAppPerson(content.from, undefined);
	const hash = contentHash(raw);
	return compact<ConsentEvent>({
		kind: 'consent',
		provider: 'infobip',
		channel: 'whatsapp',
		id: hash,
		eventKey: `infobip:consent:${hash}`,
		timestamp: createdAt,
		from: person.address,
		to: business,
		fromUserId: person.userId,
		channelId: business,
		conversationKey: conversationKey('infobip', business, person.address ?? person.userId),
		action,
		scope: 'marketing',
		raw,
	});
};

const BLOCK_LIST_EVENTS: Readonly<Record<string, ConsentAction>> = { BLOCK: 'optOut', UNBLOCK: 'optIn' };

const blockListSchema = z.object({
	event: z.string(),
	receivedAt: lenient(timeFromIso),
	messageId: lenient(idOf),
	content: z.object({
		destination: required(toAddress),
		sender: lenient(toAddress),
		channel: lenient(textOf),
	}),
});

export function isBlockListEvent(event: unknown): boolean {
	return rowOf(BLOCK_LIST_EVENTS, textOf(event)) !== undefined;
}

/**
 * Somebody came onto the block list, or off it, by a keyword, a link or a campaign. The list holds back every message, so
 * the scope is everything. The person is the destination, which may be an e-mail address; without a sender the entry
 * counts for all senders.
 */
export const readBlockListEvent: ElementReader = (raw) => {
	const result = blockListSchema.safeParse(raw);
	if (!result.success) return undefined;
	const { event, receivedAt, messageId, content } = result.data;
	const id = messageId ?? contentHash(raw);
	return compact<ConsentEvent>({
		kind: 'consent',
		provider: 'infobip',
		channel: channelOf(content.channel),
		id,
		eventKey: `infobip:consent:${id}:${event}`,
		timestamp: receivedAt,
		from: content.destination,
		to: content.sender,
		channelId: content.sender,
		conversationKey: conversationKey('infobip', content.sender, content.destination),
		action: rowOf(BLOCK_LIST_EVENTS, event),
		scope: 'all',
		raw,
	});
};
