import type { ContentOf, FieldProblem, OutgoingType } from '../../../messages';

export type ContentResult = { ok: true; content: object } | FieldProblem;

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
