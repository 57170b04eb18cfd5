import type { JsonObject } from '../../events';
import type { FieldProblem } from '../../messages';

/** A template filled in as the provider wants it, or the value that is at fault. */
export type TemplateContent = { ok: true; content: JsonObject } | FieldProblem;
