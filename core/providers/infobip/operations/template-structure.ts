import type { JsonObject } from '../../../events';
import { isJsonObject, listOf, numberOf } from '../../../lib/json';

function withoutType(component: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(component).filter(([name]) => name !== 'type'));
}

/** A flow is named by a number; the button for a code of one's own has no text. */
function buttonOf(button: JsonObject): JsonObject {
	const flowId = numberOf(button.flowId);
	if (flowId !== undefined) return { flowAction: 'NAVIGATE', ...button, flowId };
	return button.type === 'OTP' ? withoutType(button) : button;
}

function memberOf(components: readonly JsonObject[], type: string): JsonObject | undefined {
	return components.find((component) => component.type === type);
}

/** Header, body and buttons by name instead of as a list. */
function partsOf(components: readonly JsonObject[]): JsonObject {
	const header = memberOf(components, 'HEADER');
	const body = memberOf(components, 'BODY');
	const footer = memberOf(components, 'FOOTER');
	const buttons = memberOf(components, 'BUTTONS');
	return {
		...(header && { header: withoutType(header) }),
		...(body && { body: withoutType(body) }),
		...(footer && { footer: withoutType(footer) }),
		...(buttons && { buttons: listOf(buttons.buttons).filter(isJsonObject).map(buttonOf) }),
	};
}

/** Components as the structure of a template (Infobip, OpenAPI 3.210.0, templates). */
export function structureOf(components: readonly JsonObject[]): JsonObject {
	const parts = partsOf(components);
	const isOneTimePassword = memberOf(components, 'BODY')?.addSecurityRecommendation !== undefined;
	if (isOneTimePassword) return { footer: {}, ...parts };
	const carousel = memberOf(components, 'CAROUSEL');
	const cards = listOf(carousel?.cards)
		.filter(isJsonObject)
		.map((card) => partsOf(listOf(card.components).filter(isJsonObject)));
	const format = memberOf(components, 'HEADER')?.format ?? 'TEXT';
	return {
		...parts,
		...(cards.length > 0 && { carousel: { cards } }),
		type: format === 'TEXT' ? 'TEXT' : 'MEDIA',
	};
}
