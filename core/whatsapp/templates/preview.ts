import type { ButtonDefinition, PartDefinition, TemplateDefinition } from './definition';

function headerLine({ header }: PartDefinition): string | undefined {
	return header && (header.format === 'text' ? header.text?.text : `[${header.format}]`);
}

function buttonLine({ text }: ButtonDefinition): string {
	return `[${text}]`;
}

/** The text of an authentication template that names none: WhatsApp writes it itself, in each language. */
const OTP_TEXT = '{{1}} is your verification code.';

/** Header, body, footer and buttons as a person reads them, a carousel's cards behind them. */
export function previewOf(template: TemplateDefinition, isOneTimePassword: boolean): string {
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
