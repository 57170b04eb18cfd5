import type { Location, Media, MessageEvent, MessageType } from '../../../events';
import { conversationKey } from '../../../lib/address';
import { mediaFields, typeOfMedia } from '../../../webhooks/content';
import { contentHash } from '../../../lib/content-hash';
import { compact, numberOf } from '../../../lib/json';
import { readError } from '../errors/classify';
import type { MessageRule } from './mapping';
import type { FieldReader } from './reader';

function readMedia(reader: FieldReader, rule: MessageRule['media']): Media[] {
	if (rule === undefined) return [];
	const urls = reader.texts('media.url', rule.url);
	const ids = reader.texts('media.id', rule.id);
	const mimeTypes = reader.texts('media.mimeType', rule.mimeType);
	const filenames = reader.texts('media.filename', rule.filename);
	return Array.from({ length: Math.max(urls.length, ids.length) }, (_, at) =>
		compact<Media>({ id: ids[at], url: urls[at], mimeType: mimeTypes[at], filename: filenames[at] }),
	).filter(({ id, url }) => id !== undefined || url !== undefined);
}

function readLocation(reader: FieldReader, rule: MessageRule['location']): Location | undefined {
	if (rule === undefined) return undefined;
	const latitude = numberOf(reader.text('location.latitude', rule.latitude));
	const longitude = numberOf(reader.text('location.longitude', rule.longitude));
	if (latitude === undefined || longitude === undefined) return undefined;
	const name = reader.text('location.name', rule.name);
	const address = reader.text('location.address', rule.address);
	return compact<Location>({ latitude, longitude, name, address });
}

type Content = Pick<MessageEvent, 'text' | 'location'> & { media: Media[] };

/**
 * The message's type by their word for it, or by what is there. A text whose word is not in the table stays a text: it may
 * be an opt-out.
 */
function readType(reader: FieldReader, rule: MessageRule, { text, location, media }: Content): MessageType {
	const theirs = reader.text('type', rule.type);
	const known =
		theirs === undefined
			? undefined
			: reader.word('type', { name: 'message.types', rows: rule.types }, theirs);
	if (known !== undefined) return known;
	const [first] = media;
	if (first !== undefined) return typeOfMedia(first.mimeType);
	if (location !== undefined) return 'location';
	return text === undefined && theirs !== undefined ? 'unsupported' : 'text';
}

/** @returns `undefined` where nobody is named who wrote the message */
export function readMessage(reader: FieldReader, rule: MessageRule): MessageEvent | undefined {
	const channel = reader.text('channel', rule.channel)?.toLowerCase();
	const from = reader.address('from', rule.from, channel);
	const fromUserId = reader.text('fromUserId', rule.fromUserId);
	if (from === undefined && fromUserId === undefined) {
		reader.problem('from', () => `found nobody who wrote the message at ${rule.from.source}`);
		return undefined;
	}
	const raw = reader.source.element;
	const to = reader.address('to', rule.to, channel);
	const channelId = reader.text('channelId', rule.channelId) ?? to;
	const given = reader.text('id', rule.id);
	if (given === undefined) {
		reader.hint('id', () => 'without an id, a message that is the same as one before counts as sent twice');
	}
	const id = given ?? contentHash(raw);
	const text = reader.text('text', rule.text);
	const media = readMedia(reader, rule.media);
	const location = readLocation(reader, rule.location);
	return compact<MessageEvent>({
		kind: 'message',
		provider: 'custom',
		channel,
		id,
		eventKey: `custom:message:${id}`,
		timestamp: reader.time('timestamp', rule.timestamp),
		from,
		to,
		fromUserId,
		fromName: reader.text('fromName', rule.fromName),
		channelId,
		conversationKey: conversationKey('custom', channelId, from ?? fromUserId),
		type: readType(reader, rule, { text, location, media }),
		text,
		payload: reader.value('payload', rule.payload),
		...mediaFields(media),
		location,
		replyToId: reader.text('replyToId', rule.replyToId),
		error: readError(reader, rule.error),
		raw,
	});
}
