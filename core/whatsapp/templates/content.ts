import type { JsonObject } from '../../events';
import type { Result } from '../../lib/result';

/** A template filled in as the provider wants it, or the value that is at fault. */
export type TemplateContent = Result<{ content: JsonObject }>;
