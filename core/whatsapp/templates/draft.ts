import type { z } from 'zod';
import type { JsonObject } from '../../events';
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
	components: contentInput.components,
};

type Draft = { [Name in keyof typeof draftInput]?: z.output<(typeof draftInput)[Name]> };

function first(value: unknown): string | undefined {
	return textOf(Array.isArray(value) ? listOf(value)[0] : value);
}

function headerOf({ format, text, example }: JsonObject): JsonObject {
	const { header_text, header_handle } = objectOf(example) ?? {};
	return compact({
		type: 'HEADER',
		format: textOf(format)?.toUpperCase(),
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

function buttonOf(button: JsonObject): JsonObject {
	return compact({
		type: textOf(button.type)?.toUpperCase(),
		text: textOf(button.text),
		url: textOf(button.url),
		example: first(button.example),
		phoneNumber: textOf(button.phone_number),
		flowId: idOf(button.flow_id),
		flowAction: textOf(button.flow_action)?.toUpperCase(),
		navigateScreen: textOf(button.navigate_screen),
		otpType: textOf(button.otp_type),
	});
}

const PARTS: Readonly<Record<string, (component: JsonObject) => JsonObject>> = {
	HEADER: headerOf,
	BODY: bodyOf,
	FOOTER: ({ text, code_expiration_minutes }) =>
		compact({ type: 'FOOTER', text: textOf(text), codeExpirationMinutes: code_expiration_minutes }),
	BUTTONS: ({ buttons }) => ({
		type: 'BUTTONS',
		buttons: listOf(buttons).filter(isJsonObject).map(buttonOf),
	}),
	CAROUSEL: ({ cards }) => ({
		type: 'CAROUSEL',
		cards: listOf(cards)
			.filter(isJsonObject)
			.map((card) => ({ components: listOf(card.components).filter(isJsonObject).map(partOf) })),
	}),
};

function partOf(component: JsonObject): JsonObject {
	return rowOf(PARTS, textOf(component.type)?.toUpperCase())?.(component) ?? component;
}

/** The sample of a header is a link that the provider fetches. */
function withLink(header: Draft['header']): Draft['header'] {
	return header === undefined || header.format === 'text' || header.example === undefined
		? header
		: { ...header, handle: header.example };
}

/**
 * The components of a template, checked by Meta's rules, in the spelling that Infobip and Sinch share: camel case, and
 * examples beside the text. A sample of a file is a link there.
 *
 * @param provider as the sentences about it name it
 */
export async function draftComponents(draft: Draft, provider: string): Promise<Written> {
	const noFile = fieldFailure(
		'header.file',
		`${provider} takes no file for the header`,
		'Put the file where it can be fetched, and give its link as the example of the header.',
	);
	if (draft.header?.file !== undefined) return noFile;
	const { header, body, bodyExamples, footer, buttons, oneTimePassword, components } = draft;
	const content = {
		header: withLink(header),
		body,
		bodyExamples,
		footer,
		buttons,
		oneTimePassword,
		components,
	};
	const written = await componentsOf(
		{ ...content, messageSendTtlSeconds: undefined, appId: undefined },
		async () => await Promise.resolve(noFile),
	);
	if (!written.ok) return written;
	if (parameterFormat(written.components) === 'named') {
		return fieldFailure(
			'body',
			`${provider} knows blanks by their position only`,
			'Write them as {{1}}, {{2}} and so on.',
		);
	}
	return { ok: true, components: written.components.map(partOf) };
}

/** Whether anything of the content is given. */
export function hasContent({ body, oneTimePassword, components }: Draft): boolean {
	return [body, oneTimePassword, components].some((part) => part !== undefined);
}
