import type { Content } from '../shared/content.ts';
import { invalidValue } from './errors.ts';
import { type InteractiveKind, KINDS, optional, required } from './interactive-kinds.ts';
import { headerOf, texts } from './interactive-parts.ts';
import type { Attachments } from './media.ts';
import { objectAt, type Parameters, textAt } from './parameters.ts';
import { check, type Rule } from './requirements.ts';

const BODY_MAX = 1024;

/** Checks an interactive message and composes what the customer sees. */
export function composeInteractive(
	parameters: Parameters,
	attachments: Attachments,
): { text: string; content: Content } {
	check(parameters, [
		{ path: ['interactive'], kind: 'object', required: true },
		{ path: ['interactive', 'type'], kind: 'choice', required: true, choices: Object.keys(KINDS) },
	]);
	const interactive = objectAt(parameters, 'interactive');
	const kind = KINDS[textAt(interactive, 'type')?.toLowerCase() ?? ''];
	if (!kind) throw invalidValue('Interactive type is not valid');
	checkFrame(parameters, kind);
	const action = objectAt(interactive, 'action');
	kind.examine?.(action);
	const card = {
		...headerOf(objectAt(interactive, 'header'), attachments),
		...texts({ text: textAt(interactive, 'body', 'text'), footer: textAt(interactive, 'footer', 'text') }),
	};
	const content = { ...card, ...kind.show(action, attachments) };
	return { text: content.text ?? content.buttons?.[0]?.label ?? 'Message', content };
}

/** Header, body, footer and action. */
function checkFrame(parameters: Parameters, kind: InteractiveKind): void {
	const { bodyMax = BODY_MAX, headers = [], rules } = kind;
	const interactive = objectAt(parameters, 'interactive');
	if (interactive.header !== undefined && headers.length === 0) throw invalidValue('Header is not allowed');
	if (interactive.footer !== undefined && kind.hasNoFooter) throw invalidValue('Footer is not allowed');
	const body = ['interactive', 'body', 'text'];
	const header = (...path: string[]) => ['interactive', 'header', ...path];
	const headerType = textAt(interactive, 'header', 'type')?.toLowerCase();
	check(
		parameters,
		[
			...(kind.isHeaderRequired ? [{ path: header(), kind: 'object', required: true } satisfies Rule] : []),
			...(interactive.header === undefined
				? []
				: [{ path: header('type'), kind: 'choice', required: true, choices: headers } satisfies Rule]),
			...(headerType === 'text' ? [required(header('text'), 60)] : []),
			...(headerType === undefined || headerType === 'text'
				? []
				: [{ path: header(headerType), kind: 'media', required: true } satisfies Rule]),
			kind.isBodyOptional ? optional(body, bodyMax) : required(body, bodyMax),
			optional(['interactive', 'footer', 'text'], 60),
			{ path: ['interactive', 'action'], kind: 'object', required: true },
			...rules.map((rule) => ({ ...rule, path: ['interactive', 'action', ...rule.path] })),
		],
		invalidValue,
	);
}
