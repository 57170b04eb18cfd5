import type { SandboxCustomer, SandboxLine, SinchAccount } from '../settings.ts';
import { digits, ulid } from '../shared/identifiers.ts';
import type { Written } from '../shared/inbound.ts';
import type { SinchFailure } from './faults.ts';
import type { ConversationOutbound } from './conversation.ts';
import type { SmsOutbound } from './batches.ts';

function time(atMs: number): string {
	return new Date(atMs).toISOString();
}

/** A text message that came in through the SMS API. */
export function moText({ id, line, customer, message, at }: Written) {
	return {
		type: 'mo_text',
		id,
		from: digits(customer.phoneNumber),
		to: digits(line.phoneNumber),
		body: message.text,
		operator_id: '310260',
		sent_at: time(at),
		received_at: time(at),
	};
}

/** What became of an SMS for one recipient (modes `per_recipient` and `per_recipient_final`). */
export function recipientReport(
	{ batchId, to, clientReference, line }: SmsOutbound,
	{ code, status, atMs }: { code: number; status: string; atMs: number },
) {
	return {
		type: 'recipient_delivery_report_sms',
		batch_id: batchId,
		recipient: digits(to),
		code,
		status,
		at: time(atMs),
		operator_status_at: time(atMs),
		applied_originator: digits(line.phoneNumber),
		...(clientReference === undefined ? {} : { client_reference: clientReference }),
	};
}

/** What became of a whole batch; recipients are named in mode `full` alone. */
export function batchReport(
	{ batchId, clientReference }: Pick<SmsOutbound, 'batchId' | 'clientReference'>,
	results: readonly { to: string; code: number; status: string }[],
	isFull: boolean,
) {
	const rows = Map.groupBy(results, ({ code, status }) => `${code} ${status}`);
	const statuses = [...rows.values()].map((row) => {
		const [{ code, status } = { code: 0, status: '' }] = row;
		const recipients = isFull ? { recipients: row.map(({ to }) => digits(to)) } : {};
		return { code, count: row.length, ...recipients, status };
	});
	return {
		type: 'delivery_report_sms',
		batch_id: batchId,
		statuses,
		total_message_count: results.length,
		...(clientReference === undefined ? {} : { client_reference: clientReference }),
	};
}

function envelope({ appId, projectId }: SinchAccount, atMs: number) {
	return { app_id: appId, accepted_time: time(atMs), event_time: time(atMs), project_id: projectId };
}

function channelIdentity(appId: string, line: SandboxLine, phoneNumber: string) {
	return { channel: line.channel.toUpperCase(), identity: digits(phoneNumber), app_id: appId };
}

/** MESSAGE_INBOUND. In the processing mode DISPATCH there are neither contacts nor conversations. */
export function messageInbound(account: SinchAccount, { id, line, customer, message, at }: Written) {
	const { text, replyToId } = message;
	return {
		...envelope(account, at),
		message: {
			id,
			direction: 'TO_APP' as const,
			contact_message: {
				text_message: { text },
				...(replyToId === undefined ? {} : { reply_to: { message_id: replyToId } }),
			},
			channel_identity: channelIdentity(account.appId, line, customer.phoneNumber),
			conversation_id: '',
			contact_id: '',
			metadata: '',
			accept_time: time(at),
			sender_id: digits(line.phoneNumber),
			processing_mode: 'DISPATCH',
			injected: false,
		},
		message_metadata: '',
	};
}

/** MESSAGE_DELIVERY */
export function messageDelivery(
	account: SinchAccount,
	{ id, line, to, customer, metadata, correlationId }: ConversationOutbound,
	{ status, failure, atMs }: { status: string; failure: SinchFailure | undefined; atMs: number },
) {
	return {
		...envelope(account, atMs),
		message_delivery_report: {
			message_id: id,
			conversation_id: '',
			status,
			channel_identity: channelIdentity(account.appId, line, customer?.phoneNumber ?? to),
			contact_id: '',
			...(failure ? { reason: failure.reason } : {}),
			metadata: metadata ?? '',
			processing_mode: 'DISPATCH',
		},
		message_metadata: metadata ?? '',
		...(correlationId === undefined ? {} : { correlation_id: correlationId }),
	};
}

/** OPT_OUT and OPT_IN, for a keyword that consent management knows. */
export function consentNotification(
	account: SinchAccount,
	action: 'OPT_IN' | 'OPT_OUT',
	{ line, customer, atMs }: { line: SandboxLine; customer: SandboxCustomer; atMs: number },
) {
	const notification = {
		request_id: ulid(atMs),
		contact_id: '',
		channel: line.channel.toUpperCase(),
		identity: digits(customer.phoneNumber),
		status: `${action}_SUCCEEDED`,
		processing_mode: 'DISPATCH',
	};
	return {
		...envelope(account, atMs),
		[action === 'OPT_IN' ? 'opt_in_notification' : 'opt_out_notification']: notification,
	};
}
