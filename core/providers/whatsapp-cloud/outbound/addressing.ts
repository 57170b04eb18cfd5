import type { Envelope } from '../../../messages';
import { toE164 } from '../../../lib/address';
import { checkLimits } from './check';
import { type Written } from './content';
import { CALLBACK_DATA } from './limits';
import { compact } from '../../../lib/json';
import { problem, type Result } from '../../../lib/result';

export function senderOf({ sender }: Envelope): Result<{ sender: string }> {
	if (sender === undefined) {
		return problem('sender', 'The sender is missing: choose the phone number to send from');
	}
	if (/^\d+$/.test(sender)) return { ok: true, sender };
	return problem(
		'sender',
		`The sender "${sender}" is no phone number ID, which is digits only and not the number itself`,
	);
}

/**
 * A phone number goes with `+`: without it Meta may put the country code of the business in front. Where a user ID is given
 * too, the phone number wins, as at Meta (Meta, Service messages; Business-scoped user IDs).
 */
function recipientOf({ to, toUserId, toGroupId }: Envelope): Written {
	if (to !== undefined) {
		const number = toE164(to);
		if (number !== undefined) return { ok: true, content: { recipient_type: 'individual', to: number } };
		return problem('to', `The recipient "${to}" is no phone number with country code, such as +16505551234`);
	}
	if (toUserId !== undefined) {
		return { ok: true, content: { recipient_type: 'individual', recipient: toUserId } };
	}
	if (toGroupId !== undefined) {
		return { ok: true, content: { recipient_type: 'group', to: toGroupId } };
	}
	return problem('to', 'The recipient is missing: a phone number, a user ID or a group is needed');
}

/**
 * A whole request out of the content of a message.
 *
 * @param replyToId the message that this one quotes
 */
export function addressed(envelope: Envelope, written: Written, replyToId: string | undefined): Written {
	const recipient = recipientOf(envelope);
	if (!recipient.ok) return recipient;
	const tooLong = checkLimits(envelope, [CALLBACK_DATA]);
	if (tooLong !== undefined) return tooLong;
	if (!written.ok) return written;
	const { callbackData } = envelope;
	return {
		ok: true,
		content: compact({
			messaging_product: 'whatsapp',
			...recipient.content,
			...written.content,
			...(replyToId !== undefined && { context: { message_id: replyToId } }),
			biz_opaque_callback_data: callbackData,
		}),
	};
}
