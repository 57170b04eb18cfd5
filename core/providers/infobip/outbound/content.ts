import type { ContentOf, OutgoingType } from '../../../messages';
import type { Result } from '../../../lib/result';

export type ContentResult = Result<{ content: object }>;

/** How one type of message is written. */
export interface Content<Type extends OutgoingType> {
	/** Below `/whatsapp/1/message/`. */
	path: string;
	write(message: ContentOf<Type>): ContentResult;
}

export type Contents<Type extends OutgoingType> = { [Each in Type]: Content<Each> };

export function written(content: object): ContentResult {
	return { ok: true, content };
}
