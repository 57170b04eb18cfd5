import type { Choice } from '../shared/content.ts';
import { templateError } from './errors.ts';
import { flowButton } from './interactive-parts.ts';
import { below, examineOrder, ORDER_DETAILS } from './orders.ts';
import { objectAt, objectsAt, textAt } from './parameters.ts';
import { check, type Rule } from './requirements.ts';
import { variablesOf } from './template-texts.ts';
import type { Button } from './template-definition.ts';

type Part = Record<string, unknown>;
type Kind<Type extends Button['type']> = Extract<Button, { type: Type }>;

interface ParameterKind {
	type: string;
	/** Of the parameter. */
	rules: readonly Rule[];
}

interface ButtonKind {
	/** `sub_type` of its parameters; absent where it takes none. */
	subType?: string;
	/** Those that it takes, each at most once. */
	parameters?: readonly ParameterKind[];
}

function kind(subType: string, type: string, rules: readonly Rule[]): ButtonKind {
	return { subType, parameters: [{ type, rules }] };
}

const PRODUCT_SECTIONS: Rule = {
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
};

/** What each kind of button takes (Meta, Template components). A one-time password is filled in like an address. */
const KINDS: Readonly<Record<Button['type'], ButtonKind>> = {
	QUICK_REPLY: kind('quick_reply', 'payload', [
		{ path: ['payload'], kind: 'text', required: true, maxLength: 256 },
	]),
	URL: kind('url', 'text', [{ path: ['text'], kind: 'text', required: true, maxLength: 2000 }]),
	OTP: kind('url', 'text', [{ path: ['text'], kind: 'text', required: true, maxLength: 15 }]),
	COPY_CODE: kind('copy_code', 'coupon_code', [
		{ path: ['coupon_code'], kind: 'text', required: true, maxLength: 15 },
	]),
	FLOW: kind('flow', 'action', [
		{ path: ['action', 'flow_token'], kind: 'text' },
		{ path: ['action', 'flow_action_data'], kind: 'object' },
	]),
	CATALOG: kind('catalog', 'action', [{ path: ['action', 'thumbnail_product_retailer_id'], kind: 'text' }]),
	MPM: kind('mpm', 'action', [
		{ path: ['action', 'thumbnail_product_retailer_id'], kind: 'text', required: true },
		PRODUCT_SECTIONS,
	]),
	ORDER_DETAILS: kind('order_details', 'action', below(['action', 'order_details'], ORDER_DETAILS)),
	VOICE_CALL: {
		subType: 'voice_call',
		parameters: [
			{
				type: 'ttl_minutes',
				rules: [{ path: ['ttl_minutes'], kind: 'number', required: true, min: 1, max: 43_200 }],
			},
			{ type: 'payload', rules: [{ path: ['payload'], kind: 'text', required: true, maxLength: 512 }] },
		],
	},
	PHONE_NUMBER: {},
	SPM: {},
	REQUEST_CONTACT_INFO: {},
};

/** Quick replies, flows and catalogues go without; a variable in an address, a code and a choice of products do not. */
export function requiresParameter(button: Button): boolean {
	if (button.type === 'URL') return variablesOf(button.url).length > 0;
	return ['OTP', 'COPY_CODE', 'MPM', 'ORDER_DETAILS'].includes(button.type);
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
		case 'ORDER_DETAILS':
			return { id, label, does: 'products' };
	}
}

function addressOf({ url }: Kind<'URL'>, suffix: string): string {
	return url.replace(/\{\{\s*\w+\s*\}\}/, () => suffix);
}

/** The first parameter of a button that was sent along, after all of them were checked. */
function parameterOf(button: Button, index: number, sent: Part): Part | undefined {
	const { subType, parameters = [] } = KINDS[button.type];
	const where = `buttons: Button at index ${index} of type ${button.type}`;
	const given = objectsAt(sent, 'parameters');
	const takesNone = subType === undefined || (button.type === 'URL' && !requiresParameter(button));
	const expected = takesNone ? 0 : parameters.length;
	const sentType = textAt(sent, 'sub_type')?.toLowerCase();
	if (!takesNone && sentType !== subType) {
		throw templateError(132012, `${where} does not match the sub_type ${sentType ?? 'UNKNOWN'}`);
	}
	if (given.length > expected || (given.length === 0 && requiresParameter(button))) {
		throw templateError(
			132000,
			`${where}: number of params (${given.length}) does not match the expected number of params (${expected})`,
		);
	}
	const wanted = [...parameters];
	for (const parameter of given) {
		const type = textAt(parameter, 'type')?.toLowerCase();
		const at = wanted.findIndex((one) => one.type === type);
		if (at === -1) {
			throw templateError(
				132012,
				`${where}: expected a parameter of type ${wanted[0]?.type ?? ''}, received ${type ?? 'UNKNOWN'}`,
			);
		}
		check(
			parameter,
			wanted.splice(at, 1).flatMap(({ rules }) => rules),
		);
		if (button.type === 'ORDER_DETAILS') examineOrder(objectAt(parameter, 'action', 'order_details'));
	}
	return given[0];
}
