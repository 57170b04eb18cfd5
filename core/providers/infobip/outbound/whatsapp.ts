import type { ContentOf, OutgoingMessage, OutgoingType } from '../../../messages';
import { write, type Writers } from '../../../messages/writing';
import { compact } from '../../../lib/json';
import { mapFound, problem, type FieldProblem, type Result } from '../../../lib/result';
import { beyondLimit, membersAt } from '../../../messages/limits';
import { batchable, type BuildResult } from '../../../messages/sending';
import { INTERACTIVE } from './interactive';
import { limitsOf } from './limits';
import { digitsOf, toE164 } from '../../../lib/phone/address';
import { readRecipient, single, trackingProblem, urlOptions } from './part';
import { PLAIN, type WhatsAppContent } from './plain';
import { templateContent } from './template';

type WrittenType = Exclude<OutgoingType, 'readReceipt'>;

function missing(what: string, instead: string) {
	return () => problem('type', `Infobip's API sends no ${what}: ${instead}`);
}

const WRITERS: Writers<WrittenType, WhatsAppContent> = {
	...PLAIN,
	...INTERACTIVE,
	template: (message) => mapFound(templateContent(message), (content) => ({ path: 'template', content })),
	reaction: missing('reactions', 'answer with a text'),
	addressRequest: missing('address forms', 'ask for the address in a text or a flow'),
	catalogue: missing('whole catalogues', 'send a list of products'),
};

/** Endpoints that do nothing about links. */
const WITHOUT_URL_OPTIONS: ReadonlySet<OutgoingType> = new Set<OutgoingType>([
	'audio',
	'voice',
	'sticker',
	'location',
	'contacts',
]);

const MEDIA = ['media', 'header.media', 'cards.*.header.media'];

/** Infobip fetches every file itself. */
function mediaProblem(message: OutgoingMessage): FieldProblem | undefined {
	for (const [field, id] of MEDIA.flatMap((path) => membersAt(message, `${path}.id`))) {
		if (id !== undefined) {
			return problem(field, 'Infobip fetches media from a link: give a public link in place of the media ID');
		}
	}
	return undefined;
}

/** A problem with a setting that Infobip ignores, so that the message would go out at another time or not at all. */
function settingsProblem({ type, fallback, sendAt, validityMinutes, replyToId }: OutgoingMessage) {
	if (sendAt !== undefined) {
		return problem(
			'sendAt',
			'Infobip schedules SMS only: leave the time of sending empty and let the workflow wait before it sends',
		);
	}
	if (validityMinutes !== undefined) {
		return problem('validityMinutes', 'Infobip has a validity for SMS only: leave it empty');
	}
	if (type === 'callButton' && replyToId !== undefined) {
		return problem('replyToId', 'Infobip quotes no message above a call button: leave it empty');
	}
	if (fallback === undefined) return undefined;
	if (type !== 'template') {
		return problem(
			'fallback',
			'Infobip falls back to SMS from WhatsApp templates only: leave the fallback empty, or send a template',
		);
	}
	return fallback.sender === undefined
		? problem('fallback.sender', 'The sender of the SMS is missing: Infobip asks for one')
		: undefined;
}

type Sender = Result<{ from: string }>;

/** The sender is a registered number. */
export function readWhatsAppSender({ sender }: OutgoingMessage): Sender {
	if (sender === undefined) {
		return problem('sender', 'The sender is missing: choose the WhatsApp number to send from');
	}
	const number = toE164(sender);
	if (number !== undefined) return { ok: true, from: number.slice(1) };
	return problem(
		'sender',
		`The sender "${sender}" is not a phone number with country code, such as +447860099299`,
	);
}

/** A message of `POST /whatsapp/1/message/…`. All but templates go alone. */
export function buildWhatsApp(message: OutgoingMessage & ContentOf<WrittenType>): BuildResult {
	const { type, fallback } = message;
	const complaint =
		beyondLimit(message, limitsOf(type)) ??
		mediaProblem(message) ??
		settingsProblem(message) ??
		trackingProblem(message);
	if (complaint !== undefined) return complaint;
	const written = write(WRITERS, type, message);
	if (!written.ok) return written;
	const sender = readWhatsAppSender(message);
	if (!sender.ok) return sender;
	const recipient = readRecipient(message, true);
	if (!recipient.ok) return recipient;
	const path = `/whatsapp/1/message/${written.value.path}`;
	const entry = compact({
		from: sender.from,
		to: recipient.value,
		messageId: message.clientMessageId,
		content: written.value.content,
		callbackData: message.callbackData,
		notifyUrl: message.reportUrl,
		urlOptions: WITHOUT_URL_OPTIONS.has(type) ? undefined : urlOptions(message),
		smsFailover: fallback?.sender && { from: digitsOf(fallback.sender), text: fallback.text },
		entityId: message.entityId,
		applicationId: message.applicationId,
		context: message.replyToId && { replyToMessageId: message.replyToId },
	});
	return type === 'template' ? batchable({ method: 'POST', path }, 'messages', entry) : single(path, entry);
}
