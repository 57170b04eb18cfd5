import type { OutgoingMessage } from '../../../messages';
import { compact } from '../../../lib/json';
import { beyondLimit } from '../../../messages/limits';
import { batchable, type BuildResult } from '../../../messages/sending';
import { timeFromIso } from '../../../lib/time';
import { COMMON_LIMITS, MAX_SMS_VALIDITY, TRANSLITERATIONS } from './limits';
import { digitsOf } from '../../../lib/phone/address';
import { readRecipient, trackingProblem, urlOptions } from './part';
import { type FieldProblem, problem } from '../../../lib/result';

/** `undefined` for an object of which nothing is left. */
function filled(fields: object): object | undefined {
	const kept = compact(fields);
	return Object.keys(kept).length === 0 ? undefined : kept;
}

function settingsProblem(message: OutgoingMessage): FieldProblem | undefined {
	const { fallback, sendAt, transliteration, validityMinutes } = message;
	if (fallback !== undefined) {
		return problem(
			'fallback',
			'An SMS is what others fall back to: leave the fallback empty, or choose WhatsApp',
		);
	}
	if (sendAt !== undefined && timeFromIso(sendAt) === undefined) {
		return problem('sendAt', `The time of sending "${sendAt}" has to look like 2026-05-01T09:00:00+02:00`);
	}
	if (validityMinutes !== undefined && validityMinutes > MAX_SMS_VALIDITY) {
		return problem('validityMinutes', `An SMS is valid for at most ${MAX_SMS_VALIDITY} minutes (48 hours)`);
	}
	if (transliteration !== undefined && !TRANSLITERATIONS.has(transliteration)) {
		const known = [...TRANSLITERATIONS].join(', ');
		return problem('transliteration', `There is no transliteration "${transliteration}", only ${known}`);
	}
	return undefined;
}

/** Infobip's offset has no colon. */
function scheduleOf(sendAt: string | undefined) {
	const time = timeFromIso(sendAt);
	return time && { sendAt: time.replace('Z', '+0000') };
}

/** A message of `POST /sms/3/messages`. Time of sending and treatment of links count for a whole call. */
export function buildSms(message: OutgoingMessage): BuildResult {
	if (message.type !== 'text') {
		return problem('type', 'An SMS of Infobip is text only: send a text, or choose WhatsApp');
	}
	const complaint =
		beyondLimit(message, COMMON_LIMITS) ?? settingsProblem(message) ?? trackingProblem(message);
	if (complaint !== undefined) return complaint;
	const recipient = readRecipient(message, false);
	if (!recipient.ok) return recipient;
	const { sender, text, transliteration, validityMinutes, reportUrl } = message;
	const entry = compact({
		sender: sender && digitsOf(sender),
		destinations: [compact({ to: recipient.value, messageId: message.clientMessageId })],
		content: compact({ text, transliteration }),
		options: filled({
			platform: filled({ entityId: message.entityId, applicationId: message.applicationId }),
			validityPeriod: validityMinutes && { amount: validityMinutes, timeUnit: 'MINUTES' },
			campaignReferenceId: message.campaignId,
			regional: message.regional,
			flash: message.flash,
		}),
		webhooks: filled({
			delivery: reportUrl && { url: reportUrl },
			contentType: reportUrl && 'application/json',
			callbackData: message.callbackData,
		}),
	});
	const options = filled({ schedule: scheduleOf(message.sendAt), tracking: urlOptions(message) });
	return batchable({ method: 'POST', path: '/sms/3/messages' }, 'messages', entry, compact({ options }));
}
