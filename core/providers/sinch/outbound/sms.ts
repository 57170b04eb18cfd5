import type { OutgoingMessage } from '../../../messages';
import type { ApiRequest } from '../../../http/api';
import { batchable, type BuildResult } from '../../../messages/sending';
import { compact } from '../../../lib/json';
import { beyondLimit } from '../../../messages/limits';
import { timeFromIso } from '../../../lib/time';
import { MAX_SMS_VALIDITY, SMS_LIMITS } from './limits';
import { readLink, readNumber, senderOf } from './part';
import { pathPart } from '../../../lib/url';
import { found, problem, type FieldProblem, type Reading } from '../../../lib/result';

/**
 * One report for every change of every recipient. Of the other modes `none` reports nothing, `summary` names nobody,
 * `full` comes once, when the last recipient is done, and `per_recipient_final` leaves out that the message was sent. Each
 * report names batch and recipient, which are the `messageId` and the `to` of the status event.
 */
const DELIVERY_REPORT = 'per_recipient';

/** A phone number, or the id of a group, whose members the API looks up itself. */
function readRecipient({ to, toGroupId }: OutgoingMessage): Reading<string> {
	return to === undefined && toGroupId !== undefined ? found(toGroupId) : readNumber(to);
}

interface Times {
	send_at?: string;
	expire_at?: string;
}

/** The API takes the end of the validity, not its length, so it has to be known when the validity begins. */
function readTimes({ sendAt, validityMinutes }: OutgoingMessage): Reading<Times> {
	const sent = timeFromIso(sendAt);
	if (sendAt !== undefined && sent === undefined) {
		return problem('sendAt', `The time of sending "${sendAt}" has to look like 2026-05-01T09:00:00+02:00`);
	}
	if (validityMinutes === undefined) return found(sent === undefined ? {} : { send_at: sent });
	if (validityMinutes > MAX_SMS_VALIDITY) {
		return problem('validityMinutes', `An SMS is valid for at most ${MAX_SMS_VALIDITY} minutes (3 days)`);
	}
	if (sent === undefined) {
		return problem(
			'sendAt',
			'With a validity the time of sending is needed, from which it counts: give the present time to send at once',
		);
	}
	const expiry = new Date(Date.parse(sent) + validityMinutes * 60_000).toISOString();
	return found({ send_at: sent, expire_at: expiry });
}

/** An SMS is a text, an MMS a file with or without a text. */
function readContent(message: OutgoingMessage, isMms: boolean): Reading<object> {
	if (!isMms) {
		return message.type === 'text'
			? found({ type: 'mt_text', body: message.text })
			: problem('type', 'An SMS is text only: send a text, or choose another channel');
	}
	switch (message.type) {
		case 'image':
		case 'video':
		case 'document': {
			const link = readLink(message.media, 'media');
			if (!link.ok) return link;
			return found({ type: 'mt_media', body: compact({ url: link.value, message: message.caption }) });
		}
		case 'audio': {
			const link = readLink(message.media, 'media');
			return link.ok ? found({ type: 'mt_media', body: { url: link.value } }) : link;
		}
		default:
			return problem('type', 'An MMS is an image, a video, a sound or a document: for text alone choose sms');
	}
}

function fallbackProblem({ fallback }: OutgoingMessage): FieldProblem | undefined {
	return fallback === undefined
		? undefined
		: problem(
				'fallback',
				'An SMS is what others fall back to: leave the fallback empty, or choose another channel',
			);
}

/**
 * A message for `POST /xms/v1/{plan}/batches`, which sends one text to many: all but the recipient has to be the same, the
 * callback data included. A group goes alone.
 */
export function buildSms(message: OutgoingMessage, servicePlanId: string): BuildResult {
	const isMms = message.channel?.toLowerCase() === 'mms';
	const complaint = beyondLimit(message, SMS_LIMITS) ?? fallbackProblem(message);
	if (complaint !== undefined) return complaint;
	const content = readContent(message, isMms);
	if (!content.ok) return content;
	const times = readTimes(message);
	if (!times.ok) return times;
	const recipient = readRecipient(message);
	if (!recipient.ok) return recipient;
	const settings = compact({
		from: senderOf(message),
		...content.value,
		delivery_report: DELIVERY_REPORT,
		...times.value,
		callback_url: message.reportUrl,
		client_reference: message.callbackData,
		flash_message: isMms ? undefined : message.flash,
	});
	const path = `/xms/v1/${pathPart(servicePlanId)}/batches`;
	const request: ApiRequest = { method: 'POST', base: 'sms', path };
	return message.to === undefined
		? { ok: true, request: { ...request, body: { to: [recipient.value], ...settings } } }
		: batchable(request, 'to', recipient.value, settings);
}
