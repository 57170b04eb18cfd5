import { z } from 'zod';
import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import { readBody, type Route } from '../shared/api.ts';
import type { Delivery, Outbound } from '../shared/delivery.ts';
import { digits } from '../shared/identifiers.ts';
import type { Ledger } from '../shared/ledger.ts';
import { LIMITS } from '../shared/options.ts';
import { smsParts } from '../shared/sms.ts';
import type { Stage } from '../shared/stage.ts';
import type { BlockList } from './block-list.ts';
import { badRequest, cannotBeProcessed } from './errors.ts';
import type { InfobipFailure, InfobipFaults } from './faults.ts';
import { newMessageId } from './payloads.ts';
import { type MessageStatus, STATUSES } from './statuses.ts';

const NOT_BLANK = 'must not be blank';
const Address = z.string({ required_error: 'must not be null' }).trim().min(1, NOT_BLANK);
const MessageId = z.string().max(200).optional();
const CallbackData = z.string().max(4000).optional();

/** `POST /sms/3/messages`, as far as texts go. */
const SmsRequest = z.object({
	messages: z
		.array(
			z.object({
				sender: z.string().optional(),
				destinations: z
					.array(z.object({ to: Address.pipe(z.string().max(64)), messageId: MessageId }))
					.min(1),
				content: z.object({ text: z.string().min(1, NOT_BLANK) }),
				webhooks: z
					.object({
						delivery: z
							.object({
								url: z.string().url().optional(),
								intermediateReport: z.boolean().default(false),
								notify: z.boolean().default(true),
							})
							.default({}),
						callbackData: CallbackData,
					})
					.default({}),
			}),
		)
		.min(1, 'must not be empty'),
	options: z.object({ schedule: z.object({ bulkId: z.string().max(100).optional() }).optional() }).optional(),
});

/** `POST /whatsapp/1/message/text` */
const WhatsAppRequest = z.object({
	from: Address.pipe(z.string().max(24)),
	to: Address.pipe(z.string().max(150)),
	messageId: MessageId,
	content: z.object({ text: z.string().min(1, NOT_BLANK).max(4096), previewUrl: z.boolean().optional() }),
	callbackData: CallbackData,
	notifyUrl: z.string().url().max(2048).optional(),
	context: z.object({ replyToMessageId: z.string() }).optional(),
});

/** A message on its way, with all that its reports tell. */
export interface InfobipOutbound extends Outbound {
	bulkId: string;
	text: string;
	callbackData: string | undefined;
	/** Where its reports go in place of the subscriptions' targets. */
	notifyUrl: string | undefined;
	notify: boolean;
	intermediateReport: boolean;
	sentAtMs: number;
}

interface Surroundings {
	stage: Stage;
	lines: readonly SandboxLine[];
	delivery: Delivery<InfobipOutbound, InfobipFailure>;
	faults: InfobipFaults;
	ledger: Ledger;
	blockList: BlockList;
}

type Wanted = Pick<
	InfobipOutbound,
	'text' | 'callbackData' | 'notifyUrl' | 'notify' | 'intermediateReport'
> & {
	line: SandboxLine | undefined;
	channel: SandboxLine['channel'];
	to: string;
	messageId: string | undefined;
	bulkId: string;
	replyToId?: string | undefined;
	/** Status of an accepted message. */
	accepted: MessageStatus;
	request: Record<string, unknown>;
};

/** Sending texts by SMS and WhatsApp. */
export class Messages {
	readonly #around: Surroundings;
	/** Message ids that were used: a second message with one is refused. */
	readonly #ids = new Set<string>();

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.#ids.clear();
	}

	routes(): Route[] {
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
				path: '/whatsapp/1/message/text',
				isSend: true,
				run: ({ body }) => ({
					status: 200,
					body: this.#sendWhatsApp(readBody(WhatsAppRequest, body, badRequest)),
				}),
			},
		];
	}

	/** Every destination has a status of its own, which may be a refusal although the call succeeds. */
	#sendSms(request: z.output<typeof SmsRequest>) {
		const bulkId = request.options?.schedule?.bulkId ?? newMessageId();
		const messages = request.messages.flatMap((message) =>
			message.destinations.map(({ to, messageId }) => {
				const { sender, content, webhooks } = message;
				const { id, status } = this.#accept({
					line: this.#line('sms', sender),
					channel: 'sms',
					to,
					messageId,
					bulkId,
					text: content.text,
					callbackData: webhooks.callbackData,
					notifyUrl: webhooks.delivery.url,
					notify: webhooks.delivery.notify,
					intermediateReport: webhooks.delivery.intermediateReport,
					accepted: STATUSES.accepted,
					request: message,
				});
				const details = { messageCount: smsParts(content.text) };
				return { messageId: id, status, destination: digits(to), details };
			}),
		);
		return { bulkId, messages };
	}

	#sendWhatsApp(request: z.output<typeof WhatsAppRequest>) {
		const { from, to, messageId, content, callbackData, notifyUrl, context } = request;
		const line = this.#line('whatsapp', from);
		if (!line) throw badRequest([{ property: 'from', words: 'sender is not registered' }]);
		const { id, status } = this.#accept({
			line,
			channel: 'whatsapp',
			to,
			messageId,
			bulkId: '',
			text: content.text,
			callbackData,
			notifyUrl,
			notify: true,
			intermediateReport: false,
			replyToId: context?.replyToMessageId,
			accepted: STATUSES.enroute,
			request,
		});
		return { to, messageCount: 1, messageId: id, status };
	}

	#line(channel: SandboxLine['channel'], sender: string | undefined): SandboxLine | undefined {
		const ofChannel = this.#around.lines.filter((line) => line.channel === channel);
		if (sender === undefined) return ofChannel[0];
		return ofChannel.find(({ phoneNumber }) => phoneNumber === `+${digits(sender)}`);
	}

	#accept(wanted: Wanted): { id: string; status: MessageStatus } {
		const { delivery, ledger, stage } = this.#around;
		const id = wanted.messageId ?? newMessageId();
		const { line, to, text, callbackData, replyToId } = wanted;
		const refusal = this.#refusal(wanted);
		if (!line || refusal) return { id, status: refusal ?? STATUSES.unknownSender };
		this.#remember(id);
		ledger.addAccepted({
			id,
			at: new Date(stage.now()).toISOString(),
			numberId: line.id,
			to,
			type: 'text',
			text,
			...(callbackData === undefined ? {} : { callbackData }),
			request: wanted.request,
		});
		const outbound = { ...wanted, id, line, customer: this.#customer(to), sentAtMs: stage.now() };
		delivery.dispatch(outbound, { text, replyToId });
		return { id, status: wanted.accepted };
	}

	/** Why Infobip rejects a destination at once. */
	#refusal({ line, to, messageId }: Wanted): MessageStatus | undefined {
		const { blockList, faults } = this.#around;
		if (faults.take('noCredits')) return STATUSES.noCredits;
		if (messageId !== undefined && this.#ids.has(messageId)) return STATUSES.duplicateId;
		return line && blockList.isBlocked(to, line.phoneNumber) ? STATUSES.blocked : undefined;
	}

	#remember(id: string): void {
		const oldest = this.#ids.values().next().value;
		if (this.#ids.size >= LIMITS.ledger && oldest !== undefined) this.#ids.delete(oldest);
		this.#ids.add(id);
	}

	/** WhatsApp takes a business-scoped user id as well. */
	#customer(to: string): SandboxCustomer | undefined {
		const { people } = this.#around.stage;
		return people.customerByUserId(to) ?? people.customer(to);
	}
}
