import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { toE164 } from '../../shared/address';
import { textOf } from '../../shared/json';
import { isUserId } from '../../shared/user-id';

/** Characters that come back with each status (pywa, biz_opaque_callback_data). */
export const MAX_CALLBACK_DATA = 512;

const optionalText = (complaint: string) =>
	z.string({ invalid_type_error: complaint }).optional().transform(textOf);

/** What every message has around its content. */
export const envelopeFields = {
	senderId: z
		.string({
			required_error: 'The sender is missing',
			invalid_type_error: 'The sender has to be a phone number id',
		})
		.regex(/^\d+$/, 'The sender has to be a phone number id, which is digits only, not the number itself'),
	to: optionalText('The recipient has to be a phone number'),
	toUserId: optionalText('The user id of the recipient has to be text').refine(
		(userId) => userId === undefined || isUserId(userId),
		'The user id of the recipient has to look like US.13491208655302741918',
	),
	replyToId: optionalText('The id of the message to reply to has to be text'),
	callbackData: optionalText('The callback data has to be text').refine(
		(data) => data === undefined || data.length <= MAX_CALLBACK_DATA,
		`The callback data is longer than ${MAX_CALLBACK_DATA} characters`,
	),
};

export type Envelope = z.output<z.ZodObject<typeof envelopeFields>>;

type Recipient = { ok: true; fields: JsonObject } | { ok: false; field: string; message: string };

/**
 * The phone number goes with `+`: without it Meta may put the country code of the business in front. Where
 * both are given the phone number wins, as at Meta (Meta, Service messages; Business-scoped user IDs).
 */
function readRecipient({ to, toUserId }: Envelope): Recipient {
	if (to !== undefined) {
		const number = toE164(to);
		if (number !== undefined) return { ok: true, fields: { to: number } };
		const message = `The recipient "${to}" is no phone number with country code, such as +16505551234`;
		return { ok: false, field: 'to', message };
	}
	if (toUserId !== undefined) return { ok: true, fields: { recipient: toUserId } };
	return {
		ok: false,
		field: 'to',
		message: 'The recipient is missing: a phone number or a user id is needed',
	};
}

/** A request for n8n to send, relative to the Graph API's base URL and version. */
export interface MessageRequest {
	path: string;
	body: JsonObject;
}

export type BuildResult =
	| { ok: true; request: MessageRequest }
	| {
			ok: false;
			/** The member of the input that is at fault. */
			field: string;
			/** A sentence for the person who filled it in. */
			message: string;
	  };

export function buildRequest(envelope: Envelope, content: JsonObject): BuildResult {
	const recipient = readRecipient(envelope);
	if (!recipient.ok) return recipient;
	const { senderId, replyToId, callbackData } = envelope;
	return {
		ok: true,
		request: {
			path: `/${senderId}/messages`,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				...recipient.fields,
				...content,
				...(replyToId !== undefined && { context: { message_id: replyToId } }),
				...(callbackData !== undefined && { biz_opaque_callback_data: callbackData }),
			},
		},
	};
}
