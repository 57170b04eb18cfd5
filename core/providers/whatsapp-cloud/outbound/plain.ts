import type { JsonObject } from '../../../events';
import type { ContentOf } from '../../../messages';
import { mediaOf, written, type Written } from './content';
import { compact } from '../../../lib/json';

export function textContent({ text, previewUrl }: ContentOf<'text'>): Written {
	return written('text', compact({ body: text, preview_url: previewUrl }));
}

export function captionedContent({ type, media, caption }: ContentOf<'image' | 'video'>): Written {
	return written(type, compact({ ...mediaOf(media), caption }));
}

export function documentContent({ media, caption, filename }: ContentOf<'document'>): Written {
	return written('document', compact({ ...mediaOf(media), caption, filename }));
}

export function mediaContent({ type, media }: ContentOf<'audio' | 'sticker'>): Written {
	return written(type, mediaOf(media));
}

/** A recording is an audio message with a mark; it has to be OGG with the Opus codec (Meta, Status messages webhook). */
export function voiceContent({ media }: ContentOf<'voice'>): Written {
	return written('audio', { ...mediaOf(media), voice: true });
}

export function locationContent({ latitude, longitude, name, address }: ContentOf<'location'>): Written {
	return written('location', compact({ latitude, longitude, name, address }));
}

/** An empty emoji takes the reaction back. */
export function reactionContent({ messageId, emoji = '' }: ContentOf<'reaction'>): Written {
	return written('reaction', { message_id: messageId, emoji });
}

/** Marks the person's message as read. WhatsApp shows typing only together with it, for 25 seconds at most. */
export function readReceiptBody({ messageId, typing }: ContentOf<'readReceipt'>): JsonObject {
	return {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: messageId,
		...(typing === true && { typing_indicator: { type: 'text' } }),
	};
}
