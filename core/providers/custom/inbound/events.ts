import type {
	ConsentEvent,
	Location,
	Media,
	MessageEvent,
	MessageStatus,
	MessageType,
	MessagingEvent,
	Price,
	StatusEvent,
} from '../../../events';
import { conversationKey } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, numberOf } from '../../../lib/json';
import { mediaFields, typeOfMedia } from '../../../webhooks/content';
import { isUserId } from '../../../whatsapp/person';
import { readError } from '../errors/classify';
import type { Source } from '../language/evaluate';
import type { ConsentRule, Mapping, MessageRule, StatusRule } from './mapping';
import { FieldReader, type FieldOf, type Note } from './reader';

function readMedia(reader: FieldReader<'url' | 'id' | 'mimeType' | 'filename'>): Media[] {
	const urls = reader.texts('url');
	const ids = reader.texts('id');
	const mimeTypes = reader.texts('mimeType');
	const filenames = reader.texts('filename');
	return Array.from({ length: Math.max(urls.length, ids.length) }, (_, at) =>
		compact<Media>({ id: ids[at], url: urls[at], mimeType: mimeTypes[at], filename: filenames[at] }),
	).filter(({ id, url }) => id !== undefined || url !== undefined);
}

function readLocation(
	reader: FieldReader<'latitude' | 'longitude' | 'name' | 'address'>,
): Location | undefined {
	const latitude = numberOf(reader.text('latitude'));
	const longitude = numberOf(reader.text('longitude'));
	if (latitude === undefined || longitude === undefined) return undefined;
	return compact<Location>({
		latitude,
		longitude,
		name: reader.text('name'),
		address: reader.text('address'),
	});
}

function readPrice(reader: FieldReader<'amount' | 'currency'>): Price | undefined {
	const amount = numberOf(reader.text('amount'));
	return amount === undefined ? undefined : compact<Price>({ amount, currency: reader.text('currency') });
}

/** The person who wrote, by address or by an id, which on WhatsApp may stand where the address belongs. */
function readPerson(reader: FieldReader<'channel' | 'from' | 'fromUserId'>) {
	const channel = reader.text('channel')?.toLowerCase();
	const given = reader.address('from', channel);
	const isHidden = channel === 'whatsapp' && given !== undefined && isUserId(given);
	const from = isHidden ? undefined : given;
	const fromUserId = reader.text('fromUserId') ?? (isHidden ? given : undefined);
	return { channel, from, fromUserId, person: from ?? fromUserId };
}

type Content = Pick<MessageEvent, 'text' | 'location'> & { media: Media[] };

/**
 * The message's type by their word for it, or by what is there. A text whose word is not in the table stays a text: it may
 * be an opt-out.
 */
function readType(
	reader: FieldReader<'type'>,
	{ types }: MessageRule,
	{ text, location, media: [file] }: Content,
): MessageType {
	const theirs = reader.text('type');
	const known = theirs === undefined ? undefined : reader.word('type', theirs, 'types', types);
	if (known !== undefined) return known;
	if (file !== undefined) return typeOfMedia(file.mimeType);
	if (location !== undefined) return 'location';
	return text === undefined && theirs !== undefined ? 'unsupported' : 'text';
}

/** Of a long text that comes as several messages, which part this is. */
function readPart(reader: FieldReader<'partReference' | 'partNumber' | 'partCount'>) {
	const partNumber = numberOf(reader.text('partNumber'));
	const partCount = numberOf(reader.text('partCount'));
	if (partNumber === undefined || partCount === undefined || partCount < 2) return {};
	return { partReference: reader.text('partReference'), partNumber, partCount };
}

/** @returns `undefined` where nobody is named who wrote the message */
function readMessage(rule: MessageRule, source: Source, note?: Note): MessageEvent | undefined {
	const reader = new FieldReader<FieldOf<MessageRule>>(source, 'message', rule, note);
	const { channel, from, fromUserId, person } = readPerson(reader);
	if (person === undefined) {
		reader.problem('from', `found nobody who wrote the message at ${rule.from.source}`);
		return undefined;
	}
	const raw = source.element;
	const to = reader.address('to', channel);
	const channelId = reader.text('channelId') ?? to;
	const given = reader.text('id');
	if (given === undefined) {
		reader.hint('id', 'without an id, a message that is the same as one before counts as sent twice');
	}
	const id = given ?? contentHash(raw);
	const text = reader.text('text');
	const media = readMedia(reader.within('media', rule.media));
	const location = readLocation(reader.within('location', rule.location));
	return compact<MessageEvent>({
		kind: 'message',
		provider: 'custom',
		channel,
		id,
		eventKey: `custom:message:${id}`,
		timestamp: reader.time('timestamp'),
		from,
		to,
		fromUserId,
		fromName: reader.text('fromName'),
		fromUsername: reader.text('fromUsername'),
		fromParentUserId: reader.text('fromParentUserId'),
		channelId,
		conversationKey: conversationKey('custom', channelId, person),
		type: readType(reader, rule, { text, location, media }),
		text,
		answered: reader.text('answered') === undefined ? undefined : true,
		...readPart(reader),
		payload: reader.value('payload'),
		...mediaFields(media),
		location,
		replyToId: reader.text('replyToId'),
		error: readError(source, rule.error),
		raw,
	});
}

const NOT_FINAL: ReadonlySet<MessageStatus> = new Set(['queued', 'sent', 'unknown']);

/** Channels that tell no more once a message has arrived. */
const WITHOUT_READ_RECEIPTS: ReadonlySet<string> = new Set(['sms', 'mms']);

function isFinal(status: MessageStatus, channel = 'sms'): boolean {
	return status === 'delivered' ? WITHOUT_READ_RECEIPTS.has(channel) : !NOT_FINAL.has(status);
}

/** An error beside a delivery means none, whatever its code: a phone may have been off before. */
const WITHOUT_ERROR: ReadonlySet<MessageStatus> = new Set(['delivered', 'read', 'played', 'clicked']);

/** @returns `undefined` where there is no word for the status, or nothing that says which message it is about */
function readStatus(rule: StatusRule, source: Source, note?: Note): StatusEvent | undefined {
	const reader = new FieldReader<FieldOf<StatusRule>>(source, 'status', rule, note);
	const word = reader.text('status');
	if (word === undefined) {
		reader.problem('status', `found no status at ${rule.status.source}`);
		return undefined;
	}
	const channel = reader.text('channel')?.toLowerCase();
	const from = reader.address('from', channel);
	const to = reader.address('to', channel);
	const messageId = reader.text('messageId');
	const callbackData = reader.text('callbackData');
	if ((messageId ?? callbackData ?? to) === undefined) {
		reader.problem('messageId', 'nothing says which message the status is about: map messageId');
		return undefined;
	}
	const raw = source.element;
	const channelId = reader.text('channelId') ?? from;
	const id = reader.text('id') ?? messageId ?? contentHash(raw);
	const status = reader.word('status', word, 'statuses', rule.statuses) ?? 'unknown';
	const error = WITHOUT_ERROR.has(status) ? undefined : readError(source, rule.error, word);
	return compact<StatusEvent>({
		kind: 'status',
		provider: 'custom',
		channel,
		id,
		eventKey: ['custom:status', id, to, word, error?.code].filter(Boolean).join(':'),
		timestamp: reader.time('timestamp'),
		from,
		to,
		channelId,
		conversationKey: conversationKey('custom', channelId, to),
		messageId,
		status,
		final: isFinal(status, channel),
		callbackData,
		error,
		price: readPrice(reader.within('price', rule.price)),
		raw,
	});
}

/** @returns `undefined` where no person or no action is named */
function readConsent(rule: ConsentRule, source: Source, note?: Note): ConsentEvent | undefined {
	const reader = new FieldReader<FieldOf<ConsentRule>>(source, 'consent', rule, note);
	const { channel, from, fromUserId, person } = readPerson(reader);
	if (person === undefined) {
		reader.problem('from', `found no person at ${rule.from.source}`);
		return undefined;
	}
	const word = reader.text('action');
	if (word === undefined) {
		reader.problem('action', `found no action at ${rule.action.source}`);
		return undefined;
	}
	const raw = source.element;
	const to = reader.address('to', channel);
	const channelId = reader.text('channelId') ?? to;
	const id = reader.text('id') ?? contentHash(raw);
	return compact<ConsentEvent>({
		kind: 'consent',
		provider: 'custom',
		channel,
		id,
		eventKey: `custom:consent:${id}:${word}`,
		timestamp: reader.time('timestamp'),
		from,
		to,
		fromUserId,
		channelId,
		conversationKey: conversationKey('custom', channelId, person),
		action: reader.word('action', word, 'actions', rule.actions),
		text: reader.text('text'),
		answered: reader.text('answered') === undefined ? undefined : true,
		scope: reader.text('scope'),
		raw,
	});
}

/** One kind of event that a mapping knows. */
export interface Kind {
	name: string;
	/** How to tell it from the others. */
	when: MessageRule['when'];
	/** @returns `undefined` for an element that lacks what is required */
	read: (source: Source, note?: Note) => MessagingEvent | undefined;
}

export function kindsOf({ message, status, consent }: Mapping): Kind[] {
	const kinds: (Kind | undefined)[] = [
		message && { name: 'message', when: message.when, read: readMessage.bind(undefined, message) },
		status && { name: 'status', when: status.when, read: readStatus.bind(undefined, status) },
		consent && { name: 'consent', when: consent.when, read: readConsent.bind(undefined, consent) },
	];
	return kinds.filter((kind) => kind !== undefined);
}
