import type { Envelope } from '../../../messages';
import { beyondLimit } from '../../../messages/limits';
import { readRecipientNumber } from '../../../lib/phone/address';
import { compact } from '../../../lib/json';
import { found, mapFound, problem, type Reading } from '../../../lib/result';

/** The ID of the phone number that sends. */
export function senderOf({ sender }: Envelope): Reading<string> {
	if (sender === undefined) {
		return problem('sender', 'The sender is missing: choose the phone number to send from');
	}
	if (/^\d+$/.test(sender)) return found(sender);
	return problem(
		'sender',
		`The sender "${sender}" is not a phone number ID, which is digits only and not the number itself`,
	);
}

/**
 * A phone number goes with `+`: without it Meta may put the country code of the business in front. Where a user ID is given
 * too, the phone number wins, as at Meta (Meta, Service messages; Business-scoped user IDs).
 */
function recipientOf({ to, toUserId, toGroupId }: Envelope): Reading<object> {
	if (to !== undefined) {
		return mapFound(readRecipientNumber(to), (number) => ({ recipient_type: 'individual', to: number }));
	}
	if (toUserId !== undefined) return found({ recipient_type: 'individual', recipient: toUserId });
	if (toGroupId !== undefined) return found({ recipient_type: 'group', to: toGroupId });
	return problem('to', 'The recipient is missing: a phone number, a user ID or a group is needed');
}

/**
 * The body of a request, made of the content of a message.
 *
 * The callback data comes back with each status, and has 512 characters at most (pywa, biz_opaque_callback_data).
 *
 * @param replyToId the message that this one quotes
 */
export function addressed(envelope: Envelope, content: Reading<object>, replyToId?: string): Reading<object> {
	const recipient = recipientOf(envelope);
	if (!recipient.ok) return recipient;
	const tooLong = beyondLimit(envelope, [['callbackData', 'The callback data', 512]]);
	if (tooLong !== undefined) return tooLong;
	if (!content.ok) return content;
	return found(
		compact({
			messaging_product: 'whatsapp',
			...recipient.value,
			...content.value,
			recipient_identity_key_hash: envelope.identityHash,
			context: replyToId === undefined ? undefined : { message_id: replyToId },
			biz_opaque_callback_data: envelope.callbackData,
		}),
	);
}
