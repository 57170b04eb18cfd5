import type { JsonObject } from '../../events';
import { listOf, rowOf, textOf } from '../../lib/json';
import { blankNames } from './text';
import { placed, tooLong, type TemplateFault } from './draft-text-rules';

const MOST_BUTTONS = 10;
/** Of one kind (Meta, Template components). */
const MOST_OF: Readonly<Record<string, number>> = { URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1 };
const NEEDS_TEXT: ReadonlySet<string> = new Set(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'FLOW', 'VOICE_CALL']);
const MAX_TEXT = 25;
const MAX_URL = 2000;
const MAX_PHONE = 20;
const MAX_CODE = 15;

const typeOf = (button: JsonObject): string => (textOf(button.type) ?? '').toUpperCase();

function exampleOf({ example }: JsonObject): string | undefined {
	return textOf(Array.isArray(example) ? example[0] : example);
}

function urlFault(button: JsonObject): string | undefined {
	const url = textOf(button.url);
	if (url === undefined) return 'A button with a link needs its URL';
	const blanks = blankNames(url);
	if (blanks.length > 1) return 'A URL has one blank at most';
	if (blanks.length === 0) return tooLong('A URL', url, MAX_URL);
	if (!url.endsWith('}}')) return 'The blank of a URL stands at its end';
	return exampleOf(button) === undefined ? 'The blank of the URL needs an example' : undefined;
}

function codeFault(button: JsonObject): string | undefined {
	const example = exampleOf(button);
	return example === undefined
		? 'A button that copies a code needs an example of it'
		: tooLong('A code to copy', example, MAX_CODE);
}

function phoneFault({ phone_number }: JsonObject): string | undefined {
	const phone = textOf(phone_number);
	return phone === undefined
		? 'A button that calls needs a phone number'
		: tooLong('The phone number of a button', phone, MAX_PHONE);
}

function flowFault({ flow_id, flow_name, flow_json }: JsonObject): string | undefined {
	return [flow_id, flow_name, flow_json].some((one) => textOf(one) !== undefined)
		? undefined
		: 'A button for a flow needs the flow';
}

function passwordFault({
	otp_type,
	package_name,
	supported_apps,
	...button
}: JsonObject): string | undefined {
	const type = textOf(otp_type)?.toUpperCase();
	if (type !== 'ONE_TAP' && type !== 'ZERO_TAP') return undefined;
	if (textOf(package_name) === undefined && listOf(supported_apps).length === 0) {
		return 'A code that goes into an app needs the app: its package name and the hash of its signature';
	}
	return type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true
		? "A code that goes in without a tap needs WhatsApp's terms for that to be accepted"
		: undefined;
}

type Complaint = (button: JsonObject) => string | undefined;

/** By type: the member at fault and what is wrong with it. */
const OWN: Readonly<Record<string, { member: string; complaint: Complaint }>> = {
	URL: { member: 'url', complaint: urlFault },
	COPY_CODE: { member: 'example', complaint: codeFault },
	PHONE_NUMBER: { member: 'phoneNumber', complaint: phoneFault },
	FLOW: { member: 'flowId', complaint: flowFault },
	OTP: { member: 'apps', complaint: passwordFault },
};

function buttonFault(button: JsonObject, field: string): TemplateFault[] {
	const type = typeOf(button);
	const text = textOf(button.text);
	if (NEEDS_TEXT.has(type) && text === undefined) {
		return [{ field: `${field}.text`, message: 'The button needs a text' }];
	}
	const long = tooLong('The text of a button', text ?? '', MAX_TEXT);
	if (long !== undefined) return [{ field: `${field}.text`, message: long }];
	const own = rowOf(OWN, type);
	const message = own?.complaint(button);
	return own === undefined || message === undefined ? [] : [{ field: `${field}.${own.member}`, message }];
}

/** Quick replies stand together, before or behind all others. */
function isScattered(types: readonly string[]): boolean {
	const turns = types.filter(
		(type, index) => index > 0 && (type === 'QUICK_REPLY') !== (types[index - 1] === 'QUICK_REPLY'),
	);
	return turns.length > 1;
}

export function buttonFaults(buttons: readonly JsonObject[], prefix: string): TemplateFault[] {
	const field = `${prefix}buttons`;
	const types = buttons.map(typeOf);
	const crowded = Object.entries(MOST_OF).find(
		([type, most]) => types.filter((one) => one === type).length > most,
	);
	return [
		...(buttons.length > MOST_BUTTONS ? [{ field, message: 'A template has ten buttons at most' }] : []),
		...(crowded === undefined
			? []
			: [{ field, message: `A template has ${crowded[1]} at most of the buttons of type ${crowded[0]}` }]),
		...(isScattered(types)
			? [{ field, message: 'Quick replies have to stand together, not between other buttons' }]
			: []),
		...buttons.flatMap((button, index) =>
			buttonFault(button, `${field}.${index}`).map((fault) =>
				buttons.length === 1 ? fault : placed(`Button ${index + 1}`, fault),
			),
		),
	];
}
