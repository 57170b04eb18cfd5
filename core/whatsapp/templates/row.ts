import type { JsonObject, JsonValue } from '../../events';
import { compact, idOf, textOf } from '../../lib/json';
import { blanksOf } from './blanks';
import type { TemplateRules } from './rules';
import type { ButtonDefinition, MessageTemplate, PartDefinition, TemplateDefinition } from './template';

/** A template in a provider's list without its definition, as it came. */
interface TemplateRow {
	id?: unknown;
	name?: unknown;
	language?: unknown;
	category?: unknown;
	status?: unknown;
	quality?: unknown;
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
 * A template as nodes see it; none where its name or language is missing.
 *
 * The list shows a template for one-time passwords with its texts and its button of type URL, whose blanks take the same
 * code: the category tells it apart (Meta, Authentication templates).
 */
export function readTemplateRow(
	row: TemplateRow,
	definition: TemplateDefinition,
	rules: TemplateRules,
): MessageTemplate[] {
	const name = textOf(row.name);
	const language = textOf(row.language);
	if (name === undefined || language === undefined) return [];
	const category = textOf(row.category)?.toLowerCase();
	const status = textOf(row.status)?.toLowerCase() ?? 'unknown';
	const isOneTimePassword =
		category === 'authentication' || definition.buttons.some(({ type }) => type === 'otp');
	const { blanks, unfillable } = blanksOf(definition, isOneTimePassword, rules);
	const unsupported = [...definition.unknown, ...unfillable].join('; ');
	const template = compact({
		id: idOf(row.id) ?? `${name}:${language}`,
		name,
		language,
		category,
		status,
		sendable: status === SENDABLE,
		quality: textOf(row.quality)?.toLowerCase(),
		preview: previewOf(definition, isOneTimePassword),
		blanks,
		unsupported: textOf(unsupported),
	});
	return [template];
}

/**
 * A template as an item of *Messaging Channel*.
 *
 * @param more what the provider alone tells of it; what is `undefined` is left out
 */
export function templateItem(
	{ id, blanks, ...template }: MessageTemplate,
	more: Readonly<Record<string, JsonValue | undefined>>,
): JsonObject {
	return compact({
		templateId: id,
		...template,
		blanks: blanks.map((blank) => compact({ ...blank })),
		...more,
	});
}
