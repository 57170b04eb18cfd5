import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import type { Progress } from '../shared/delivery.ts';
import { digits } from '../shared/identifiers.ts';
import type { CustomerMessage, Written } from '../shared/inbound.ts';
import type { WhatsAppFailure, Category } from './failures.ts';
import type { Recipient } from './recipients.ts';

const ERROR_CODES = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';

export interface StatusReport {
	messageId: string;
	status: Progress;
	atMs: number;
	/** Absent where the address belongs to nobody. */
	customer: SandboxCustomer | undefined;
	/** Recipient of the request. */
	to: string;
	/** What `to` is: a phone number unless told otherwise. */
	recipient?: Recipient['kind'];
	/** What the message is billed as: a service message unless told otherwise. */
	category?: Category;
	isWindowOpen?: boolean;
	/** Of the group, where it went to one. */
	participants?: readonly SandboxCustomer[];
	callbackData?: string | undefined;
	failure?: WhatsAppFailure | undefined;
}

const seconds = (ms: number) => String(Math.floor(ms / 1_000));

function metadata(number: SandboxLine) {
	return { display_phone_number: digits(number.phoneNumber), phone_number_id: number.id };
}

function contact(customer: SandboxCustomer) {
	return {
		profile: { name: customer.name },
		wa_id: digits(customer.phoneNumber),
		user_id: customer.userId,
	};
}

/** The envelope around everything: one entry with one change (Meta, Webhooks overview). */
export function envelope(businessAccountId: string, field: string, value: unknown) {
	return {
		object: 'whatsapp_business_account',
		entry: [{ id: businessAccountId, changes: [{ value, field }] }],
	};
}

/** Value of an inbound message (Meta, Messages webhook; Business-scoped user IDs). */
export function inboundValue({ line, customer, message, id, at }: Written) {
	const quoted =
		message.replyToId === undefined
			? {}
			: { context: { from: digits(line.phoneNumber), id: message.replyToId } };
	return {
		messaging_product: 'whatsapp',
		metadata: metadata(line),
		contacts: [contact(customer)],
		messages: [
			{
				...quoted,
				from: digits(customer.phoneNumber),
				from_user_id: customer.userId,
				id,
				timestamp: seconds(at),
				...said(message),
			},
		],
	};
}

/** Type and contents of an inbound message. What a tap on a template's button sends differs from all other buttons. */
function said(message: CustomerMessage): Record<string, unknown> {
	if (message.type === 'text') return { text: { body: message.text }, type: 'text' };
	const { tapped, text } = message;
	switch (tapped.kind) {
		case 'templateButton':
			return { button: { payload: tapped.payload, text }, type: 'button' };
		case 'button': {
			const { id, title } = tapped;
			return { interactive: { type: 'button_reply', button_reply: { id, title } }, type: 'interactive' };
		}
		case 'row': {
			const { id, title, description } = tapped;
			const row = { id, title, ...(description === undefined ? {} : { description }) };
			return { interactive: { type: 'list_reply', list_reply: row }, type: 'interactive' };
		}
		case 'form': {
			const { name, answers } = tapped;
			const reply = { name, body: 'Sent', response_json: JSON.stringify(answers) };
			return { interactive: { type: 'nfm_reply', nfm_reply: reply }, type: 'interactive' };
		}
		case 'place':
			return { location: tapped.place, type: 'location' };
	}
}

/** Value of `user_preferences`: a person stops or resumes marketing in WhatsApp's own settings (Meta, user_preferences webhook). */
export function preferencesValue(line: SandboxLine, customer: SandboxCustomer, value: string, atMs: number) {
	return {
		messaging_product: 'whatsapp',
		metadata: metadata(line),
		contacts: [contact(customer)],
		user_preferences: [
			{
				wa_id: digits(customer.phoneNumber),
				user_id: customer.userId,
				detail: `User requested to ${value} marketing messages`,
				category: 'marketing_messages',
				value,
				timestamp: Math.floor(atMs / 1_000),
			},
		],
	};
}

/**
 * Value of a status (Meta, Status messages webhook, v24 and later: no `conversation`). `pricing` comes with `sent` and one of the
 * following; `contacts` is absent on `failed`, and so is the user id of a message that was sent to a phone number. Of a group there is
 * one status for each participant.
 */
export function statusValue(number: SandboxLine, report: StatusReport) {
	const { callbackData, customer, failure, participants = [], status, to } = report;
	const common = {
		id: report.messageId,
		status,
		timestamp: seconds(report.atMs),
		...(callbackData === undefined ? {} : { biz_opaque_callback_data: callbackData }),
		...(status === 'sent' || status === 'delivered' ? { pricing: pricing(report) } : {}),
		...(failure ? { errors: [statusError(failure)] } : {}),
	};
	return {
		messaging_product: 'whatsapp',
		metadata: metadata(number),
		...(customer && status !== 'failed' ? { contacts: [contact(customer)] } : {}),
		statuses:
			report.recipient === 'group'
				? participants.map((participant) => ({ ...common, ...inGroup(to, participant) }))
				: [{ ...common, ...toPerson(report) }],
	};
}

function toPerson({ customer, recipient, status, to }: StatusReport) {
	const toUserId = recipient === 'userId';
	const failed = status === 'failed';
	return {
		...(customer || !toUserId ? { recipient_id: digits(customer?.phoneNumber ?? to) } : {}),
		...(customer && !failed ? { recipient_user_id: customer.userId } : {}),
		...(failed && toUserId ? { recipient_user_id: to } : {}),
	};
}

function inGroup(groupId: string, participant: SandboxCustomer) {
	return {
		recipient_id: groupId,
		recipient_type: 'group',
		recipient_participant_id: digits(participant.phoneNumber),
		recipient_participant_user_id: participant.userId,
	};
}

/** Only templates are charged; those of the category utility are free inside the window (Meta, Pricing). */
function pricing({ category = 'SERVICE', isWindowOpen = false }: StatusReport) {
	const isFree = category === 'SERVICE' || (category === 'UTILITY' && isWindowOpen);
	return {
		billable: !isFree,
		pricing_model: 'PMP',
		type: isFree ? 'free_customer_service' : 'regular',
		category: category.toLowerCase(),
	};
}

function statusError(failure: WhatsAppFailure) {
	return {
		code: failure.code,
		title: failure.title,
		message: failure.title,
		error_data: { details: failure.details },
		href: ERROR_CODES,
	};
}
