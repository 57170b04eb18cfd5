import type { ContentOf, OutgoingMessage } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import { readRecipient, single } from './part';
import { readWhatsAppSender } from './whatsapp';
import { pathPart } from '../../../lib/url';

/**
 * Marks a message as read. The typing indicator is an event of its own, which marks the person's latest message as read
 * along the way (Infobip OpenAPI 3.210.0, Send WhatsApp events).
 */
export function buildReadReceipt(message: OutgoingMessage & ContentOf<'readReceipt'>): BuildResult {
	const sender = readWhatsAppSender(message);
	if (!sender.ok) return sender;
	if (message.typing === true) {
		const recipient = readRecipient(message, true);
		if (!recipient.ok) return recipient;
		const event = {
			sender: sender.from,
			destinations: [{ to: recipient.value }],
			content: { type: 'TYPING_INDICATOR' },
		};
		return single('/whatsapp/1/events', { events: [event] });
	}
	const id = pathPart(message.messageId);
	return single(`/whatsapp/1/senders/${sender.from}/message/${id}/read`);
}
