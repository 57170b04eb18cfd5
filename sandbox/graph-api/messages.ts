import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import type { Delivery, Outbound } from '../shared/delivery.ts';
import { digits, whatsAppMessageId } from '../shared/identifiers.ts';
import type { Ledger } from '../shared/ledger.ts';
import type { People } from '../shared/people.ts';
import type { Stage } from '../shared/stage.ts';
import type { Directory } from './directory.ts';
import {
	type GraphFailure,
	GraphError,
	invalidParameter,
	invalidValue,
	missingValue,
	unknownObject,
	unsupportedMessageType,
} from './errors.ts';
import type { Operation } from './operations.ts';
import { check, isObject, type Parameters, type Rule, textAt, withoutSecrets } from './parameters.ts';

/** Message types of the Cloud API (Meta, Messages). Those without rules are known and not yet taken here. */
const MESSAGE_TYPES = [
	'audio',
	'contacts',
	'document',
	'image',
	'interactive',
	'location',
	'reaction',
	'sticker',
	'template',
	'text',
	'video',
];

const ENVELOPE: Rule[] = [
	{ path: ['recipient_type'], kind: 'choice', choices: ['individual', 'group'] },
	{ path: ['type'], kind: 'choice', choices: MESSAGE_TYPES },
	{ path: ['biz_opaque_callback_data'], kind: 'text', maxLength: 512 },
	{ path: ['context', 'message_id'], kind: 'text' },
];

/** Limits of each message type's own object (Meta, Messages; Service messages). */
const CONTENT: Partial<Record<string, Rule[]>> = {
	text: [
		{ path: ['text', 'body'], kind: 'text', required: true, maxLength: 4096 },
		{ path: ['text', 'preview_url'], kind: 'flag' },
	],
};

/** A business-scoped user id, also of a parent portfolio (Meta, Business-scoped user IDs). */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
const PHONE_NUMBER = /^\+?[\d\s().-]{5,25}$/;

/** A message on its way, with the reference that its statuses carry back. */
export interface GraphOutbound extends Outbound {
	callbackData: string | undefined;
}

interface Surroundings {
	stage: Stage;
	directory: Directory;
	delivery: Delivery<GraphOutbound, GraphFailure>;
	ledger: Ledger;
}

interface Recipient {
	/** As the caller wrote it. */
	to: string;
	customer: SandboxCustomer | undefined;
	answer: { input: string; wa_id?: string; user_id?: string };
}

/** `POST /{phone number}/messages`: sends a message, or marks one as read. */
export class Messages {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	operations(): Operation[] {
		return [
			{
				on: 'number',
				method: 'POST',
				edge: 'messages',
				isSend: true,
				run: ({ method, id, parameters }) => {
					const number = this.#around.directory.number(id);
					if (!number) throw unknownObject(method, id);
					requireProduct(parameters);
					return textAt(parameters, 'status') === undefined
						? this.#send(number, parameters)
						: this.#markAsRead(number, parameters);
				},
			},
		];
	}

	#send(number: SandboxLine, parameters: Parameters): unknown {
		const { delivery, ledger, stage } = this.#around;
		const recipient = readRecipient(number, parameters, stage.people);
		check(parameters, ENVELOPE);
		const type = textAt(parameters, 'type')?.toLowerCase() ?? 'text';
		const rules = CONTENT[type];
		if (!rules) throw unsupportedMessageType(type);
		if (!isObject(parameters[type])) throw missingValue(`Parameter ${type} is required`);
		check(parameters, rules);

		const { to, customer, answer } = recipient;
		const id = whatsAppMessageId(digits(customer?.phoneNumber ?? to), 'outbound');
		const text = textAt(parameters, 'text', 'body') ?? '';
		const callbackData = textAt(parameters, 'biz_opaque_callback_data');
		const replyToId = textAt(parameters, 'context', 'message_id');
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
		delivery.dispatch({ id, line: number, customer, to, callbackData }, { text, replyToId });
		return { messaging_product: 'whatsapp', contacts: [answer], messages: [{ id }] };
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

/**
 * Who is meant by `to`, or without it by `recipient`. Digits without a `+` are read as a WhatsApp id; Meta may put the business's
 * country code before them instead, which its documents warn of.
 */
function readRecipient(number: SandboxLine, parameters: Parameters, people: People): Recipient {
	const to = textAt(parameters, 'to');
	if (to !== undefined) {
		if (!PHONE_NUMBER.test(to)) throw invalidValue('Recipient phone number is not valid');
		if (digits(to) === digits(number.phoneNumber)) throw GraphError.of('recipientIsSender');
		return { to, customer: people.customer(to), answer: { input: to, wa_id: digits(to) } };
	}
	const userId = textAt(parameters, 'recipient');
	if (userId === undefined) throw invalidParameter('The parameter to is required.');
	if (!USER_ID.test(userId)) throw invalidValue('Recipient is not a valid user id');
	const customer = people.customerByUserId(userId);
	return { to: userId, customer, answer: { input: userId, user_id: userId } };
}
