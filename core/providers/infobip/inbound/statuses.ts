import { z } from 'zod';
import type { JsonObject, Price, StatusEvent } from '../../../events';
import { conversationKey, toAddress } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, numberOf, objectOf, textOf } from '../../../lib/json';
import { lenient, requiredId, requiredObject } from '../../../lib/schema';
import { timeFromEpoch, timeFromIso } from '../../../lib/time';
import { recipientFields } from '../../../whatsapp/person';
import { readWhatsAppPerson, type ElementReader } from './element';
import { statusError } from '../errors/classify';
import { meaningOf } from './status-groups';

/** The amount is the one for a part of the message, as Infobip gives it. */
function readPrice(value: unknown): Price | undefined {
	const price = objectOf(value);
	const amount = numberOf(price?.pricePerMessage);
	return amount === undefined ? undefined : compact<Price>({ amount, currency: textOf(price?.currency) });
}

/** The recipient of a message: the address or, on WhatsApp where the number is hidden, the user id; and what else is known. */
function recipientOf(given: string | undefined, contact: JsonObject | undefined) {
	const person = readWhatsAppPerson(given, contact);
	return { to: person.address ?? person.userId, ...recipientFields(person) };
}

/** Of all reports only those of WhatsApp bring a `contact`; the others do not say which channel they are about. */
function channelOfReport(contact: JsonObject | undefined): string | undefined {
	return contact === undefined ? undefined : 'whatsapp';
}

const reportSchema = z.object({
	messageId: lenient(idOf),
	to: lenient(idOf),
	sender: lenient(toAddress),
	status: requiredObject,
	sentAt: lenient(timeFromIso),
	doneAt: lenient(timeFromIso),
	callbackData: lenient(textOf),
	contact: lenient(objectOf),
	price: lenient(readPrice),
});

/** An error beside a delivery means none, whatever its code: a phone may have been off before. */
const WITHOUT_ERROR: ReadonlySet<string> = new Set(['delivered', 'read']);

/**
 * Delivery reports of SMS and MMS, versions 2 and 3, and of WhatsApp. MMS reports may name no recipient, those of version
 * 2 no sender.
 */
export const readReport: ElementReader = (raw) => reportEvent(raw, raw, undefined);

/** Rows of the logs and reports of the Messages API, which call the recipient the destination. */
export function readPastReport(raw: JsonObject, channel: string): StatusEvent | undefined {
	return reportEvent({ ...raw, to: raw.destination ?? null }, raw, channel);
}

function reportEvent(given: JsonObject, raw: JsonObject, told: string | undefined): StatusEvent | undefined {
	const result = reportSchema.safeParse(given);
	if (!result.success) return undefined;
	const report = result.data;
	const { messageId, sender, contact } = report;
	const { status, final } = meaningOf(report.status);
	const error = WITHOUT_ERROR.has(status) ? undefined : statusError(raw);
	const channel = told ?? channelOfReport(contact);
	const recipient = recipientOf(report.to, contact);
	const { to } = recipient;
	const id = messageId ?? contentHash(raw);
	const state = textOf(report.status.name) ?? idOf(report.status.id) ?? status;
	const errorCode = error?.code === state ? undefined : error?.code;
	return compact<StatusEvent>({
		kind: 'status',
		provider: 'infobip',
		channel,
		id,
		eventKey: ['infobip:status', id, to, state, errorCode].filter(Boolean).join(':'),
		timestamp: report.doneAt ?? report.sentAt,
		from: sender,
		...recipient,
		channelId: sender,
		conversationKey: conversationKey('infobip', sender, to),
		messageId,
		status,
		final: final && !(status === 'delivered' && channel === 'whatsapp'),
		callbackData: report.callbackData,
		error,
		price: report.price,
		raw,
	});
}

const seenSchema = z.object({
	messageId: requiredId,
	from: lenient(idOf),
	to: lenient(idOf),
	seenAt: lenient(timeFromIso),
	contact: lenient(objectOf),
});

/**
 * Seen reports. Schema and example of the specification contradict each other on the direction of `from` and `to`, so
 * whoever `contact` names is the recipient, and only without one the number in `to`, as in the example.
 */
export const readSeen: ElementReader = (raw) => {
	const result = seenSchema.safeParse(raw);
	if (!result.success) return undefined;
	const { messageId, from, to, seenAt, contact } = result.data;
	const recipient = recipientOf(to, contact);
	const sender = [from, to].map(toAddress).find((address) => address !== recipient.to);
	return compact<StatusEvent>({
		kind: 'status',
		provider: 'infobip',
		channel: channelOfReport(contact),
		id: messageId,
		eventKey: ['infobip:status', messageId, recipient.to, 'seen'].filter(Boolean).join(':'),
		timestamp: seenAt,
		from: sender,
		...recipient,
		channelId: sender,
		conversationKey: conversationKey('infobip', sender, recipient.to),
		messageId,
		status: 'read',
		final: true,
		raw,
	});
};

const clickSchema = z.object({
	notificationType: z.string().regex(/^CLICKED$/i),
	messageId: lenient(idOf),
	recipient: lenient(toAddress),
	sendDateTime: lenient(timeFromEpoch),
	callbackData: lenient(textOf),
});

/** A click on a shortened link. Every click is an event of its own; its time is when Infobip saw it. */
export const readClick: ElementReader = (raw) => {
	const result = clickSchema.safeParse(raw);
	if (!result.success) return undefined;
	const { messageId, recipient, sendDateTime, callbackData } = result.data;
	const hash = contentHash(raw);
	return compact<StatusEvent>({
		kind: 'status',
		provider: 'infobip',
		id: messageId ?? hash,
		eventKey: `infobip:click:${hash}`,
		timestamp: sendDateTime,
		to: recipient,
		messageId,
		status: 'clicked',
		final: true,
		callbackData,
		raw,
	});
};
