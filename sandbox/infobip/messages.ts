import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SandboxLine } from '../settings.ts';
import { readBody, type Route } from '../shared/api.ts';
import type { Shown } from '../shared/delivery.ts';
import { digits } from '../shared/identifiers.ts';
import { smsParts } from '../shared/sms.ts';
import { badRequest, cannotBeProcessed } from './errors.ts';
import { FAILURES } from './faults.ts';
import { CallbackData, MessageId, NotifyUrl, Platform, text, UrlOptions } from './fields.ts';
import type { Outbox } from './outbox.ts';
import { SmsRequest } from './sms-request.ts';
import { STATUSES } from './statuses.ts';
import { fits, showTemplate, type TemplateMessage, TemplateRequest } from './template-request.ts';
import type { TemplateBook } from './templates.ts';
import { CONTENTS, WITHOUT_CONTENT } from './whatsapp-contents.ts';

/** What every message of WhatsApp but a template's has around its content. */
const Envelope = z.object({
	from: text(24),
	to: text(150),
	messageId: MessageId,
	callbackData: CallbackData,
	notifyUrl: NotifyUrl,
	urlOptions: UrlOptions,
	context: z.object({ replyToMessageId: text(200) }).optional(),
	...Platform,
});

type Envelope = z.output<typeof Envelope>;

/** Sending by SMS and WhatsApp. */
export class Messages {
	readonly #outbox: Outbox;
	readonly #templates: TemplateBook;

	constructor(outbox: Outbox, templates: TemplateBook) {
		this.#outbox = outbox;
		this.#templates = templates;
	}

	routes(): Route[] {
		const whatsApp = '/whatsapp/1/message';
		const contents = Object.entries(CONTENTS).map(([type, content]): Route => {
			const schema = Envelope.extend({ content });
			return {
				method: 'POST',
				path: `${whatsApp}/${type}`,
				isSend: true,
				run: ({ body }) => {
					const { content: shown, ...envelope } = readBody(schema, body, badRequest);
					return { status: 200, body: this.#sendContent(type, envelope, shown) };
				},
			};
		});
		const plain = Object.entries(WITHOUT_CONTENT).map(([type, shown]): Route => ({
			method: 'POST',
			path: `${whatsApp}/${type}`,
			isSend: true,
			run: ({ body }) => ({
				status: 200,
				body: this.#sendContent(type, readBody(Envelope, body, badRequest), shown),
			}),
		}));
		return [
			{
				method: 'POST',
				path: '/sms/3/messages',
				isSend: true,
				run: ({ body }) => ({
					status: 200,
					body: this.#sendSms(readBody(SmsRequest, body, cannotBeProcessed)),
				}),
			},
			{
				method: 'POST',
				path: `${whatsApp}/template`,
				isSend: true,
				run: ({ body }) => ({
					status: 200,
					body: this.#sendTemplates(readBody(TemplateRequest, body, badRequest)),
				}),
			},
			...contents,
			...plain,
		];
	}

	/** Every destination has a status of its own, which may be a refusal although the call succeeds. */
	#sendSms(request: SmsRequest) {
		const bulkId = request.options?.schedule?.bulkId ?? randomUUID();
		const messages = request.messages.flatMap((message) =>
			message.destinations.map(({ to, messageId }) => {
				const { sender, content, webhooks, options } = message;
				const { id, status } = this.#outbox.accept({
					line: this.#outbox.line('sms', sender),
					type: 'text',
					shown: { text: content.text },
					to,
					messageId,
					bulkId,
					text: content.text,
					callbackData: webhooks.callbackData,
					notifyUrl: webhooks.delivery.url,
					notify: webhooks.delivery.notify,
					intermediateReport: webhooks.delivery.intermediateReport,
					isTemplate: false,
					campaign: options?.campaignReferenceId,
					accepted: STATUSES.accepted,
					request: message,
				});
				const details = { messageCount: smsParts(content.text) };
				return { messageId: id, status, destination: digits(to), details };
			}),
		);
		return { bulkId, messages };
	}

	#sendContent(type: string, envelope: Envelope, shown: Shown) {
		const { from, to, messageId, callbackData, notifyUrl, context } = envelope;
		const { id, status } = this.#outbox.accept({
			line: this.#whatsAppLine(from, 'from'),
			type,
			shown: { ...shown, replyToId: context?.replyToMessageId },
			to,
			messageId,
			bulkId: '',
			text: shown.text,
			callbackData,
			notifyUrl,
			notify: true,
			intermediateReport: false,
			isTemplate: false,
			accepted: STATUSES.enroute,
			request: envelope,
		});
		return { to, messageCount: 1, messageId: id, status };
	}

	#sendTemplates({ messages, bulkId = randomUUID() }: z.output<typeof TemplateRequest>) {
		const lines = messages.map(({ from }, at) => this.#whatsAppLine(from, `messages[${at}].from`));
		const sent = messages.map((message, at) => this.#sendTemplate(message, lines[at], bulkId));
		return { messages: sent, bulkId };
	}

	/** A template that does not fit is found out after the acceptance, by WhatsApp. */
	#sendTemplate(message: TemplateMessage, line: SandboxLine | undefined, bulkId: string) {
		const { to, messageId, content, callbackData, notifyUrl, smsFailover } = message;
		const template = this.#templates.find(content.templateName, content.language);
		const isUsable = template?.status === 'APPROVED' && fits(template, content);
		const shown = isUsable ? showTemplate(template, content) : { text: `(${content.templateName})` };
		const { id, status } = this.#outbox.accept({
			line,
			type: 'template',
			shown,
			to,
			messageId,
			bulkId,
			text: shown.text,
			callbackData,
			notifyUrl,
			notify: true,
			intermediateReport: false,
			isTemplate: true,
			failure: isUsable ? undefined : FAILURES.invalidTemplate,
			smsFailover,
			accepted: STATUSES.enroute,
			request: message,
		});
		return { to, messageCount: 1, messageId: id, status };
	}

	#whatsAppLine(from: string, property: string): SandboxLine {
		const line = this.#outbox.line('whatsapp', from);
		if (!line) throw badRequest([{ property, words: 'sender is not registered' }]);
		return line;
	}
}
