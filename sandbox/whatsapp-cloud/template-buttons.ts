import type { Choice } from '../shared/content.ts';
import { templateError } from './errors.ts';
import { flowButton } from './interactive-parts.ts';
import { objectsAt, textAt } from './parameters.ts';
import { check, type Rule } from './requirements.ts';
import { variablesOf } from './template-texts.ts';
import type { Button } from './template-definition.ts';

type Part = Record<string, unknown>;
type Kind<Type extends Button['type']> = Extract<Button, { type: Type }>;

interface ButtonKind {
	/** `sub_type` of its parameters; absent where it takes none. */
	subType?: string;
	/** `type` of its parameter. */
	parameter?: string;
	/** Of the parameter. */
	rules?: readonly Rule[];
}

/** What each kind of button takes (Meta, Template components). A one-time password is filled in like an address. */
const KINDS: Readonly<Record<Button['type'], ButtonKind>> = {
	QUICK_REPLY: {
		subType: 'quick_reply',
		parameter: 'payload',
		rules: [{ path: ['payload'], kind: 'text', required: true, maxLength: 256 }],
	},
	URL: {
		subType: 'url',
		parameter: 'text',
		rules: [{ path: ['text'], kind: 'text', required: true, maxLength: 2000 }],
	},
	OTP: {
		subType: 'url',
		parameter: 'text',
		rules: [{ path: ['text'], kind: 'text', required: true, maxLength: 15 }],
	},
	COPY_CODE: {
		subType: 'copy_code',
		parameter: 'coupon_code',
		rules: [{ path: ['coupon_code'], kind: 'text', required: true, maxLength: 15 }],
	},
	FLOW: {
		subType: 'flow',
		parameter: 'action',
		rules: [
			{ path: ['action', 'flow_token'], kind: 'text' },
			{ path: ['action', 'flow_action_data'], kind: 'object' },
		],
	},
	CATALOG: {
		subType: 'catalog',
		parameter: 'action',
		rules: [{ path: ['action', 'thumbnail_product_retailer_id'], kind: 'text' }],
	},
	MPM: {
		subType: 'mpm',
		parameter: 'action',
		rules: [
			{ path: ['action', 'thumbnail_product_retailer_id'], kind: 'text', required: true },
			{
				path: ['action', 'sections'],
				kind: 'list',
				required: true,
				min: 1,
				max: 10,
				each: [
					{ path: ['title'], kind: 'text', maxLength: 24 },
					{
						path: ['product_items'],
						kind: 'list',
						required: true,
						min: 1,
						max: 30,
						each: [{ path: ['product_retailer_id'], kind: 'text', required: true }],
					},
				],
			},
		],
	},
	PHONE_NUMBER: {},
	SPM: {},
	VOICE_CALL: {},
	REQUEST_CONTACT_INFO: {},
};

/** Quick replies, flows and catalogues go without; a variable in an address, a code and a choice of products do not. */
export function requiresParameter(button: Button): boolean {
	if (button.type === 'URL') return variablesOf(button.url).length > 0;
	return button.type === 'OTP' || button.type === 'COPY_CODE' || button.type === 'MPM';
}

/** The button as the customer sees it. Throws Meta's error where its parameter does not fit. */
export function buttonOf(button: Button, index: number, sent: Part | undefined, prefix: string): Choice {
	const parameter = sent && parameterOf(button, index, sent);
	const id = `${prefix}b${index}`;
	const label = button.text;
	switch (button.type) {
		case 'QUICK_REPLY': {
			const payload = textAt(parameter, 'payload') ?? label;
			return { id, label, does: 'answer', answer: { kind: 'templateButton', payload } };
		}
		case 'URL':
			return { id, label, does: 'link', value: addressOf(button, textAt(parameter, 'text') ?? '') };
		case 'OTP':
			return { id, label, does: 'copy', value: textAt(parameter, 'text') ?? '' };
		case 'COPY_CODE':
			return { id, label, does: 'copy', value: textAt(parameter, 'coupon_code') ?? '' };
		case 'PHONE_NUMBER':
			return { id, label, does: 'call', value: button.phone_number };
		case 'VOICE_CALL':
		case 'REQUEST_CONTACT_INFO':
			return { id, label, does: 'call' };
		case 'FLOW':
			return flowButton(id, label, textAt(parameter, 'action', 'flow_token'));
		case 'CATALOG':
		case 'MPM':
		case 'SPM':
			return { id, label, does: 'products' };
	}
}

function addressOf({ url }: Kind<'URL'>, suffix: string): string {
	return url.replace(/\{\{\s*\w+\s*\}\}/, () => suffix);
}

/** The one parameter of a button that was sent along. */
function parameterOf(button: Button, index: number, sent: Part): Part | undefined {
	const { subType, parameter, rules = [] } = KINDS[button.type];
	const where = `buttons: Button at index ${index} of type ${button.type}`;
	const given = objectsAt(sent, 'parameters');
	const takesNone = subType === undefined || (button.type === 'URL' && !requiresParameter(button));
	const expected = takesNone ? 0 : 1;
	const sentType = textAt(sent, 'sub_type')?.toLowerCase();
	if (!takesNone && sentType !== subType) {
		throw templateError(132012, `${where} does not match the sub_type ${sentType ?? 'UNKNOWN'}`);
	}
	const [first] = given;
	if (given.length > expected || (!first && requiresParameter(button))) {
		throw templateError(
			132000,
			`${where}: number of params (${given.length}) does not match the expected number of params (${expected})`,
		);
	}
	if (!first) return undefined;
	const type = textAt(first, 'type')?.toLowerCase();
	if (type !== parameter) {
		throw templateError(
			132012,
			`${where}: expected a parameter of type ${parameter ?? ''}, received ${type ?? 'UNKNOWN'}`,
		);
	}
	check(first, rules);
	return first;
}
