import type { z } from 'zod';
import type { JsonObject } from '../../../events';
import { buildRequest, type BuildResult, type Envelope } from './envelope';

/** How one type of message is checked and written. */
export interface MessageType {
	build(input: unknown): BuildResult;
}

/** @param toContent the members of the request that are the type's own: `type` and the object of its name */
export function messageType<Message extends Envelope>(
	schema: z.ZodType<Message, z.ZodTypeDef, unknown>,
	toContent: (message: Message) => JsonObject,
): MessageType {
	return {
		build(input) {
			const result = schema.safeParse(input);
			if (result.success) return buildRequest(result.data, toContent(result.data));
			const [issue] = result.error.issues;
			return {
				ok: false,
				field: issue?.path.join('.') || 'message',
				message: issue?.message ?? 'The message is not complete',
			};
		},
	};
}
