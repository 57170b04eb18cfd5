import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import type { Progress } from '../shared/delivery.ts';
import { digits } from '../shared/identifiers.ts';
import type { Written } from '../shared/inbound.ts';
import type { GraphFailure } from './errors.ts';

const ERROR_CODES = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';

export interface StatusReport {
	messageId: string;
	status: Progress;
	atMs: number;
	/** Absent where the address belongs to nobody. */
	customer: SandboxCustomer | undefined;
	/** Recipient of the request: a phone number, or a business-scoped user id. */
	to: string;
	callbackData?: string | undefined;
	failure?: GraphFailure | undefined;
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
				text: { body: message.text },
				type: message.type,
			},
		],
	};
}

/**
 * Value of a status (Meta, Status messages webhook, v24 and later: no `conversation`). `pricing` comes with `sent` and one of the
 * following; `contacts` is absent on `failed`, and so is the user id of a message that was sent to a phone number.
 */
export function statusValue(number: SandboxLine, report: StatusReport) {
	const { customer, failure } = report;
	const failed = report.status === 'failed';
	const toUserId = report.to.includes('.');
	const status = {
		id: report.messageId,
		status: report.status,
		timestamp: seconds(report.atMs),
		...(customer || !toUserId ? { recipient_id: digits(customer?.phoneNumber ?? report.to) } : {}),
		...(customer && !failed ? { recipient_user_id: customer.userId } : {}),
		...(failed && toUserId ? { recipient_user_id: report.to } : {}),
		...(report.callbackData === undefined ? {} : { biz_opaque_callback_data: report.callbackData }),
		...(report.status === 'sent' || report.status === 'delivered' ? { pricing: FREE_SERVICE } : {}),
		...(failure ? { errors: [statusError(failure)] } : {}),
	};
	return {
		messaging_product: 'whatsapp',
		metadata: metadata(number),
		...(customer && !failed ? { contacts: [contact(customer)] } : {}),
		statuses: [status],
	};
}

const FREE_SERVICE = {
	billable: false,
	pricing_model: 'PMP',
	type: 'free_customer_service',
	category: 'service',
};

function statusError(failure: GraphFailure) {
	return {
		code: failure.code,
		title: failure.title,
		message: failure.title,
		error_data: { details: failure.details },
		href: ERROR_CODES,
	};
}
