import type { z } from 'zod';
import type { JsonObject, JsonValue } from '../../events';
import type { OperationFailure } from '../../operations/contract';
import { parameterFormat } from './draft-check';
import { componentsOf, type Written } from './draft-components';
import { contentInput } from './input';
import { fieldFailure } from '../../operations/input';
import { compact, idOf, isJsonObject, listOf, objectOf, rowOf, textOf } from '../../lib/json';

/** What a template of WhatsApp says, the same through every provider. */
export const draftInput = {
	header: contentInput.header,
	body: contentInput.body,
	bodyExamples: contentInput.bodyExamples,
	footer: contentInput.footer,
	buttons: contentInput.buttons,
	oneTimePassword: contentInput.oneTimePassword,
	limitedTimeOffer: contentInput.limitedTimeOffer,
	callPermission: contentInput.callPermission,
	components: contentInput.components,
};

type Draft = { [Name in keyof typeof draftInput]?: z.output<(typeof draftInput)[Name]> };

/** What a provider's API for new templates takes, by Meta's words; anything else is refused before it is asked. */
export interface DraftRules {
	/** As the sentences about it name it. */
	provider: string;
	components: readonly string[];
	headers: readonly string[];
	buttons: readonly string[];
	oneTimePasswords: readonly string[];
}

const upper = (value: unknown): string => textOf(value)?.toUpperCase() ?? 'unknown';

function first(value: unknown): string | undefined {
	return textOf(Array.isArray(value) ? listOf(value)[0] : value);
}

/** The same with names in camel case, `code_expiration_minutes` as `codeExpirationMinutes`. */
function inCamelCase(value: JsonValue): JsonValue {
	if (Array.isArray(value)) return value.map(inCamelCase);
	return isJsonObject(value) ? withCamelCase(value) : value;
}

function withCamelCase(object: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(object).map(([name, value]) => [
			name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
			inCamelCase(value),
		]),
	);
}

function headerOf({ format, text, example }: JsonObject): JsonObject {
	const { header_text, header_handle } = objectOf(example) ?? {};
	return compact({
		type: 'HEADER',
		format: upper(format),
		text: textOf(text),
		example: first(header_text) ?? first(header_handle),
	});
}

function bodyOf({ text, example, add_security_recommendation }: JsonObject): JsonObject {
	const examples = listOf(listOf(objectOf(example)?.body_text)[0]);
	return compact({
		type: 'BODY',
		text: textOf(text),
		examples: examples.length > 0 ? examples : undefined,
		addSecurityRecommendation: add_security_recommendation,
	});
}

function buttonOf({ example, flow_id, flow_action, ...button }: JsonObject): JsonObject {
	return compact({
		...withCamelCase(button),
		type: upper(button.type),
		example: first(example),
		flowId: idOf(flow_id),
		flowAction: textOf(flow_action)?.toUpperCase(),
		otpType: textOf(button.otp_type)?.toUpperCase(),
	});
}

const PARTS: Readonly<Record<string, (component: JsonObject) => JsonObject>> = {
	HEADER: headerOf,
	BODY: bodyOf,
	BUTTONS: ({ buttons }) => ({
		type: 'BUTTONS',
		buttons: listOf(buttons).filter(isJsonObject).map(buttonOf),
	}),
	LIMITED_TIME_OFFER: ({ limited_time_offer }) => ({
		type: 'LIMITED_TIME_OFFER',
		...withCamelCase(objectOf(limited_time_offer) ?? {}),
	}),
	CAROUSEL: ({ cards }) => ({
		type: 'CAROUSEL',
		cards: listOf(cards)
			.filter(isJsonObject)
			.map((card) => ({ components: listOf(card.components).filter(isJsonObject).map(partOf) })),
	}),
};

function partOf(component: JsonObject): JsonObject {
	const type = upper(component.type);
	return rowOf(PARTS, type)?.(component) ?? { ...withCamelCase(component), type };
}

/** The first part that the provider has no place for. */
function refusalOf(parts: readonly JsonObject[], rules: DraftRules): OperationFailure | undefined {
	const refuse = (field: string, what: string, given: string, known: readonly string[]) =>
		known.includes(given)
			? undefined
			: fieldFailure(field, `${rules.provider} takes no ${what} ${given}`, `Use one of ${known.join(', ')}.`);
	for (const { type, format, buttons, cards } of parts) {
		const refusal =
			refuse('components', 'part of the type', upper(type), rules.components) ??
			(type === 'HEADER'
				? refuse('header.format', 'header of the format', upper(format), rules.headers)
				: undefined) ??
			listOf(buttons)
				.filter(isJsonObject)
				.map(({ type: kind, otpType }) =>
					kind === 'OTP'
						? refuse('buttons', 'one-time password of the type', upper(otpType), rules.oneTimePasswords)
						: refuse('buttons', 'button of the type', upper(kind), rules.buttons),
				)
				.find((one) => one !== undefined) ??
			refusalOf(
				listOf(cards)
					.filter(isJsonObject)
					.flatMap(({ components }) => listOf(components).filter(isJsonObject)),
				rules,
			);
		if (refusal !== undefined) return refusal;
	}
	return undefined;
}

/** The sample of a header is a link that the provider fetches. */
function withLink(header: Draft['header']): Draft['header'] {
	return header === undefined || header.format === 'text' || header.example === undefined
		? header
		: { ...header, handle: header.example };
}

/**
 * The components of a template, checked by Meta's rules and the provider's, in the spelling that Infobip and Sinch share:
 * camel case, and examples beside the text. A sample of a file is a link there.
 */
export async function draftComponents(draft: Draft, rules: DraftRules): Promise<Written> {
	const { provider } = rules;
	const noFile = fieldFailure(
		'header.file',
		`${provider} takes no file for the header`,
		'Put the file where it can be fetched, and give its link as the example of the header.',
	);
	if (draft.header?.file !== undefined) return noFile;
	const content = { ...draft, header: withLink(draft.header) };
	const written = await componentsOf(content, async () => await Promise.resolve(noFile));
	if (!written.ok) return written;
	if (parameterFormat(written.components) === 'named') {
		return fieldFailure(
			'body',
			`${provider} knows blanks by their position only`,
			'Write them as {{1}}, {{2}} and so on.',
		);
	}
	const parts = written.components.map(partOf);
	return refusalOf(parts, rules) ?? { ok: true, components: parts };
}

/** Whether anything of the content is given. */
export function hasContent({ body, oneTimePassword, components }: Draft): boolean {
	return [body, oneTimePassword, components].some((part) => part !== undefined);
}
