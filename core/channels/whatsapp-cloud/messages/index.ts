import type { z } from 'zod';
import { isJsonObject, rowOf, textOf } from '../../shared/json';
import type { BuildResult } from './envelope';
import type { MessageType } from './message-type';
import { textMessage, type textSchema } from './text';

export type { BuildResult, MessageRequest } from './envelope';
export { whatsAppCloudMessages } from './send';
export { parseSendResult, type SendResult } from './send-result';

/** A message as a node describes it. Further types join as members of this union. */
export type OutgoingMessage = z.input<typeof textSchema>;

const MESSAGE_TYPES: Readonly<Record<OutgoingMessage['type'], MessageType>> = {
	text: textMessage,
};

/**
 * The request that sends a message. The limits of WhatsApp are checked first, so that a message that cannot
 * be accepted costs no call.
 *
 * @returns the request, or the field that is at fault and a sentence about it; nothing throws
 */
export function buildMessage(message: OutgoingMessage): BuildResult;
export function buildMessage(message: unknown): BuildResult {
	const type = isJsonObject(message) ? textOf(message.type) : undefined;
	const builder = rowOf(MESSAGE_TYPES, type);
	if (builder !== undefined) return builder.build(message);
	return { ok: false, field: 'type', message: `There is no message type "${type ?? ''}"` };
}
