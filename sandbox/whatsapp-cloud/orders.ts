import { invalidValue } from './errors.ts';
import { objectAt } from './parameters.ts';
import { type Rule, WEB_ADDRESS } from './requirements.ts';

type Part = Record<string, unknown>;

function money(path: string[], required?: true): Rule[] {
	return [
		{ path: [...path, 'value'], kind: 'number', ...(required && { required }) },
		{ path: [...path, 'offset'], kind: 'number', min: 100, max: 100, ...(required && { required }) },
	];
}

const REFERENCE: Rule = {
	path: ['reference_id'],
	kind: 'text',
	required: true,
	maxLength: 35,
	pattern: /^[\w.-]+$/,
};

const PAYMENTS = ['pix_dynamic_code', 'payment_link', 'boleto', 'payment_gateway', 'upi_intent_link'];

/** What an order to review and pay takes (Meta, Payments API: Orders; Payment gateways). */
export const ORDER_DETAILS: readonly Rule[] = [
	REFERENCE,
	{ path: ['type'], kind: 'choice', required: true, choices: ['digital-goods', 'physical-goods'] },
	{ path: ['payment_type'], kind: 'choice', choices: ['br', 'upi'] },
	{ path: ['payment_configuration'], kind: 'text', maxLength: 60 },
	{
		path: ['payment_settings'],
		kind: 'list',
		min: 1,
		each: [
			{ path: ['type'], kind: 'choice', required: true, choices: PAYMENTS },
			{ path: ['upi_intent_link', 'link'], kind: 'text', pattern: /^upi:\/\/\S+$/i },
			{ path: ['payment_link', 'uri'], kind: 'text', pattern: WEB_ADDRESS },
		],
	},
	{ path: ['currency'], kind: 'choice', required: true, choices: ['brl', 'inr', 'sgd'] },
	...money(['total_amount'], true),
	{ path: ['order', 'status'], kind: 'choice', required: true, choices: ['pending'] },
	{ path: ['order', 'expiration'], kind: 'object' },
	{ path: ['order', 'expiration', 'timestamp'], kind: 'text', pattern: /^\d{10}$/ },
	{ path: ['order', 'expiration', 'description'], kind: 'text', maxLength: 120 },
	{
		path: ['order', 'items'],
		kind: 'list',
		required: true,
		min: 1,
		each: [
			{ path: ['retailer_id'], kind: 'text', required: true },
			{ path: ['name'], kind: 'text', required: true, maxLength: 60 },
			...money(['amount'], true),
			...money(['sale_amount']),
			{ path: ['quantity'], kind: 'number', required: true, min: 1, max: 100 },
		],
	},
	...money(['order', 'subtotal'], true),
	...money(['order', 'tax'], true),
	...money(['order', 'shipping']),
	...money(['order', 'discount']),
];

/** The path of a status, relative to `order_status` or to the parameters of a message. */
export const ORDER_STATUS: readonly Rule[] = [
	REFERENCE,
	{
		path: ['order', 'status'],
		kind: 'choice',
		required: true,
		choices: ['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled'],
	},
	{ path: ['order', 'description'], kind: 'text', maxLength: 120 },
];

/** The rules for a part that lies deeper. */
export function below(path: readonly string[], rules: readonly Rule[]): Rule[] {
	return rules.map((rule) => ({ ...rule, path: [...path, ...rule.path] }));
}

function valueOf(part: Part): number {
	const { value } = part;
	return value === undefined ? 0 : Number(value);
}

/** Throws where the total is not what the parts of the order give, or no payment is named. */
export function examineOrder(details: Part): void {
	const of = (name: string) => valueOf(objectAt(details, 'order', name));
	const sum = of('subtotal') + of('tax') + of('shipping') - of('discount');
	if (valueOf(objectAt(details, 'total_amount')) !== sum) {
		throw invalidValue('total_amount does not match the sum of subtotal, tax, shipping and discount');
	}
	if (details.payment_settings === undefined && details.payment_configuration === undefined) {
		throw invalidValue('order_details needs one of payment_settings and payment_configuration');
	}
}
