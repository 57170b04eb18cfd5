import { compact } from '../../lib/json';
import { blanksOf } from './blanks';
import type { TemplateRules } from './rules';
import type { ButtonDefinition, MessageTemplate, PartDefinition, TemplateDefinition } from './template';

/** What a provider's list says of a template besides its definition. */
export interface TemplateFacts {
	id: string;
	name: string;
	language: string;
	category?: string;
	status?: string;
	quality?: string;
}

function headerLine({ header }: PartDefinition): string | undefined {
	return header && (header.format === 'text' ? header.text?.text : `[${header.format}]`);
}

function buttonLine({ text }: ButtonDefinition): string {
	return `[${text}]`;
}

/** The text of an authentication template that names none: WhatsApp writes it itself, in each language. */
const OTP_TEXT = '{{1}} is your verification code.';

/** Header, body, footer and buttons as a person reads them, a carousel's cards behind them. */
function previewOf(template: TemplateDefinition, isOneTimePassword: boolean): string {
	const part = ({ body, buttons, ...rest }: PartDefinition) => [
		headerLine({ buttons, ...rest }),
		body?.text,
		...buttons.map(buttonLine),
	];
	const lines = [
		headerLine(template),
		template.offer?.text,
		template.body?.text ?? (isOneTimePassword ? OTP_TEXT : undefined),
		template.footer,
		...template.buttons.map(buttonLine),
		...template.cards.flatMap((card, index) => [`Card ${index + 1}:`, ...part(card)]),
	];
	return lines.filter((line) => line !== undefined && line !== '').join('\n');
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
