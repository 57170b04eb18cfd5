import type { JsonObject, MessagingEvent } from '../../../events';
import type { OperationFailure, OperationOutcome } from '../../../operations/contract';
import { fieldFailure } from '../../../operations/input';
import { itemsOf, listed, type OperationContext } from '../../../operations/operation';
import { eventItem, isWanted } from '../../../operations/past';
import { compact, isJsonObject, objectOf, rowOf, textOf } from '../../../lib/json';
import { digitsOf, toE164 } from '../../../lib/phone/address';
import type { Result } from '../../../lib/result';
import { pathPart } from '../../../lib/url';
import { parseWebhook } from '../inbound/webhook';
import { CHANNELS } from '../outbound/channels';
import { readApp } from './app';
import { appOf, DASHBOARD, pathIn, request, tokenPage } from './operation';
import type { WantedSms } from './sms-messages';

/** Messages of a page (Sinch SDK for Node.js, messages API). */
const PAGE_SIZE = 1000;

interface WantedMessages extends WantedSms {
	channel: string;
	appId?: string | undefined;
	from?: string | undefined;
}

type Place = Result<{ appId: string; path: string; source: string }, OperationFailure>;

/** Where messages of the app are kept, which depends on whether it keeps contacts. */
async function placeOf(
	{ ask, line }: Pick<OperationContext, 'ask' | 'line'>,
	given: string | undefined,
): Promise<Place> {
	const { accountId } = line;
	if (!accountId) return fieldFailure('projectId', 'The credential has no project ID', DASHBOARD);
	const app = appOf(given, line);
	if (!app.ok) return app;
	const reply = await ask(readApp(accountId, app.id));
	if (!reply.ok) return { ok: false, error: reply.error };
	const source =
		objectOf(reply.body)?.processing_mode === 'DISPATCH' ? 'DISPATCH_SOURCE' : 'CONVERSATION_SOURCE';
	return { ok: true, appId: app.id, path: pathIn(accountId, 'messages'), source };
}

/** The reason is one text here, which may be the code that a callback has. */
function reasonOf(value: unknown) {
	const reason = textOf(value) ?? '';
	return /^[A-Z_]+$/.test(reason) ? { code: reason } : reason;
}

/** A message as the callback of a message or of a delivery would have told it. */
function eventsOf(message: JsonObject, app_id: string): MessagingEvent[] {
	const {
		id = null,
		accept_time = null,
		channel_identity = null,
		contact_id = null,
		metadata = null,
	} = message;
	const envelope = { app_id, accepted_time: accept_time };
	const told = objectOf(message.message_status);
	const isOurs = message.direction === 'TO_CONTACT' || message.app_message !== undefined;
	const callback = isOurs
		? {
				...envelope,
				event_time: told?.event_time ?? null,
				message_delivery_report: {
					message_id: id,
					channel_identity,
					contact_id,
					metadata,
					// An app message without a status was accepted.
					status: textOf(told?.status) ?? 'QUEUED',
					reason: reasonOf(told?.reason),
				},
			}
		: { ...envelope, message };
	return parseWebhook(callback).map((event) => ({ ...event, raw: message }));
}

/** A person on a channel, as the API writes it. */
function identityOf(person: string, channel: string): string {
	const { identity } = rowOf(CHANNELS, channel) ?? {};
	if (identity === 'digits') return digitsOf(person);
	return identity === 'e164' ? (toE164(person) ?? person) : person;
}

export async function conversationMessages(
	context: OperationContext,
	{ channel, appId: given, from, to, after, before, limit, status, callbackData }: WantedMessages,
): Promise<OperationOutcome> {
	const place = await placeOf(context, given);
	if (!place.ok) return place;
	const { appId, path, source } = place;
	const person = from ?? to;
	const isChosenHere = status !== undefined || callbackData !== undefined;
	const isOurs = to !== undefined || isChosenHere;
	const query = compact({
		app_id: appId,
		messages_source: source,
		view: 'WITH_METADATA',
		channel: rowOf(CHANNELS, channel)?.name,
		channel_identity: person && identityOf(person, channel),
		direction: from === undefined ? (isOurs ? 'TO_CONTACT' : undefined) : 'TO_APP',
		start_time: after,
		end_time: before,
		page_size: String(isChosenHere || limit === undefined ? PAGE_SIZE : Math.min(limit, PAGE_SIZE)),
	});
	const page = (page_token?: string) =>
		request('GET', path, { query: { ...query, ...compact({ page_token }) } });
	const rows = tokenPage('messages', 'next_page_token');
	const read = (body: unknown) => {
		const { rows: found, next } = rows(body);
		const events = found.flatMap((row) => eventsOf(row, appId));
		return { rows: events.filter((event) => isWanted(event, { status, callbackData })), next };
	};
	return await listed(context, { request: page, read, limit }, (event) => [eventItem(event)]);
}

export async function conversationMessage(
	context: OperationContext,
	{ appId: given, messageId }: { appId?: string | undefined; messageId: string },
): Promise<OperationOutcome> {
	const place = await placeOf(context, given);
	if (!place.ok) return place;
	const { appId, path, source } = place;
	const asked = request('GET', `${path}/${pathPart(messageId)}`, { query: { messages_source: source } });
	return await itemsOf(context, asked, (body) =>
		isJsonObject(body) ? eventsOf(body, appId).map(eventItem) : undefined,
	);
}
