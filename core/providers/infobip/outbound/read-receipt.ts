import type { ContentOf, OutgoingMessage } from '../../../messages';
import { readRecipient, type PartResult } from './part';
import { readWhatsAppSender } from './whatsapp';
import { pathPart } from '../../../lib/url';

/**
 * Marks a message as read. The typing indicator is an event of its own, which marks the person's latest message as read
 * along the way (Infobip OpenAPI 3.210.0, Send WhatsApp events).
 */
export function readReceiptPart(message: OutgoingMessage & ContentOf<'readReceipt'>): PartResult {
	const sender = readWhatsAppSender(message);
	if (!sender.ok) return sender;
	if (message.typing === true) {
		const recipient = readRecipient(message, true);
		if (!recipient.ok) return recipient;
		const event = {
			sender: sender.from,
			destinations: [{ to: recipient.to }],
			content: { type: 'TYPING_INDICATOR' },
		};
		return { ok: true, path: '/whatsapp/1/events', entry: { events: [event] } };
	}
	const id = pathPart(message.messageId);
	return { ok: true, path: `/whatsapp/1/senders/${sender.from}/message/${id}/read` };
}
