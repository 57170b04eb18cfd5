import type { MessageTemplate } from './template';
import { compact } from '../../lib/json';
import { blanksOf } from './blanks';
import type { TemplateDefinition } from './definition';
import { previewOf } from './preview';
import type { TemplateRules } from './rules';

/** What a provider's list says of a template besides its definition. */
export interface TemplateFacts {
	id: string;
	name: string;
	language: string;
	category?: string;
	status?: string;
	quality?: string;
}

/** WhatsApp refuses a template in any other state (Meta, Template fundamentals). */
const SENDABLE = 'approved';

/**
 * A template as nodes see it.
 *
 * The list shows a template for one-time passwords with its texts and its button of type URL, whose blanks take the same
 * code: the category tells it apart (Meta, Authentication templates).
 */
export function toMessageTemplate(
	facts: TemplateFacts,
	definition: TemplateDefinition,
	rules: TemplateRules,
): MessageTemplate {
	const category = facts.category?.toLowerCase();
	const status = facts.status?.toLowerCase() ?? 'unknown';
	const isOneTimePassword =
		category === 'authentication' || definition.buttons.some(({ type }) => type === 'otp');
	const { blanks, unfillable } = blanksOf(definition, isOneTimePassword, rules);
	const unsupported = [...definition.unknown, ...unfillable].join('; ');
	return compact<MessageTemplate>({
		id: facts.id,
		name: facts.name,
		language: facts.language,
		category,
		status,
		sendable: status === SENDABLE,
		quality: facts.quality?.toLowerCase(),
		preview: previewOf(definition, isOneTimePassword),
		blanks,
		unsupported: unsupported === '' ? undefined : unsupported,
	});
}
