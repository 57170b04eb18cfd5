import type { SandboxLine } from '../settings.ts';
import type { Delivery } from '../shared/delivery.ts';
import { digits, whatsAppMessageId } from '../shared/identifiers.ts';
import type { Ledger } from '../shared/ledger.ts';
import type { Stage } from '../shared/stage.ts';
import { adminError } from './administration/errors.ts';
import type { Directory } from './directory.ts';
import { GraphError, invalidParameter, invalidValue, unknownObject } from './errors.ts';
import type { Category, WhatsAppFailure, WhatsAppOutbound } from './failures.ts';
import { Attachments, type MediaShelf } from './media.ts';
import { COMPOSE, type Composed } from './message-types.ts';
import type { GraphCall, Operation } from './operations.ts';
import { isObject, type Parameters, textAt, withoutSecrets } from './parameters.ts';
import type { Rates } from './rates.ts';
import { readRecipient, type Recipient } from './recipients.ts';
import { check, type Rule } from './requirements.ts';
import type { Rules } from './rules.ts';
import { composeTemplate } from './template-send.ts';
import type { Templates } from './templates.ts';

const ENVELOPE: readonly Rule[] = [
	{ path: ['recipient_type'], kind: 'choice', choices: ['individual', 'group'] },
	{ path: ['type'], kind: 'choice', choices: [...Object.keys(COMPOSE), 'reaction', 'template'].sort() },
	{ path: ['biz_opaque_callback_data'], kind: 'text', maxLength: 512 },
	{ path: ['context', 'message_id'], kind: 'text' },
];

/** Of the Marketing Messages API alone (Meta, Send marketing messages). */
const MARKETING_ENVELOPE: readonly Rule[] = [
	{ path: ['product_policy'], kind: 'choice', choices: ['cloud_api_fallback', 'strict'] },
	{ path: ['message_activity_sharing'], kind: 'flag' },
];

interface Surroundings {
	stage: Stage;
	directory: Directory;
	delivery: Delivery<WhatsAppOutbound, WhatsAppFailure>;
	ledger: Ledger;
	shelf: MediaShelf;
	templates: Templates;
	rates: Rates;
	rules: Rules;
}

/** What is to be sent, when all of it is found to be right. */
interface Draft extends Composed {
	type: string;
	category: Category;
	hasWrongMedia: boolean;
	/** The message that is reacted to. */
	reactsTo?: string;
	/** Of its template. */
	hasMaxPrice?: boolean;
}

/** `POST /{phone number}/messages` and `/marketing_messages`: sends a message, or marks one as read. */
export class Messages {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	operations(): Operation[] {
		const ofNumber = { on: 'number', method: 'POST', isSend: true } as const;
		return [
			{
				...ofNumber,
				edge: 'messages',
				run: (call) => {
					const number = this.#number(call);
					return textAt(call.parameters, 'status') === undefined
						? this.#send(number, call)
						: this.#markAsRead(number, call.parameters);
				},
			},
			{ ...ofNumber, edge: 'marketing_messages', run: (call) => this.#sendMarketing(call) },
		];
	}

	#number({ method, id, parameters }: GraphCall): SandboxLine {
		const number = this.#around.directory.number(id);
		if (!number) throw unknownObject(method, id);
		requireProduct(parameters);
		const record = this.#around.directory.record(id);
		if (record?.platform !== 'CLOUD_API') throw adminError('notRegistered');
		if (record.standing === 'BANNED') throw adminError('accountLocked');
		return number;
	}

	#sendMarketing(call: GraphCall): unknown {
		const number = this.#number(call);
		const { parameters } = call;
		check(parameters, MARKETING_ENVELOPE);
		return this.#send(number, call, ({ category }) => {
			if (category !== 'MARKETING') throw GraphError.of('onlyMarketing');
		});
	}

	#send(
		number: SandboxLine,
		{ parameters, receivedAt }: GraphCall,
		approve = (draft: Draft) => {
			const { marketingOnMessages } = this.#around.rules.values;
			if (draft.hasMaxPrice === true) throw GraphError.of('priceElsewhere');
			if (draft.category === 'MARKETING' && !marketingOnMessages) throw GraphError.of('marketingElsewhere');
		},
	): unknown {
		const { stage, rates } = this.#around;
		const recipient = readRecipient(number, parameters, stage.people);
		const isTestNumber = this.#around.directory.record(number.id)?.mode === 'SANDBOX';
		if (isTestNumber && !recipient.customer) throw adminError('notOnTestList');
		check(parameters, ENVELOPE);
		const draft = this.#compose(number, parameters);
		if (draft.category === 'AUTHENTICATION' && recipient.kind === 'userId') {
			throw GraphError.of('userIdNotAllowed');
		}
		approve(draft);
		const refusal = rates.take(number.id, personOf(recipient), receivedAt);
		if (refusal) throw GraphError.of(refusal);
		return this.#accept(number, recipient, draft, parameters);
	}

	#compose(number: SandboxLine, parameters: Parameters): Draft {
		const { shelf, templates, stage } = this.#around;
		const attachments = new Attachments(shelf);
		const type = textAt(parameters, 'type')?.toLowerCase() ?? 'text';
		const draft = (composed: Composed, category: Category = 'SERVICE'): Draft => {
			const { text, content } = composed;
			const { hasWrongType: hasWrongMedia } = attachments;
			return { type, text, ...(content ? { content } : {}), category, hasWrongMedia };
		};
		if (type === 'reaction')
			return { ...draft(this.#reaction(number, parameters)), ...reactionOf(parameters) };
		if (type === 'template') {
			const composed = composeTemplate(parameters, { templates, attachments, now: stage.now() });
			const { category, optimization_spec } = composed.template;
			return { ...draft(composed, category), hasMaxPrice: optimization_spec !== undefined };
		}
		const compose = COMPOSE[type];
		if (!compose) throw invalidParameter(`Param type is not valid: ${type}`);
		return draft(compose(parameters, attachments));
	}

	/** An empty emoji takes the reaction away. */
	#reaction(number: SandboxLine, parameters: Parameters): Composed {
		check(parameters, [
			{ path: ['reaction'], kind: 'object', required: true },
			{ path: ['reaction', 'message_id'], kind: 'text', required: true },
			{ path: ['reaction', 'emoji'], kind: 'text', maxLength: 12 },
		]);
		const target = this.#around.stage.conversations.message(reactionOf(parameters).reactsTo);
		if (target?.numberId !== number.id) throw invalidValue('Message ID is not valid');
		return { text: textAt(parameters, 'reaction', 'emoji') ?? '' };
	}

	#accept(number: SandboxLine, recipient: Recipient, draft: Draft, parameters: Parameters): unknown {
		const { delivery, ledger, stage } = this.#around;
		const { to, customer, contacts, kind } = recipient;
		const { type, text, content, category, hasWrongMedia, reactsTo } = draft;
		const id = whatsAppMessageId(digits(customer?.phoneNumber ?? to), 'outbound');
		const callbackData = textAt(parameters, 'biz_opaque_callback_data');
		ledger.addAccepted({
			id,
			at: new Date(stage.now()).toISOString(),
			numberId: number.id,
			to,
			type,
			text,
			...(callbackData === undefined ? {} : { callbackData }),
			request: withoutSecrets(parameters),
		});
		const outbound = {
			id,
			line: number,
			customer,
			to,
			callbackData,
			recipient: kind,
			category,
			hasWrongMedia,
		};
		if (reactsTo !== undefined) {
			this.#react(reactsTo, text);
			delivery.dispatch({ ...outbound, endsSent: true }, undefined);
		} else {
			const replyToId = textAt(parameters, 'context', 'message_id');
			delivery.dispatch(outbound, this.#isShown(recipient) ? { text, content, replyToId } : undefined);
		}
		return {
			messaging_product: 'whatsapp',
			...(contacts ? { contacts } : {}),
			messages: [
				{
					id,
					...(kind === 'group' ? { group_id: to } : {}),
					...(type === 'template' ? { message_status: 'accepted' } : {}),
				},
			],
		};
	}

	/** Strangers and groups have no phone here. */
	#isShown({ customer, kind }: Recipient): boolean {
		const { strangersReachable } = this.#around.rules.values;
		return customer !== undefined || (kind !== 'group' && !strangersReachable);
	}

	#react(messageId: string, emoji: string): void {
		const { conversations } = this.#around.stage;
		const target = conversations.message(messageId);
		if (target) conversations.update(target, { reaction: emoji });
	}

	/** Marks the message and all earlier ones as read; the typing indicator comes only together with it. */
	#markAsRead(number: SandboxLine, parameters: Parameters): unknown {
		const { conversations } = this.#around.stage;
		check(parameters, [
			{ path: ['status'], kind: 'choice', choices: ['read'] },
			{ path: ['message_id'], kind: 'text', required: true },
			{ path: ['typing_indicator', 'type'], kind: 'choice', choices: ['text'] },
		]);
		const read = conversations.message(textAt(parameters, 'message_id') ?? '');
		if (read?.sender !== 'customer' || read.numberId !== number.id) {
			throw invalidValue('Message ID is not valid');
		}
		for (const message of conversations.messages(number.id, read.customer)) {
			const unread = message.sender === 'customer' && message.status === 'delivered';
			if (unread || message === read) conversations.update(message, { status: 'read' });
			if (message === read) break;
		}
		if (isObject(parameters.typing_indicator)) conversations.showTyping(number.id, read.customer);
		return { success: true };
	}
}

function requireProduct(parameters: Parameters): void {
	const product = parameters.messaging_product;
	if (product === undefined || product === null || product === '') {
		throw invalidParameter('The parameter messaging_product is required.');
	}
	check(parameters, [{ path: ['messaging_product'], kind: 'choice', choices: ['whatsapp'] }]);
}

function reactionOf(parameters: Parameters): { reactsTo: string } {
	return { reactsTo: textAt(parameters, 'reaction', 'message_id') ?? '' };
}

/** One person however addressed, so far as this world knows them. */
function personOf({ customer, to, kind }: Recipient): string {
	return kind === 'phone' || customer ? digits(customer?.phoneNumber ?? to) : to;
}
