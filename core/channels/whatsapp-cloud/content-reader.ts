import type { z } from 'zod';
import type { MessageEvent } from '../../events';

/** What a message says, apart from who says it and when. */
export type Content = Pick<
	MessageEvent,
	'type' | 'text' | 'payload' | 'media' | 'location' | 'contacts' | 'order' | 'replyToId'
>;

/** Reads the object that stands under the name of the message's type; `undefined` where it is missing or malformed. */
export type ContentReader = (content: unknown) => Content | undefined;

export function contentReader<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	read: (content: Output) => Content,
): ContentReader {
	return (content) => {
		const result = schema.safeParse(content);
		return result.success ? read(result.data) : undefined;
	};
}
