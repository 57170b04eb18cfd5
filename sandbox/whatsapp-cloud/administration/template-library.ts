import { invalidParameter } from '../errors.ts';
import { page } from '../fields.ts';
import type { GraphCall, Operation } from '../operations.ts';
import { objectsAt, textAt } from '../parameters.ts';
import type { Component } from '../template-definition.ts';

interface LibraryTemplate {
	id: string;
	name: string;
	language: string;
	category: 'UTILITY';
	topic: string;
	usecase: string;
	industry: readonly string[];
	header?: string;
	body: string;
	body_params: readonly string[];
	buttons?: readonly { type: 'URL'; text: string; url: string }[];
}

/** Made-up templates of Meta's, which need no review (Meta, Template library). */
const LIBRARY: readonly LibraryTemplate[] = [
	{
		id: '510000000000001',
		name: 'delivery_update_1',
		language: 'en_US',
		category: 'UTILITY',
		topic: 'ORDER_MANAGEMENT',
		usecase: 'DELIVERY_UPDATE',
		industry: ['E_COMMERCE'],
		header: 'Your order is on its way',
		body: 'Hello {{1}}, your order {{2}} has left our house and is on its way.',
		body_params: ['Ana', 'A-1001'],
		buttons: [{ type: 'URL', text: 'Track order', url: 'https://www.example.com/{{1}}' }],
	},
	{
		id: '510000000000002',
		name: 'payment_reminder_1',
		language: 'en_US',
		category: 'UTILITY',
		topic: 'PAYMENTS',
		usecase: 'PAYMENT_DUE_REMINDER',
		industry: ['FINANCIAL_SERVICES', 'E_COMMERCE'],
		body: 'Hello {{1}}, your payment of {{2}} is due soon.',
		body_params: ['Ana', '$12.50'],
	},
	{
		id: '510000000000003',
		name: 'appointment_confirmation_1',
		language: 'en_US',
		category: 'UTILITY',
		topic: 'EVENT_REMINDER',
		usecase: 'APPOINTMENT_CONFIRMATION',
		industry: ['HEALTH', 'SERVICES'],
		body: 'Hello {{1}}, your appointment on {{2}} is booked.',
		body_params: ['Ana', 'Friday'],
	},
];

const FILTERS = ['topic', 'usecase', 'language'] as const;

/** `GET /message_template_library`. */
export function libraryOperation(): Operation {
	return { on: 'message_template_library', method: 'GET', run: list };
}

function list({ parameters, address }: GraphCall) {
	const search = textAt(parameters, 'search')?.toLowerCase();
	const industry = textAt(parameters, 'industry')?.toUpperCase();
	const found = LIBRARY.filter(
		(template) =>
			(search === undefined || `${template.name} ${template.body}`.toLowerCase().includes(search)) &&
			(industry === undefined || template.industry.includes(industry)) &&
			FILTERS.every((filter) => {
				const wanted = textAt(parameters, filter)?.toLowerCase();
				return wanted === undefined || template[filter].toLowerCase() === wanted;
			}),
	);
	return page(
		found.map((template) => ({ ...template })),
		parameters,
		address,
	);
}

/** The components of a template that is made after one of the library, with addresses of the business's own. */
export function libraryComponents(name: string, parameters: GraphCall['parameters']): Component[] {
	const template = LIBRARY.find((candidate) => candidate.name === name);
	if (!template) throw invalidParameter(`Param library_template_name is not valid: ${name}`);
	const inputs = objectsAt(parameters, 'library_template_button_inputs');
	const { header, body, body_params, buttons = [] } = template;
	if (inputs.length !== buttons.length) {
		throw invalidParameter(`Param library_template_button_inputs must have ${buttons.length} elements.`);
	}
	const filled = buttons.map((button, index) => {
		const url = textAt(inputs[index], 'url', 'base_url') ?? button.url;
		const example = textAt(inputs[index], 'url', 'url_suffix_example') ?? 'A-1001';
		return { ...button, url, ...(url.includes('{{') ? { example: [example] } : {}) };
	});
	return [
		...(header === undefined ? [] : [{ type: 'HEADER', format: 'TEXT', text: header } as const]),
		{ type: 'BODY', text: body, example: { body_text: [body_params] } },
		...(filled.length === 0 ? [] : [{ type: 'BUTTONS', buttons: filled } as const]),
	];
}
