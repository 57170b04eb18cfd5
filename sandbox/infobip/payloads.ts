import type { SandboxCustomer } from '../settings.ts';
import { digits, randomDigits } from '../shared/identifiers.ts';
import type { Written } from '../shared/inbound.ts';
import { smsParts } from '../shared/sms.ts';
import type { InfobipOutbound } from './outbox.ts';
import { ERRORS, type MessageError, type MessageStatus } from './statuses.ts';
import type { Template } from './templates.ts';

const FREE = { pricePerMessage: 0, currency: 'EUR' };
export const PRICE = { pricePerMessage: 0.01, currency: 'EUR' };

/** `2019-11-09T16:00:00.000+0000`: Infobip writes the offset without a colon. */
export function infobipTime(atMs: number): string {
	return new Date(atMs).toISOString().replace('Z', '+0000');
}

function contact({ name, phoneNumber, userId }: SandboxCustomer) {
	return { name, phoneNumber: digits(phoneNumber), userId };
}

function batchOfOne(result: object) {
	return { results: [result], messageCount: 1, pendingMessageCount: 0 };
}

/** A text message that came in, in the format MO_JSON_2. `keyword` and `cleanText` follow the number's configuration. */
export function smsInbound({ id, line, customer, message, at }: Written, keyword: string | undefined) {
	const { text } = message;
	return batchOfOne({
		messageId: id,
		from: digits(customer.phoneNumber),
		to: digits(line.phoneNumber),
		text,
		cleanText: keyword === undefined ? text : text.trim().slice(keyword.length).trim(),
		...(keyword === undefined ? {} : { keyword }),
		receivedAt: infobipTime(at),
		smsCount: smsParts(text),
		price: FREE,
	});
}

/** A WhatsApp message that came in, in the format MO_OTT_CONTACT. */
export function whatsAppInbound({ id, line, customer, message, at }: Written) {
	const { text, replyToId } = message;
	const context =
		replyToId === undefined ? {} : { context: { from: digits(line.phoneNumber), id: replyToId } };
	return batchOfOne({
		from: digits(customer.phoneNumber),
		to: digits(line.phoneNumber),
		integrationType: 'WHATSAPP',
		receivedAt: infobipTime(at),
		messageId: id,
		message: { text, type: 'TEXT', ...context },
		price: FREE,
		contact: contact(customer),
	});
}

interface Report {
	status: MessageStatus;
	error?: MessageError | undefined;
	atMs: number;
}

/** A delivery report, version 3. WhatsApp's has a contact instead of a sender, and neither names its channel. */
export function deliveryReport(outbound: InfobipOutbound, { status, error = ERRORS.none, atMs }: Report) {
	const { id, line, customer, to, bulkId, callbackData, sentAtMs, text } = outbound;
	const common = {
		price: PRICE,
		status,
		error,
		messageId: id,
		sentAt: infobipTime(sentAtMs),
		doneAt: infobipTime(atMs),
		...(callbackData === undefined ? {} : { callbackData }),
	};
	const result =
		line.channel === 'sms'
			? {
					bulkId,
					...common,
					to: digits(to),
					sender: digits(line.phoneNumber),
					messageCount: smsParts(text),
				}
			: {
					bulkId: '',
					...common,
					to: customer ? digits(customer.phoneNumber) : to,
					messageCount: 1,
					...(customer ? { contact: contact(customer) } : {}),
				};
	return { results: [result] };
}

/** A seen report. The directions of `from` and `to` are those of the example in Infobip's OpenAPI, whose words say otherwise. */
export function seenReport({ id, line, to, customer, sentAtMs }: InfobipOutbound, atMs: number) {
	return {
		results: [
			{
				messageId: id,
				from: digits(line.phoneNumber),
				to: customer ? digits(customer.phoneNumber) : to,
				sentAt: infobipTime(sentAtMs),
				seenAt: infobipTime(atMs),
				...(customer ? { contact: contact(customer) } : {}),
			},
		],
	};
}

/** Somebody came onto the block list, or off it, by writing a keyword. */
export function blockListEvent(
	event: 'BLOCK' | 'UNBLOCK',
	{ id, line, customer, at }: Written,
	everySender: boolean,
) {
	return {
		results: [
			{
				event,
				receivedAt: infobipTime(at),
				messageId: randomDigits(19),
				content: {
					...(everySender ? {} : { sender: digits(line.phoneNumber) }),
					destination: digits(customer.phoneNumber),
					sourceType: 'MO',
					inboundMessageReference: { inboundMessageId: id },
				},
			},
		],
	};
}

/** Somebody stopped or resumed marketing messages in WhatsApp's own settings. The outer `from` is the business. */
export function marketingPreference(
	business: string,
	customer: SandboxCustomer,
	preference: 'stop' | 'resume',
	atMs: number,
) {
	const sender = digits(business);
	return {
		from: sender,
		content: {
			sender,
			from: digits(customer.phoneNumber),
			notificationMessagesStatus: preference,
			description: `User requested to ${preference} marketing messages`,
		},
		createdAt: infobipTime(atMs),
	};
}

/** A template was approved or refused. */
export function templateUpdate(
	{ id, name, language, status, platform }: Template,
	reason: string,
	atMs: number,
) {
	return {
		messageTemplateId: id,
		messageTemplateName: name,
		messageTemplateLanguage: language,
		timestamp: infobipTime(atMs),
		change: { type: 'TEMPLATE_STATUS_UPDATE', newStatus: status, reason },
		...platform,
	};
}
