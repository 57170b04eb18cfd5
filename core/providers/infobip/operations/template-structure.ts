import type { JsonObject } from '../../../events';
import { isJsonObject, listOf, numberOf, objectOf, rowOf, textOf } from '../../../lib/json';
import type { Result } from '../../../lib/result';
import type { OperationFailure } from '../../../operations/contract';
import { fieldFailure } from '../../../operations/input';
import { draftComponents, type DraftRules } from '../../../whatsapp/templates/draft';

function withoutType(component: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(component).filter(([name]) => name !== 'type'));
}

/** Infobip's own words for those of Meta. */
const BUTTON_NAMES: Readonly<Record<string, string>> = { MPM: 'MULTI_PRODUCT' };

/** A flow is named by a number; the button for a code of one's own has no type, and belongs to one app at most. */
function buttonOf({ type = '', supportedApps, ...button }: JsonObject): JsonObject {
	const flowId = numberOf(button.flowId);
	if (flowId !== undefined) return { type, flowAction: 'NAVIGATE', ...button, flowId };
	if (type === 'OTP') return { ...button, ...objectOf(listOf(supportedApps)[0]) };
	return { type: rowOf(BUTTON_NAMES, textOf(type)) ?? type, ...button };
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
		...(buttons && { buttons: buttonsIn(components).map(buttonOf) }),
	};
}

const buttonsIn = (components: readonly JsonObject[]): JsonObject[] =>
	listOf(memberOf(components, 'BUTTONS')?.buttons).filter(isJsonObject);

/** What Infobip needs of a button beyond what Meta does. */
function faultOf(components: readonly JsonObject[]): OperationFailure | undefined {
	for (const button of buttonsIn(components)) {
		const { type, otpType, packageName, supportedApps, flowAction, navigateScreen } = button;
		const isNavigation = (flowAction ?? 'NAVIGATE') === 'NAVIGATE';
		if (type === 'FLOW' && isNavigation && textOf(navigateScreen) === undefined) {
			return fieldFailure('buttons', 'Infobip needs the first screen of the flow');
		}
		const apps = listOf(supportedApps).length + (textOf(packageName) === undefined ? 0 : 1);
		if (otpType === 'ONE_TAP' && apps !== 1) {
			return fieldFailure(
				'oneTimePassword.apps',
				`Infobip fills the code into one app, and ${apps} are named`,
				'Name one, by its package name and the hash of its signature.',
			);
		}
	}
	return undefined;
}

/** Infobip, OpenAPI 3.210.0, templates. */
const RULES: DraftRules = {
	provider: 'Infobip',
	components: [
		'HEADER',
		'BODY',
		'FOOTER',
		'BUTTONS',
		'CAROUSEL',
		'LIMITED_TIME_OFFER',
		'CALL_PERMISSION_REQUEST',
	],
	headers: ['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION'],
	buttons: [
		'PHONE_NUMBER',
		'URL',
		'QUICK_REPLY',
		'COPY_CODE',
		'FLOW',
		'CATALOG',
		'MPM',
		'ORDER_DETAILS',
		'VOICE_CALL',
		'REQUEST_CONTACT_INFO',
	],
	oneTimePasswords: ['COPY_CODE', 'ONE_TAP'],
};

function structured(components: readonly JsonObject[]): JsonObject {
	const parts = partsOf(components);
	const isOneTimePassword = memberOf(components, 'BODY')?.addSecurityRecommendation !== undefined;
	if (isOneTimePassword) return { footer: {}, ...parts };
	const carousel = memberOf(components, 'CAROUSEL');
	const offer = memberOf(components, 'LIMITED_TIME_OFFER');
	const cards = listOf(carousel?.cards)
		.filter(isJsonObject)
		.map((card) => partsOf(listOf(card.components).filter(isJsonObject)));
	const format = memberOf(components, 'HEADER')?.format ?? 'TEXT';
	return {
		...parts,
		...(cards.length > 0 && { carousel: { cards } }),
		...(offer && { limitedTimeOffer: withoutType(offer) }),
		...(memberOf(components, 'CALL_PERMISSION_REQUEST') && { callPermissionRequest: {} }),
		type: format === 'TEXT' ? 'TEXT' : 'MEDIA',
	};
}

/** What a template says as Infobip's structure of it, or what Infobip has no place for. */
export async function structureOf(
	draft: Parameters<typeof draftComponents>[0],
): Promise<Result<{ structure: JsonObject }, OperationFailure>> {
	const written = await draftComponents(draft, RULES);
	if (!written.ok) return written;
	return faultOf(written.components) ?? { ok: true, structure: structured(written.components) };
}
